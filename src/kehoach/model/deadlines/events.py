"""Due by an event: counted from one, or waiting until all of several have happened."""

from typing import Annotated, Self

from pydantic import Tag, model_validator
from pydantic_core import PydanticCustomError

from kehoach.model.deadlines.counted_steps import CountedFrom, HoursFrom
from kehoach.model.deadlines.counting import count
from kehoach.model.deadlines.one_off import before
from kehoach.model.deadlines.steps import (
    BeforeSpan,
    DayBefore,
    DayNamed,
    EventAwaited,
    EventRecorded,
    NoDateSet,
)
from kehoach.model.deadlines.term import DeadlineRule, Frame, Kind, Moment, Term
from kehoach.model.fields import EventRef, Events, LengthOfTime, SpanOfDays
from kehoach.model.ids import EventId


class AfterEvents(DeadlineRule):
    """``when: [event, …]`` ("sau khi … và …"): waiting until every event is recorded.

    Then due ``plus`` a length after the last of them, ``minus`` a length before it ("chậm nhất 10
    ngày trước ngày"), ``by`` or ``before`` a day; with none of these it is open without a date. Hours
    run from the recorded clock time; where none is recorded, from the end of that day.
    """

    kind = Kind.CONDITIONAL
    when: Events
    plus: LengthOfTime | None = None
    minus: LengthOfTime | None = None
    by: SpanOfDays | None = None
    before: SpanOfDays | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        """Refuse two ways of saying the day."""
        if sum(x is not None for x in (self.plus, self.minus, self.by, self.before)) > 1:
            raise PydanticCustomError("value", "one way", {"expected": "one_day"})
        return self

    @property
    def awaited(self) -> tuple[EventId, ...]:
        """The events that it waits for."""
        return self.when

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term: waiting, open without a date, or dated."""
        recorded = tuple(
            EventRecorded(event, frame.events[event], frame.times.get(event))
            for event in self.awaited
            if event in frame.events
        )
        missing = tuple(EventAwaited(event) for event in self.awaited if event not in frame.events)
        if missing:
            return (self._term(frame.once(), None, (*recorded, *missing), "waiting"),)
        return (self._started(max(map(frame.moment, self.awaited)), recorded, frame),)

    def _started(self, at: Moment, recorded: tuple[EventRecorded, ...], frame: Frame) -> Term:
        """Return the term once its clock has started."""
        if (step := self._last(at, frame)) is None:
            return self._term(frame.once(), None, (*recorded, NoDateSet()), "open")
        return self._term(frame.once(), step.last, (*recorded, step))

    def _last(
        self, at: Moment, frame: Frame
    ) -> CountedFrom | HoursFrom | DayNamed | DayBefore | BeforeSpan | None:
        """Return the step to the last day; ``None`` where no day is set."""
        if length := self.plus or self.minus:
            return count(at.day, length, frame.calendar, back=self.plus is None, time=at.time)
        if self.by:
            return DayNamed(self.by.last)
        return before(self.before, None, frame) if self.before else None


class Counted(AfterEvents):
    """``event: id, plus: 5 working days`` ("05 ngày làm việc kể từ ngày …"): one event."""

    kind = Kind.COUNTED
    event: EventRef
    when: Events = ()

    @model_validator(mode="after")
    def _one_event(self) -> Self:
        """Refuse further events beside the one that starts the clock."""
        if self.when:
            raise PydanticCustomError("value", "one event", {"expected": "one_day"})
        return self

    @property
    def awaited(self) -> tuple[EventId, ...]:
        """The one event."""
        return (self.event,)


EventBound = Annotated[Counted, Tag("event")] | Annotated[AfterEvents, Tag("when")]
"""Each kind, and the key by which it is told from all others."""
