"""Words whose diacritics or letters are missing, and what they must be all the same."""

from collections.abc import Sequence

from kehoach.wordings.language.lexicon import LEXICON, ROMAN, Sym, Token, bare_lexicon
from kehoach.words import fold, plain_letters

_NAMING = (Sym.NUMBER, Sym.DAY, Sym.MONTH, Sym.QUARTER, Sym.YEAR)
_BEFORE = "truoc"
_RHYTHMS = ("nam", "quy", "thang", "tuan")
_YEARLY = (("thường", "niên"), ("thuong", "nien"))
_SECOND = ("niên", "nien")
_REPORTED = ("cáo", "kỳ", "kì", "cao", "ky", "ki")  # báo cáo, định kỳ
# Words that even among others with diacritics stand for units where a number follows them.
_UNITS = {plain_letters(unit): unit for unit in ("ngày", "tháng", "quý", "năm", "tuần", "trước")}


def undressed(wording: str) -> bool:
    """Say whether all letters come from a keyboard without diacritics."""
    return all(char.isascii() for char in wording if char.isalpha())


def yearly(raw: Sequence[Token], place: int) -> Sym | None:
    """Return what each of the two words of "thường niên" is: they say what "hằng năm" says.

    Behind another word they belong to its name: "15 ngày trước ngày họp thường niên".
    """
    first = max(place - (raw[place].text in _SECOND), 0)
    if tuple(each.text for each in raw[first : first + 2]) not in _YEARLY:
        return None
    before = raw[first - 1] if first else None
    if before and before.sym is Sym.WORD and before.text not in _REPORTED:
        return None
    return Sym.EVERY if place == first else Sym.YEAR


def meant(before: Token | None, word: Token, after: Token | None) -> Sym | None:
    """Return what a word must be where only its diacritics are missing: "Thang 8/2026"."""
    if (rhythm := _rhythm(before, word, after)) is not None:
        return rhythm
    if after is None:
        return None
    unit = _UNITS.get(plain_letters(word.text)) if word.text.isascii() else None
    timely = _of_time(after)
    if timely and unit != "trước" and _almost_before(word.text):
        return Sym.ODD
    return LEXICON[(fold(unit),)][0] if unit and (timely or after.text in ROMAN) else None


def _rhythm(before: Token | None, word: Token, after: Token | None) -> Sym | None:
    """Return what "hang" and "nam" of "Hang nam" must be among words with diacritics."""
    if word.text == "hang" and after and after.text in _RHYTHMS:
        return Sym.EVERY
    if word.text in _RHYTHMS and before and plain_letters(before.text) == "hang":
        return bare_lexicon()[(word.text,)][0]
    return None


def _of_time(word: Token) -> bool:
    entry = bare_lexicon().get((plain_letters(word.text),))
    return (entry[0] if entry else word.sym) in _NAMING


def _almost_before(word: str) -> bool:
    """Say whether a word is "trước" with a slip: "truớc", "trứơc", "trớc", "tứơc", "trướcc".

    Straight before a day it would otherwise be taken for a word of the task, and the day, which does
    not count, would count.
    """
    letters = plain_letters(word)
    less, more = _one_less(letters, _BEFORE), _one_less(_BEFORE, letters)
    return letters == _BEFORE or less or more or _swapped(letters)


def _one_less(short: str, long: str) -> bool:
    """Say whether one letter of the longer word is missing."""
    return any(short == long[:place] + long[place + 1 :] for place in range(len(long)))


def _swapped(letters: str) -> bool:
    """Say whether two neighbouring letters changed places."""
    return any(
        letters == _BEFORE[:place] + _BEFORE[place + 1] + _BEFORE[place] + _BEFORE[place + 2 :]
        for place in range(len(_BEFORE) - 1)
    )
