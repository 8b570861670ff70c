"""Titles and annexes that carry a day, a year, a number of their own, which is no deadline."""

from kehoach.wordings.grammar.combinators import behind
from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.grammar.numerals import at_year
from kehoach.wordings.language.lexicon import WORDS, Sym

_MADE_FOR_A_YEAR = (
    "hoạch", "trình", "toán", "sách", "tác", "luật", "hoach", "trinh", "toan", "sach", "tac", "luat",
)  # fmt: skip
_LAWS = ("luật", "hiến", "lệnh", "luat", "hien", "lenh")
_DISCIPLINES = ("pháp", "phap", "kỷ", "ky")  # "pháp luật", "kỷ luật" are no law with a year
_IN_A_NAME = (*WORDS, Sym.FILLER)

_ANNEXES = (
    "phụ", "lục", "biểu", "mẫu", "điều", "khoản", "điểm", "đề cương", "phu", "luc", "bieu", "mau", "dieu",
    "khoan", "diem",
)  # fmt: skip
_OF_TIME = (
    Sym.DAY, Sym.WORKDAY, Sym.WEEK, Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.CLOCK, Sym.BEFORE, Sym.BY,
    Sym.FROM, Sym.SINCE, Sym.TOWARD, Sym.EVERY, Sym.PERIODIC, Sym.REQUEST, Sym.DANGER,
)  # fmt: skip


@behind(Sym.OPEN)
def annexes(c: Cursor) -> bool | None:
    """Pass over "(Phụ lục II, III kèm theo)": brackets that name annexes, and nothing of time."""
    named = False
    while not c.at(Sym.CLOSE, Sym.END, Sym.OPEN, *_OF_TIME):
        named |= c.token.text in _ANNEXES
        dated_title(c) or c.next()
    return (named and c.take(Sym.CLOSE)) or None


def dated_title(c: Cursor) -> bool:
    """Pass over "số 45/QĐ-TTg ngày 10/01/2026", "Kế hoạch năm 2027", "Luật Đất đai năm 2024"."""
    if c.take(Sym.DOCUMENT):
        _signed(c)
        return True
    if c.at(Sym.YEAR) and at_year(c, 1) and _titled(c):
        c.next(2)
        return True
    return False


@behind(Sym.DAY)
def _signed(c: Cursor) -> bool | None:
    """Pass over the day on which a document was signed."""
    c.skip(Sym.NUMBER, Sym.SLASH, Sym.DOT, Sym.DASH, Sym.MONTH)
    if c.at(Sym.YEAR) and at_year(c, 1):
        c.next(2)
    return c.passed.sym is Sym.NUMBER or None


def _titled(c: Cursor) -> bool:
    """Say whether the year is that of a plan or a law, and not of the work."""
    if c.passed.sym not in WORDS or c.ahead(2) in (Sym.DASH, Sym.TOWARD):
        return False
    place = c.place - 1
    if c.passed.text.split()[-1] in _MADE_FOR_A_YEAR and not _of_a_discipline(c, place):
        return True
    while place >= 0 and c.tokens[place].sym in _IN_A_NAME:
        if c.tokens[place].text in _LAWS and not _of_a_discipline(c, place):
            return True
        place -= 1
    return False


def _of_a_discipline(c: Cursor, place: int) -> bool:
    return place > 0 and c.tokens[place - 1].text in _DISCIPLINES
