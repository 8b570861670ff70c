"""Times that are only told roughly: "gần 10 ngày", "ba bốn ngày", "chừng giữa tháng 6"."""

from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import number_words
from kehoach.wordings.language.lexicon import WORDS, Sym
from kehoach.words import fold, plain_letters

_ROUGHLY = fold("gần chừng xỉ độ ngót nghét non cỡ quãng quá vài dăm").split()
_BARE = (
    "gan",
    "chung",
    "xi",
    "ngot",
    "nghet",
    "vai",
    "dam",
)  # "qua", "do", "co" may be other words
# The words of danger that say about how many; others may tell of an event: "sau khi phát sinh 10 ngày".
_DANGERS = (
    "khoang", "vao khoang", "khoang chung", "ang chung", "vao quang", "tren duoi", "xung quanh", "uoc",
    "hon", "tam",
)  # fmt: skip
_ABOUT_A_DAY = ("gần", "chừng", "xỉ", "độ", "ngót", "gan", "xi")
_OF_TWO_WORDS = ("xỉ", "nghét", "xi", "nghet")  # xấp xỉ, ngót nghét
_MANY = ("trăm", "nghìn", "ngàn", "tram", "nghin", "ngan")
_BETWEEN_TWO = (Sym.COMMA, Sym.TOWARD, Sym.OR, Sym.DASH)
_BEHIND_FIVE = ("sáu", "bảy", "bẩy", "mười")  # "năm bảy ngày"; else "năm" is a year
_FIVE = "năm"
_APART = 2
HOW_MANY = about(": không rõ là bao nhiêu", ": how many is not clear")
_ROUGH = about(
    " chỉ nói áng chừng: cần hỏi rõ ngày, hoặc rõ bao nhiêu",
    " says only roughly when: the day, or how many, must be asked for",
)


def refuse_a_rough_length(c: Cursor, start: int) -> None:
    """Refuse the length from ``start`` to here behind a word that changes it: "gần", "ba" of "ba bốn".

    Raises:
        Doubtful: one does.
    """
    before = c.tokens[start - 1]
    rough = before.text in (_BARE if c.bare else _ROUGHLY)
    rough |= before.sym is Sym.DANGER and plain_letters(before.text) in _DANGERS
    c.refuse(rough, _ROUGH, _first_of(c, start - 1))
    first = start - 1 - (before.sym in _BETWEEN_TWO)
    c.refuse(_goes_on(c, first, start), HOW_MANY, _first_number(c, first))


def refuse_a_rough_day(c: Cursor, start: int) -> None:
    """Refuse the day or span from ``start`` to here behind "gần" or the like.

    Raises:
        Doubtful: it stands there, and belongs to no word as "tốc độ" is one.
    """
    text = c.tokens[start - 1].text
    alone = text != "độ" or c.tokens[start - 2].sym not in WORDS
    c.refuse(text in _ABOUT_A_DAY and alone, _ROUGH, _first_of(c, start - 1))


def _first_of(c: Cursor, place: int) -> int:
    return place - (c.tokens[place].text in _OF_TWO_WORDS and place > 0)


def _goes_on(c: Cursor, first: int, start: int) -> bool:
    """Say whether two numbers in words stand side by side: about so many, or more than is read."""
    before, here = c.tokens[first], c.tokens[start]
    if here.sym is Sym.NUMBER or before.sym is Sym.END:
        return False
    if before.text == _FIVE and before.sym is Sym.YEAR:
        return here.text in _BEHIND_FIVE
    if c.tokens[start - 1].sym is Sym.COMMA and not _near(c, first, start):
        return False  # "vòng hai, mười ngày"
    return _says_a_number(c, first)


def _near(c: Cursor, first: int, start: int) -> bool:
    """Say whether two numbers may be about one: "ba, bốn", "năm, bảy", "mười, mười lăm"."""
    before, here = (number_words(c).get(c.tokens[place].text, 0) for place in (first, start))
    return 0 <= here - before <= _APART


def _first_number(c: Cursor, place: int) -> int:
    """Return where the number begins of which a word stands there."""
    while place and _says_a_number(c, place - 1):
        place -= 1
    return place


def _says_a_number(c: Cursor, place: int) -> bool:
    token = c.tokens[place]
    return token.sym is Sym.WORD and (token.text in number_words(c) or token.text in _MANY)
