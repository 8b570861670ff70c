"""A list of bodies as a document has it: one line a body, before anybody is looked up."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_words import begins_with_place
from kehoach.words import Text
from kehoach.words.shortening import flat

_SHORT = re.compile(
    r"\s*\(\s*(?:viết tắt(?: là)?\s*:?\s*)?([A-ZĐ][A-ZĐ0-9&.,-]{1,14})\s*\)|"
    r"\s[-–]\s+([A-ZĐ&]{2,10})\s*[.;,]?\s*$"
)
_CODE = re.compile(r"\(\s*(\d{3,10})\s*\)|^\s*(\d{4,10})[.)]?\s+(?=[^\W\d_])")
_REMARK = re.compile(r"\s*\(\s*[^()\sA-ZĐ][^()]*\)")
_SIGN = r"[^\s<>()\[\],;:\"“”]"
_ADDRESS = re.compile(rf"(?<!{_SIGN}){_SIGN}+@[\w-]+(?:\.[\w-]+)+")  # looked for once in each word
_PARENT = re.compile(
    r"[\s,(–-]+(?:(?:trực )?thuộc\s+(?P<above>[^()]+)|"
    r"(?P<place>(?:huyện|thành phố|thị xã|quận|tx\.?|tp\.?)\s+[^\W\d_][^()]*))\)?\s*$",
    re.IGNORECASE,
)
_AROUND = " \t\n-–+•*.,;:<>"


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A body as a list names it: ``name`` and whatever else the list says of it, as words.

    ``place`` is where it stands, for people: *dòng 12*. ``group`` is the heading over it. ``remark`` are
    words in brackets that nothing is made of.
    """

    name: str
    place: Text
    short: str = ""
    parent: str = ""
    group: str = ""
    addresses: tuple[str, ...] = ()
    id: str = ""
    code: str = ""
    note: str = ""
    remark: str = ""


class Roster(NamedTuple):
    """The bodies of a list; ``left`` are words of it that were not used, and what was guessed."""

    lines: tuple[RosterLine, ...]
    left: tuple[Text, ...] = ()


class NoNames(Exception):  # noqa: N818 - the document is right, it is no list of bodies
    """Nothing in a document is a list of bodies; ``seen`` are its first words."""

    def __init__(self, seen: str) -> None:
        super().__init__(seen)
        self.seen = seen


def line_of(words: str, place: Text, group: str = "", parent: str = "") -> RosterLine:
    """Return what words say of a body: *Chi cục A (CCA) thuộc Sở B, a@b.vn*."""
    addresses = tuple(_ADDRESS.findall(words))
    short, rest = _taken(_SHORT, _ADDRESS.sub(" ", words))
    code, rest = _taken(_CODE, rest)
    if above := _PARENT.search(rest):
        parent = flat(above["above"] or above["place"])
        rest = rest[: above.start()]
    remark = " ".join(map(flat, _REMARK.findall(rest)))
    name = body_name(_REMARK.sub(" ", rest))
    return RosterLine(name, place, short, parent, group, addresses, code=code, remark=remark)


def _taken(pattern: re.Pattern[str], words: str) -> tuple[str, str]:
    """Return what a pattern finds first, and the words without it."""
    match = pattern.search(words)
    if match is None:
        return "", words
    return next(filter(None, match.groups())), f"{words[: match.start()]} {words[match.end() :]}"


def body_name(words: str) -> str:
    """Return the name of a body: of a place alone, that of its people's committee."""
    name = flat(words.strip(_AROUND).replace("()", ""))
    return f"UBND {name[:1].lower()}{name[1:]}" if begins_with_place(name) else name


def remarks(lines: Iterable[RosterLine]) -> Iterator[Text]:
    """Yield the words in brackets that nothing is made of."""
    for line in lines:
        if line.remark:
            yield message("roster-remark", place=line.place, words=line.remark)
