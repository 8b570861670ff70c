"""Days as the wording names them: of the calendar, of any year, of a week."""

from datetime import date

from kehoach.wordings.file_forms import Form
from kehoach.wordings.grammar.combinators import attempt
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.month_weekdays import month_weekday
from kehoach.wordings.grammar.numerals import PARTS, at_year, index, number, spelled, year
from kehoach.wordings.grammar.period_days import NO_SUCH_DAY, PAST, end_day, following, of_month
from kehoach.wordings.grammar.phrases import LEAP_YEAR, Day, PeriodDay
from kehoach.wordings.grammar.rough import HOW_MANY
from kehoach.wordings.grammar.stretches import SEPARATORS, spaced_dot
from kehoach.wordings.language.lexicon import WEEKDAYS, WORDS, Sym
from kehoach.words import Text

_LEADS = (Sym.BEFORE, Sym.BY, Sym.TOWARD, Sym.ON, Sym.FROM)
_SHORT_YEAR = Text("năm viết thiếu chữ số trong “{words}”", "the year in “{words}” lacks figures")
_OF_MONTHS = about(
    ": từ tháng đến tháng, hay một ngày, không rõ", ": months, or a day, is not clear"
)
_NUMBERING = about(
    ": số thứ tự, hay một ngày, không rõ", ": a number of a list, or a day, is not clear"
)
_MONTHS = 12
_NEXT_MONTH = ("sau", "tu")  # "cua thang sau" is the next month rather than "tháng sáu"
OTHER_WEEKDAY = about(": ngày đó không phải thứ ấy", ": that day is another weekday")


@attempt
def day(c: Cursor) -> Day | PeriodDay | None:
    """Take a day: "30/6/2021", "ngày 30 tháng 6 năm 2021", "ngày 17 của tháng cuối quý".

    Raises:
        Doubtful: there is no such day, or it falls on another weekday.
    """
    start = c.place
    weekday, named = _led(c)
    found = _iso_day(c) or _dated(c, start, named=named or weekday is not None)
    if found is None and weekday is not None:
        if (inside := month_weekday(c, weekday)) is not None:
            return inside
        return PeriodDay("week", {"weekday": WEEKDAYS[weekday]})
    if found is None and named:
        found = end_day(c)
    if isinstance(found, Day):
        return _checked(c, found._replace(weekday=weekday), start)
    c.refuse(found and weekday is not None, OTHER_WEEKDAY, start)
    return found


def _led(c: Cursor) -> tuple[int | None, bool]:
    """Take the weekday, and whether "ngày" leads on to the day."""
    weekday = _weekday(c)
    named = c.take(Sym.DAY)
    c.take(Sym.DAY)  # ngày mùng 5
    if named and weekday is None:
        weekday = _weekday(c)
        if weekday is not None:
            c.take(Sym.DAY)
    return weekday, named


def _weekday(c: Cursor) -> int | None:
    """Take the day of the week, with the comma that leads on to the date."""
    if not c.at(Sym.WEEKDAY) or c.passed.sym is Sym.MONTH:
        return None
    weekday = c.next().value
    dated = c.ahead() is Sym.NUMBER and c.ahead(2) in (*SEPARATORS, Sym.MONTH)  # no "thứ 2, 4, 6"
    if c.at(Sym.COMMA) and (dated or c.ahead() is Sym.DAY):
        c.next()
    return weekday


def _iso_day(c: Cursor) -> Day | None:
    """Take 2026-06-30."""
    start = c.place
    if at_year(c) and c.run(Sym.NUMBER, Sym.DASH, Sym.NUMBER, Sym.DASH, Sym.NUMBER):
        of, month, found = (c.tokens[start + step].value for step in (0, 2, 4))
        return Day(found, month, of)
    return None


@attempt
def _dated(c: Cursor, start: int, *, named: bool) -> Day | PeriodDay | None:
    """Take what follows "ngày": a date in figures or words, or a day alone."""
    spoken = c.at(Sym.WORD)
    found = number(c) if (named or c.at(Sym.NUMBER)) and not at_year(c) else None
    if found is None:
        return None
    c.refuse(spoken and spelled(c) is not None, HOW_MANY, start)
    if _goes_on_to_a_day(c):
        return None
    if _has_a_month(c):
        _refuse_months(c, found, start, named=named)
        return _in_figures(c, found, start) if named or not _of_things(c, found, start) else None
    in_words = _in_words(c, found) if named or not _is_of_a_part(c, start) else None
    return in_words or (_of_period(c, found) if named else None)


def _refuse_months(c: Cursor, found: int, start: int, *, named: bool) -> None:
    """Refuse "6-8/2026".

    Raises:
        Doubtful: it may be months, from one to another.
    """
    months = c.at(Sym.DASH) and c.ahead(2) is Sym.SLASH and found <= _MONTHS
    c.refuse(months and not named, _OF_MONTHS, start, c.place + 4)


