"""Comparing and ordering Vietnamese words.

NFC does not unify the place of the tone mark (``hoà``/``hòa``, ``uỷ``/``ủy``); both spellings
stand in the same official document. Folding is for comparison only, never for display, and it
never drops a tone: *Quang Minh* and *Quảng Minh* are two communes.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of dictionaries
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
_ALIKE = str.maketrans({"\u00d0": "đ", "\u2013": "-", "\u2014": "-"})
_MARKS = {mark: None for mark in range(0x300, 0x370) if unicodedata.combining(chr(mark))}
_HANG = re.compile(r"\bhằng\b")
_OLD_STYLE = re.compile(f"([ou])([aey])([{_TONES}])(?![a-zà-ỹ])")


@lru_cache(maxsize=4096)
def fold(words: str) -> str:
    """Return ``words`` in the form in which two spellings of one name are equal.

    Case, NFC/NFD, white space, ``hằng``/``hàng``, ``Ð``/``Đ``, dashes and the place of the tone mark in
    *oa, oe, uy* are made alike; tones and letters are kept.
    """
    flat = " ".join(words.translate(_ALIKE).casefold().split())
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFC", flat))
    return _HANG.sub("hàng", unicodedata.normalize("NFC", _OLD_STYLE.sub(r"\1\3\2", spread)))


def plain_letters(words: str) -> str:
    """Return ``words`` without any diacritic, *đ* as *d*; case and signs are kept.

    As they come from a keyboard that has none; for ids, headings and guesses, never to compare names.
    """
    spread = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    spread = spread.translate(_MARKS)
    if spread.isascii():  # as nearly all is, and most of the time of reading a table was spent here
        return spread
    letters = "".join(char for char in spread if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", letters)


@lru_cache(maxsize=4096)
def alphabetical(words: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return a sort key in the order of the Vietnamese alphabet, tones after letters."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", words).casefold():
        bare, tone = _split_tone(char)
        letters.append(_RANK.get(bare, 0) or 100 + ord(bare) if bare.isalpha() else ord(bare) - 999)
        tones.append(tone)
    return tuple(letters), tuple(tones), words


def _split_tone(char: str) -> tuple[str, int]:
    """Return a letter without its tone, and the tone's place in the order of dictionaries."""
    spread = unicodedata.normalize("NFD", char)
    for mark in spread[1:]:
        if mark in _TONES:
            bare = unicodedata.normalize("NFC", spread.replace(mark, ""))
            return bare, _TONES.index(mark) + 1
    return unicodedata.normalize("NFC", spread), 0
