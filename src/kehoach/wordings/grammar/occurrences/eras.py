"""School years and terms of office: they end on a day that no calendar has, and that is to be recorded."""

from kehoach.wordings.grammar.combinators import attempt
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import at_year
from kehoach.wordings.grammar.phrases import Counting
from kehoach.wordings.language.lexicon import WORDS, Sym

_LEADS = (Sym.WITHIN, Sym.TOWARD, Sym.BY, Sym.LENGTH_OF, Sym.LAST, Sym.END_OF)
_BEGINNING = (Sym.FROM, Sym.SINCE, Sym.NOT_BEFORE, Sym.AFTER)
_SEVERAL = about(": nhiều khoảng năm trong một ý", ": several such spans in one")
_NAMING = (*WORDS, Sym.REPORT, Sym.OF, Sym.FOR, Sym.DOCUMENT)
_BARE = ("nhiệm kỳ", "nhiệm kì", "nhiem ky", "nhiem ki")
_WHOLE = ("cả", "toàn", "ca", "toan")
_ENDS = "kết thúc"
_WHICH = about(": năm học nào, không rõ", ": which school year is not clear")


@attempt
def era(c: Cursor) -> Counting | None:
    """Take "trong nhiệm kỳ 2025-2030", "trước khi kết thúc năm học": on the day on which it ends.

    Raises:
        Doubtful: it is not said which school year.
    """
    start = c.place
    led = _led(c) or c.passed.text in _WHOLE
    if (
        not c.at(Sym.ERA)
        or c.passed.sym in _BEGINNING
        or (not led and c.passed.sym in (*_NAMING, Sym.FIRST, Sym.MIDDLE))
    ):
        return None
    first = c.place
    bare = c.next().text in _BARE
    years = _years(c) or _years_behind_a_name(c)
    if c.at(Sym.NEXT, Sym.AFTER, Sym.PAST, Sym.TOWARD):
        return None
    c.take(Sym.THIS)
    c.refuse(_goes_on(c), _SEVERAL, start)
    c.refuse(not (bare or years), _WHICH, start)
    return Counting("0 days", event=f"{_ENDS} {c.words(first).lower()}")


@attempt
def _goes_on(c: Cursor) -> bool:
    """Take the years of another: "năm học 2025-2026, 2026-2027"."""
    return c.take_each(Sym.COMMA, Sym.AND) and _years(c)


@attempt
def named_era(c: Cursor) -> bool:
    """Pass over "(Đại hội) nhiệm kỳ 2025-2030", "(tổng kết) năm học 2025-2026": a name's years."""
    named = c.passed.sym in _NAMING and c.passed.text not in _WHOLE
    return named and c.take(Sym.ERA) and (_years(c) or _years_behind_a_name(c))


def _led(c: Cursor) -> bool:
    """Take what says that it is a time: "trong", "đến hết", "trước khi kết thúc"."""
    start = c.place
    if c.run(Sym.BEFORE, Sym.ONCE_DONE):
        return c.take(Sym.END_OF, Sym.TOWARD)
    c.skip(*_LEADS)
    return c.place > start


@attempt
def _years_behind_a_name(c: Cursor) -> bool:
    """Take "HĐND tỉnh 2021-2026": whose term it is stands before its years."""
    c.skip(*WORDS)
    return _years(c)


@attempt
def _years(c: Cursor) -> bool:
    """Take "2025-2030", "2025 - 2026"."""
    if not at_year(c):
        return False
    c.next()
    if not c.take(Sym.DASH, Sym.TOWARD, Sym.SLASH):
        return True
    named = at_year(c)
    c.next()
    return named
