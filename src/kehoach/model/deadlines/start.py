"""A beginning: due as any single day is, or not allowed before a day; never taken for an end."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Self

from pydantic import Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from kehoach.model.deadlines.choosing import by_key
from kehoach.model.deadlines.events import EventBound
from kehoach.model.deadlines.one_off import OneOff
from kehoach.model.deadlines.steps import NotBefore
from kehoach.model.deadlines.term import DeadlineRule, Frame, Kind, Term
from kehoach.model.fields import SpanOfDays
from kehoach.periods import ONCE, START, Period, Span


class NotBeforeDay(DeadlineRule):
    """``from: 2027-03`` ("triển khai từ tháng 3/2027", "sớm nhất"): open from that day on.

    Nothing is due by it. ``time`` is a clock time on the first day.
    """

    kind = Kind.START
    since: Annotated[SpanOfDays, Field(alias="from")]

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term, open from the first day without a due day."""
        first = self.since.first
        end = max(frame.span.end, self.since.end)
        steps = (NotBefore(first, self.time),)
        return (self._term(Period.once(Span(first, end)), None, steps, "open"),)


_Beginnings = EventBound | Annotated[NotBeforeDay, Tag("from")] | OneOff


class Start(DeadlineRule):
    """``start: {within: 2027-03}`` ("khởi động trong tháng 3/2027"): a beginning that is due.

    What holds of it (``roll``, ``time`` …) stands inside, beside its day, and is that of the rule.
    """

    kind = Kind.START
    start: Annotated[_Beginnings, by_key(_Beginnings)]

    @model_validator(mode="after")
    def _as_inside(self) -> Self:
        """Refuse settings outside; give those inside to whoever asks the rule itself."""
        if self.model_fields_set != {"start"}:
            raise PydanticCustomError("value", "inside", {"expected": "inside_start"})
        common = DeadlineRule.model_fields
        self.__dict__.update({name: getattr(self.start, name) for name in common})
        return self

    def each(self) -> Iterator[DeadlineRule]:
        """Yield the rule, and the one by which its day is found."""
        yield self
        yield from self.start.each()

    def terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return the terms of the rule inside, each as one of a beginning."""
        held = frame.sessions.get(START)  # that of the end is another session
        own = replace(frame, sessions={ONCE: held} if held else {})
        return tuple(
            term._replace(period=Period.start(term.period.span), beginning=True)
            for term in self.start.terms(own)
        )


Beginning = Annotated[Start, Tag("start")]
"""The kind, and the key by which it is told from all others."""
