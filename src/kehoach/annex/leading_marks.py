"""The marks a paragraph begins with: ``II.``, ``B.``, ``3.1.``, ``a)``, ``-``, ``+``."""

import re
from typing import NamedTuple

from kehoach.annex.tables.place_numbers import label_of

_NAMED = re.compile(
    r"(?P<label>(?:phần|chương|mục|điều|nhóm)\s+(?:thứ\s+)?(?:[IVX]{1,6}|\d{1,3}|[A-H]|nhất|hai|ba|tư))"
    r"\s*(?:[.:–-]\s*|$)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(
    r"(?P<label>[IVX]{1,6}|[A-HK-MĐ])(?:\s?[.)]\s*|\s?[-–/]\s+)(?=[^\W_])(?P<capital>.+)"
    r"|(?P<deep>\d{1,2}(?:\.\d{1,2}){1,4})(?:(?:[.)]\s*|\s+)(?=[^\W\d_“\"(])|[.)]\s+(?=\d)|\s?[-–]\s+(?=[^\W\d_]))"
    r"(?P<decimals>.+)"
    r"|(?P<one>\d{1,3})(?:[.)/]\s+(?=\S)|[.)](?=[^\W\d_])|\s?[-–]\s+(?=[^\W\d_]))(?P<figure>.+)"
    r"|(?P<letter>[a-zđ]\d?)(?:\)\s*|(?:[./]|\s?[-–])\s+)(?=\S)(?P<small>.+)"
    r"|\((?P<held>[a-zđ]|\d{1,2}|[ivx]{1,4})\)\s*(?=\S)(?P<within>.+)",
    re.DOTALL,
)
_SPOKEN = re.compile(
    r"(?P<spoken>(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là"
    r"|Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))"
    r"\s*[,:]\s*(?P<rest>.+)",
    re.DOTALL,
)
_TITLED = re.compile(
    r"(?P<titled>(?P<what>Nhiệm vụ|Nội dung|Giải pháp|Bước)\s+(?P<number>\d{1,2}))\s*[.:]\s+(?P<rest>.+)",
    re.DOTALL,
)
_COUNTED = {
    word: str(number)
    for number, words in enumerate(
        ("một nhất", "hai", "ba", "bốn tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1
    )
    for word in words.split()
}
_BULLET = re.compile(r"(?P<sign>[-–—+•*●○▪■◦·])(?=\s|[^\W\d_])\s*(?P<rest>.+)", re.DOTALL)
_DASHES = "-–—"
_PAIRS = (
    ("label", "capital"), ("deep", "decimals"), ("one", "figure"), ("letter", "small"),
    ("held", "within"),
)  # fmt: skip


class LeadingMark(NamedTuple):
    """A mark: as it stands, its number as ids have it (none of a bullet), and its form.

    Brothers have one form: ``1.`` and ``2.``, but not ``1)`` or ``1.1.``; ``rank`` orders the forms of
    which none may stand under a lower one: parts, Roman and capitals, figures, small letters, bullets.
    """

    written: str
    label: str
    form: tuple[str, int, str]
    rank: int


_RANKS = {
    "named": 0,
    "capital": 1,
    "roman": 1,
    "decimal": 2,
    "letter": 3,
    "small roman": 3,
    "spoken": 4,
    "titled": 2,
}
BULLETS = 9
"""The rank of a bullet."""


def leading_mark(words: str) -> tuple[LeadingMark, str] | None:
    """Return the mark with which words begin, and the rest of them; ``None`` where there is none."""
    if match := _BULLET.match(words):
        sign = "-" if match["sign"] in _DASHES else match["sign"]
        return LeadingMark(match["sign"], "", ("bullet", 1, sign), BULLETS), match["rest"]
    if match := _NAMED.match(words):
        label = match["label"].split()[-1]
        return LeadingMark(
            match["label"], label, ("named", 1, match["label"].split()[0].lower()), 0
        ), (match["rest"])
    if told := _in_words(words):
        return told
    if match := _NUMBERED.match(words):
        number, rest = next((match[n], match[r]) for n, r in _PAIRS if match[n])
        return _numbered(words[: match.start(_rest_group(match))].strip(), number), rest
    return None


def _in_words(words: str) -> tuple[LeadingMark, str] | None:
    """Return a mark that is said: *Một là, …*, *Nhiệm vụ 1: …*."""
    if match := _SPOKEN.match(words):
        number = next(_COUNTED[w] for w in match["spoken"].lower().split() if w in _COUNTED)
        return LeadingMark(match["spoken"], number, ("spoken", 1, ""), _RANKS["spoken"]), match[
            "rest"
        ]
    if match := _TITLED.match(words):
        form = ("titled", 1, match["what"])
        return LeadingMark(match["titled"], match["number"], form, _RANKS["titled"]), match["rest"]
    return None


def _rest_group(match: re.Match[str]) -> str:
    return next(rest for number, rest in _PAIRS if match[number])


def _numbered(written: str, number: str) -> LeadingMark:
    told = label_of(number)
    kind, depth = (told.kind, told.depth) if told else ("other", 1)
    closing = ")" if written.endswith(")") and depth == 1 else "."
    return LeadingMark(written, number, (kind, depth, closing), _RANKS.get(kind, 2))
