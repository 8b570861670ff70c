"""Names that carry a day or a year of their own, which is no deadline."""

from kehoach.wordings.cursor import Cursor
from kehoach.wordings.lexicon import Sym

_MADE_FOR_A_YEAR = (
    "hoạch", "trình", "toán", "sách", "tác", "luật", "hoach", "trinh", "toan", "sach", "tac", "luat",
)  # fmt: skip
_LAWS = ("luật", "hiến", "lệnh", "luat", "hien", "lenh")
_IN_A_NAME = (Sym.WORD, Sym.FILLER)


def dated_name(c: Cursor) -> bool:
    """Pass over "số 45/QĐ-TTg ngày 10/01/2026", "Kế hoạch năm 2027", "Luật Đất đai năm 2024"."""
    if c.take(Sym.DOCUMENT):
        _signed(c)
        return True
    if c.at(Sym.YEAR) and c.at_year(1) and _names_a_thing(c):
        c.place += 2
        return True
    return False


def _signed(c: Cursor) -> None:
    """Pass over the day on which a document was signed."""
    start = c.place
    if not c.take(Sym.DAY):
        return
    c.skip(Sym.NUMBER, Sym.SLASH, Sym.DOT, Sym.DASH, Sym.MONTH)
    if c.at(Sym.YEAR) and c.at_year(1):
        c.place += 2
    if c.tokens[c.place - 1].sym is not Sym.NUMBER:
        c.place = start


def _names_a_thing(c: Cursor) -> bool:
    """Say whether the year is that of a plan or a law, and not of the work."""
    place = c.place - 1
    if place < 0 or c.tokens[place].sym is not Sym.WORD or c.ahead(2) in (Sym.DASH, Sym.TOWARD):
        return False
    if c.tokens[place].text.split()[-1] in _MADE_FOR_A_YEAR and not _of_law(c, place):
        return True
    while place >= 0 and c.tokens[place].sym in _IN_A_NAME:
        if c.tokens[place].text in _LAWS and not _of_law(c, place):
            return True
        place -= 1
    return False


def _of_law(c: Cursor, place: int) -> bool:
    """Say whether "luật" is that of "pháp luật", which is no law with a year."""
    return place > 0 and c.tokens[place - 1].text in ("pháp", "phap", "kỷ", "ky")
