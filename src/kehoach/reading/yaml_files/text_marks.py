"""Where in a file something stands, by line and column."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Mark(NamedTuple):
    """A line and column, both from 1."""

    line: int
    column: int


class Spot(NamedTuple):
    """Where a key stands, and where its value; an entry of a list has no key but itself."""

    key: Mark
    value: Mark


def mark_at(before: str) -> Mark:
    """Return the mark of what follows ``before``."""
    return next(marks_at(before, [len(before)]))


def marks_at(text: str, places: Iterable[int]) -> Iterator[Mark]:
    """Yield the marks of some indexes of a text, given in order; the text is gone through once."""
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    line, last = 1, 0
    for place in places:
        line += text.count("\n", last, place)
        last = place
        yield Mark(line, place - text.rfind("\n", 0, place))
