"""The commonest slip with days: the year. What was probably meant is offered, never assumed."""

from calendar import isleap
from datetime import date

from kehoach.words.dates import day_words
from kehoach.words.text import Text

_MEANT = Text("; có phải {day}?", "; did you mean {day}?")


def earlier_year(day: date, last: date) -> Text | str:
    """Return the question that offers the same day of the latest year up to ``last``, inclusive."""
    return _offered(day, (last.year, last.year - 1), date.min, last)


def other_year(day: date, after: date, before: date = date.max) -> Text | str:
    """Return the question that offers the same day of the first year that lies between two days.

    ``after`` is exclusive, ``before`` inclusive; nothing where no such day is within a year of
    ``after``.
    """
    return _offered(day, (after.year, after.year + 1), after, before)


def same_day_before(day: date, last: date) -> date | None:
    """Return the same day of the latest year up to ``last``, inclusive, or of the year before."""
    return _fitting(day, (last.year, last.year - 1), date.min, last)


def _offered(day: date, years: tuple[int, int], after: date, before: date) -> Text | str:
    """Return the question that offers the day of the first of some years that fits."""
    meant = _fitting(day, years, after, before)
    return _MEANT.filled(day=day_words(meant)) if meant else ""


def _fitting(day: date, years: tuple[int, int], after: date, before: date) -> date | None:
    for year in years:
        if year == day.year or ((day.month, day.day) == (2, 29) and not isleap(year)):
            continue
        meant = day.replace(year=year)
        if after < meant <= before:
            return meant
    return None
