"""How often: "hàng năm", "định kỳ 6 tháng", "05 năm một lần", "02 lần/năm"."""

from kehoach.wordings.cursor import Cursor
from kehoach.wordings.lexicon import Sym
from kehoach.wordings.moments import Quantity, Rhythm
from kehoach.words import Text

_UNITS = {
    Sym.DAY: "day", Sym.WEEK: "week", Sym.MONTH: "month", Sym.QUARTER: "quarter", Sym.YEAR: "year",
}  # fmt: skip
_MONTHS = {1: "month", 6: "half-year", 9: "nine-months", 12: "year"}
_SEVERAL_TIMES = Text(
    "“{words}”: các lần trong kỳ không có hạn riêng",
    "“{words}”: the times have no day of their own",
)


def rhythm(c: Cursor) -> Rhythm | None:
    """Take a rhythm, or the name of a report that says one ("báo cáo quý")."""
    for take in (_every, _periodic, _half_yearly, _times, _told_once, _report):
        start = c.place
        if (found := take(c)) is not None:
            return found
        c.place = start
    return None


def _every(c: Cursor) -> Rhythm | None:
    """Take "hàng năm", "mỗi 6 tháng", "theo quý", "mỗi tháng 01 lần"."""
    start = c.place
    if not c.take(Sym.EVERY, Sym.REFERENCE):
        return None
    every = _UNITS.get(c.sym)
    if every and c.ahead() is Sym.NUMBER and c.ahead(2) is Sym.WORD:
        c.place += 1  # mỗi quý 01 cuộc
    elif every and c.ahead() is Sym.NUMBER and c.ahead(2) is Sym.TIMES:
        c.place += 1
        if not _once_a(c):
            c.place += 2
            raise c.doubt(_SEVERAL_TIMES, start)
    else:
        every = _counted_unit(c) or _unit(c)
        c.take(Sym.ONCE_A)
    return Rhythm(every) if every else None


def _periodic(c: Cursor) -> Rhythm | None:
    """Take "định kỳ hàng năm", "định kỳ 6 tháng"."""
    if not c.take(Sym.PERIODIC):
        return None
    c.take(Sym.REPORT)
    found = _every(c) if c.at(Sym.EVERY) else None
    every = found.every if found else _first_half(c) or _counted_unit(c) or _unit(c)
    _once_a(c)
    return Rhythm(every) if every else None


def _half_yearly(c: Cursor) -> Rhythm | None:
    """Take "bán niên", "nửa năm một lần"."""
    if not c.take(Sym.HALF_YEARLY):
        return None
    c.take(Sym.ONCE_A)
    return Rhythm("half-year")


def _told_once(c: Cursor) -> Rhythm | None:
    """Take "05 năm một lần", "cuộc/quý", and "6 tháng (trước …": what stands before its limit."""
    among = c.at(Sym.SLASH) and c.tokens[c.place - 1].sym in (Sym.WORD, Sym.TIMES)
    c.place += among
    every = _counted_unit(c) or _unit(c)
    if every is None:
        return None
    heads = (c.at(Sym.OPEN) or c.token.text == ":") and c.ahead() in (Sym.BEFORE, Sym.BY)
    return Rhythm(every, label=heads) if among or heads or _once_a(c) else None


def labels(c: Cursor) -> Rhythm | None:
    """Take "đối với báo cáo 06 tháng", "báo cáo năm": what the limit beside it is for."""
    start = c.place
    c.take(Sym.FOR)
    if (found := _report(c)) is not None:
        return found._replace(label=True)
    if c.place > start and (found := rhythm(c)) is not None:
        return found._replace(label=True)
    c.place = start
    return None


def further(c: Cursor) -> Rhythm | None:
    """Take another rhythm of a list: "hàng tháng, quý, 6 tháng và năm"."""
    start = c.place
    c.take(Sym.COMMA)
    c.take(Sym.AND)
    if c.place > start:
        c.take(Sym.EVERY)
        every = _counted_unit(c) or _unit(c)
        if (
            every
            and not c.at(Sym.SLASH, Sym.NEXT, Sym.AFTER, Sym.FIRST)
            and not c.numbered(c.place)
        ):
            return Rhythm(every)
    c.place = start
    return None


