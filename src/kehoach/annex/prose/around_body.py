"""What stands before and behind the places of a document and has a place of its own in a plan file."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from kehoach.annex.leading_marks import BULLETS, leading_mark
from kehoach.words import fold

_SENTENCE = (".", ";", ":", ",", "/.")
_RECIPIENTS = ("nơi nhận", "nơi gửi")
_NAME = re.compile(r"(?:[^\W\d_a-z][^\W\d_]*\s*){2,6}")


class Closing(NamedTuple):
    """To whom it goes and who signed it, line by line; ``left`` is all else."""

    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def preamble_of(paragraphs: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the sentences right before the first place, and what stands before them."""
    told = list(takewhile(_is_sentence, reversed(paragraphs)))
    return "\n\n".join(reversed(told)), tuple(paragraphs[: len(paragraphs) - len(told)])


def _is_sentence(words: str) -> bool:
    return (
        words.endswith(_SENTENCE) and not _bullet(words) and not fold(words).startswith("kính gửi")
    )


def closing_of(paragraphs: Sequence[str]) -> Closing:
    """Return the closing words told apart: the bullets below *Nơi nhận*, the capitals of the signature."""
    at = next((i for i, x in enumerate(paragraphs) if fold(x).startswith(_RECIPIENTS)), None)
    if at is None:
        return Closing(left=tuple(paragraphs))
    listed = list(takewhile(_bullet, paragraphs[at + 1 :]))
    rest = paragraphs[at + 1 + len(listed) :]
    signed = list(takewhile(str.isupper, rest))
    if signed and rest[len(signed) :] and _is_name(rest[len(signed)]):
        signed.append(rest[len(signed)])
    heading = [] if fold(paragraphs[at]).rstrip(":") in _RECIPIENTS else [paragraphs[at]]
    left = (*paragraphs[:at], *heading, *rest[len(signed) :])
    return Closing(tuple(_bullet(words) for words in listed), tuple(signed), left)


def _bullet(words: str) -> str:
    """Return what stands behind a bullet; empty where words begin with none."""
    found = leading_mark(words)
    return found[1] if found and found[0].rank == BULLETS else ""


def _is_name(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and all(word[0].isupper() for word in words.split())
