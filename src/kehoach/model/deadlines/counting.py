"""Counting from a day: Civil Code 2015, Articles 147 and 148; the first day is not counted."""

from datetime import date, timedelta

from kehoach.calendar import WorkCalendar
from kehoach.model.deadlines.counted_steps import CountedFrom, HoursFrom
from kehoach.model.fields import Length
from kehoach.periods import DAY


def _months_after(day: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - few plans count in months

    return day + relativedelta(months=months)


END_OF_DAY = "24:00"
_HOURS_A_DAY = 24


def count(
    day: date,
    length: Length,
    calendar: WorkCalendar,
    back: bool = False,
    time: str = END_OF_DAY,
) -> CountedFrom | HoursFrom:
    """Return the last day of a term that runs from ``day`` on, or ``back`` from it.

    Days: that many after it (Art. 148.1); weeks: the same weekday (148.2); months and years: the
    same day number, or the month's last day where there is none (148.3, 148.4). Of several units years
    and months are counted first, as one, and then weeks and days. Hours run from a clock ``time``.
    """
    if length.hours:
        return _hours(day, time, length, back)
    way = -1 if back else 1
    if length.working_days:
        end = calendar.add_working_days(day, way * length.working_days)
        return CountedFrom(day, length, end, back, end)
    months = 12 * length.years + length.months
    month = _months_after(day, way * months) if months else day
    end = month + way * timedelta(weeks=length.weeks, days=length.days)
    return CountedFrom(day, length, end, back, month)


def _hours(day: date, time: str, length: Length, back: bool) -> HoursFrom:
    """Return the last moment of a term in hours; midnight ends the day before it."""
    hour, _, minute = time.partition(":")
    hours = int(hour) + (-length.hours if back else length.hours)
    days, hours = divmod(hours, _HOURS_A_DAY)
    last = day + timedelta(days=days)
    if hours == 0 and minute == "00":
        return HoursFrom(day, time, length, last - DAY, None, back)
    return HoursFrom(day, time, length, last, f"{hours:02}:{minute}", back)
