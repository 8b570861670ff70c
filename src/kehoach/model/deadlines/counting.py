"""Counting from a day: Civil Code 2015, Articles 147 and 148; the first day is not counted."""

from datetime import date, timedelta

from kehoach.calendar import WorkCalendar
from kehoach.model.deadlines.steps import CountedFrom
from kehoach.model.fields import Length


def _months_after(day: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - few plans count in months

    return day + relativedelta(months=months)


def count(day: date, length: Length, calendar: WorkCalendar, back: bool = False) -> CountedFrom:
    """Return the last day of a term that runs from ``day`` on, or ``back`` from it.

    Days: that many after it (Art. 148.1); weeks: the same weekday (148.2); months and years: the
    same day number, or the month's last day where there is none (148.3, 148.4). Of several units years
    and months are counted first, as one, and then weeks and days.
    """
    way = -1 if back else 1
    if length.working_days:
        end = calendar.add_working_days(day, way * length.working_days)
        return CountedFrom(day, length, end, back, end)
    months = 12 * length.years + length.months
    month = _months_after(day, way * months) if months else day
    end = month + way * timedelta(weeks=length.weeks, days=length.days)
    return CountedFrom(day, length, end, back, month)
