"""Words of a document: cleaned, compared without tones, cut short."""

import re
import unicodedata

from kehoach.words import fold, plain_letters

# Signs that nobody sees: soft hyphens, joiners, marks of direction.
_NOTHING = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f]"
)
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[\s]*")
_MARKS = re.compile(r"[¹²³⁰⁴-⁹]+|\[\d{1,3}\]")
_SIGNS = re.compile(r"\w+")


def tidy(words: str) -> str:
    """Return words in NFC, white space single, soft hyphens gone; line breaks stay, empty lines go."""
    text = _NOTHING.sub("", _BREAK.sub("\n", words))
    text = _LINES.sub("\n", _SPACE.sub(" ", text)).strip()
    return unicodedata.normalize("NFC", text)


def bare(words: str) -> str:
    """Return words without tones, signs and case: for headings, never for names."""
    return " ".join(_SIGNS.findall(plain_letters(fold(words))))


def slug(words: str) -> str:
    """Return an id made from words: ``so-tu-phap``; empty where nothing is left."""
    ascii_only = bare(words).replace("_", " ").encode("ascii", "ignore").decode()
    return "-".join(ascii_only.split())


def without_marks(words: str) -> str:
    """Return words without the marks of footnotes."""
    return _MARKS.sub("", words)
