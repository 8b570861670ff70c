"""Due once a period: "hàng năm, trước ngày 02/12", "trước ngày 20 của tháng cuối quý"."""

from abc import abstractmethod
from datetime import date
from typing import Annotated, Self

from pydantic import Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from kehoach.model.deadlines.counted_steps import CountedFrom, HoursFrom
from kehoach.model.deadlines.counting import count
from kehoach.model.deadlines.one_off import before
from kehoach.model.deadlines.points import MonthDay, MonthIn, Point, Points
from kehoach.model.deadlines.steps import BeforeSpan, DayBefore, DayOfPeriod, PeriodEnd
from kehoach.model.deadlines.term import DeadlineRule, Frame, Kind, Term
from kehoach.model.deadlines.tiling import WORKING_DAY, periods_from, working_days
from kehoach.model.fields import Flag, LengthOfTime, Rhythm, SpanOfDays
from kehoach.periods import DAY, Every, Period, Span, month_end, periods, shift_months

_PERIODS_A_YEAR = {Every("month"): 12, Every("quarter"): 4, Every("half-year"): 2}
_PARTS_OF_YEARS = (Every("year"), Every("half-year"), Every("quarter"))


_Last = BeforeSpan | CountedFrom | HoursFrom | DayBefore | DayOfPeriod | PeriodEnd


class Recurrence(DeadlineRule):
    """What recurring rules share: the rhythm, and where it begins and ends on its own.

    Without ``from`` and ``until`` it runs over the plan's period. ``starting`` is the month and day on
    which its years begin ("năm học": 09-01), of which half-years and quarters are parts.
    """

    every: Rhythm
    starting: MonthDay | None = None
    since: Annotated[SpanOfDays | None, Field(alias="from")] = None
    until: SpanOfDays | None = None

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term a period; a day before the rule begins to run binds nobody."""
        terms = (self._due(period, frame) for period in self.periods(frame))
        first = self._first(frame)
        return tuple(term for term in terms if term.nominal is None or term.nominal >= first)

    @model_validator(mode="after")
    def _of_years(self) -> Self:
        """Refuse years with a beginning of their own where the rhythm is no part of a year."""
        if self.starting and self.every not in _PARTS_OF_YEARS:
            raise PydanticCustomError("value", "starting", {"expected": "starting"})
        return self

    @abstractmethod
    def _due(self, period: Period, frame: Frame) -> Term:
        """Return the term of one period."""

    def _first(self, frame: Frame) -> date:
        return self.since.first if self.since else frame.span.first

    def periods(self, frame: Frame) -> tuple[Period, ...]:
        """Return the periods that share a day with the time over which it runs."""
        first = self._first(frame)
        end = self.until.end if self.until else frame.span.end
        if end <= first:
            return ()
        if self.every == WORKING_DAY:
            return tuple(working_days(Span(first, end), frame.calendars or (frame.calendar,)))
        if self.starting:
            return tuple(periods_from(self.starting, self.every, Span(first, end)))
        anchor = first if self.since else date(frame.span.first.year, 1, 1)
        return tuple(periods(self.every, Span(first, end), anchor))


class Recurring(Recurrence):
    """``every: year`` with ``before``, ``by`` or ``plus``; alone, due on the period's last day.

    Several points (``by: [05-30, 10-31]``) stand one for each period of the year, in order.
    ``plus`` counts from the period's last day, which is not counted (Civil Code Art. 147.2).
    """

    kind = Kind.RECURRING
    before: Points | None = None
    by: Points | None = None
    plus: LengthOfTime | None = None
    inclusive: Flag | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        """Refuse two ways of saying the day, and months or days that the periods do not have."""
        if sum(x is not None for x in (self.before, self.by, self.plus)) > 1:
            raise PydanticCustomError("value", "one way", {"expected": "one_day"})
        points = self.by if self.before is None else self.before
        if points is not None and len(points) not in (1, _PERIODS_A_YEAR.get(self.every)):
            raise PydanticCustomError("value", "points", {"expected": "points"})
        for misfit in filter(None, (point.misfit(self.every) for point in points or ())):
            raise PydanticCustomError("value", "point", {"expected": misfit})
        return self

    def _due(self, period: Period, frame: Frame) -> Term:
        """Return the term of one period."""
        if points := self.before or self.by:
            begun = (period.span.first.month - (self.starting or (1, 1))[0]) % 12
            steps = self._at(points[begun // self.every.months % len(points)], period, frame)
        elif self.plus:
            steps = (count(period.span.last, self.plus, frame.calendar),)
        else:
            steps = (PeriodEnd(period.span.last),)
        return self._term(period, steps[-1].last, steps)

    def _at(self, point: Point, period: Period, frame: Frame) -> tuple[_Last, ...]:
        """Return the steps to the last day on time from the day named in a period."""
        day = point.on(period, self.every)
        if self.every == WORKING_DAY and point.of == "next":
            day = frame.calendar.add_working_days(period.span.first, 1)
        named = DayOfPeriod(day, point.lacking(day), yearly=point.date is not None)
        if not self.before:
            return (named,)
        end = before(Span(day, day + DAY), self.inclusive, frame)
        return (end,) if named.lacking is None else (named, end)


class AtSession(Recurrence):
    """``every: year, session: 12`` ("tại phiên họp tháng 12 hàng năm").

    Due on the recorded day of the session, which never rolls; until it is recorded, on the last
    day of the month, marked as assumed.
    """

    kind = Kind.SESSION
    session: MonthIn

    def _due(self, period: Period, frame: Frame) -> Term:
        """Return the term of one period."""
        first = period.span.first.replace(day=1)
        # A year's session is called by its month, whenever that year begins.
        begun = first.month - 1 if self.every == Every("year") else 0
        months = (min(self.session, self.every.months) - 1 - begun) % self.every.months
        last = month_end(shift_months(first, months))
        return self.at_session(period, frame.sessions.get(period.name), last)


Recurrences = Annotated[AtSession, Tag("session")] | Annotated[Recurring, Tag("every")]
"""Each kind, and the key by which it is told from all others."""
