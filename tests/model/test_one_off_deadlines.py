"""Deadlines before, by and within a day or a span, and those that are counted."""

import pytest

from builders import PLAIN_WEEK, D
from kehoach.calendar import WorkCalendar
from kehoach.model.deadlines.counted_steps import CountedFrom
from kehoach.model.deadlines.steps import DayBefore, EventRecorded
from kehoach.model.fields import Length
from model.deadline_terms import VIETNAM, frame_of, terms_of


def _counted(start: str, length: str, back: bool = False, on: WorkCalendar = PLAIN_WEEK) -> str:
    """Return the last day of a term that runs from an event of the day ``start``."""
    rule = {"event": "su-kien", "minus" if back else "plus": length}
    (term,) = terms_of(rule, frame_of(events={"su-kien": D(start)}, calendar=on))
    return str(term.nominal)


# ── Before, by, within ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "exclusive", "inclusive"),
    [
        ("2021-06-30", "2021-06-29", "2021-06-30"),
        ("2021-01-01", "2020-12-31", "2021-01-01"),
        ("2024-03-01", "2024-02-29", "2024-03-01"),
        ("2027-03", "2027-02-28", "2027-02-28"),
        ("2022-Q2", "2022-03-31", "2022-03-31"),
        ("2030", "2029-12-31", "2029-12-31"),
    ],
)
def test_before_by_policy(before: str, exclusive: str, inclusive: str) -> None:
    """Practice is split over "trước ngày" (domain.md); before a month or a year it is not."""
    frames = (frame_of(before="exclusive"), frame_of(before="inclusive"))
    found = [str(terms_of({"before": before}, frame)[0].nominal) for frame in frames]
    assert found == [exclusive, inclusive]


def test_a_rule_of_its_own_beats_the_policy() -> None:
    """One office writes "chậm nhất trước ngày 31/7": the deadline itself may say how it is meant."""
    rules = {"before": "2021-07-31", "inclusive": "true"}, {"every": "year", "before": "07-31"}
    (own,) = terms_of(rules[0])
    assert own.steps == (DayBefore(D("2021-07-31"), last=D("2021-07-31")),)
    assert own.nominal == D("2021-07-31")
    (back,) = terms_of({**rules[0], "inclusive": "false"}, frame_of(before="inclusive"))
    assert back.steps == (DayBefore(D("2021-07-31"), last=D("2021-07-30")),)
    assert back.nominal == D("2021-07-30")
    yearly = terms_of({**rules[1], "inclusive": "true"}, frame_of("2021"))
    assert [term.nominal for term in yearly] == [D("2021-07-31")]


@pytest.mark.parametrize(
    ("within", "start"),
    [("2024", "2024-01-01"), ("2021-09", "2021-09-01"), ("2021", "2021-06-01")],
)
def test_a_span_opens_when_it_begins(within: str, start: str) -> None:
    """“tổng kết vào năm 2026” cannot be begun in 2021; nothing begins before the plan does."""
    (term,) = terms_of({"within": within})
    assert term.start == D(start)
    assert term.period.name == "once"


def test_what_a_rule_says_beside_its_day() -> None:
    """A clock time, an aspiration, a rolling of its own: carried by every term."""
    rule = {"every": "year", "by": "06-30", "time": "16:00", "roll": "previous"}
    assert {(term.time, term.roll) for term in terms_of(rule)} == {("16:00", "previous")}
    (aim,) = terms_of({"by": "2021-12-31", "aspirational": "true"})
    assert aim.aspirational


# ── Counting: Civil Code 2015, Articles 147 and 148 ───────────────────────────────────────────────


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2021-03-01", "1 day", "2021-03-02"),
        ("2021-03-01", "5 days", "2021-03-06"),
        ("2021-12-31", "20 days", "2022-01-20"),
        ("2021-06-03", "1 week", "2021-06-10"),
        ("2021-06-03", "2 weeks", "2021-06-17"),
        ("2021-01-31", "1 month", "2021-02-28"),
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2021-03-31", "1 month", "2021-04-30"),
        ("2021-01-31", "2 months", "2021-03-31"),
        ("2021-02-28", "1 month", "2021-03-28"),
        ("2021-08-31", "6 months", "2022-02-28"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2021-06-15", "5 years", "2026-06-15"),
    ],
)
def test_counting_from_an_event(start: str, length: str, last: str) -> None:
    """The first day is not counted (147.2); weeks, months and years end on the like day (148)."""
    assert _counted(start, length) == last


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2021-12-15", "10 days", "2021-12-05"),
        ("2021-03-31", "1 month", "2021-02-28"),
        ("2021-06-10", "1 week", "2021-06-03"),
        ("2025-02-28", "1 year", "2024-02-28"),
        ("2021-06-14", "5 working days", "2021-06-07"),
        ("2025-02-04", "2 working days", "2025-01-24"),
    ],
)
def test_counting_back_from_an_event(start: str, length: str, last: str) -> None:
    """“chậm nhất 10 ngày trước ngày …”: the day of the event is not counted either."""
    assert _counted(start, length, back=True, on=VIETNAM) == last


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2021-06-04", "1 working day", "2021-06-07"),
        ("2021-06-05", "1 working day", "2021-06-07"),
        ("2021-06-07", "5 working days", "2021-06-14"),
        ("2025-01-23", "5 working days", "2025-02-06"),  # Tết: off from 25 January to 2 February
        ("2025-01-28", "1 working day", "2025-02-03"),
        ("2024-04-26", "3 working days", "2024-05-04"),  # a Saturday that is worked
        ("2026-01-01", "5 working days", "2026-01-09"),  # Friday the 2nd is off
        ("2026-01-05", "5 working days", "2026-01-10"),  # Saturday the 10th is worked for it
        ("2021-09-01", "1 working day", "2021-09-06"),
    ],
)
def test_counting_working_days(start: str, length: str, last: str) -> None:
    """“05 ngày làm việc kể từ ngày nhận được”, over Tết, 2/9 and swapped Saturdays."""
    assert _counted(start, length, on=VIETNAM) == last


def test_the_count_is_told() -> None:
    """``explain`` shows from which day, how much and to which day."""
    rule = {"event": "nhan-van-ban", "plus": "5 working days"}
    (term,) = terms_of(rule, frame_of(events={"nhan-van-ban": D("2021-06-07")}))
    recorded, counted = term.steps
    assert isinstance(recorded, EventRecorded)
    assert isinstance(counted, CountedFrom)
    assert counted.length == Length(working_days=5)
    assert (counted.start, counted.last, counted.back) == (D("2021-06-07"), D("2021-06-14"), False)


def test_counting_back_is_told() -> None:
    """Back from the event, and so it says."""
    (term,) = terms_of(
        {"event": "hop", "minus": "10 days"}, frame_of(events={"hop": D("2021-12-15")})
    )
    recorded, counted = term.steps
    assert isinstance(recorded, EventRecorded)
    assert isinstance(counted, CountedFrom)
    assert counted.back
