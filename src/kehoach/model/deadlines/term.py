"""What a deadline expands to: terms, each with the steps by which it was found."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from kehoach.calendar import WorkCalendar
from kehoach.model.fields import Clock, Flag, Record, Roll
from kehoach.model.ids import BodyId, EventId
from kehoach.periods import Period, PeriodName, Span

Before = Literal["exclusive", "inclusive"]


class Why(StrEnum):
    """A step of the reasoning, with the rule of law or policy it rests on."""

    DAY_NAMED = "day_named"
    SPAN_END = "span_end"
    BEFORE_DAY = "before_day"
    BEFORE_INCLUSIVE = "before_inclusive"
    BEFORE_SPAN = "before_span"
    PERIOD_END = "period_end"
    COUNTED = "counted"
    COUNTED_BACK = "counted_back"
    COUNTED_WORKING = "counted_working"
    EVENT_RECORDED = "event_recorded"
    EVENT_AWAITED = "event_awaited"
    NO_DATE_SET = "no_date_set"
    SESSION_RECORDED = "session_recorded"
    SESSION_ASSUMED = "session_assumed"
    CONTINUOUS = "continuous"
    COVERED_BY = "covered_by"
    REQUESTED = "requested"


class Step(NamedTuple):
    """One step: why, and the values its sentence needs."""

    why: Why
    values: Mapping[str, str | int | date] = {}

    def day(self, name: str) -> date:
        """Return a value that is a day."""
        value = self.values[name]
        assert isinstance(value, date)  # noqa: S101 - steps are built in this package only
        return value


State = Literal["dated", "waiting", "open", "continuous"]


@dataclass(frozen=True, slots=True)
class Term:
    """One time at which something is due.

    ``nominal`` is the last day on time (inclusive) before any rolling; ``start`` the first day the
    matter is open; ``resolved`` the day at which groups are resolved where there is no due day (for
    continuous work: the last day of the report that covers it).
    """

    period: Period
    start: date
    nominal: date | None
    steps: tuple[Step, ...]
    state: State = "dated"
    roll: Roll | None = None
    resolved: date | None = None
    time: str | None = None
    aspirational: bool = False
    assumed: bool = False
    agencies: tuple[BodyId, ...] = ()

    def changed(self, **fields: Any) -> "Term":
        """Return the same term with some fields replaced."""
        return replace(self, **fields)


class RequestedDay(NamedTuple):
    """A recorded request: when it was made, the last day (inclusive), whom it binds."""

    made: date
    due: date
    agencies: tuple[BodyId, ...]


@dataclass(frozen=True)
class Frame:
    """What a deadline needs to know of its plan and of what has happened so far.

    ``reporting`` gives, by period, the last day of the report that covers continuous work.
    """

    span: Span
    before: Before
    calendar: WorkCalendar
    events: Mapping[EventId, date]
    sessions: Mapping[PeriodName, date]
    requests: tuple[RequestedDay, ...]
    reporting: Mapping[Period, date]

    def once(self, span: Span | None = None) -> Period:
        """Return the period of a one-off: from the span's or the plan's beginning to its end."""
        first = max(span.first, self.span.first) if span else self.span.first
        return Period.once(Span(first, max(self.span.end, span.end if span else self.span.end)))


class Rule(Record):
    """What every deadline may say beside its kind.

    ``roll`` overrides the plan's policy; ``time`` is a clock time on the last day;
    ``aspirational`` ("phấn đấu") is shown and never overdue.
    """

    roll: Roll | None = None
    time: Clock | None = None
    aspirational: Flag = False

    def terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return the terms in order of time."""
        raise NotImplementedError

    def _term(
        self, period: Period, nominal: date | None, steps: tuple[Step, ...], state: State = "dated"
    ) -> Term:
        """Return a term that carries this rule's own settings."""
        return Term(
            period,
            period.span.first,
            nominal,
            steps,
            state,
            roll=self.roll,
            time=self.time,
            aspirational=self.aspirational,
        )

    def at_session(self, period: Period, held: date | None, last: date) -> Term:
        """Return the term due on the day a session was ``held``, else by ``last``, as assumed."""
        why = Why.SESSION_RECORDED if held else Why.SESSION_ASSUMED
        day = held or last
        term = self._term(period, day, (Step(why, {"day": day}),))
        return term.changed(roll="none" if held else self.roll, assumed=held is None)
