"""Places inside a period: "tháng cuối quý", "cuối năm", "tuần cuối cùng của quý"."""

from calendar import monthrange

from kehoach.wordings.cursor import Cursor
from kehoach.wordings.lexicon import Sym
from kehoach.wordings.moments import LEAP_YEAR, Day, Inner, Moment
from kehoach.wordings.stretches import year_after
from kehoach.words import Text

_MONTHS = 12
_MONTHS_IN = {6: "half-year", 3: "quarter", 9: "nine-months", 12: "year"}
NO_SUCH_DAY = Text("“{words}” không có trong lịch", "“{words}” is not in the calendar")
BEFORE_NOW = Text("“{words}” chỉ về kỳ trước", "“{words}” points to the period before")
UNITS = {
    Sym.DAY: "day", Sym.WEEK: "week", Sym.MONTH: "month", Sym.QUARTER: "quarter",
    Sym.YEAR: "year", Sym.TERM: "term",
}  # fmt: skip


def following(c: Cursor) -> bool:
    """Take "sau", "tiếp theo", "liền kề": the period after."""
    if c.take(Sym.NEXT):
        return True
    if c.at(Sym.AFTER):
        c.place += 1
        c.take(Sym.NEXT)
        return True
    return False


def of_month(c: Cursor, point: dict[str, object], place: int) -> Inner:
    """Take "sau", "báo cáo", or nothing behind "của tháng"."""
    if following(c):
        return Inner("month", {**point, "of": "next"}, repeats=True)
    if c.at(Sym.PAST):
        raise c.doubt(BEFORE_NOW, place)
    if c.take(Sym.THIS) or c.run(Sym.REPORT):
        return Inner("month", point, repeats=True)
    return Inner("month", point)


def which_month(c: Cursor) -> str | None:
    """Take which month of a period: first, last, the second."""
    if c.take(Sym.FIRST):
        return "first"
    if c.take(Sym.LAST):
        return "last"
    if c.at(Sym.WEEKDAY):  # "thứ hai" is a weekday to the lexicon
        c.place += 1
        return str(c.tokens[c.place - 1].value + 2)
    return None


def place_in(c: Cursor, point: dict[str, object], roll: str | None = None) -> Inner | None:
    """Take the period that a place lies in: "quý", "của quý sau", "mỗi quý", "kỳ 6 tháng"."""
    start = c.place
    c.skip(Sym.OF)
    every = c.take(Sym.EVERY)
    unit = _unit(c)
    if unit is None:
        c.place = start
        return None
    if unit == "term" and (months := _months(c)):
        unit = months
    if not every and following(c):
        point = {**point, "of": "next"}
    elif c.at(Sym.PAST):
        raise c.doubt(BEFORE_NOW, start)
    else:
        c.take(Sym.THIS)
    return Inner(unit, point, repeats=unit != "term", roll=roll)


def _unit(c: Cursor) -> str | None:
    if c.at(Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.TERM):
        if c.numbered(c.place + 1) and not c.at(Sym.TERM):
            return None
        c.place += 1
        return UNITS[c.tokens[c.place - 1].sym]
    return _months(c)


def _months(c: Cursor) -> str | None:
    """Take "6 tháng" as the name of a period."""
    if c.at(Sym.NUMBER) and c.ahead() is Sym.MONTH and c.token.value in _MONTHS_IN:
        c.place += 2
        return _MONTHS_IN[c.tokens[c.place - 2].value]
    return None


def edge_day(c: Cursor) -> Day | Inner | None:
    """Take "ngày cuối cùng của tháng", "ngày đầu tiên của quý sau" after its "ngày"."""
    start = c.place
    last = c.take(Sym.LAST)
    if not last and not c.take(Sym.FIRST):
        return None
    return edge(c, start, "last" if last else "first", None)


def working_edge(c: Cursor) -> Day | Inner | None:
    """Take "ngày làm việc cuối cùng của tháng": the last day, rolled back to a working day."""
    start = c.place
    if c.take(Sym.WORKDAY) and c.at(Sym.FIRST, Sym.LAST):
        last = c.take(Sym.LAST) or not c.take(Sym.FIRST)
        found = edge(c, start, "last" if last else "first", "previous" if last else "next")
        if isinstance(found, Inner):
            return found
    c.place = start
    return None


