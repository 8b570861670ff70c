"""What a deadline expands to: terms, each with the steps by which it was found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, NamedTuple

from kehoach.calendar import WorkCalendar
from kehoach.model.deadlines.steps import CountedFrom, SessionAssumed, SessionHeld, Step
from kehoach.model.fields import Clock, Flag, Record, Roll
from kehoach.model.ids import BodyId, EventId
from kehoach.periods import Period, PeriodName, Span
from kehoach.words import Text
from kehoach.words.labelled import Labelled

Before = Literal["exclusive", "inclusive"]


State = Literal["dated", "waiting", "open", "continuous"]


@dataclass(frozen=True, slots=True)
class Term:
    """One time at which something is due.

    ``nominal`` is the last day on time (inclusive) before any rolling; ``start`` the first day the
    matter is open; ``resolved`` the day at which groups are resolved where there is no due day (for
    continuous work: the last day of the report that covers it); ``beginning``: the work must have
    begun by then, not be done.
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
    beginning: bool = False

    @property
    def counted_back(self) -> bool:
        """Whether its day was found by counting back ("chậm nhất 10 ngày trước …")."""
        return bool(self.steps) and isinstance(self.steps[-1], CountedFrom) and self.steps[-1].back


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


class Kind(Labelled):
    """What kinds of deadline are called; several forms of one kind share its name."""

    BY = "by", Text("đến hết ngày", "by a day")
    BEFORE = "before", Text("trước ngày", "before a day")
    WITHIN = "within", Text("trong khoảng thời gian", "within a span")
    RECURRING = "recurring", Text("định kỳ", "recurring")
    COUNTED = "counted", Text("tính từ một ngày, một sự kiện", "counted from a day or event")
    CONDITIONAL = "conditional", Text("chờ sự kiện", "waiting for events")
    SESSION = "session", Text("tại phiên họp", "at a session")
    CONTINUOUS = "continuous", Text("thường xuyên", "continuous")
    ON_REQUEST = "on_request", Text("khi có yêu cầu", "on request")
    START = "start", Text("thời điểm bắt đầu", "a beginning")
    NOT_SET = "not_set", Text("chưa ấn định thời hạn", "no time set")


class DeadlineRule(Record):
    """What every deadline may say beside its ``kind``.

    ``roll`` overrides the plan's policy; ``time`` is a clock time on the last day;
    ``aspirational`` ("phấn đấu") is shown and never overdue.
    """

    kind: ClassVar[Kind]
    roll: Roll | None = None
    time: Clock | None = None
    aspirational: Flag = False

    def each(self) -> Iterator["DeadlineRule"]:
        """Yield this rule, and those that stand inside it."""
        yield self

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
        if held:
            return replace(self._term(period, held, (SessionHeld(held),)), roll="none")
        return replace(self._term(period, last, (SessionAssumed(last),)), assumed=True)
