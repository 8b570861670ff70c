"""What is written as wording is read as the same rule again."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from kehoach.model.deadlines import Deadlines
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.wordings import Unwordable, event_id, read, write

_RULES: TypeAdapter[tuple[DeadlineRule, ...]] = TypeAdapter(Deadlines)
EVENTS = {
    event_id(words): words
    for words in (
        "nhận được văn bản", "ban hành Nghị định thay thế Nghị định số 34/2014/NĐ-CP",
        "được phê duyệt đề án", "Bộ Tư pháp có hướng dẫn", "khai mạc hội nghị", "ký quyết định",
    )
}  # fmt: skip
BODIES = {
    event_id(words): words
    for words in ("cấp xã", "các sở, ngành", "UBND các xã, phường", "Sở Tài chính")
}
WORDS = EVENTS | BODIES
days = st.dates(date(2021, 1, 1), date(2030, 12, 31)).map(date.isoformat)
years = st.integers(2021, 2030).map(str)
units = st.one_of(
    years,
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-Q{}".format, years, st.integers(1, 4)),
    st.builds("{}-H{}".format, years, st.integers(1, 2)),
    st.builds("{}-9M".format, years),
)
lengths = st.one_of(
    st.builds(
        "{} {}s".format,
        st.integers(2, 90),
        st.sampled_from(["day", "working day", "week", "month", "year"]),
    ),
    st.sampled_from(["1 day", "1 working day", "1 week", "1 month", "1 year", "0 days"]),
    st.builds("{} hours".format, st.integers(2, 120)),
    st.builds("{} years {} months".format, st.integers(2, 20), st.integers(2, 30)),
    st.builds("{} months {} weeks 1 day".format, st.integers(2, 20), st.integers(2, 3)),
)
times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 30, 45]))
yeardays = st.integers(0, 365).map(
    lambda n: (date(2024, 1, 1) + timedelta(days=n)).strftime("%m-%d")
)
points = st.one_of(
    yeardays,
    st.fixed_dictionaries({"date": yeardays, "of": st.sampled_from(["this", "next"])}),
    st.fixed_dictionaries(
        {
            "month": st.sampled_from(["first", "last", "2", "3", "5"]),
            "day": st.one_of(st.integers(1, 31).map(str), st.just("last")),
            "of": st.sampled_from(["this", "next"]),
        }
    ),
    st.fixed_dictionaries(
        {
            "day": st.one_of(st.integers(1, 31).map(str), st.just("last")),
            "of": st.sampled_from(["this", "next"]),
        }
    ),
    st.fixed_dictionaries(
        {
            "weekday": st.sampled_from(["monday", "thursday", "sunday"]),
            "nth": st.sampled_from(["first", "2", "3", "4", "last"]),
            "month": st.sampled_from(["first", "last", "2", "3"]),
            "of": st.sampled_from(["this", "next"]),
        }
    ),
    st.fixed_dictionaries(
        {
            "weekday": st.sampled_from(["monday", "friday"]),
            "nth": st.sampled_from(["first", "2", "last"]),
        }
    ),
    st.fixed_dictionaries({"weekday": st.sampled_from(["monday", "thursday", "friday", "sunday"])}),
)
rhythms = st.sampled_from(
    ["day", "working day", "week", "month", "quarter", "half-year", "first-half", "nine-months", "year",
     "2 years", "5 years", "2 weeks", "4 months", "10 days"]
)  # fmt: skip
bounds = {"from": units, "until": units}
recurring = st.one_of(
    st.fixed_dictionaries({"every": rhythms}, optional={"time": times, **bounds}),
    st.fixed_dictionaries({"every": rhythms, "by": points}, optional={"time": times, **bounds}),
    st.fixed_dictionaries(
        {"every": rhythms, "before": points},
        optional={"inclusive": st.just("true"), **bounds},
    ),
    st.fixed_dictionaries(
        {"every": st.just("half-year"), "by": st.tuples(yeardays, yeardays).map(list)}
    ),
    st.fixed_dictionaries({"every": rhythms, "plus": lengths}),
    st.fixed_dictionaries(
        {"every": st.just("year"), "starting": st.sampled_from(["09-01", "04-01"])},
        optional={"before": points, "time": times, **bounds},
    ),
)
one_off = st.one_of(
    st.fixed_dictionaries({"by": days}, optional={"time": times}),
    st.fixed_dictionaries({"by": units}),
    st.fixed_dictionaries({"before": days}, optional={"inclusive": st.just("true")}),
    st.fixed_dictionaries({"before": units}),
    st.fixed_dictionaries({"within": units}),
    st.fixed_dictionaries(
        {"within": st.tuples(days, days).map(sorted).map("..".join)}, optional={"time": times}
    ),
    st.fixed_dictionaries({"within": st.tuples(years, years).map(sorted).map("..".join)}),
    st.fixed_dictionaries({"after": days, "plus": lengths}),
    st.fixed_dictionaries({"before": days, "minus": lengths, "roll": st.just("previous")}),
    st.fixed_dictionaries({"session": units}),
)
events = st.sampled_from(sorted(EVENTS))
hanging = st.one_of(
    st.fixed_dictionaries({"event": events, "plus": lengths}),
    st.fixed_dictionaries({"event": events, "minus": lengths, "roll": st.just("previous")}),
    st.fixed_dictionaries({"when": st.lists(events, min_size=1, max_size=3, unique=True)}),
    st.fixed_dictionaries({"when": st.lists(events, min_size=1, max_size=1), "by": units}),
    st.fixed_dictionaries({"when": st.lists(events, min_size=1, max_size=1), "before": days}),
)
open_ended = st.one_of(
    st.fixed_dictionaries({"continuous": st.just("true")}, optional=bounds),
    st.just({"on_request": "true"}),
    st.sampled_from(["theo lộ trình", "chưa xác định", "theo Kế hoạch của Bộ Tư pháp"]).map(
        lambda words: {"not_set": words}
    ),
    st.fixed_dictionaries({"every": st.just("year"), "session": st.integers(1, 12).map(str)}),
)
starts = st.one_of(
    one_off,
    hanging,
    st.fixed_dictionaries({"from": st.one_of(days, units)}, optional={"time": times}),
).map(lambda inner: {"start": inner})
alone = st.one_of(recurring, one_off, hanging, open_ended, starts)
reckoned = st.one_of(
    st.fixed_dictionaries({"event": events, "plus": lengths}),
    st.fixed_dictionaries({"event": events, "minus": lengths}),
    st.fixed_dictionaries({"after": days, "plus": lengths}),
)
with_aim = st.one_of(
    [
        st.builds(lambda rule, aim: {**rule, "aim": aim}, family, family)
        for family in (one_off, recurring, hanging)
    ]
)
with_check = st.builds(lambda rule, check: {**rule, "check": check}, one_off, reckoned)
of_some = st.builds(
    lambda rule, body: {**rule, "agencies": [body]},
    st.one_of(recurring, one_off, hanging, open_ended, with_aim, with_check),
    st.sampled_from(sorted(BODIES)),
)
forms = st.one_of(alone, with_aim, with_check, of_some)


def _rule(form: object) -> DeadlineRule:
    try:
        return _RULES.validate_python(form)[0]
    except ValueError:
        assume(False)
        raise


def _softened(form: dict[str, object]) -> dict[str, object]:
    inner = form.get("start")
    return (
        {"start": _softened(inner)} if isinstance(inner, dict) else {**form, "aspirational": "true"}
    )


@given(form=forms, soft=st.booleans())
def test_a_rule_written_and_read_is_the_same_rule(form: dict[str, object], soft: bool) -> None:
    """Whatever can be worded is read as it was meant; nothing else is worded."""
    rule = _rule(_softened(form) if soft else form)
    try:
        wording = write(rule, WORDS)
    except Unwordable:
        assume(False)
        raise
    reading = read(wording)
    assert reading.understood, (wording, reading.doubts)
    assert reading.rules == (rule,), wording


@given(first=one_off, second=recurring)
def test_two_rules_in_one_wording_are_both_read(first: object, second: object) -> None:
    """Divided by a semicolon, neither changes the other."""
    one, two = _rule(first), _rule(second)
    try:
        wording = f"{write(one, EVENTS)}; {write(two, EVENTS)}"
    except Unwordable:
        assume(False)
        raise
    assert read(wording).rules == (one, two), wording


@given(st.text(max_size=60))
def test_any_text_is_read_or_doubted(words: str) -> None:
    """Nothing that stands in a cell brings the reader down, and a doubt always says why."""
    reading = read(words)
    assert reading.understood or (reading.doubts and all(doubt.why.vi for doubt in reading.doubts))


@given(form=forms, year=st.integers(2021, 2030))
def test_a_lent_year_changes_nothing_that_names_its_own(form: dict[str, object], year: int) -> None:
    """A year is lent only where the words cannot be understood without."""
    try:
        wording = write(_rule(form), WORDS)
    except Unwordable:
        assume(False)
        raise
    assert read(wording, year) == read(wording)
    assert read(wording, year).of_year is None


def test_what_needs_more_than_a_year_is_not_understood_with_one() -> None:
    for wording in (
        "trước ngày 15",
        "thứ Sáu",
        "29/02",
        "Tháng 12//2026",
        "định kỳ 6 tháng (trước 15/6)",
    ):
        assert not read(wording, 2026).understood, wording
    assert read("Quý II", 2026).of_year == 2026


def test_what_is_counted_back_is_worded_with_or_without_its_roll() -> None:
    """It rolls back by itself (design, *Deadlines*): both say the same, and are read as such."""
    event = min(EVENTS)
    plain = _rule({"event": event, "minus": "10 days"})
    told = _rule({"event": event, "minus": "10 days", "roll": "previous"})
    assert write(plain, EVENTS) == write(told, EVENTS)
    assert read(write(plain, EVENTS)).rules == (told,)
    with pytest.raises(Unwordable):
        write(_rule({"event": event, "minus": "10 days", "roll": "next"}), EVENTS)


@given(
    form=forms,
    bracket=st.sampled_from(
        ["số liệu tính đến 14/12", "số liệu từ ngày 15/12 năm trước đến ngày 14/12 năm báo cáo",
         "từ 15/12 năm trước đến 14/12 năm báo cáo", "thời điểm chốt số liệu: 31/5/2026",
         "Phụ lục II, III kèm theo", "theo các biểu mẫu số 01, 02"]
    ),
)  # fmt: skip
def test_what_is_said_of_data_and_annexes_changes_no_rule(
    form: dict[str, object], bracket: str
) -> None:
    """A bracket that tells which data are meant, or which annex, stands beside the deadline."""
    rule = _rule(form)
    try:
        wording = write(rule, WORDS)
    except Unwordable:
        assume(False)
        raise
    reading = read(f"{wording} ({bracket})")
    assert reading.rules == (rule,), (wording, reading.doubts)
    assert bracket in reading.unread
