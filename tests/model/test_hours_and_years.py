"""Hours after an event, every working day, and years that begin when they please."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import PLAIN_WEEK, D, a_plan, an_item, some_decisions
from kehoach.model.deadlines import Term
from kehoach.model.ids import EventId
from kehoach.periods import data_window
from kehoach.verdicts.obligations import demands
from model.deadline_terms import VIETNAM, frame_of, nominal_of, terms_of

laws = settings(deadline=None, max_examples=80)
DAYS = st.dates(date(2020, 1, 1), date(2029, 12, 31))
MONTH_DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: f"{day:%m-%d}")
PARTS = st.sampled_from(["year", "half-year", "quarter"])

# ── Hours (by hand; 6 March 2026 is a Friday) ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("rule", "at", "due", "time"),
    [
        ({"plus": "24 hours"}, "14:30", "2026-03-07", "14:30"),
        ({"plus": "48 hours"}, "14:30", "2026-03-08", "14:30"),
        ({"plus": "48 hours"}, None, "2026-03-08", None),  # to the end of Sunday
        ({"plus": "24 hours"}, None, "2026-03-07", None),
        ({"plus": "10 hours"}, None, "2026-03-07", "10:00"),
        ({"plus": "8 hours"}, "16:00", "2026-03-06", None),  # midnight ends the day before it
        ({"plus": "8 hours"}, "16:01", "2026-03-07", "00:01"),
        ({"plus": "1 hour"}, "00:00", "2026-03-06", "01:00"),
        ({"minus": "48 hours"}, "14:30", "2026-03-04", "14:30"),
        ({"minus": "48 hours"}, None, "2026-03-04", None),
        ({"minus": "14 hours"}, "14:00", "2026-03-05", None),
        ({"plus": "0 days"}, None, "2026-03-06", None),
    ],
)
def test_hours_run_from_the_clock_through_days_off(
    rule: dict[str, str], at: str | None, due: str, time: str | None
) -> None:
    """Without a time of the event the last possible moment counts: the end of its day."""
    happened = {"id": "su-kien", "date": "2026-03-06", **({"time": at} if at else {})}
    plan = a_plan(an_item(deadline={"event": "su-kien", **rule}), roll="next")
    (asked,) = demands(plan, some_decisions(events=[happened]), PLAIN_WEEK)
    assert (asked.due, asked.term.time) == (D(due), time)


def test_of_several_events_the_last_moment_counts() -> None:
    """Both on 6 March: at 09:00, and at a time that nobody recorded, so that the end of the day counts."""
    happened = {EventId("mot"): D("2026-03-06"), EventId("hai"): D("2026-03-06")}
    frame = frame_of("2026", events=happened)
    (untimed,) = terms_of({"when": ["mot", "hai"], "plus": "24 hours"}, frame)
    assert (untimed.nominal, untimed.time) == (D("2026-03-07"), None)


@laws
@given(DAYS, st.integers(1, 500), st.integers(0, 23), st.integers(0, 59), st.booleans())
def test_hours_are_hours(day: date, hours: int, hour: int, minute: int, back: bool) -> None:
    """By a second reckoning, in minutes since a day long past."""
    key = "minus" if back else "plus"
    plan = a_plan(an_item(deadline={"event": "x", key: f"{hours} hours"}), roll="next")
    happened = {"id": "x", "date": str(day), "time": f"{hour:02}:{minute:02}"}
    (asked,) = demands(plan, some_decisions(events=[happened]), PLAIN_WEEK)
    assert asked.due is not None
    ended = asked.term.time or "24:00"
    end = asked.due.toordinal() * 1440 + int(ended[:2]) * 60 + int(ended[3:])
    start = day.toordinal() * 1440 + hour * 60 + minute
    assert end - start == (-hours if back else hours) * 60


# ── An hour stays on its day (7 March 2026 is a Saturday, 2 September 2026 a holiday) ─────────────


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ({"by": "2026-03-07", "time": "09:00"}, "2026-03-07"),
        ({"by": "2026-03-07", "time": "09:00", "roll": "next"}, "2026-03-09"),
        ({"by": "2026-03-07", "time": "09:00", "roll": "previous"}, "2026-03-06"),
        ({"by": "2026-03-07"}, "2026-03-09"),
        ({"within": "2026-03-01..2026-03-07", "time": "17:00"}, "2026-03-07"),
        ({"by": "2026-09-02", "time": "09:00"}, "2026-09-02"),
    ],
)
def test_an_hour_never_rolls_unless_its_deadline_says_so(rule: dict[str, str], due: str) -> None:
    for policy in ("next", "previous", "none"):
        plan = a_plan(an_item(deadline=rule), first="2026-01-01", roll=policy)
        (asked,) = demands(plan, some_decisions(), VIETNAM)
        if "time" in rule or policy == "next":
            assert asked.due == D(due)


# ── Every working day ─────────────────────────────────────────────────────────────────────────────


def test_every_working_day_knows_holidays_and_make_up_saturdays() -> None:
    """30 April to 2 May 2025 are off (Friday for Saturday 26 April, which is worked)."""
    found = terms_of({"every": "working day", "time": "16:00"},
                     frame_of("2025-04-24..2025-05-06", calendar=VIETNAM))  # fmt: skip
    assert [each.period.name for each in found] == [
        "2025-04-24", "2025-04-25", "2025-04-26", "2025-04-28", "2025-04-29", "2025-05-05",
        "2025-05-06",
    ]  # fmt: skip
    assert all(str(each.nominal) == each.period.name for each in found)
    assert {each.time for each in found} == {"16:00"}


def test_by_the_next_day_or_the_next_working_day() -> None:
    """Of Friday 6 March 2026: by the next of such periods, Monday the 9th; of each day, by Saturday."""
    span = "2026-03-06..2026-03-08"
    assert nominal_of({"every": "working day", "by": {"of": "next"}}, span) == ["2026-03-09"]
    assert nominal_of({"every": "day", "by": {"of": "next"}}, span)[0] == "2026-03-07"
    assert nominal_of({"every": "working day", "plus": "1 working day"}, span) == ["2026-03-09"]


@laws
@given(DAYS, st.integers(0, 60))
def test_working_days_are_those_of_the_calendar(first: date, more: int) -> None:
    """By a second reckoning: each day of the span is looked up by itself."""
    last = first + timedelta(days=more)
    found = terms_of({"every": "working day"}, frame_of(f"{first}..{last}", calendar=VIETNAM))
    days = [first + timedelta(days=number) for number in range(more + 1)]
    assert [each.nominal for each in found] == [day for day in days if VIETNAM.why_off(day) is None]


# ── Years with a start of their own ───────────────────────────────────────────────────────────────


def _named(rule: dict[str, Any], span: str) -> list[tuple[str, str]]:
    return [(term.period.name, str(term.nominal)) for term in terms_of(rule, frame_of(span))]


@pytest.mark.parametrize(
    ("rule", "span", "found"),
    [
        ({"every": "year", "starting": "09-01", "by": "06-30"}, "2025..2027-06",
         [("2024-09..2025-08", "2025-06-30"), ("2025-09..2026-08", "2026-06-30"),
          ("2026-09..2027-08", "2027-06-30")]),
        ({"every": "year", "starting": "09-01", "by": "12-31"}, "2025-09..2026-12",
         [("2025-09..2026-08", "2025-12-31"), ("2026-09..2027-08", "2026-12-31")]),
        ({"every": "year", "starting": "09-01", "before": "06-30"}, "2025-09..2026-08",
         [("2025-09..2026-08", "2026-06-29")]),
        ({"every": "year", "starting": "09-01"}, "2025-09..2026-08", [("2025-09..2026-08", "2026-08-31")]),
        ({"every": "year", "starting": "09-01", "by": {"date": "09-30", "of": "next"}}, "2025-09..2026-08",
         [("2025-09..2026-08", "2026-09-30")]),
        ({"every": "year", "starting": "09-01", "plus": "15 days"}, "2025-09..2026-08",
         [("2025-09..2026-08", "2026-09-15")]),
        ({"every": "year", "starting": "09-01", "by": {"month": "last", "day": "20"}}, "2025-09..2026-08",
         [("2025-09..2026-08", "2026-08-20")]),
        ({"every": "year", "starting": "09-05", "by": "09-03"}, "2025-09-05..2026-09-04",
         [("2025-09-05..2026-09-04", "2026-09-03")]),
        ({"every": "year", "starting": "09-05", "by": {"month": "1", "day": "3"}}, "2025-09-05..2026-09-04",
         [("2025-09-05..2026-09-04", "2025-10-03")]),
        ({"every": "year", "starting": "09-05", "by": {"month": "1", "weekday": "monday", "nth": "1"}},
         "2025-09-05..2026-09-04", [("2025-09-05..2026-09-04", "2025-09-08")]),
        ({"every": "year", "starting": "09-01", "session": "5"}, "2025-09..2026-08",
         [("2025-09..2026-08", "2026-05-31")]),
        ({"every": "half-year", "starting": "09-01", "by": ["01-15", "06-30"]}, "2025-09..2026-08",
         [("2025-09..2026-02", "2026-01-15"), ("2026-03..2026-08", "2026-06-30")]),
        ({"every": "half-year", "starting": "08-31"}, "2025-08-31..2026-08-30",
         [("2025-08-31..2026-02-27", "2026-02-27"), ("2026-02-28..2026-08-30", "2026-08-30")]),
        ({"every": "quarter", "starting": "02-01"}, "2026-02..2026-07",
         [("2026-02..2026-04", "2026-04-30"), ("2026-05..2026-07", "2026-07-31")]),
        ({"every": "quarter", "starting": "10-01"}, "2025-10..2026-03",
         [("2025-Q4", "2025-12-31"), ("2026-Q1", "2026-03-31")]),
        ({"every": "year", "starting": "01-01"}, "2026", [("2026", "2026-12-31")]),
        ({"every": "year", "starting": "02-29"}, "2024-02-29..2026-02-27",
         [("2024-02-29..2025-02-27", "2025-02-27"), ("2025-02-28..2026-02-27", "2026-02-27")]),
        ({"every": "year", "starting": "09-01", "from": "2026-09", "until": "2027-08"}, "2024..2030",
         [("2026-09..2027-08", "2027-08-31")]),
    ],
)  # fmt: skip
def test_a_year_begins_where_it_says(
    rule: dict[str, Any], span: str, found: list[tuple[str, str]]
) -> None:
    assert _named(rule, span) == found


@laws
@given(PARTS, MONTH_DAYS, st.integers(2001, 2090), st.integers(2, 12))
def test_such_years_tile_time_without_gap(every: str, starting: str, year: int, more: int) -> None:
    """Each day of a span lies in one period; each period begins where the one before it ended."""
    found = terms_of({"every": every, "starting": starting}, frame_of(f"{year}..{year + more}"))
    spans = [each.period.span for each in found]
    assert spans[0].first <= date(year, 1, 1)
    assert spans[-1].end > date(year + more, 12, 31)
    assert all(one.end == other.first for one, other in pairwise(spans))
    assert len({each.period.name for each in found}) == len(found)


@laws
@given(PARTS, MONTH_DAYS, MONTH_DAYS)
def test_a_day_is_sought_inside_its_own_period(every: str, starting: str, day: str) -> None:
    """Due no earlier than its period begins; in a year also no later than it ends."""
    found = terms_of({"every": every, "starting": starting, "by": day}, frame_of("2025..2029"))
    assert found
    for each in found:
        assert each.nominal is not None
        assert each.nominal >= each.period.span.first
        assert every != "year" or each.nominal in each.period.span or day == "02-29"


def test_the_decree_knows_calendar_years_only() -> None:
    """Decree 09/2019, Art. 12: no school year has a data window."""
    own = terms_of({"every": "quarter", "starting": "09-01"}, frame_of("2025-09..2026-08"))
    assert {data_window(each.period) for each in own} == {None}
    plain = terms_of({"every": "quarter"}, frame_of("2026"))
    assert [str(data_window(each.period)) for each in plain[:1]] == [
        "Span(first=datetime.date(2025, 12, 15), end=datetime.date(2026, 3, 15))"
    ]


# ── Aims and the document's own reckoning ─────────────────────────────────────────────────────────


def _aims(rule: dict[str, Any], span: str = "2026..2027") -> list[tuple[str, str, str]]:
    return [
        (each.period.name, str(each.nominal), str(each.aim))
        for each in terms_of(rule, frame_of(span))
    ]


def test_an_aim_stands_beside_each_period() -> None:
    assert _aims({"before": "2026-06-12", "aim": {"before": "2026-06-05"}}) == [
        ("once", "2026-06-11", "2026-06-04")
    ]
    yearly = {"every": "year", "by": "12-15", "aim": {"every": "year", "by": "12-10"}}
    assert _aims(yearly) == [
        ("2026", "2026-12-15", "2026-12-10"), ("2027", "2027-12-15", "2027-12-10"),
    ]  # fmt: skip


def _without(terms: list[Term]) -> list[tuple[object, ...]]:
    return [(each.period, each.start, each.nominal, each.steps, each.state) for each in terms]


@laws
@given(DAYS, DAYS, st.sampled_from(["aim", "check"]))
def test_what_stands_beside_a_day_changes_nothing_of_it(day: date, other: date, key: str) -> None:
    plain = terms_of({"by": str(day)})
    beside = terms_of({"by": str(day), key: {"by": str(other)}})
    assert _without(plain) == _without(beside)


def test_the_hour_is_that_of_the_day_that_counts() -> None:
    """A later letter gives another day and an hour: the earlier letter's day, and no hour of the other."""
    plan = a_plan(an_item(deadline={"event": "x", "plus": "24 hours"}))
    events = [
        {"id": "x", "date": "2026-03-06", "document": {"number": "1", "date": "2026-03-06"}},
        {"id": "x", "date": "2026-03-09", "time": "10:00",
         "document": {"number": "2", "date": "2026-03-09"}},
        {"id": "x", "date": "2026-03-06", "time": "14:30",
         "document": {"number": "3", "date": "2026-03-10"}},
    ]  # fmt: skip
    for told, ended in ((events[:2], None), (events, "14:30")):
        (asked,) = demands(
            plan, some_decisions(events=told).known("06", D("2026-04-01")), PLAIN_WEEK
        )
        assert (asked.due, asked.term.time) == (D("2026-03-07"), ended)