def edge(c: Cursor, start: int, which: str, roll: str | None) -> Day | Inner | None:
    """Take the unit whose first or last day is meant; a dated one is a day of the calendar."""
    c.skip(Sym.OF)
    if (dated := dated_unit(c)) is not None:
        return dated[1] if which == "last" else dated[0]
    day_ = "last" if which == "last" else "1"
    point: dict[str, object] = {"month": which, "day": day_}
    inner = place_in(c, point, roll)
    if inner is None:
        c.place = start
        return None
    if inner.unit == "month":
        rest = {key: value for key, value in inner.point.items() if key != "month"}
        return inner._replace(point=rest)
    return inner


def dated_unit(c: Cursor) -> tuple[Day, Day] | None:
    """Take "tháng 6/2026", "quý II hằng năm", "năm 2026"; return its first and last day."""
    start = c.place
    unit = UNITS.get(c.sym)
    if unit in ("month", "quarter"):
        c.place += 1
        index = c.index(roman=unit == "quarter")
        if index is not None:
            size = 1 if unit == "month" else 3
            if not 1 <= index <= _MONTHS // size:
                raise c.doubt(NO_SUCH_DAY, start)
            return _months_of(year_after(c), (index - 1) * size + 1, size)
    elif unit == "year":
        c.place += 1
        if (year := c.year()) is not None:
            return _months_of(year, 1, _MONTHS)
    c.place = start
    return None


def _months_of(year: int | None, month: int, size: int) -> tuple[Day, Day]:
    last = month + size - 1
    return Day(1, month, year), Day(monthrange(year or LEAP_YEAR, last)[1], last, year)


_MIDDLE_OF_QUARTER = Text(
    "“{words}” không phải là một ngày xác định", "“{words}” is no certain day"
)
_BEFORE_AN_EDGE = Text(
    "“{words}”: trước ngày cuối, hay đến hết kỳ, không rõ",
    "“{words}”: before the last day, or to the end, is not clear",
)
_EDGES = {Sym.FIRST: "first", Sym.MIDDLE: "middle", Sym.LAST: "last"}


def edge_of_unit(c: Cursor) -> Moment | None:
    """Take "cuối năm 2026", "giữa tháng 6/2026", "cuối quý" (Civil Code 2015, Art. 146.2–3)."""
    start = c.place
    which = _EDGES.get(c.sym)
    step = 2 if c.ahead() is Sym.EVERY else 1
    if which is None or c.ahead(step) not in (Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.TERM):
        return None
    c.place += step
    if c.tokens[start - 1].sym is Sym.BEFORE and start:
        c.place += 1
        raise c.doubt(_BEFORE_AN_EDGE, start - 1)
    quarter = c.at(Sym.QUARTER, Sym.TERM)
    if quarter and which != "last":
        c.place += 1
        raise c.doubt(_MIDDLE_OF_QUARTER, start)
    if step == 1 and (dated := dated_unit(c)) is not None:
        return _legal_day(which, *dated)
    inner = place_in(c, _legal_point(c, which))
    if inner is None:
        c.place = start
        return None
    return inner._replace(repeats=step > 1 or "of" in inner.point)


def _legal_day(which: str, first: Day, last: Day) -> Day:
    if which == "middle":
        if first.month == last.month:
            return first._replace(day=15)
        return Day(30, 6, first.year)
    return first if which == "first" else last


def _legal_point(c: Cursor, which: str) -> dict[str, object]:
    if c.at(Sym.MONTH):
        return {"day": {"first": "1", "middle": "15", "last": "last"}[which]}
    if c.at(Sym.YEAR):
        return {"date": {"first": "01-01", "middle": "06-30", "last": "12-31"}[which]}
    return {"month": "last", "day": "last"}


def last_week(c: Cursor) -> Inner | None:
    """Take "tuần cuối cùng của quý": its last day is the period's."""
    start = c.place
    if c.run(Sym.WEEK, Sym.LAST):
        inner = place_in(c, {"month": "last", "day": "last"})
        if inner is not None:
            return inner
    c.place = start
    return None


def first_days(c: Cursor) -> Inner | None:
    """Take "05 ngày đầu của tháng sau": the last of these days."""
    start = c.place
    number = c.number()
    if number is not None and c.take(Sym.DAY) and c.take(Sym.FIRST):
        c.skip(Sym.OF)
        if c.take(Sym.MONTH):
            which = which_month(c)
            point: dict[str, object] = {"day": str(number)}
            if which is None:
                return of_month(c, point, start)
            if (inner := place_in(c, {"month": which, **point})) is not None:
                return inner
        elif (inner := place_in(c, {"month": "first", "day": str(number)})) is not None:
            return inner
    c.place = start
    return None