def _goes_on_to_a_day(c: Cursor) -> bool:
    """Say whether the first of several days stands before: "10-15/6/2026" (see ``month_days.py``)."""
    dated = c.ahead(2) is Sym.SLASH and c.ahead(4) is Sym.SLASH and at_year(c, 5)
    return c.at(Sym.DASH) and dated


def _has_a_month(c: Cursor) -> bool:
    """Say whether the figures of a month stand behind a day's."""
    dated = c.at(*SEPARATORS) and c.ahead() is Sym.NUMBER and not at_year(c, 1)
    return dated and not spaced_dot(c, c.place)


def _of_things(c: Cursor, found: int, start: int) -> bool:
    """Say whether figures count something, or may: "02-03 cuộc", "đến 2/3 số xã", "đến 6.5 triệu"."""
    lead = c.tokens[start - 1].sym
    share = lead is Sym.TOWARD and (c.at(Sym.DOT) or found <= c.tokens[c.place + 1].value)
    return c.ahead(2) in WORDS and (share or lead not in _LEADS)


def _is_of_a_part(c: Cursor, start: int) -> bool:
    """Say whether a number belongs to what stands before it: "lớp 2 tháng 9/2026" is no 2nd."""
    before = c.tokens[start - 1]
    return before.sym in (Sym.WORD, Sym.TERM) or before.text in PARTS


def _in_figures(c: Cursor, found: int, start: int) -> Day | PeriodDay:
    """Take the month, and the year where it stands after the same sign.

    Raises:
        Doubtful: the year is short of figures, or "1.1." numbers what stands behind it.
    """
    separator = c.next().sym
    month = c.next().value
    numbers = separator is Sym.DOT and (start == 0 or c.at(Sym.DOT)) and c.ahead() is not Sym.NUMBER
    c.refuse(numbers and c.tokens[start].sym is Sym.NUMBER, _NUMBERING, start)
    if c.sym is not separator or c.ahead() is not Sym.NUMBER:
        return _with_year(c, found, month)
    c.next()
    of = year(c)
    c.refuse(of is None, _SHORT_YEAR, start, c.place + 1)
    return Day(found, month, of)


@attempt
def _in_words(c: Cursor, found: int) -> Day | PeriodDay | None:
    """Take "tháng 6", "của tháng 6", but not the "tháng" of "tháng năm 2026"."""
    of = c.take(Sym.OF)
    if not c.take(Sym.MONTH) or (of and c.bare and c.token.text in _NEXT_MONTH):
        return None
    month = index(c)
    return None if month is None else _with_year(c, found, month)


def _with_year(c: Cursor, found: int, month: int) -> Day | PeriodDay:
    """Take the year after a day and month: named, the next one, or none."""
    return _of_year(c, found, month) or Day(found, month)


@attempt
def _of_year(c: Cursor, found: int, month: int) -> Day | PeriodDay | None:
    """Take "/2026", "năm 2026", "năm sau", "của năm báo cáo", "năm nay"."""
    start = c.place
    c.skip(Sym.OF, Sym.COMMA)
    if c.at(*SEPARATORS) and (at_year(c, 1) or c.ahead() is Sym.YEAR):
        c.next()
    behind_a_sign = at_year(c) and c.passed.sym in SEPARATORS
    if not c.take(Sym.YEAR) and not behind_a_sign:
        return None
    if (of := year(c)) is not None:
        return Day(found, month, of)
    inner = _of_each_year(c, {"date": f"{month:02}-{found:02}"}, start)
    return Day(found, month) if inner is None and c.take(Sym.THIS) else inner


def _of_each_year(c: Cursor, point: Form, start: int) -> PeriodDay | None:
    """Take "sau", "báo cáo" behind "năm".

    Raises:
        Doubtful: it is the year before.
    """
    if following(c):
        return PeriodDay("year", {**point, "of": "next"}, repeats=True)
    c.refuse(c.at(Sym.PAST), PAST, start, c.place + 1)
    return PeriodDay("year", point, repeats=True) if c.take(Sym.REPORT) else None


def _of_period(c: Cursor, found: int) -> PeriodDay:
    """Take "của tháng cuối quý", "của tháng sau", or nothing: a day of whatever month."""
    point = {"day": str(found)}
    return _of_month(c, point) or PeriodDay("day", point)


@attempt
def _of_month(c: Cursor, point: Form) -> PeriodDay | None:
    start = c.place
    c.take(Sym.OF)
    return of_month(c, point, start)


def _checked(c: Cursor, found: Day, start: int) -> Day:
    """Return the day; refuse one that is in no calendar, or falls on another weekday.

    Raises:
        Doubtful: there is no such day.
    """
    try:
        weekday = date(found.year or LEAP_YEAR, found.month, found.day).weekday()
    except ValueError:
        raise c.doubt(NO_SUCH_DAY, start) from None
    c.refuse(found.year and found.weekday not in (None, weekday), OTHER_WEEKDAY, start)
    return found
