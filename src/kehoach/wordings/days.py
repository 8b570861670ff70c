"""Days and places inside a period, as the wording names them."""

from calendar import monthrange
from datetime import date

from kehoach.wordings.cursor import Cursor
from kehoach.wordings.edges import (
    BEFORE_NOW,
    NO_SUCH_DAY,
    edge_day,
    following,
    of_month,
    place_in,
    which_month,
)
from kehoach.wordings.lexicon import WEEKDAYS, Sym
from kehoach.wordings.moments import LEAP_YEAR, Day, Inner
from kehoach.words import Text

_SEPARATORS = (Sym.SLASH, Sym.DASH, Sym.DOT)
_MONTHS = 12
_SHORT_YEAR = Text("năm viết thiếu chữ số trong “{words}”", "the year in “{words}” lacks figures")
_WEEKDAY = Text("“{words}”: ngày đó không phải thứ ấy", "“{words}”: that day is another weekday")


def day(c: Cursor) -> Day | Inner | None:
    """Take a day: "30/6/2021", "ngày 30 tháng 6 năm 2021", "ngày 17 của tháng cuối quý"."""
    start = c.place
    weekday = _weekday(c)
    named = c.take(Sym.DAY)
    c.take(Sym.DAY)  # ngày mùng 5
    if named and weekday is None and c.at(Sym.WEEKDAY):
        weekday = _weekday(c)
        c.take(Sym.DAY)
    found = _iso_day(c) or _dated(c, start, named=named or weekday is not None)
    if found is None and weekday is not None:
        found = Inner("week", {"weekday": WEEKDAYS[weekday]})
        c.place = c.place - 1 if c.tokens[c.place - 1].sym is Sym.COMMA else c.place
        return found
    if found is None and named:
        found = edge_day(c)
    if found is None:
        c.place = start
        return None
    if isinstance(found, Day):
        return _checked(c, found._replace(weekday=weekday), start)
    if weekday is not None:
        raise c.doubt(_WEEKDAY, start)
    return found


def _weekday(c: Cursor) -> int | None:
    """Take the day of the week, with the comma or "ngày" that leads on to the date."""
    if not c.at(Sym.WEEKDAY) or c.tokens[c.place - 1].sym is Sym.MONTH:
        return None
    c.place += 1
    weekday = c.tokens[c.place - 1].value
    if c.at(Sym.COMMA) and c.ahead() in (Sym.DAY, Sym.NUMBER):
        c.place += 1
    return weekday


def _iso_day(c: Cursor) -> Day | None:
    """Take 2026-06-30."""
    start = c.place
    if c.at_year() and c.run(Sym.NUMBER, Sym.DASH, Sym.NUMBER, Sym.DASH, Sym.NUMBER):
        year, month, number = (c.tokens[start + step].value for step in (0, 2, 4))
        return Day(number, month, year)
    return None


def _dated(c: Cursor, start: int, *, named: bool) -> Day | Inner | None:
    """Take what follows "ngày": a date in figures or words, or a day alone."""
    if c.at_year():
        return None
    number = c.number() if named or c.at(Sym.NUMBER) else None
    if number is None:
        return None
    if c.at(*_SEPARATORS) and c.ahead() is Sym.NUMBER and not c.at_year(1):
        if not named and _of_things(c, start):
            return None
        return _in_figures(c, number, start)
    if c.at(Sym.MONTH) and not (c.ahead() is Sym.YEAR and c.at_year(2)):
        after_unit = c.place + 1
        c.place = after_unit
        if (month := c.index()) is not None:
            return _with_year(c, number, month)
        c.place = after_unit - 1
    return _of_period(c, number) if named else None


def _of_things(c: Cursor, start: int) -> bool:
    """Say whether figures count something: "02-03 cuộc/năm", "2/3 số xã"."""
    led = c.tokens[start - 1].sym in (Sym.BEFORE, Sym.BY, Sym.TOWARD, Sym.ON, Sym.FROM)
    return c.ahead(2) is Sym.WORD and not (led and start)


def _in_figures(c: Cursor, number: int, start: int) -> Day | Inner:
    """Take the month, and the year where it stands after the same sign."""
    separator = c.sym
    c.place += 1
    month = c.token.value
    c.place += 1
    if c.sym is separator and c.ahead() is Sym.NUMBER:
        c.place += 1
        year = c.year()
        if year is None:
            c.place += 1
            raise c.doubt(_SHORT_YEAR, start)
        return Day(number, month, year)
    return _with_year(c, number, month)


def _with_year(c: Cursor, number: int, month: int) -> Day | Inner:
    """Take the year after a day and month: named, the next one, or none."""
    place = c.place
    c.skip(Sym.OF, Sym.COMMA)
    if c.at(*_SEPARATORS) and (c.at_year(1) or c.ahead() is Sym.YEAR):
        c.place += 1
    if c.at(Sym.YEAR) or (c.at_year() and c.tokens[c.place - 1].sym in _SEPARATORS):
        c.take(Sym.YEAR)
        if (year := c.year()) is not None:
            return Day(number, month, year)
        if following(c):
            c.run(Sym.YEAR, Sym.REPORT)  # năm sau năm báo cáo
            return Inner("year", {"date": f"{month:02}-{number:02}", "of": "next"}, repeats=True)
        if c.at(Sym.PAST):
            raise c.doubt(BEFORE_NOW, place)
        if c.take(Sym.REPORT):
            return Inner("year", {"date": f"{month:02}-{number:02}"}, repeats=True)
        if c.take(Sym.THIS):
            return Day(number, month)
    c.place = place
    return Day(number, month)


def _of_period(c: Cursor, number: int) -> Inner:
    """Take "của tháng cuối quý", "của tháng sau", or nothing: a day of whatever month."""
    place = c.place
    point: dict[str, object] = {"day": str(number)}
    c.take(Sym.OF)
    if not c.take(Sym.MONTH):
        c.place = place
        return Inner("day", point)
    which = which_month(c)
    if which is None:
        return of_month(c, point, place)
    inner = place_in(c, {"month": which, **point})
    if inner is None:
        c.place = place
        return Inner("day", point)
    return inner


def _checked(c: Cursor, found: Day, start: int) -> Day:
    """Return the day; refuse one that is in no calendar, or falls on another weekday.

    Raises:
        Doubtful: there is no such day.
    """
    year = found.year or LEAP_YEAR
    if not (1 <= found.month <= _MONTHS and 1 <= found.day <= monthrange(year, found.month)[1]):
        raise c.doubt(NO_SUCH_DAY, start)
    if (
        found.weekday is not None
        and found.year
        and date(found.year, found.month, found.day).weekday() != found.weekday
    ):
        raise c.doubt(_WEEKDAY, start)
    return found
