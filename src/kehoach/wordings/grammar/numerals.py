"""Numbers, what they count, and years, in figures, in Roman figures and in words."""

from collections.abc import Mapping
from typing import NamedTuple

from kehoach.wordings.grammar.combinators import attempt, behind
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.language.lexicon import (
    BARE_NUMBER_WORDS,
    NUMBER_WORDS,
    ROMAN,
    WORD_LISTS,
    Sym,
)
from kehoach.words import Text

UNITS = {
    Sym.DAY: "day", Sym.WEEK: "week", Sym.MONTH: "month", Sym.QUARTER: "quarter", Sym.YEAR: "year",
}  # fmt: skip
STAGES = WORD_LISTS["stages"]
"""What has a time of its own, and a number: "đợt 3 tháng 6"."""
PARTS = (*STAGES, *WORD_LISTS["other parts"])
"""What a number behind it only tells apart."""
_MONTHS = {Sym.MONTH: "month"}
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_YEAR_DIGITS = 4
_TEN = 10
_MOST_WORDS = 3  # hai mươi mốt
_MILLENNIUM = 2000
_THOUSAND = ("nghìn", "ngàn", "nghin", "ngan")
_NO_HUNDRED = (["không", "trăm"], ["khong", "tram"])
_ODD_UNITS = ("linh", "lẻ", "le")
# "hai mốt" is 21 in speech, and "mốt" alone no number; "mươi ngày" are about ten
_BEHIND_TENS = ("mốt", "lăm", "nhăm", "mươi")
_TEN_ALONE = "mười"  # behind another number it is a further one: "chín mười ngày" are nine or ten
_NO_YEAR = about(" không phải là năm", " is no year")
_TWO_READINGS = about(" thiếu dấu, đọc được hai cách", " without diacritics has two readings")
_DIFFERENT = Text("số và chữ trong ngoặc khác nhau", "the figure and the words in brackets differ")


def number(c: Cursor) -> int | None:
    """Take a number in figures or words; "05 (năm)" says it twice and must agree."""
    if not c.at(Sym.NUMBER):
        return spelled(c)
    value = c.next().value
    _restated(c, value)
    return value


class Amount(NamedTuple):
    """So many units: "6 tháng", "05 ngày"."""

    number: int
    unit: str

    @property
    def name(self) -> str:
        """The amount as files write it, quarters in months: ``6 months``."""
        if self.unit == "quarter":
            return Amount(self.number * 3, "month").name
        return f"{self.number} {self.unit}{'s' * (self.number > 1)}"


@attempt
def amount(c: Cursor, units: Mapping[Sym, str] = UNITS) -> Amount | None:
    """Take a number and the unit that it counts."""
    found, unit = number(c), units.get(c.sym)
    if found is None or unit is None:
        return None
    c.next()
    return Amount(found, unit)


def months(c: Cursor) -> int | None:
    """Take "6 tháng"."""
    found = amount(c, _MONTHS)
    return found and found.number


@behind(Sym.OPEN)
def _restated(c: Cursor, value: int) -> int | None:
    """Take the same number in brackets.

    Raises:
        Doubtful: it is another.
    """
    start = c.place - 2  # the figure
    said = spelled(c)
    if said is None or not c.take(Sym.CLOSE):
        return None
    c.refuse(said != value, _DIFFERENT, start)
    return said


def spelled(c: Cursor) -> int | None:
    """Take a number in words: hai, mười lăm, hai mươi mốt, ba mươi."""
    digits: list[int] = []
    for steps in range(_MOST_WORDS):
        if (digit := _digit(c, steps)) is None:
            break
        digits.append(digit)
    while digits and _value(digits) is None:
        digits.pop()
    if not digits:
        return None
    c.next(len(digits))
    return _value(digits)


def _digit(c: Cursor, steps: int) -> int | None:
    """Return the number that a word some steps on is; "năm" is five, and year."""
    token = c.tokens[c.place + steps]
    if token.text in _BEHIND_TENS if not steps else token.text == _TEN_ALONE:
        return None
    if token.sym is Sym.YEAR and (steps or _dated(c, 1)):
        return None  # "sáu năm", "năm 2026" and "hằng năm ngày 05/12" speak of years
    return number_words(c).get(token.text) if token.sym in (Sym.WORD, Sym.YEAR) else None


def number_words(c: Cursor) -> dict[str, int]:
    """Return the words of numbers, as the wording spells them."""
    return BARE_NUMBER_WORDS if c.bare else NUMBER_WORDS


def _dated(c: Cursor, steps: int) -> bool:
    """Say whether a number stands there, or a day, month or quarter that one follows."""
    sym = c.ahead(steps)
    unit = sym in (Sym.DAY, Sym.MONTH, Sym.QUARTER)
    return sym is Sym.NUMBER or (unit and numbered(c, steps + 1))


def numbered(c: Cursor, steps: int = 0) -> bool:
    """Say whether a number stands some steps on, in figures, in Roman figures or in words."""
    token = c.tokens[c.place + steps]
    if token.sym is Sym.WORD:
        return token.text in ROMAN or token.text in number_words(c)
    return token.sym is Sym.NUMBER


def index(c: Cursor, *, roman: bool = False) -> int | None:
    """Take the number of a month or quarter, or of a quarter in Roman figures.

    Raises:
        Doubtful: "thang sau" and "thang tu" without diacritics: sáu or sau, tư or từ.
    """
    text = c.token.text
    if roman and c.at(Sym.WORD) and text in ROMAN:
        return ROMAN[c.next().text]
    c.refuse(c.bare and text in ("sau", "tu"), _TWO_READINGS, c.place - 1, c.place + 1)
    return number(c)


def ordinal(c: Cursor) -> int | None:
    """Take "thứ ba", which is Tuesday to the lexicon."""
    return c.next().value + 2 if c.at(Sym.WEEKDAY) else None


def at_year(c: Cursor, steps: int = 0) -> bool:
    """Say whether a year's four figures stand some steps on."""
    token = c.tokens[min(c.place + steps, len(c.tokens) - 1)]
    return token.sym is Sym.NUMBER and len(token.text) == _YEAR_DIGITS


def year(c: Cursor) -> int | None:
    """Take a year of four figures, or in words.

    Raises:
        Doubtful: they are no year that a plan speaks of.
    """
    start = c.place
    found = c.next().value if at_year(c) else _spelled_year(c)
    c.refuse(found is not None and not _FIRST_YEAR <= found <= _LAST_YEAR, _NO_YEAR, start)
    return found


@attempt
def _spelled_year(c: Cursor) -> int | None:
    """Take "hai nghìn không trăm hai mươi sáu"."""
    if c.token.text != "hai" or c.tokens[c.place + 1].text not in _THOUSAND:
        return None
    texts = [token.text for token in c.tokens[c.place + 2 : c.place + 4]]
    c.next(4 if texts in _NO_HUNDRED else 2)
    if c.token.text in _ODD_UNITS:
        c.next()
    rest = spelled(c)
    return None if rest is None else _MILLENNIUM + rest


def _value(digits: list[int]) -> int | None:
    """Return the number that its words make: [2, 10, 1] is 21, [10, 5] is 15."""
    match digits:
        case [one]:
            return one
        case [10, one] if one < _TEN:
            return _TEN + one
        case [tens, 10] if tens < _TEN:
            return tens * _TEN
        case [tens, 10, one] if max(tens, one) < _TEN:
            return tens * _TEN + one
        case _:
            return None
