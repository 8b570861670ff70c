"""Days inside a period: "ngày 17 của tháng cuối quý", "cuối năm", "tuần cuối cùng của quý"."""

from calendar import monthrange

from kehoach.wordings.file_forms import Form
from kehoach.wordings.grammar.combinators import attempt, behind
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import UNITS, index, numbered, ordinal, year
from kehoach.wordings.grammar.phrases import LEAP_YEAR, Day, PeriodDay
from kehoach.wordings.grammar.stretches import year_after
from kehoach.wordings.language.lexicon import Sym
from kehoach.words import plain_letters

_MONTHS = 12
_MONTHS_IN = {6: "half-year", 3: "quarter", 9: "nine-months", 12: "year"}
_SIZES = {Sym.MONTH: 1, Sym.QUARTER: 3, Sym.YEAR: 12}
NO_SUCH_DAY = about(" không có trong lịch", " is not in the calendar")
PAST = about(" chỉ về kỳ trước", " points to the period before")
PERIODS = UNITS | {Sym.TERM: "term"}
_NAMED = (Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.TERM)
_MIDDLE_OF_QUARTER = about(" không phải là một ngày xác định", " is no certain day")
BEFORE_AN_END = about(
    ": trước ngày cuối, hay đến hết kỳ, không rõ",
    ": before the last day, or to the end, is not clear",
)
AT_THE_TURN = about(
    ": cuối kỳ này sang đầu kỳ sau, ngày nào không rõ",
    ": about the turn of the two, and the day is not clear",
)
_NOW = ("này", "nay", "hiện tại", "hien tai")
_OF_NOW = about(": tính theo ngày đọc văn bản", " depends on the day on which it is read")
_REPORTED_TERMS = ("kỳ báo cáo", "kì báo cáo", "ky bao cao", "ki bao cao")
_TELLING = (("danh", "gia"), ("ke", "hoach"), ("kiem", "tra"), ("xet", "duyet"))
PLACES = {Sym.FIRST: "first", Sym.MIDDLE: "middle", Sym.LAST: "last"}
# Civil Code 2015, Art. 146.2-3: what "đầu", "giữa", "cuối" of a month and of a year are.
_LEGAL_DAYS = {"first": "1", "middle": "15", "last": "last"}
_LEGAL_DATES = {"first": "01-01", "middle": "06-30", "last": "12-31"}


def following(c: Cursor) -> bool:
    """Take "sau", "tiếp theo", "sau quý báo cáo", "kế tiếp của năm đánh giá": the period after."""
    if not c.take_each(Sym.AFTER, Sym.NEXT):
        return False
    _reported(c)
    return True


@attempt
def _reported(c: Cursor) -> bool:
    """Take the period that another comes after: "(sau) quý báo cáo", "của năm đánh giá"."""
    c.take(Sym.OF)
    c.take(Sym.AFTER)
    named = c.at(*PERIODS)
    of_report = c.next().text in _REPORTED_TERMS
    return named and (c.take(Sym.REPORT, Sym.THIS) or _telling(c) or of_report)


@attempt
def _telling(c: Cursor) -> bool:
    """Take "đánh giá", "kế hoạch" behind a period: that which it is for."""
    words = tuple(plain_letters(each.text) for each in c.tokens[c.place : c.place + 2])
    return words in _TELLING and bool(c.next(2))


@behind(Sym.MONTH)
def of_month(c: Cursor, point: Form, start: int) -> PeriodDay | None:
    """Take "tháng cuối quý", "tháng sau", "tháng báo cáo", "tháng".

    Raises:
        Doubtful: it is the month before; the words from ``start`` say so.
    """
    if (which := which_month(c)) is not None:
        return place_in(c, {"month": which, **point})
    if following(c):
        return PeriodDay("month", {**point, "of": "next"}, repeats=True)
    c.refuse(c.at(Sym.PAST), PAST, start, c.place + 1)
    c.refuse(c.token.text in _NOW, _OF_NOW, start, c.place + 1)
    return PeriodDay("month", point, repeats=c.take(Sym.THIS, Sym.REPORT))


def which_month(c: Cursor) -> str | None:
    """Take which month of a period: first, last, the second."""
    if c.at(Sym.FIRST, Sym.LAST):
        return PLACES[c.next().sym]
    found = ordinal(c)
    return None if found is None else str(found)


@attempt
def place_in(c: Cursor, point: Form, roll: str | None = None) -> PeriodDay | None:
    """Take the period that a place lies in: "quý", "của quý sau", "mỗi quý", "kỳ 6 tháng".

    Raises:
        Doubtful: it lies in the period before.
    """
    start = c.place
    c.skip(Sym.OF)
    every = c.take(Sym.EVERY)
    unit = _period(c)
    if unit is None:
        return None
    if not every and following(c):
        point = {**point, "of": "next"}
    c.refuse(c.at(Sym.PAST), PAST, start, c.place + 1)
    return PeriodDay(unit, point, repeats=unit != "term", roll=roll)


