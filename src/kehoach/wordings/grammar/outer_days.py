"""The first or last days of a period: "10 ngày đầu quý", "tuần đầu tháng 6/2026", "nửa cuối tháng"."""

from kehoach.wordings.file_forms import Form
from kehoach.wordings.grammar.combinators import attempt, one_of
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import amount
from kehoach.wordings.grammar.period_days import (
    dated_unit,
    following,
    of_month,
    place_in,
    which_month,
)
from kehoach.wordings.grammar.phrases import Days, PeriodDay
from kehoach.wordings.language.lexicon import Sym

_WEEK = 7
_DAYS = {Sym.DAY: "day"}
_HALF_MONTH = 15  # Civil Code 2015, Art. 146.1
_BEFORE_THEM = about(
    ": trước khi bắt đầu những ngày ấy, hay trong những ngày ấy, không rõ",
    ": before these days begin, or in them, is not clear",
)
_HALF_OF_OTHERS = about(" không phải là một ngày xác định", " is no certain day")


@attempt
def outer_days(c: Cursor) -> Days | PeriodDay | None:
    """Take so many first or last days of a unit; undated, the last of them in each period.

    Raises:
        Doubtful: they are to be gone before, or are half of what no law halves.
    """
    start = c.place
    half = c.at(Sym.HALF)
    count = _number(c)
    if count is None or not (c.take(Sym.FIRST, Sym.LAST) or (half and c.take(Sym.AFTER))):
        return None
    last = c.passed.sym is not Sym.FIRST
    c.skip(Sym.OF)
    if half and not _of_months(c, start):
        return None
    c.refuse(c.tokens[start - 1].sym is Sym.BEFORE, _BEFORE_THEM, start - 1)
    return _dated(c, count, last=last, half=half) or _in_each(c, count, start, last=last)


def _week(c: Cursor) -> int | None:
    return _WEEK if c.take(Sym.WEEK) else None


def _half(c: Cursor) -> int | None:
    return _HALF_MONTH if c.take(Sym.HALF) else None


def _counted(c: Cursor) -> int | None:
    found = amount(c, _DAYS)
    return found and found.number


_number = one_of(_week, _half, _counted)


def _of_months(c: Cursor, start: int) -> bool:
    """Say whether a month is halved; a year's halves are spans of the calendar.

    Raises:
        Doubtful: it is half a quarter.
    """
    unit = c.ahead() if c.at(Sym.EVERY) else c.sym
    c.refuse(unit in (Sym.QUARTER, Sym.TERM), _HALF_OF_OTHERS, start, c.place + 1)
    return unit is Sym.MONTH


@attempt
def _dated(c: Cursor, count: int, *, last: bool, half: bool) -> Days | None:
    """Take the days of a unit that has its number: "tháng 6/2026", "quý III"."""
    unit = dated_unit(c)
    if unit is None or count > unit[1].day:
        return None
    first, end = unit
    if not last:
        return Days(first, first._replace(day=count))
    begin = _HALF_MONTH + 1 if half else end.day + 1 - count
    return Days(end._replace(day=begin), end)


def _in_each(c: Cursor, count: int, start: int, *, last: bool) -> PeriodDay | None:
    """Take the period that each has such days."""
    point: Form = {"day": "last" if last else str(count)}
    if c.at(Sym.MONTH):
        found = of_month(c, point, start)
    else:
        found = place_in(c, {"month": "last" if last else "first", **point})
    if found is None or found.unit != "month":
        return found
    return found._replace(
        point={k: v for k, v in found.point.items() if k != "month"}, repeats=True
    )


@attempt
def months_of_each(c: Cursor) -> PeriodDay | None:
    """Take "tháng đầu mỗi quý": a month in each of some periods.

    Raises:
        Doubtful: "trước tháng cuối mỗi quý" is before it, or in it.
    """
    start = c.place
    which = which_month(c) if c.take(Sym.MONTH) else None
    of = c.take(Sym.OF)
    each = c.at(Sym.EVERY) or (of and c.at(Sym.QUARTER))  # "tháng thứ ba của quý"
    found = place_in(c, {"month": which, "day": "last"}) if which else None
    if found is None or not (each or "of" in found.point):
        return None
    c.refuse(c.tokens[start - 1].sym is Sym.BEFORE, _BEFORE_THEM, start - 1)
    return found


@attempt
def in_next_year(c: Cursor) -> PeriodDay | None:
    """Take "tháng 01 của năm sau": a month or quarter of the year after, each year."""
    before = c.passed.sym is Sym.BEFORE
    named = dated_unit(c)
    end = named and named[0 if before else 1]
    c.skip(Sym.OF)
    if end is None or end.year or not (c.take(Sym.YEAR) and following(c)):
        return None
    point: Form = {"date": f"{end.month:02}-{end.day:02}", "of": "next"}
    return PeriodDay("year", point, repeats=True)
