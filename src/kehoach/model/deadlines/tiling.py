"""Periods that the calendar does not tile alone: working days, and years with a start of their own."""

from collections.abc import Iterator, Sequence
from datetime import date

from kehoach.calendar import WorkCalendar
from kehoach.periods import DAY, Every, Period, PeriodKind, PeriodName, Span, periods, shift_months

WORKING_DAY = Every("working day")
_LEAP_YEAR = 2000  # counted from it, 29 February comes back every four years


def working_days(within: Span, calendars: Sequence[WorkCalendar]) -> Iterator[Period]:
    """Yield, in order, the days on which anybody works, by whichever of the calendars."""
    for period in periods(Every("day"), within):
        if any(calendar.why_off(period.span.first) is None for calendar in calendars):
            yield period._replace(kind=PeriodKind.WORKING_DAY)


def periods_from(starting: tuple[int, int], every: Every, within: Span) -> Iterator[Period]:
    """Yield, in order, the parts of years that begin on a month and day, as far as ``within`` goes.

    Each is counted from the same day, so that none drifts and no day lies in two or in none.
    """
    anchor = date(_LEAP_YEAR, *starting)
    months = every.months
    passed = (within.first.year - anchor.year) * 12 + within.first.month - anchor.month
    number = passed // months - 1
    while (first := shift_months(anchor, number * months)) < within.end:
        number += 1
        span = Span(first, shift_months(anchor, number * months))
        if span.overlaps(within):
            yield _named(span, every)


def _named(span: Span, every: Every) -> Period:
    """Return a span under the calendar's name for it, else under its first and last month or day."""
    of_calendar = next(periods(every, Span(span.first, span.first + DAY)))
    if of_calendar.span == span:
        return of_calendar
    whole = span.first.day == span.end.day == 1
    ends = (f"{day:%Y-%m}" if whole else day.isoformat() for day in (span.first, span.last))
    return Period(PeriodName("..".join(ends)), span)
