"""Months, quarters, halves and years, alone, in lists and in ranges."""

from kehoach.wordings.cursor import Cursor
from kehoach.wordings.lexicon import ROMAN, Sym
from kehoach.wordings.moments import Stretch
from kehoach.words import Text

_SEPARATORS = (Sym.SLASH, Sym.DASH, Sym.DOT)
_BETWEEN = (Sym.COMMA, Sym.AND)
_AFTER_INDEX = (
    Sym.COMMA, Sym.AND, Sym.DASH, Sym.TOWARD, Sym.YEAR, Sym.EVERY, Sym.CLOSE, Sym.SEMICOLON, Sym.END,
)  # fmt: skip
_SEVERAL = ("các", "những", "cac", "nhung")
_RANGE = (Sym.DASH, Sym.TOWARD)
_MOST = {"month": 12, "quarter": 4, "half-year": 2, "nine-months": 1, "year": 1}
_SIZE = {"month": 1, "quarter": 3, "half-year": 6, "nine-months": 9, "year": 12}
_NONE_SUCH = Text("không có “{words}”", "there is no “{words}”")
_OTHER_NUMBER = Text("“{words}”: số năm không khớp", "“{words}” says another number of years")
_BACKWARD = Text("“{words}”: điểm cuối đứng trước điểm đầu", "“{words}” ends before it begins")
_HALVES = {(3, True): ("quarter", 1), (3, False): ("quarter", 4), (6, True): ("half-year", 1),
           (6, False): ("half-year", 2), (9, True): ("nine-months", 1)}  # fmt: skip


def stretches(c: Cursor) -> tuple[Stretch, ...]:
    """Take a list of stretches; those that follow one another are one: "Quý III, IV/2026, 2027"."""
    start = c.place
    if c.take(Sym.SPAN):
        c.take(Sym.FROM)
    elif c.at(Sym.FILLER) and c.token.text in _SEVERAL and c.ahead() in (Sym.MONTH, Sym.QUARTER):
        c.place += 1
    years = _number_of_years(c)
    parts: list[Stretch] = []
    unit: str | None = None
    while (part := _part(c, unit)) is not None:
        unit = part.unit
        parts.append(_span(c, part, start))
        before = c.place
        if not _continues(c):
            c.place = before
            break
    if not parts:
        c.place = start
        return ()
    for part in parts:
        if not _order(part):
            raise c.doubt(_BACKWARD, start)
    found = joined(dated_by_the_last(parts))
    if years and (len(found) > 1 or _end(found[0]) - _begin(found[0]) != years * _SIZE["year"]):
        raise c.doubt(_OTHER_NUMBER, start)
    return found


def _number_of_years(c: Cursor) -> int | None:
    """Take the "2" of "2 năm 2026-2027"."""
    if c.at(Sym.NUMBER) and not c.at_year() and c.ahead() is Sym.YEAR and c.at_year(2):
        c.place += 1
        return c.tokens[c.place - 1].value
    return None


def _continues(c: Cursor) -> bool:
    """Pass over a comma or "và" where another stretch stands behind it."""
    c.take(Sym.COMMA)
    c.take(Sym.AND)
    if c.tokens[c.place - 1].sym not in _BETWEEN:
        return False
    if c.at(Sym.MONTH, Sym.QUARTER):
        return c.ahead() not in (Sym.COMMA, Sym.AND, Sym.OPEN, Sym.END, Sym.SEMICOLON)
    if c.at(Sym.YEAR):
        return c.at_year(1)
    if c.at_year():
        return not _date_like(c)
    if c.at(Sym.NUMBER):
        return c.ahead() in _AFTER_INDEX or (c.ahead() in _SEPARATORS and c.at_year(2))
    return c.at(Sym.WORD) and c.token.text in ROMAN


def _span(c: Cursor, first: Stretch, start: int) -> Stretch:
    """Take the other end of a range where there is one."""
    place = c.place
    if not c.take(*_RANGE):
        return first
    c.take(Sym.TOWARD)
    last = _part(c, first.unit)
    if last is None or (last.year is None and first.year is not None):
        c.place = place
        return first
    if first.year and first.unit != "year":
        after, c.place = c.place, place
        c.refuse_a_bullet()
        c.place = after
    year = first.year or last.year
    reached = Stretch(first.unit, first.first, last.last, year, last.unit, last.year)
    if _order(reached) is False:
        raise c.doubt(_BACKWARD, start)
    return reached


def _order(part: Stretch) -> bool:
    first = ((part.year or 0) * 12) + (part.first - 1) * _SIZE[part.unit]
    unit = part.last_unit or part.unit
    last = ((part.last_year or part.year or 0) * 12) + part.last * _SIZE[unit]
    return last > first


