"""What a deadline expands to: terms, each with the steps by which it was found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from kehoach.calendar import WorkCalendar
from kehoach.model.deadlines.counted_steps import CountedFrom, HoursFrom
from kehoach.model.deadlines.counting import END_OF_DAY
from kehoach.model.deadlines.nesting import AnyDeadline
from kehoach.model.deadlines.steps import SessionAssumed, SessionHeld, Step
from kehoach.model.fields import BodyRef, Clock, Flag, OneOrMore, Record, Roll
from kehoach.model.ids import BodyId, EventId
from kehoach.periods import Period, PeriodName, Span
from kehoach.words import Text
from kehoach.words.labelled import Labelled

Before = Literal["exclusive", "inclusive"]


State = Literal["dated", "waiting", "open", "continuous"]


class Term(NamedTuple):
    """One time at which something is due.

    ``nominal`` is the last day on time (inclusive) before any rolling; ``start`` the first day the
    matter is open; ``resolved`` the day at which groups are resolved where there is no due day (for
    continuous work: the last day of the report that covers it); ``beginning``: the work must have
    begun by then, not be done. ``aim`` is the day aimed at
    beside it, never due; ``check`` the same time as the document reckons it itself. ``agencies`` are those
    of whom a request is made, ``bound`` those whom the deadline names; all, where empty.
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
    bound: tuple[BodyId, ...] = ()
    aim: date | None = None
    check: "Term | None" = None

    @property
    def by_clock(self) -> bool:
        """Whether it ends at an hour of its day, not with it."""
        return self.time is not None or self.in_hours

    @property
    def in_hours(self) -> bool:
        """Whether it runs for so many hours."""
        return bool(self.steps) and isinstance(self.steps[-1], HoursFrom)

    @property
    def counted_back(self) -> bool:
        """Whether its day was found by counting back ("chậm nhất 10 ngày trước …")."""
        return bool(self.steps) and isinstance(self.steps[-1], CountedFrom) and self.steps[-1].back


class RequestedDay(NamedTuple):
    """A recorded request: when it was made, the last day (inclusive), whom it binds."""

    made: date
    due: date
    agencies: tuple[BodyId, ...]


class Moment(NamedTuple):
    """A day, and the clock time on it: ``24:00`` is its end."""

    day: date
    time: str


@dataclass(frozen=True)
class Frame:
    """What a deadline needs to know of its plan and of what has happened so far.

    ``reporting`` gives, by period, the last day of the report that covers continuous work; ``times``
    the clock times of events, where they are recorded; ``calendars`` are all by which any agency
    reckons its days, where there are several.
    """

    span: Span
    before: Before
    calendar: WorkCalendar
    events: Mapping[EventId, date]
    sessions: Mapping[PeriodName, date]
    requests: tuple[RequestedDay, ...]
    reporting: Mapping[Period, date]
    times: Mapping[EventId, str] = field(default_factory=dict)
    calendars: tuple[WorkCalendar, ...] = ()

    def moment(self, event: EventId) -> Moment:
        """Return when an event happened; the last possible moment where only its day is known."""
        return Moment(self.events[event], self.times.get(event, END_OF_DAY))

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


_UNDATED = {Kind.CONTINUOUS, Kind.ON_REQUEST, Kind.NOT_SET, Kind.START}
# The kinds beside whose day no other stands, since they have none or are of a beginning.


def _some(bodies: tuple[BodyId, ...]) -> tuple[BodyId, ...]:
    """Refuse an empty list: it would bind everybody, where whoever wrote it meant somebody."""
    if not bodies:
        raise PydanticCustomError("value", "bodies", {"expected": "bodies"})
    return bodies


class DeadlineRule(Record):
    """What every deadline may say beside its ``kind``.

    ``roll`` overrides the plan's policy; ``time`` is a clock time on the last day, which then stays
    where it is on a day off unless there is a ``roll``; ``aspirational`` ("phấn đấu") is shown and
    never overdue. ``aim`` is an earlier day to strive for beside this one ("phấn đấu xong trước 05/6"),
    ``check`` the same time as the document reckons it itself ("10/12/2025 (95 ngày trước ngày bầu
    cử)"). ``agencies`` are those alone whom it binds ("cấp xã trước 20/8, cấp tỉnh trước 30/8").
    """

    kind: ClassVar[Kind]
    roll: Roll | None = None
    time: Clock | None = None
    aspirational: Flag = False
    aim: Annotated["DeadlineRule", AnyDeadline()] | None = None
    check: Annotated["DeadlineRule", AnyDeadline()] | None = None
    agencies: Annotated[tuple[BodyRef, ...], AfterValidator(_some), OneOrMore] = ()

    @model_validator(mode="after")
    def _beside_plainly(self) -> Self:
        """Refuse a rule within a rule within a rule, and hours that run to another hour."""
        if not all(map(self._stands_beside, filter(None, (self.aim, self.check)))):
            raise PydanticCustomError("value", "beside", {"expected": "beside"})
        lengths = (getattr(self, key, None) for key in ("plus", "minus"))
        if self.time and any(length.hours for length in lengths if length):
            raise PydanticCustomError("value", "clock", {"expected": "clock"})
        return self

    def _stands_beside(self, inner: "DeadlineRule") -> bool:
        """Say whether a rule has a day in each period that this one has, and nothing beside it."""
        dated = not _UNDATED & {self.kind, inner.kind}
        return dated and self._rhythm == inner._rhythm and not any(inner._own)  # noqa: SLF001 - its like

    @property
    def _rhythm(self) -> tuple[object, ...]:
        return tuple(getattr(self, key, None) for key in ("every", "starting"))

    @property
    def _own(self) -> tuple[object, ...]:
        return (self.aim, self.check, self.agencies)

    def each(self) -> Iterator["DeadlineRule"]:
        """Yield this rule, and those that stand inside it."""
        yield self
        for inner in filter(None, (self.aim, self.check)):
            yield from inner.each()

    def terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return the terms in order of time, each with what stands beside it for its period."""
        terms = self._terms(frame)
        if self.aim is None and self.check is None:
            return terms
        aims = self.aim.terms(frame) if self.aim else ()
        checks = self.check.terms(frame) if self.check else ()
        return tuple(_beside(term, aims, checks) for term in terms)

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return the terms without what stands beside them."""
        raise NotImplementedError

    def _term(
        self, period: Period, nominal: date | None, steps: tuple[Step, ...], state: State = "dated"
    ) -> Term:
        """Return a term that carries this rule's own settings."""
        last = steps[-1] if steps else None
        return Term(
            period,
            period.span.first,
            nominal,
            steps,
            state,
            roll=self.roll,
            time=self.time or (last.time if isinstance(last, HoursFrom) else None),
            aspirational=self.aspirational,
            bound=self.agencies,
        )

    def at_session(self, period: Period, held: date | None, last: date) -> Term:
        """Return the term due on the day a session was ``held``, else by ``last``, as assumed."""
        if held:
            return self._term(period, held, (SessionHeld(held),))._replace(roll="none")
        return self._term(period, last, (SessionAssumed(last),))._replace(assumed=True)


def _beside(term: Term, aims: tuple[Term, ...], checks: tuple[Term, ...]) -> Term:
    """Return a term with the day aimed at and the document's own reckoning for its period."""
    name = term.period.name
    aim = next((each.nominal for each in aims if each.period.name == name), None)
    check = next((each for each in checks if each.period.name == name), None)
    return term._replace(aim=aim, check=check)
