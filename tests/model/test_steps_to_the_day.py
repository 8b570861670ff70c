"""The whole way of each kind to its day: period, first day, last day, and each step with its values."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from builders import D
from kehoach.model.deadlines import RequestedDay, Term
from kehoach.model.deadlines.counted_steps import CountedFrom, HoursFrom
from kehoach.model.deadlines.steps import (
    BeforeSpan,
    CoveredBy,
    DayBefore,
    DayNamed,
    EventAwaited,
    EventRecorded,
    NoDateSet,
    NoDueDay,
    RequestMade,
    SessionAssumed,
    SessionHeld,
    SpanEnd,
    Step,
)
from kehoach.model.fields import Length
from kehoach.model.ids import BodyId, EventId
from kehoach.periods import DAY, Period, PeriodKind, PeriodName, Span, period_named
from model.deadline_terms import frame_of, terms_of

FIRST, END = D("2021-06-01"), D("2027-01-01")
ONCE = Period.once(Span(FIRST, END))
HOP, KY = EventId("hop"), EventId("ky")
RECORDED = {HOP: D("2021-12-15"), KY: D("2022-01-10")}
HOP_HELD, KY_HELD = EventRecorded(HOP, D("2021-12-15")), EventRecorded(KY, D("2022-01-10"))
BOTH = ["hop", "ky"]


def ends(term: Term) -> tuple[Period, date, date | None, tuple[Step, ...], str]:
    """Return what a term comes to."""
    return term.period, term.start, term.nominal, term.steps, term.state


@pytest.mark.parametrize(
    ("rule", "last", "steps", "state"),
    [
        ({"by": "2026-Q1"}, "2026-03-31", (DayNamed(D("2026-03-31")),), "dated"),
        ({"before": "2022"}, "2021-12-31", (BeforeSpan(D("2022-01-01"), D("2021-12-31")),), "dated"),
        ({"after": "2021-07-01", "plus": "30 days"}, "2021-07-31",
         (CountedFrom(D("2021-07-01"), Length(days=30), D("2021-07-31"), False, D("2021-07-01")),),
         "dated"),
        ({"before": "2025-03-31", "minus": "1 month"}, "2025-02-28",
         (CountedFrom(D("2025-03-31"), Length(months=1), D("2025-02-28"), True, D("2025-02-28")),),
         "dated"),
        ({"session": "2026-05"}, "2026-05-31", (SessionAssumed(D("2026-05-31")),), "dated"),
        ({"event": "hop", "plus": "1 month 3 days"}, "2022-01-18",
         (HOP_HELD, CountedFrom(D("2021-12-15"), Length(months=1, days=3), D("2022-01-18"), False,
                                D("2022-01-15"))), "dated"),
        ({"when": BOTH}, None, (HOP_HELD, KY_HELD, NoDateSet()), "open"),
        ({"when": [*BOTH, "dich"]}, None, (HOP_HELD, KY_HELD, EventAwaited(EventId("dich"))), "waiting"),
        ({"when": BOTH, "minus": "10 days"}, "2021-12-31",
         (HOP_HELD, KY_HELD, CountedFrom(D("2022-01-10"), Length(days=10), D("2021-12-31"), True,
                                         D("2022-01-10"))), "dated"),
        ({"when": BOTH, "by": "2022-03"}, "2022-03-31", (HOP_HELD, KY_HELD, DayNamed(D("2022-03-31"))),
         "dated"),
        ({"when": BOTH, "before": "2022-03-31"}, "2022-03-30",
         (HOP_HELD, KY_HELD, DayBefore(D("2022-03-31"), D("2022-03-30"))), "dated"),
        # no clock time recorded: from the end of the day (24:00), so to the end of a day
        ({"event": "hop", "plus": "48 hours"}, "2021-12-17",
         (HOP_HELD, HoursFrom(D("2021-12-15"), "24:00", Length(hours=48), D("2021-12-17"), None, False)),
         "dated"),
        ({"event": "hop", "minus": "48 hours"}, "2021-12-13",
         (HOP_HELD, HoursFrom(D("2021-12-15"), "24:00", Length(hours=48), D("2021-12-13"), None, True)),
         "dated"),
        ({"event": "hop", "minus": "30 hours"}, "2021-12-14",
         (HOP_HELD, HoursFrom(D("2021-12-15"), "24:00", Length(hours=30), D("2021-12-14"), "18:00", True)),
         "dated"),
    ],
)  # fmt: skip
def test_a_one_off_comes_to_its_day(
    rule: Any, last: str | None, steps: tuple[Step, ...], state: str
) -> None:
    """By hand: the first day is not counted (Art. 147.2), months before days (Art. 148.3)."""
    (term,) = terms_of(rule, frame_of(events=RECORDED))
    assert ends(term) == (ONCE, FIRST, D(last) if last else None, steps, state)


def test_hours_run_from_the_recorded_time_of_day() -> None:
    """30 hours from 16:30 on 15/12 end at 22:30 on the 16th; the other event's time is the other's."""
    frame = replace(frame_of(events=RECORDED), times={HOP: "16:30", KY: "09:00"})
    (term,) = terms_of({"event": "hop", "plus": "30 hours"}, frame)
    recorded = EventRecorded(HOP, D("2021-12-15"), "16:30")
    counted = HoursFrom(D("2021-12-15"), "16:30", Length(hours=30), D("2021-12-16"), "22:30", False)
    assert ends(term) == (ONCE, FIRST, D("2021-12-16"), (recorded, counted), "dated")
    assert term.time == "22:30"


def test_a_span_is_open_only_while_it_lasts() -> None:
    (term,) = terms_of({"within": "2026-09"})
    september = Period.once(Span(D("2026-09-01"), END))
    assert ends(term) == (
        september,
        D("2026-09-01"),
        D("2026-09-30"),
        (SpanEnd(D("2026-09-30")),),
        "dated",
    )
    (beyond,) = terms_of({"within": "2027-09"})
    assert beyond.period.span == Span(D("2027-09-01"), D("2027-10-01")), (
        "a period ends after it begins"
    )


def test_a_session_that_was_held_is_its_day() -> None:
    held = {PeriodName("once"): D("2026-05-16")}
    (term,) = terms_of({"session": "2026-05"}, frame_of(sessions=held))
    assert ends(term) == (ONCE, FIRST, D("2026-05-16"), (SessionHeld(D("2026-05-16")),), "dated")
    assert (term.roll, term.assumed) == ("none", False)


def test_a_request_is_called_by_its_day_and_binds_whom_it_names() -> None:
    asked = RequestedDay(D("2021-09-20"), D("2021-10-05"), (BodyId("so-y-te"),))
    (term,) = terms_of({"on_request": "true", "time": "10:00"}, frame_of(requests=[asked]))
    period = Period(PeriodName("2021-10-05"), Span(asked.made, date.max), PeriodKind.DAY)
    assert ends(term) == (
        period,
        asked.made,
        asked.due,
        (RequestMade(asked.made, asked.due),),
        "dated",
    )
    assert (term.agencies, term.time) == (("so-y-te",), "10:00")


def test_continuous_work_is_told_by_the_report_of_its_period() -> None:
    """From 2022 to 2023: the periods that share a day with it, each until its report is due."""
    reporting = {period_named(f"202{n}"): D(f"202{n}-12-01") for n in range(1, 5)}
    terms = terms_of(
        {"continuous": "true", "from": "2022", "until": "2023"}, frame_of(reporting=reporting)
    )
    assert [ends(term) for term in terms] == [
        (period, period.span.first, None, (NoDueDay(), CoveredBy(period.name, last)), "continuous")
        for period, last in reporting.items() if period.name in {"2022", "2023"}
    ]  # fmt: skip
    assert [term.resolved for term in terms] == [D("2022-12-01"), D("2023-12-01")]


def test_the_documents_own_reckoning_stands_beside_its_day() -> None:
    """“15/12/2021 (10 ngày trước …)”: another day for it is told, and aims are days, never due."""
    rule = {"every": "year", "by": "12-15", "aim": {"every": "year", "by": "12-01"},
            "check": {"every": "year", "by": "12-20"}, "until": "2022"}  # fmt: skip
    rule["aim"]["until"] = rule["check"]["until"] = "2022"  # type: ignore[index]
    terms = terms_of(rule)
    assert [term.aim for term in terms] == [D("2021-12-01"), D("2022-12-01")]
    assert [term.check and term.check.nominal for term in terms] == [
        D("2021-12-20"),
        D("2022-12-20"),
    ]
    assert [term.nominal for term in terms] == [D("2021-12-15"), D("2022-12-15")]


def test_only_an_aim_or_only_a_reckoning_stands_alone() -> None:
    (aimed,) = terms_of({"by": "2026-06-30", "aim": {"before": "2026-06-05"}})
    assert (aimed.aim, aimed.check) == (D("2026-06-04"), None)
    (reckoned,) = terms_of(
        {"by": "2026-06-30", "check": {"after": "2026-06-20", "plus": "10 days"}}
    )
    assert reckoned.aim is None
    assert reckoned.check is not None
    assert reckoned.check.nominal == D("2026-06-30")


@pytest.mark.parametrize(
    ("rule", "by_clock", "in_hours", "back"),
    [
        ({"by": "2026-06-30"}, False, False, False),
        ({"by": "2026-06-30", "time": "16:00"}, True, False, False),
        ({"event": "hop", "plus": "48 hours"}, True, True, False),
        ({"event": "hop", "minus": "48 hours"}, True, True, False),
        ({"when": BOTH, "plus": "48 hours"}, True, True, False),
        ({"event": "hop", "minus": "2 days"}, False, False, True),
        ({"before": "2025-03-31", "minus": "1 month"}, False, False, True),
        ({"event": "hop", "plus": "2 days"}, False, False, False),
    ],
)
def test_what_a_term_runs_by(rule: Any, by_clock: bool, in_hours: bool, back: bool) -> None:
    """Hours and clock times run through days off; what is counted back in days rolls back."""
    (term,) = terms_of(rule, frame_of(events=RECORDED))
    assert (term.by_clock, term.in_hours, term.counted_back) == (by_clock, in_hours, back)


def test_a_beginning_has_a_period_and_a_session_of_its_own() -> None:
    """The session of the end is another: recorded under ``once``, it says nothing of the beginning."""
    start = {"start": {"session": "2026-05"}}
    spring, summer = D("2026-05-16"), D("2026-07-16")
    sessions = {PeriodName("once"): summer, PeriodName("start"): spring}
    (held,) = terms_of(start, frame_of(sessions=sessions))
    assert (held.nominal, held.period) == (spring, Period.start(ONCE.span))
    (other,) = terms_of(start, frame_of(sessions={PeriodName("once"): summer}))
    assert (other.nominal, other.assumed) == (D("2026-05-31"), True)
    (opened,) = terms_of({"start": {"from": "2027-03"}})
    assert opened.period == Period.start(Span(D("2027-03-01"), D("2027-04-01")))
    (early,) = terms_of({"start": {"from": "2026-03"}})
    assert early.period == Period.start(Span(D("2026-03-01"), END))


def test_periods_are_told_apart_by_their_names() -> None:
    """A beginning, one of several called by its day, and what stands by itself beside what recurs."""
    span = Span(FIRST, FIRST + DAY)
    start, once, day = Period.start(span), Period.once(span), D("2021-10-05")
    assert (start.name, once.name) == ("start", "once")
    assert start.told_by(day) == Period(PeriodName("start-2021-10-05"), span, PeriodKind.DAY)
    assert once.told_by(day) == Period(PeriodName("2021-10-05"), span, PeriodKind.DAY)
    assert not any(each.recurs for each in (start, once, once.told_by(day)))
    assert period_named("2021").recurs
    assert period_named("2021")._replace(kind=PeriodKind.WORKING_DAY).recurs


@pytest.mark.parametrize(
    ("every", "names"),
    [
        ("2 months", ["2021-05..2021-06", "2021-07..2021-08"]),
        # Tens of days from 1 January: the sixteenth begins on the year's day 151.
        ("10 days", ["2021-05-31..2021-06-09", "2021-06-10..2021-06-19"]),
    ],
)
def test_what_recurs_is_counted_from_the_plans_first_year(every: str, names: list[str]) -> None:
    """Not from the plan's first day: two plans of one year have the same periods."""
    assert [term.period.name for term in terms_of({"every": every})[:2]] == names
