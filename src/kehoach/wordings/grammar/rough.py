"""Times that are only told roughly: "gần 10 ngày", "ba bốn ngày", "chừng giữa tháng 6"."""

from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import PARTS, UNITS, number_words
from kehoach.wordings.grammar.stretches import SEPARATORS
from kehoach.wordings.language.lexicon import WORD_LISTS, WORDS, Sym, Token
from kehoach.words import plain_letters

_DANGERS = {plain_letters(words) for words in WORD_LISTS["rough dangers"]}
_BETWEEN_TWO = (Sym.COMMA, Sym.TOWARD, Sym.OR, Sym.DASH)
_FIVE = "năm"
_APART = 2
_TWO_AND_UNIT = 4  # tokens
_FIVE_OR_SO = (6, 7)  # "năm, sáu ngày", "năm, bảy ngày"
_OF_FEW = (Sym.DAY, Sym.WORKDAY, Sym.WEEK, Sym.MONTH)
_REPORTED_MONTHS = {3, 6, 9, 12}  # "báo cáo 6, 9 tháng"
_MOST = 100  # of what is counted; more is a document's number, or a year
_TOLD_APART = (*UNITS, *SEPARATORS, Sym.COMMA, Sym.AND, Sym.EVERY, Sym.WEEKDAY)
_ORDINAL = ("thứ", "thu")
HOW_MANY = about(": không rõ là bao nhiêu", ": how many is not clear")
_ROUGH = about(
    " chỉ nói áng chừng: cần hỏi rõ ngày, hoặc rõ bao nhiêu",
    " says only roughly when: the day, or how many, must be asked for",
)


def refuse_two_numbers(c: Cursor, first: int) -> None:
    """Refuse "3, 4 ngày", "năm, bảy ngày" from ``first`` on: about so many.

    Raises:
        Doubtful: two numbers close to each other, with a comma between, stand before a unit.
    """
    told = c.tokens[first : first + _TWO_AND_UNIT]
    if first < 0 or len(told) < _TWO_AND_UNIT or told[1].sym is not Sym.COMMA:
        return
    several = told[-1].sym in _OF_FEW and c.tokens[first + len(told)].sym is not Sym.NUMBER
    one = several and not _is_told_apart(c, first) and _are_near(c, told[0], told[2], told[-1])
    c.refuse(one, HOW_MANY, first, first + len(told))


def _is_told_apart(c: Cursor, place: int) -> bool:
    """Say whether a number belongs to what stands before it: "đợt 3", "quý 2", "30/6"."""
    before = c.tokens[place - 1]
    return before.sym in _TOLD_APART or before.text in (*PARTS, *_ORDINAL)


def _are_near(c: Cursor, first: Token, second: Token, unit: Token) -> bool:
    """Say whether two figures, or "năm" and a word of a number, may be about one number."""
    if first.sym is Sym.YEAR:
        return number_words(c).get(second.text) in _FIVE_OR_SO
    if not first.sym is second.sym is Sym.NUMBER:
        return False
    pair = {first.value, second.value}
    months = unit.sym is Sym.MONTH and pair <= _REPORTED_MONTHS
    most = max(first.value * 2, first.value + _APART)
    return not months and first.value < second.value <= min(most, _MOST)


def refuse_a_rough_length(c: Cursor, start: int) -> None:
    """Refuse the length from ``start`` to here behind a word that changes it: "gần", "ba" of "ba bốn".

    Raises:
        Doubtful: one does.
    """
    refuse_two_numbers(c, start - 2)
    before = c.tokens[start - 1]
    rough = before.text in WORD_LISTS["rough bare" if c.bare else "rough"]
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
    c.refuse(text in WORD_LISTS["rough of days"] and alone, _ROUGH, _first_of(c, start - 1))


def _first_of(c: Cursor, place: int) -> int:
    return place - (c.tokens[place].text in WORD_LISTS["rough endings"] and place > 0)


def _goes_on(c: Cursor, first: int, start: int) -> bool:
    """Say whether two numbers in words stand side by side: about so many, or more than is read."""
    before, here = c.tokens[first], c.tokens[start]
    if here.sym is Sym.NUMBER:
        return False
    if before.text == _FIVE and before.sym is Sym.YEAR:
        return here.text in WORD_LISTS["behind five"]
    if c.tokens[start - 1].sym is Sym.COMMA and not _near(c, first, start):
        return False  # "vòng hai, mười ngày"
    return _says_a_number(c, first)


def _near(c: Cursor, first: int, start: int) -> bool:
    """Say whether two numbers may be about one: "ba, bốn", "năm, bảy", "mười, mười lăm"."""
    before, here = (number_words(c).get(c.tokens[place].text, 0) for place in (first, start))
    return 0 <= here - before <= _APART


def _first_number(c: Cursor, place: int) -> int:
    """Return where the number begins of which a word stands there."""
    while _says_a_number(c, place - 1):
        place -= 1
    return place


def _says_a_number(c: Cursor, place: int) -> bool:
    token = c.tokens[place]
    return token.sym is Sym.WORD and (
        token.text in number_words(c) or token.text in WORD_LISTS["hundreds"]
    )
