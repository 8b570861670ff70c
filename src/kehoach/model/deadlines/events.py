"""Due by an event: counted from one, or waiting until all of several have happened."""

from datetime import date
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kehoach.model.deadlines.counting import count
from kehoach.model.deadlines.one_off import before
from kehoach.model.deadlines.term import Frame, Rule, Step, Term, Why
from kehoach.model.fields import EventRef, Events, LengthOfTime, SpanOfDays


class AfterEvents(Rule):
    """``when: [event, …]`` ("sau khi … và …"): waiting until every event is recorded.

    Then due ``plus`` a length after the last of them, ``minus`` a length before it ("chậm nhất 10
    ngày trước ngày"), ``by`` or ``before`` a day; with none of these it is open without a date.
    """

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

    def terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term: waiting, open without a date, or dated."""
        recorded = tuple(
            Step(Why.EVENT_RECORDED, {"event": event, "day": frame.events[event]})
            for event in self.when
            if event in frame.events
        )
        missing = tuple(
            Step(Why.EVENT_AWAITED, {"event": event})
            for event in self.when
            if event not in frame.events
        )
        if missing:
            return (self._term(frame.once(), None, recorded + missing, "waiting"),)
        return (self._started(max(frame.events[event] for event in self.when), recorded, frame),)

    def _started(self, day: date, recorded: tuple[Step, ...], frame: Frame) -> Term:
        """Return the term once its clock has started."""
        if length := self.plus or self.minus:
            last, step = count(day, length, frame.calendar, 1 if self.plus else -1)
        elif self.by:
            last, step = self.by.last, Step(Why.DAY_NAMED, {"day": self.by.last})
        elif self.before:
            step = before(self.before, None, frame)
            last = step.day("last")
        else:
            step = Step(Why.NO_DATE_SET)
            return self._term(frame.once(), None, (*recorded, step), "open")
        return self._term(frame.once(), last, (*recorded, step))


class Counted(AfterEvents):
    """``event: id, plus: 5 working days`` ("05 ngày làm việc kể từ ngày …"): one event."""

    event: EventRef
    when: Events = ()

    @model_validator(mode="after")
    def _one_event(self) -> Self:
        """Refuse further events beside the one that starts the clock."""
        if self.when:
            raise PydanticCustomError("value", "one event", {"expected": "one_day"})
        return self

    def terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term counted from the event."""
        return AfterEvents.terms(self.model_copy(update={"when": (self.event,)}), frame)
