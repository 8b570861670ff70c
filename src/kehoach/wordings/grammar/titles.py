"""Titles and annexes that carry a day, a year, a number of their own, which is no deadline."""

from kehoach.wordings.grammar.combinators import attempt, behind
from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.grammar.numerals import at_year
from kehoach.wordings.grammar.period_days import PERIODS
from kehoach.wordings.grammar.subjects import subject_of_a_report
from kehoach.wordings.language.lexicon import ROMAN, WORDS, Sym
from kehoach.words import plain_letters

# What is made for a year, by its last word, and the words before it; none: whatever they are. "Quyết
# toán" and "công trình" are steps of the work.
_MADE_BY_LAST_WORD = {
    "hoach": (), "trinh": ("chuong",), "toan": ("du",), "sach": ("ngan", "chinh", "danh"), "tac": ("cong",),
    "luat": (), "phi": (), "von": (), "tieu": ("chi", "muc"),
    "huong": ("phuong",),
}  # fmt: skip
_LAWS = ("luật", "hiến", "lệnh", "vốn", "phí", "luat", "hien", "lenh", "von", "phi")  # and money
_DISCIPLINES = ("pháp", "phap", "kỷ", "ky")  # "pháp luật", "kỷ luật" are no law with a year
_IN_A_NAME = (*WORDS, Sym.FILLER)

_ANNEXES = (
    "lục", "biểu", "mẫu", "điều", "khoản", "điểm", "mục", "cương", "số", "luc", "bieu", "mau", "dieu",
    "khoan", "diem", "muc", "cuong", "so",
)  # fmt: skip
_BESIDE_NUMBERS = (
    *WORDS, Sym.FILLER, Sym.REFERENCE, Sym.THIS, Sym.OF, Sym.DOCUMENT, Sym.COMMA, Sym.AND, Sym.SEMICOLON,
    Sym.AT_LEAST, Sym.ON,
)  # fmt: skip
_BARE_NUMBER = "so"
_LISTING = (Sym.COMMA, Sym.AND, Sym.DASH)


@behind(Sym.OPEN)
def annexes(c: Cursor) -> bool | None:
    """Pass over "(Phụ lục II, III kèm theo)": brackets whose numbers are those of annexes."""
    named = False
    while not c.at(Sym.CLOSE):
        if _numbered_part(c):
            named = True
        elif not dated_title(c) and not c.take(*_BESIDE_NUMBERS):
            return None
    return (named and c.take(Sym.CLOSE)) or None


@attempt
def _numbered_part(c: Cursor) -> bool:
    """Pass over "Phụ lục II, III", "biểu mẫu số 01, 02 và 03", "mẫu kèm theo"."""
    if c.token.text not in _ANNEXES:
        return False
    if c.next().text == _BARE_NUMBER and not _a_number(c):
        return False  # "(so, nganh)" are bodies
    while _a_number(c) or c.at(*_LISTING):
        c.next()
    return True


def _a_number(c: Cursor) -> bool:
    """Say whether an annex's number stands here, and no day's."""
    figure = c.at(Sym.NUMBER) and c.ahead() not in (Sym.SLASH, Sym.DOT, *PERIODS)
    return c.token.text in ROMAN or (figure and not at_year(c))


def dated_title(c: Cursor) -> bool:
    """Pass over "số 45/QĐ-TTg ngày 10/01/2026", "Kế hoạch năm 2027", "Luật Đất đai năm 2024"."""
    if c.take(Sym.DOCUMENT):
        _signed(c)
        return True
    if subject_of_a_report(c):
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
    while c.leave(Sym.DOT):  # the sentence ends
        pass
    return c.passed.sym is Sym.NUMBER or None


def _titled(c: Cursor) -> bool:
    """Say whether the year is that of a plan or a law, and not of the work."""
    if c.passed.sym not in WORDS or c.ahead(2) in (Sym.DASH, Sym.TOWARD):
        return False
    place = c.place - 1
    if (made_for_a_year(c) or _accounts(c)) and not _of_a_discipline(c, place):
        return True
    return _of_a_law(c, place)


def _of_a_law(c: Cursor, place: int) -> bool:
    """Say whether the name that ends here is a law's, or of money: "Luật Đất đai", "vốn đầu tư công"."""
    while c.tokens[place].sym in _IN_A_NAME:
        if c.tokens[place].text in _LAWS and not _of_a_discipline(c, place):
            return True
        place -= 1
    return False


def made_for_a_year(c: Cursor) -> bool:
    """Say whether a plan, a programme, a budget or the like has just been named."""
    before = plain_letters(f"{c.tokens[c.place - 2].text} {c.passed.text}").split()
    leads = _MADE_BY_LAST_WORD.get(before[-1]) if before else None
    return leads is not None and (not leads or before[-2:-1] in [[lead] for lead in leads])


def _accounts(c: Cursor) -> bool:
    """Say whether the year is that of accounts, which have a limit of their own behind it."""
    words = plain_letters(f"{c.tokens[c.place - 2].text} {c.passed.text}").split()[-2:]
    return words == ["quyet", "toan"] and c.ahead(2) in (Sym.BEFORE, Sym.BY)


def _of_a_discipline(c: Cursor, place: int) -> bool:
    return c.tokens[place - 1].text in _DISCIPLINES
