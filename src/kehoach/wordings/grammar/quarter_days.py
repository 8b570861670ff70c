"""Days of certain quarters: "ngày 10 tháng đầu quý I và quý III"."""

from datetime import date

from kehoach.wordings.grammar.combinators import attempt
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import number, numbered
from kehoach.wordings.grammar.period_days import NO_SUCH_DAY, which_month
from kehoach.wordings.grammar.phrases import LEAP_YEAR, Day, PeriodDay, Stretch
from kehoach.wordings.grammar.stretches import stretches
from kehoach.wordings.language.lexicon import Sym

_MONTHS = 3
_THREE_OF_FOUR = about(": còn quý thứ tư thì không rõ", " leaves the fourth quarter open")
_PLACES = {"first": 1, "last": _MONTHS}


@attempt
def days_of_quarters(c: Cursor) -> tuple[Day | PeriodDay, ...] | None:
    """Take a day in one month of each quarter that is named; several without a year are each year's.

    Raises:
        Doubtful: one of the months has no such day, or a quarter of the year is left out.
    """
    start = c.place
    c.take(Sym.DAY)
    day = number(c)
    month = _month(c) if day else None
    quarters = stretches(c) if month and c.at(Sym.QUARTER) and numbered(c, 1) else None
    if not quarters or not all(map(_in_one_year, quarters)):
        return None
    found = [
        Day(day or 0, (quarter - 1) * _MONTHS + (month or 0), span.year)
        for span in quarters
        for quarter in range(span.first, span.last + 1)
    ]
    c.refuse(not all(map(_exists, found)), NO_SUCH_DAY, start)
    c.refuse(len(found) == _MONTHS and not found[0].year, _THREE_OF_FOUR, start)
    return _each_year(found) if len(found) > 1 and not found[0].year else tuple(found)


def _month(c: Cursor) -> int | None:
    """Take "của tháng cuối của": which month of a quarter, from 1."""
    c.skip(Sym.OF)
    which = which_month(c) if c.take(Sym.MONTH) else None
    c.skip(Sym.OF)
    place = _PLACES.get(which or "") or int(which or 0)
    return place if 1 <= place <= _MONTHS else None


def _in_one_year(span: Stretch) -> bool:
    """Say whether it is quarters from one to another of a year."""
    quarters = {span.unit, span.last_unit or span.unit} == {"quarter"}
    return quarters and span.last_year in (None, span.year)


def _exists(day: Day) -> bool:
    try:
        return bool(date(day.year or LEAP_YEAR, day.month, day.day))
    except ValueError:
        return False


def _each_year(days: list[Day]) -> tuple[PeriodDay, ...]:
    return tuple(
        PeriodDay("year", {"date": f"{day.month:02}-{day.day:02}"}, repeats=True) for day in days
    )