def _part(c: Cursor, unit: str | None) -> Stretch | None:
    """Take one stretch; in a list its unit may stand only before the first."""
    start = c.place
    if (half := _half(c)) is not None:
        return half
    if c.at(Sym.MONTH, Sym.QUARTER):
        c.place += 1
        return _numbered(c, "month" if c.tokens[start].sym is Sym.MONTH else "quarter", start)
    listed = unit in ("month", "quarter") and not c.at(Sym.YEAR) and not c.at_year()
    if unit and listed:
        return _numbered(c, unit, start)
    if c.at(Sym.NUMBER) and not c.at_year() and c.ahead() in _SEPARATORS and c.at_year(2):
        return _numbered(c, "month", start)  # 6/2026
    named = c.take(Sym.YEAR)
    if not _date_like(c) and (named or c.at_year()) and (year := c.year()) is not None:
        return Stretch("year", 1, 1, year)
    c.place = start
    return None


def _date_like(c: Cursor) -> bool:
    """Say whether more than a year stands here: 2026-06-30."""
    return (
        c.at_year() and c.ahead() in _SEPARATORS and c.ahead(2) is Sym.NUMBER and not c.at_year(2)
    )


def _numbered(c: Cursor, unit: str, start: int) -> Stretch | None:
    """Take the number of a month or quarter, and its year where it stands there."""
    index = _ordinal(c) or c.index(roman=unit == "quarter")
    if index is None:
        if unit == "quarter" and c.at(Sym.WORD) and not set(c.token.text) - set("ivx"):
            c.place += 1
            raise c.doubt(_NONE_SUCH, start)
        c.place = start
        return None
    if not 1 <= index <= _MOST[unit]:
        raise c.doubt(_NONE_SUCH, start)
    return Stretch(unit, index, index, year_after(c))


def _ordinal(c: Cursor) -> int | None:
    """Take "thứ ba", which is Tuesday to the lexicon."""
    if not c.at(Sym.WEEKDAY):
        return None
    c.place += 1
    return c.tokens[c.place - 1].value + 2


def _half(c: Cursor) -> Stretch | None:
    """Take "6 tháng đầu năm 2026", "nửa cuối năm 2026", "4 tháng đầu năm"."""
    start = c.place
    months = 6 if c.take(Sym.HALF) else _months(c)
    if months is not None and c.at(Sym.FIRST, Sym.LAST) and 1 <= months <= _SIZE["year"]:
        first = c.take(Sym.FIRST) or not c.take(Sym.LAST)
        begin = 1 if first else _SIZE["year"] + 1 - months
        unit, index = _HALVES.get((months, first), ("month", begin))
        last = index if unit != "month" else begin + months - 1
        c.skip(Sym.OF)
        if c.take(Sym.YEAR):
            return Stretch(unit, index, last, c.year())
    c.place = start
    return None


def _months(c: Cursor) -> int | None:
    start = c.place
    number = c.number()
    if number is not None and c.take(Sym.MONTH):
        return number
    c.place = start
    return None


def year_after(c: Cursor) -> int | None:
    """Take the year of a month or quarter: "/2026", "năm 2026", "/năm 2026", ", năm 2026"."""
    start = c.place
    c.take(Sym.OF, Sym.COMMA)
    c.take(*_SEPARATORS)
    c.take(Sym.YEAR)
    if (year := c.year()) is not None:
        return year
    c.place = start
    return None


def dated_by_the_last(parts: list[Stretch]) -> list[Stretch]:
    """Give each part without a year the year that stands after a later one."""
    dated: list[Stretch] = []
    year: int | None = None
    for part in reversed(parts):
        year = part.year or year
        dated.append(part._replace(year=year))
    return dated[::-1]


def joined(parts: list[Stretch]) -> tuple[Stretch, ...]:
    """Join the parts of a list that follow one another without a gap."""
    done = [parts[0]]
    for part in parts[1:]:
        if _end(done[-1]) is not None and _end(done[-1]) == _begin(part):
            done[-1] = done[-1]._replace(
                last=part.last,
                last_unit=part.last_unit or part.unit,
                last_year=part.last_year or part.year,
            )
        else:
            done.append(part)
    return tuple(done)


def _begin(part: Stretch) -> int:
    return (part.year or 0) * 12 + (part.first - 1) * _SIZE[part.unit]


def _end(part: Stretch) -> int:
    year = part.last_year or part.year or 0
    return year * 12 + part.last * _SIZE[part.last_unit or part.unit]


def name(part: Stretch) -> str:
    """Return the stretch as files write it: ``2026-Q3..2027``."""
    first = _named(part.unit, part.first, part.year)
    last = _named(part.last_unit or part.unit, part.last, part.last_year or part.year)
    return first if first == last else f"{first}..{last}"


def _named(unit: str, index: int, year: int | None) -> str:
    return {
        "month": f"{year}-{index:02}", "quarter": f"{year}-Q{index}", "half-year": f"{year}-H{index}",
        "nine-months": f"{year}-9M", "year": f"{year}",
    }[unit]  # fmt: skip
