"""Numbers of places as documents write them: ``II``, ``B.``, ``3``, ``1.2``, ``a)``, ``-``."""

import re
from string import ascii_lowercase
from typing import NamedTuple

from kehoach.annex.clean_words import without_marks

_ROMAN = re.compile(r"(?=.)X{0,4}(IX|IV|V?I{0,3})")
_LABEL = r"[IVX]{1,5}|[A-ZĐ]|[a-zđ]|[ivx]{2,5}|\d{1,4}[a-zđ]?"
_NUMBER = re.compile(
    rf"\(?((?:phần|mục|chương|nhóm)\s+(?:số\s+)?)?((?:{_LABEL})(?:\.(?:{_LABEL}))*)\s*[.):/]*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-–—+*•●○▪■◦·]+")
_LEADING = re.compile(
    r"(?P<number>(?:[IVX]{1,5}|[A-HK-MĐ])[.)/]|(?:[IVX]{1,5}|\d{1,2})(?:\.\d{1,2})+[.)]?|\d{1,2}[.)]|[a-zđ]\))\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_NAMED = re.compile(
    r"(?P<number>(?:phần|mục|chương|nhóm)\s+(?:số\s+)?(?:[IVX]{1,5}|\d{1,2}|[A-H]))(?:\s*[.:)–-]\s*|\s+|$)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_STARS = re.compile(r"\s*\(?\*+\)?$")
_UNFIT = re.compile(r"[^\w.-]+")
TOPS = ("roman", "capital")
"""The kinds of number that stand over all others."""

_LETTERS = (
    ascii_lowercase  # made by nobody's alphabet but the ids' own: plan 06 has III.2.e, III.2.f
)


class Label(NamedTuple):
    """A number read: its kind, how many parts it has, and its letters as ids have them."""

    kind: str
    depth: int
    text: str


def label_of(words: str, before: str | None = None) -> Label | None:
    """Return a number's label; ``None`` for a blank or a bullet.

    ``before`` is the label of the same rank that came last: after B stands C, not a hundred.
    """
    words = _STARS.sub("", " ".join(without_marks(words).split()))
    if not words or _BULLET.fullmatch(words):
        return None
    match = _NUMBER.fullmatch(words)
    if match is None:
        return Label("other", 1, _UNFIT.sub("-", words).strip("-.") or "x")
    return Label(*_kind(match[2], before), match[2])


def is_top(number: str) -> bool:
    """Say whether a number is one that stands over all others: ``II``, ``B``."""
    label = label_of(number)
    return label is not None and label.kind in TOPS


def _kind(text: str, before: str | None) -> tuple[str, int]:
    parts = text.split(".")
    if len(parts) > 1:
        return "decimal" if parts[-1][0].isdigit() else "letter", len(parts)
    if text[0].isdigit():
        return "decimal", 1
    if text.isupper():
        return ("roman" if _is_roman(text, before) else "capital"), 1
    return ("small roman" if len(text) > 1 else "letter"), 1


def _is_roman(text: str, before: str | None) -> bool:
    """Say whether capitals are a Roman numeral: alone and next in the alphabet they are a letter."""
    if not _ROMAN.fullmatch(text):
        return False
    return not (before and len(text) == len(before) == 1 and ord(text) - ord(before) == 1)


def leading_number(words: str) -> tuple[str, str] | None:
    """Return the number with which a heading or a task begins, and the rest."""
    if match := _NAMED.fullmatch(words) or _LEADING.fullmatch(words):
        return match["number"], match["rest"].strip()
    return None


def letter(index: int) -> str:
    """Return the letter of a place without a number, in the order of the text (from 0)."""
    most = len(_LETTERS)
    return (
        _LETTERS[index] if index < most else f"{letter(index // most - 1)}{_LETTERS[index % most]}"
    )