@attempt
def further_period(c: Cursor, like: PeriodDay) -> PeriodDay | None:
    """Take the same place in another period: the "6 tháng" of "ngày 20 tháng cuối quý, 6 tháng và năm"."""
    placed = "month" in like.point and "of" not in like.point and like.unit != "term"
    if not placed or not c.take_each(Sym.COMMA, Sym.AND):
        return None
    unit = _period(c)
    other = c.at(Sym.NEXT, Sym.AFTER, Sym.FIRST, Sym.LAST, Sym.ONCE_A, Sym.SLASH)
    if unit in (None, "month") or other:
        return None
    return like._replace(unit=unit, repeats=unit != "term")


def _period(c: Cursor) -> str | None:
    if c.take(Sym.TERM):
        return _months(c) or "term"
    if not c.at(*_NAMED):
        return _months(c)
    return None if numbered(c, 1) else PERIODS[c.next().sym]


def _months(c: Cursor) -> str | None:
    """Take "6 tháng" as the name of a period."""
    named = c.at(Sym.NUMBER) and c.ahead() is Sym.MONTH and c.token.value in _MONTHS_IN
    return _MONTHS_IN[c.next(2).value] if named else None


@behind(Sym.FIRST, Sym.LAST)
def end_day(c: Cursor) -> Day | PeriodDay | None:
    """Take "ngày cuối cùng của tháng", "ngày đầu tiên của quý sau" after its "ngày"."""
    return _end_of(c, None, None)


@behind(Sym.WORKDAY)
def working_end(c: Cursor) -> Day | PeriodDay | None:
    """Take "ngày làm việc cuối cùng của tháng": the last day, rolled back to a working day."""
    return _end_of(c, "next", "previous") if c.take(Sym.FIRST, Sym.LAST) else None


def _end_of(c: Cursor, first_rolls: str | None, last_rolls: str | None) -> Day | PeriodDay | None:
    """Take the unit whose first or last day is meant; a dated one is a day of the calendar."""
    last = c.passed.sym is Sym.LAST
    rolls = last_rolls if last else first_rolls
    c.skip(Sym.OF)
    if (dated := dated_unit(c)) is not None:
        return dated[last]._replace(roll=rolls)
    point = {"month": "last", "day": "last"} if last else {"month": "first", "day": "1"}
    inner = place_in(c, point, rolls)
    if inner is None or inner.unit != "month":
        return inner
    return inner._replace(point={key: inner.point[key] for key in inner.point if key != "month"})


@behind(Sym.MONTH, Sym.QUARTER, Sym.YEAR)
def dated_unit(c: Cursor) -> tuple[Day, Day] | None:
    """Take "tháng 6/2026", "quý II hằng năm", "năm 2026"; return its first and last day.

    Raises:
        Doubtful: there is no such month or quarter.
    """
    start, size = c.place - 1, _SIZES[c.passed.sym]
    if size == _MONTHS:
        named = year(c)
        return None if named is None else _months_of(named, 1, _MONTHS)
    place = index(c, roman=size > 1)
    if place is None:
        return None
    c.refuse(not size <= place * size <= _MONTHS, NO_SUCH_DAY, start)
    return _months_of(year_after(c), (place - 1) * size + 1, size)


def _months_of(of: int | None, month: int, size: int) -> tuple[Day, Day]:
    last = month + size - 1
    return Day(1, month, of), Day(monthrange(of or LEAP_YEAR, last)[1], last, of)


@behind(Sym.FIRST, Sym.MIDDLE, Sym.LAST)
def part_of_unit(c: Cursor) -> Day | PeriodDay | None:
    """Take "cuối năm 2026", "giữa tháng 6/2026", "cuối quý" (Civil Code 2015, Art. 146.2-3).

    Raises:
        Doubtful: "trước cuối năm", "giữa quý" are no certain days.
    """
    start, which = c.place - 1, PLACES[c.passed.sym]
    each = c.take(Sym.EVERY)
    if not c.at(*_NAMED):
        return None
    before, uncertain = c.tokens[start - 1].sym is Sym.BEFORE, c.at(Sym.QUARTER, Sym.TERM)
    c.refuse(before, BEFORE_AN_END, start - 1, c.place + 1)
    c.refuse(which != "last" and uncertain, _MIDDLE_OF_QUARTER, start, c.place + 1)
    dated = None if each else dated_unit(c)
    return _legal_day(which, *dated) if dated else _legal_place(c, which, each=each)


def _legal_place(c: Cursor, which: str, *, each: bool) -> PeriodDay | None:
    inner = place_in(c, _legal_point(c, which))
    return inner and inner._replace(repeats=each or "of" in inner.point)


def _legal_day(which: str, first: Day, last: Day) -> Day:
    if which != "middle":
        return first if which == "first" else last
    return first._replace(day=15) if first.month == last.month else Day(30, 6, first.year)


def _legal_point(c: Cursor, which: str) -> Form:
    if c.at(Sym.MONTH):
        return {"day": _LEGAL_DAYS[which]}
    if c.at(Sym.YEAR):
        return {"date": _LEGAL_DATES[which]}
    return {"month": "last", "day": "last"}