def _report(c: Cursor) -> Rhythm | None:
    """Take "báo cáo quý", "báo cáo 6 tháng đầu năm": the report of each such period."""
    start = c.place
    if start and c.tokens[start - 1].sym is Sym.WITHIN:
        return None  # "nêu trong báo cáo năm": where something is told, and not when
    if c.take(Sym.REPORT):
        c.take(Sym.PERIODIC)
        c.take(Sym.TERM)
        if c.at(Sym.EVERY) and (found := _every(c)) is not None:
            return found
        if c.at(Sym.NUMBER) and c.ahead() is Sym.MONTH and c.ahead(2) is Sym.FIRST:
            first_half = _first_half(c)
            if first_half:
                return Rhythm(first_half, label=True)
        years = c.at(Sym.NUMBER) and c.ahead() is Sym.YEAR  # "tổng kết 05 năm thi hành Luật"
        every = None if years else _counted_unit(c) or _unit(c)
        if every and not c.at(Sym.NEXT, Sym.AFTER, Sym.FIRST, Sym.PAST) and not c.numbered(c.place):
            return Rhythm(every, label=True)
    c.place = start
    return None


def _first_half(c: Cursor) -> str | None:
    """Take "6 tháng đầu năm" without a year."""
    start = c.place
    months = c.number()
    if c.run(Sym.MONTH, Sym.FIRST, Sym.YEAR) and not c.at_year():
        name = {6: "first-half", 9: "nine-months"}.get(months or 0)
        if name:
            return name
    c.place = start
    return None


def _unit(c: Cursor) -> str | None:
    """Take a unit that no number follows: "năm 2026" is a year, and no rhythm."""
    if c.at(*_UNITS) and c.ahead() is not Sym.NUMBER:
        c.place += 1
        return _UNITS[c.tokens[c.place - 1].sym]
    if c.take(Sym.HALF_YEARLY):
        return "half-year"
    return None


def _counted_unit(c: Cursor) -> str | None:
    """Take "6 tháng", "05 năm", "02 tuần"."""
    start = c.place
    number = c.number()
    if number is not None and c.at(*_UNITS) and not (c.at(Sym.YEAR) and c.at_year(1)):
        unit = _UNITS[c.sym]
        c.place += 1
        if unit == "quarter" and number != 1:
            number, unit = number * 3, "month"
        if unit == "month" and number in _MONTHS and not c.at(Sym.FIRST, Sym.LAST):
            return _MONTHS[number]
        if not c.at(Sym.FIRST, Sym.LAST):
            return unit if number == 1 else f"{number} {unit}s"
    c.place = start
    return None


def _once_a(c: Cursor) -> bool:
    """Take "một lần", "/lần", "01 lần"."""
    start = c.place
    c.take(Sym.SLASH)
    if c.take(Sym.ONCE_A):
        return True
    number = c.number()
    if c.take(Sym.TIMES) and (number == 1 or (number is None and c.place > start + 1)):
        return True
    c.place = start
    return False


def _times(c: Cursor) -> Rhythm | None:
    """Take "01 lần/năm", "một lần mỗi quý"; more than once has no days of its own.

    Raises:
        Doubtful: several times a period.
    """
    start = c.place
    once = c.take(Sym.ONCE_A)
    number = 1 if once else c.number()
    if number is not None and (once or c.take(Sym.TIMES)):
        c.take(Sym.SLASH, Sym.EVERY, Sym.WITHIN)
        c.take(Sym.EVERY)
        unit = _counted_unit(c) or _unit(c)
        if unit and number == 1:
            return Rhythm(unit)
        if unit:
            raise c.doubt(_SEVERAL_TIMES, start)
    c.place = start
    return None


def quantity(c: Cursor) -> Quantity | None:
    """Take "ít nhất 02 lĩnh vực", "mỗi quý 01 cuộc": a number, and of what."""
    start = c.place
    each = c.tokens[max(start - 2, 0)].sym is Sym.EVERY and c.at(Sym.NUMBER)
    if c.take(Sym.AT_LEAST) or each:
        number = c.number()
        first = c.place
        while c.at(Sym.WORD, Sym.REPORT, Sym.FILLER, Sym.TIMES, Sym.PERCENT):
            c.place += 1
        if number is not None and c.place > first:
            return Quantity(number, c.words(first, c.place))
    c.place = start
    return None
