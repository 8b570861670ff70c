"""A day inside a period: "02/12", "ngày 20 của tháng cuối quý", "thứ Năm", "15/02 năm sau"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date as date_  # a point has a field of that name
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from kehoach.model.fields import OneOrMore, Read, Record
from kehoach.periods import DAY, Every, Period, Span, shift_months

_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)", re.ASCII)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def month_day(text: str) -> tuple[int, int]:
    """Read ``12-02`` as month and day; 29 February is the month's last day in a common year.

    Raises:
        ValueError: not a month and a day of it.
    """
    match = _MONTH_DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    day = date_(2024, int(match[1]), int(match[2]))  # a leap year: 02-29 may be written
    return day.month, day.day


def _within(low: int, high: int, **named: int) -> Callable[[str], int]:
    """Return a reader of a number in this range, or of one of the names."""

    def read(text: str) -> int:
        if text in named:
            return named[text]
        if not (text.isascii() and text.isdigit() and low <= int(text) <= high):
            raise ValueError(text)
        return int(text)

    return read


LAST = 99
DAYS = ("day", "working day")
MonthDay = Annotated[
    tuple[int, int], Read("month_day", month_day, "string", pattern=_MONTH_DAY.pattern)
]
MonthIn = Annotated[int, Read("month_in", _within(1, 12, first=1, last=LAST), "string", "integer")]
Nth = Annotated[int, Read("nth", _within(1, 4, first=1, last=LAST), "string", "integer")]
DayIn = Annotated[int, Read("day_in", _within(1, 31, last=LAST), "string", "integer")]


class Point(Record):
    """A day of a period, the first such that is not before it; ``12-02`` is short for ``{date: 12-02}``.

    ``date`` is a month and day. ``month`` counts within the
    period (1 is its first) or is ``first`` or ``last``; ``day`` is a number or ``last`` (the
    default); ``weekday`` is for weeks, or with ``nth`` (1-4, ``first``, ``last``) for the month: its first
    Monday, its last Friday. ``of: next`` means the period after.
    """

    date: MonthDay | None = None
    month: MonthIn = 1
    day: DayIn = LAST
    weekday: Weekday | None = None
    nth: Nth | None = None
    of: Literal["this", "next"] = "this"

    def on(self, period: Period, every: Every) -> date_:
        """Return the day, computed afresh from this period so that nothing drifts."""
        first = period.span.first if self.of == "this" else period.span.end
        if every.unit in DAYS:
            return first
        if self.weekday:
            weekday = _WEEKDAYS.index(self.weekday)
            if self.nth:
                return nth_weekday(self._month(first, every), weekday, self.nth)
            return first + weekday * DAY
        if self.date:
            return self._on_date(first, *self.date)
        span = self._month(first, every)
        if self.day == LAST:
            return span.last
        named = _day_of(span.first, self.day)
        if named not in span:
            named = _day_of(shift_months(span.first, 1), self.day)
        return min(named, span.last)

    def _month(self, first: date_, every: Every) -> Span:
        """Return the month of the period that begins on ``first``."""
        month = min(self.month, every.months)
        return Span(shift_months(first, month - 1), shift_months(first, month))

    @staticmethod
    def _on_date(first: date_, month: int, day: int) -> date_:
        """Return the first such month and day from a day on."""
        ahead = month - first.month
        named = _day_of(shift_months(first, ahead), day)
        return named if named >= first else _day_of(shift_months(first, ahead + 12), day)

    def misfit(self, every: Every) -> str | None:
        """Return the name of what is expected where a period has no such day; ``None`` where it has."""
        if every.months < self.month != LAST:
            return "month_in"
        if not self._weekday_fits(every):
            return "weekday"
        # A period that is but a day has no parts to be named.
        parts = every.unit in DAYS and self.model_copy(update={"of": "this"}) != Point()
        return "of_day" if parts else None

    def _weekday_fits(self, every: Every) -> bool:
        """Say whether a weekday stands where it must: alone in a week, and with ``nth`` in a month."""
        if every.unit == "week":
            return self.weekday is not None and self.nth is None
        if self.weekday is None or self.nth is None:
            return self.weekday is None and self.nth is None
        return every.unit != "day" and self.date is None and self.day == LAST

    def lacking(self, day: date_) -> int | None:
        """Return the number of the day that is named, where the month of ``day`` has none such."""
        named = self.date[1] if self.date else self.day
        return named if self.weekday is None and LAST != named > day.day else None


def _day_of(month: date_, day: int) -> date_:
    """Return a day of a month, or its last day where the month is shorter (Art. 148.3)."""
    return month.replace(day=min(day, monthrange(month.year, month.month)[1]))


def nth_weekday(month: Span, weekday: int, nth: int) -> date_:
    """Return a month's ``nth`` Monday (weekday 0) to Sunday, or its last where that is ``LAST``."""
    first, last = month.first, month.last
    if nth == LAST:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=nth - 1)


def _short_form(value: Any) -> Any:
    return {"date": value} if isinstance(value, str) else value


_ShortOrLong = BeforeValidator(_short_form, json_schema_input_type=MonthDay | Point)
Points = Annotated[tuple[Annotated[Point, _ShortOrLong], ...], OneOrMore]
