"""What is due once: by a day, before it, within a span, counted from a day, at a session."""

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from kehoach.periods import ONCE
from model.deadline_terms import frame_of, terms_of
from model.laws.asked import (
    DAYS,
    LENGTHS,
    NAMES,
    NUMBERS,
    SIMPLE,
    SPANS,
    VIETNAM,
    WHOLE,
    dues,
    laws,
)
from model.laws.walked import DAY, counted, ends, off_in_vietnam, weekend

POLICIES = st.sampled_from(["exclusive", "inclusive"])


def _forward(span: str) -> tuple[date, date]:
    """Return the first and last day of a span that does not run backwards."""
    first, last = ends(span)
    assume(first <= last)
    return first, last


@laws
@given(SPANS)
def test_by_is_the_last_day_of_what_is_named(span: str) -> None:
    """“đến ngày”, “đến hết tháng”: that day, to 24:00 (Art. 148.6)."""
    _, last = _forward(span)
    assert dues({"by": span}) == [last]


@laws
@given(DAYS, POLICIES, st.sampled_from([None, True, False]))
def test_before_a_day_is_the_day_before_or_the_day(
    day: date, policy: str, own: bool | None
) -> None:
    """“trước ngày”: by the policy, unless the deadline says it itself."""
    rule = {"before": str(day), **({} if own is None else {"inclusive": str(own).lower()})}
    included = policy == "inclusive" if own is None else own
    assert dues(rule, before=policy) == [day if included else day - DAY]


@laws
@given(SPANS, POLICIES)
def test_before_a_month_or_a_year_is_the_day_before_it_begins(span: str, policy: str) -> None:
    """“trước tháng 3/2027”, “trước 2030”: nobody reads that as until its end."""
    first, last = _forward(span)
    assume(first < last)
    assert dues({"before": span}, before=policy) == [first - DAY]


@laws
@given(SPANS)
def test_within_is_due_on_the_last_day_and_open_from_the_first(span: str) -> None:
    """“trong tháng 7/2021”: not startable before; nor before the plan begins."""
    first, last = _forward(span)
    (term,) = terms_of({"within": span}, frame_of("2023..2024"))
    assert (term.nominal, term.start) == (last, max(first, date(2023, 1, 1)))


@laws
@given(DAYS, LENGTHS)
def test_a_length_from_a_day_is_counted_as_the_code_says(day: date, length: str) -> None:
    """Art. 147.2, 148.1 to 148.4, of several units months first; working days by the decided calendar."""
    assume("working" not in length or day.year < 2026)
    assert dues({"after": str(day), "plus": length}) == [counted(day, length, off_in_vietnam)]


@laws
@given(DAYS.filter(lambda day: day.year > 2022), LENGTHS)
def test_a_length_back_from_a_day_is_counted_the_same_way(day: date, length: str) -> None:
    """“chậm nhất 10 ngày trước ngày …”: the day itself is not counted."""
    wanted = counted(day, length, off_in_vietnam, back=True)
    assert dues({"before": str(day), "minus": length}) == [wanted]


@laws
@given(DAYS, NUMBERS)
def test_days_forth_and_back_meet(day: date, number: int) -> None:
    (there,) = dues({"after": str(day), "plus": f"{number} days"})
    assert dues({"before": str(there), "minus": f"{number} days"}) == [day]


@laws
@given(DAYS, NUMBERS, st.sampled_from(["day", "working day", "week", "month", "year"]))
def test_one_unit_more_is_later(day: date, number: int, unit: str) -> None:
    """A longer term never ends before a shorter one, nor on its day."""
    shorter, longer = (
        dues({"after": str(day), "plus": f"{n} {unit}s"})[0] for n in (number, number + 1)
    )
    assert shorter is not None
    assert longer is not None
    assert day < shorter < longer


@laws
@given(DAYS, st.integers(0, 40), LENGTHS)
def test_who_begins_later_ends_no_earlier(day: date, later: int, length: str) -> None:
    (first,), (second,) = (
        dues({"after": str(each), "plus": length}) for each in (day, day + later * DAY)
    )
    assert first is not None
    assert second is not None
    assert first <= second


@laws
@given(DAYS, st.integers(1, 5))
def test_units_that_are_one_another_come_to_one_day(day: date, number: int) -> None:
    """A year is twelve months (Art. 148.3, 148.4), a week seven days (148.2)."""
    for one, other in (("year", "12 months"), ("week", "7 days")):
        many, _, unit = other.partition(" ")
        other_length = f"{int(many) * number} {unit}"
        assert dues({"after": str(day), "plus": f"{number} {one}s"}) == dues(
            {"after": str(day), "plus": other_length}
        )


@laws
@given(DAYS, NUMBERS)
def test_a_term_of_working_days_ends_on_one(day: date, number: int) -> None:
    """There are exactly so many working days behind the first day, up to the last and with it."""
    (last,) = dues({"after": str(day), "plus": f"{number} working days"})
    assert last is not None
    passed = [day + n * DAY for n in range(1, (last - day).days + 1)]
    assert sum(not off_in_vietnam(each) for each in passed) == number
    assert not off_in_vietnam(last)


@laws
@given(DAYS, SIMPLE)
def test_days_off_only_lengthen_a_term(day: date, length: str) -> None:
    """In a week without holidays it ends on the same day or earlier, save for a worked Saturday."""
    plain = counted(day, length, weekend)
    (ours,) = dues({"after": str(day), "plus": length})
    assert ours is not None
    worked = any(
        weekend(each) and not off_in_vietnam(each)
        for each in (day + n * DAY for n in range((plain - day).days + 1))
    )
    assert ours >= plain or worked


@laws
@given(DAYS, WHOLE)
def test_at_once_is_the_day_itself(day: date, over: str) -> None:
    """“ngay trong ngày”: nothing is counted."""
    assert dues({"after": str(day), "plus": "0 days"}, over) == [day]


@laws
@given(SPANS, st.one_of(st.none(), DAYS))
def test_a_session_is_due_on_the_day_it_was_held(span: str, held: date | None) -> None:
    """Until it is recorded the last day that it may be held on stands for it, and that is said."""
    _, last = _forward(span)
    sessions = {ONCE: held} if held else {}
    (term,) = terms_of({"session": span}, frame_of("2022..2025", sessions=sessions))
    assert (term.nominal, term.assumed) == (held or last, held is None)
    assert (term.roll == "none") == (held is not None)


@laws
@given(DAYS, WHOLE, WHOLE)
def test_what_names_its_own_day_does_not_ask_when_the_plan_runs(
    day: date, over: str, other: str
) -> None:
    for rule in (
        {"by": str(day)}, {"before": str(day)}, {"within": str(day)[:7]},
        {"after": str(day), "plus": "3 working days"}, {"before": str(day), "minus": "2 weeks"},
    ):  # fmt: skip
        assert dues(rule, over) == dues(rule, other)


@laws
@given(NAMES)
def test_by_before_and_within_agree_on_where_a_span_ends(name: str) -> None:
    """Within a span = by it = before the day after it."""
    _, last = ends(name)
    assert (
        dues({"within": name}) == dues({"by": name}) == dues({"before": str(last + DAY)}) == [last]
    )


@laws
@given(DAYS, st.integers(1, 15))
def test_working_days_back_and_forth_meet_on_a_working_day(day: date, number: int) -> None:
    assume(VIETNAM.why_off(day) is None and day.year > 2022)
    (before,) = dues({"before": str(day), "minus": f"{number} working days"})
    assert dues({"after": str(before), "plus": f"{number} working days"}) == [day]
