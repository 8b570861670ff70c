"""The words that speak of time in Vietnamese administrative wording, and what each is.

The phrases stand in ``lexicon.txt``, which whoever knows the language can read and add to.
"""

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from pkgutil import get_data  # a tenth of the time that `importlib.resources` takes to import
from typing import NamedTuple

from kehoach.words import fold, plain_letters

# What a token is to the grammar. ``lexicon.txt`` has the phrases of each kind that is words.
Sym = IntEnum(
    "Sym",
    # Figures; a clock time, whose value is minutes; 34/2014/NĐ-CP, a name whatever numbers it holds;
    # what is surely a slip of the keyboard; any other word, any other sign.
    "NUMBER CLOCK DOCUMENT ODD WORD MARK "
    "SLASH DASH DOT COMMA SEMICOLON OPEN CLOSE PERCENT END "
    # units
    "DAY WORKDAY WEEK MONTH QUARTER YEAR TERM HALF HALF_YEARLY HOUR WEEKDAY "
    # limits
    "BEFORE BY WITHIN TOWARD FROM SINCE AFTER NOT_BEFORE ONCE_DONE LENGTH_OF COMPARED BETWEEN "
    # a beginning; what may be one
    "START UNDERTAKE "
    # places in a period
    "FIRST MIDDLE LAST NEXT PAST OF AND OR ON "
    # rhythm
    "EVERY PERIODIC ONCE_A TIMES REPORT FOR THIS FOLLOWING ONWARD "
    # other kinds
    "SESSION CONTINUOUS REQUEST BLANK REFERENCE SOFT AT_LEAST INCLUSIVE END_OF SPAN NEAREST THAT_IS ERA "
    # what a report's data are told by
    "DATA "
    # upon what a document is based, up to the next comma
    "BASIS "
    # a part of a day, which the clock is not told of
    "DAYPART "
    # words around a deadline that say nothing of it, words that would change it, and words by which what
    # stands elsewhere in the wording no longer holds, or only in some case
    "FILLER DANGER UNDOING",
)

WORDS = (Sym.WORD, Sym.START, Sym.UNDERTAKE)
"""What may stand in a name, and speaks of no day."""


class Token(NamedTuple):
    """A piece of the wording: what it is, where it stands, its folded text, its number."""

    sym: Sym
    start: int
    end: int
    text: str = ""
    value: int = 0


Lexicon = dict[tuple[str, ...], tuple[Sym, int]]
"""Folded words, and what they are together; the number is that of a weekday, 0 for Monday."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
NUMBER_WORDS = {word: value for value, word in enumerate(_UNITS)} | {
    "tư": 4, "bẩy": 7, "lăm": 5, "nhăm": 5, "mốt": 1, "mươi": 10,
}  # fmt: skip
BARE_NUMBER_WORDS = {plain_letters(word): value for word, value in reversed(NUMBER_WORDS.items())}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4}


def _lines() -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Yield each line of the lexicon: its name, and its phrases in words."""
    for line in (get_data(__package__, "lexicon.txt") or b"").decode().splitlines():
        if line and not line.startswith("#"):
            name, _, phrases = fold(line).partition(":")
            yield name, [tuple(phrase.split()) for phrase in phrases.split("|")]


def _entries() -> tuple[Lexicon, dict[str, tuple[str, ...]]]:
    """Read the lexicon: the phrases of each kind, and the lists.

    Raises:
        KeyError: a line names no kind.
    """
    found: Lexicon = {}
    lists: dict[str, tuple[str, ...]] = {}
    weekday = 0
    for name, phrases in _lines():
        kind, _, listed = name.partition(" ")
        if kind == "list":
            lists[listed] = tuple(map(" ".join, phrases))
            continue
        sym = Sym[kind.upper()]
        found |= dict.fromkeys(phrases, (sym, weekday))
        weekday += sym is Sym.WEEKDAY
    return found, lists


LEXICON, WORD_LISTS = _entries()
LONGEST = max(map(len, LEXICON))


@lru_cache(maxsize=1)
def bare_lexicon() -> Lexicon:
    """Return the lexicon as it looks without diacritics: of two that look alike, the first."""
    return {tuple(map(plain_letters, words)): entry for words, entry in reversed(LEXICON.items())}
