"""Days of several months: "ngày 10 tháng đầu quý I và quý III", "ngày 15 các tháng 6 và 12"; "23, 24/6"."""

from collections.abc import Sequence
from datetime import date

from kehoach.wordings.grammar.combinators import attempt, many
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.days import day
from kehoach.wordings.grammar.numerals import PARTS, at_year, number, numbered
from kehoach.wordings.grammar.period_days import NO_SUCH_DAY, which_month
from kehoach.wordings.grammar.phrases import LEAP_YEAR, MONTHS_IN, Day, Days, PeriodDay, Stretch
from kehoach.wordings.grammar.stretches import stretches
from kehoach.wordings.language.lexicon import Sym

_MONTHS = 3  # of a quarter
_YEAR = 12
_MOST = 36  # days: more are no list of days
_THREE_OF_FOUR = about(": còn quý thứ tư thì không rõ", " leaves the fourth quarter open")
_WHICH_DAY = about(
    ": một trong các ngày ấy, hay từng ngày, không rõ", ": one of these days, or each"
)
_PLACES = {"first": 1, "last": 3}


def days_of_months(c: Cursor) -> tuple[Day | PeriodDay, ...] | None:
    """Take a day of each month or quarter that is named; several without a year are each year's.

    Raises:
        Doubtful: one of the months has no such day, or a quarter of the year is left out.
    """
    days = _in_quarters(c) or _in_months(c)
    yearly = days and len(days) > 1 and not any(day.year for day in days)
    return _each_year(days) if days and yearly else days


@attempt
def _in_quarters(c: Cursor) -> tuple[Day, ...] | None:
    """Take "ngày 10 tháng đầu quý I và quý III"."""
    start = c.place
    found = _number_of_day(c)
    if found is None or (place := _place_in_quarter(c)) is None:
        return None
    quarters = _units(c, "quarter")
    days = [Day(found, (quarter - 1) * _MONTHS + place, year) for quarter, year in quarters]
    yearly = not any(day.year for day in days)
    c.refuse(len(days) == _MONTHS and yearly, _THREE_OF_FOUR, start)
    return _checked(c, days, start)


@attempt
def _in_months(c: Cursor) -> tuple[Day, ...] | None:
    """Take "ngày 15 các tháng 6 và 12"."""
    start = c.place
    found = _number_of_day(c)
    if found is None or not _several_months(c):
        return None
    days = [Day(found, month, year) for month, year in _units(c, "month")]
    return _checked(c, days, start) if len(days) > 1 else None


def _number_of_day(c: Cursor) -> int | None:
    c.take(Sym.DAY)
    found = number(c)
    c.skip(Sym.OF)
    return found


def _units(c: Cursor, unit: str) -> list[tuple[int, int | None]]:
    """Take the months, or quarters, of a list with the year of each."""
    spans = stretches(c) or ()
    if not all({span.unit, span.last_unit or span.unit} == {unit} for span in spans):
        return []
    return [each for span in spans for each in _of_span(span, MONTHS_IN[unit])]


def _of_span(span: Stretch, size: int) -> list[tuple[int, int | None]]:
    """Return the units of so many months from the first to the last of a span."""
    begins = range(span.begin, span.end, size)
    years = ((begin // _YEAR, begin % _YEAR // size + 1) for begin in begins)
    return [(index, year or None) for year, index in years]


def _checked(c: Cursor, days: list[Day], start: int) -> tuple[Day, ...] | None:
    c.refuse(not all(map(_exists, days)), NO_SUCH_DAY, start)
    c.refuse(len(days) > _MOST, _WHICH_DAY, start)
    return tuple(days) or None


@attempt
def _place_in_quarter(c: Cursor) -> int | None:
    """Take "tháng cuối của" before a certain quarter: which of its months, from 1."""
    which = which_month(c) if c.take(Sym.MONTH) else None
    if which is None:
        return None
    c.skip(Sym.OF)
    place = _PLACES.get(which) or int(which)
    quarter = c.at(Sym.QUARTER) and numbered(c, 1)
    return place if quarter and 1 <= place <= _MONTHS else None


def _several_months(c: Cursor) -> bool:
    """Say whether "tháng 6" or "các tháng 6" stands here."""
    step = 0 if c.at(Sym.MONTH) else 1
    return c.ahead(step) is Sym.MONTH and numbered(c, step + 1)


@attempt
def days_in_a_row(c: Cursor) -> Days | None:
    """Take "ngày 23, 24/6/2026": days that follow one another.

    Raises:
        Doubtful: they do not, or something is to be done before them.
    """
    start = c.place
    c.take(Sym.FILLER)
    if not c.take(Sym.DAY) or (first := number(c)) is None:
        return None
    between = many(_next_number, c)
    if not c.take_each(Sym.COMMA, Sym.AND) or not c.at(Sym.NUMBER, Sym.DAY):
        return None
    last = day(c)
    if not isinstance(last, Day) or last.year is None:
        return None
    numbers = [first, *between, last.day]
    before = c.tokens[start - 1].sym is Sym.BEFORE
    c.refuse(before or numbers != list(range(first, last.day + 1)), _WHICH_DAY, start)
    return Days(last._replace(day=first, weekday=None), last)


@attempt
def dashed_days(c: Cursor) -> Days | None:
    """Take "10-15/6/2026": from one day to another of a month.

    Raises:
        Doubtful: it ends before it begins, or is to be done before it.
    """
    start = c.place
    if not c.take(Sym.DAY) and c.passed.text in PARTS:
        return None  # "đợt 2 - 15/6/2026"
    first = number(c) if c.at(Sym.NUMBER) and not at_year(c) else None
    last = day(c) if first and c.take(Sym.DASH) else None
    if first is None or not isinstance(last, Day) or last.year is None:
        return None
    uncertain = first >= last.day or c.tokens[start - 1].sym is Sym.BEFORE
    c.refuse(uncertain, _WHICH_DAY, start)
    return Days(last._replace(day=first, weekday=None), last)


@attempt
def _next_number(c: Cursor) -> int | None:
    """Take ", 24" of a list, but not the day that has its month."""
    found = number(c) if c.take_each(Sym.COMMA, Sym.AND) else None
    return found if c.at(Sym.COMMA, Sym.AND) else None


def _exists(day: Day) -> bool:
    try:
        return bool(date(day.year or LEAP_YEAR, day.month, day.day))
    except ValueError:
        return False


def _each_year(days: Sequence[Day]) -> tuple[PeriodDay, ...]:
    return tuple(
        PeriodDay("year", {"date": f"{day.month:02}-{day.day:02}"}, repeats=True) for day in days
    )
