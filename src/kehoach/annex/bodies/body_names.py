"""Names of bodies compared: two spellings, a known short form and initials are one name.

``Sở NN&PTNT`` is *Sở Nông nghiệp và Phát triển nông thôn*; a tone more or less is another name.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.words import fold

_TOKEN = re.compile(r"[^\W_]+")
_SHORT = {
    word: fold(name).split()
    for word, name in {
        "ubnd": "ủy ban nhân dân",
        "hđnd": "hội đồng nhân dân",
        "mttq": "mặt trận tổ quốc",
        "ubmttq": "ủy ban mặt trận tổ quốc",
        "tp": "thành phố",
        "tx": "thị xã",
    }.items()
}
_DEPARTMENTS = ("sở", "phòng")  # whose TP is Tư pháp, no city
_LEAST_INITIALS = 2
_LEAST_ALONE = 3


class Word(NamedTuple):
    """A word of a cell or name: folded, as it stood, and where (from 0, end exclusive)."""

    word: str
    raw: str
    start: int
    end: int

    @property
    def initials(self) -> str:
        """Its letters where it may be initials: all capitals; else empty."""
        capital = self.raw.isupper() and self.raw.isalpha()
        return self.word if capital and len(self.raw) >= _LEAST_INITIALS else ""


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text, well-known short forms written out; *và* and signs left out.

    Positions are those in ``text``; every word of a form written out has the form's.
    """
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        raw = match[0]
        word = fold(raw)
        if word in _SHORT and not (word == "tp" and found and found[-1].word in _DEPARTMENTS):
            found += [Word(each, each, *match.span()) for each in _SHORT[word]]
        elif word != "và":
            found.append(Word(word, raw, *match.span()))
    return tuple(_without_co(found))


def _without_co(words: list[Word]) -> Iterator[Word]:
    """Leave out *có* of *có liên quan*: plans write both."""
    for index, each in enumerate(words):
        after = [other.word for other in words[index + 1 : index + 3]]
        if not (each.word == "có" and after == ["liên", "quan"]):
            yield each


def key_of(name: str) -> tuple[str, ...]:
    """Return the words by which names are compared."""
    return tuple(word.word for word in words_of(name))


class NameMatch(NamedTuple):
    """How a name is said: in how many words of a cell, and whether in all of its own."""

    words: int
    in_full: bool


def said_at(cell: tuple[Word, ...], at: int, name: tuple[str, ...]) -> NameMatch | None:
    """Return how the words of a cell, from ``at`` on, say a name; ``None`` where they do not.

    A word in capitals may be the initials of several words of the name.
    """
    place, told, in_full = at, 0, True
    while told < len(name):
        if place == len(cell):
            return None
        word = cell[place]
        if word.word == name[told]:
            told += 1
        elif (letters := word.initials) and (count := _initials(letters, name[told:])):
            told, in_full = told + count, False
        else:
            return None
        place += 1
    if place - at == 1 and not in_full and len(cell[at].initials) < _LEAST_ALONE:
        return None
    return NameMatch(place - at, in_full)


def _initials(letters: str, name: tuple[str, ...]) -> int:
    """Return how many words of a name these letters are the initials of: all of them, or 0."""
    heads = "".join(_toneless(word[0]) for word in name[: len(letters)])
    return len(letters) if heads == _toneless(letters) else 0


def _toneless(letters: str) -> str:
    """Return letters as initials are written: without tones and hats, *đ* kept."""
    spread = unicodedata.normalize("NFD", letters)
    return "".join(char for char in spread if not unicodedata.combining(char))
