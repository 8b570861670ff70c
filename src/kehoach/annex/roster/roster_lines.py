"""A list of bodies as a document has it: one line a body, before anybody is looked up."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from kehoach.annex.bodies.body_words import begins_with_place
from kehoach.words import Text
from kehoach.words.shortening import flat

_SHORT = re.compile(r"\s*\(\s*(?:viết tắt(?: là)?\s*:?\s*)?([A-ZĐ][A-ZĐ0-9&.,-]{1,14})\s*\)")
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"“”]+@[\w-]+(?:\.[\w-]+)+")
_PARENT = re.compile(
    r"[\s,(–-]+(?:(?:trực )?thuộc\s+(?P<above>[^()]+)|"
    r"(?P<place>(?:huyện|thành phố|thị xã|quận|tx\.?|tp\.?)\s+[^\W\d_][^()]*))\)?\s*$",
    re.IGNORECASE,
)
_AROUND = " \t\n-–+•*.,;:<>"


@dataclass(frozen=True)
class RosterLine:
    """A body as a list names it: ``name`` and whatever else the list says of it, as words.

    ``place`` is where it stands, for people: *dòng 12*. ``group`` is the heading over it.
    """

    name: str
    place: Text
    short: str = ""
    parent: str = ""
    group: str = ""
    addresses: tuple[str, ...] = ()
    id: str = ""
    code: str = ""


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
    rest = _ADDRESS.sub(" ", words)
    short = next(iter(_SHORT.findall(rest)), "")
    rest = _SHORT.sub(" ", rest, count=1)
    above = _PARENT.search(rest)
    if above is not None:
        parent = flat(above["above"] or above["place"])
        rest = rest[: above.start()]
    return RosterLine(body_name(rest), place, short, parent, group, addresses)


def body_name(words: str) -> str:
    """Return the name of a body: of a place alone, that of its people's committee."""
    name = flat(words.strip(_AROUND).replace("()", ""))
    return f"UBND {name[:1].lower()}{name[1:]}" if begins_with_place(name) else name
