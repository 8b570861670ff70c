"""Where keys and values stand in a file that is read line by line."""

from collections.abc import Collection, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from kehoach.diagnostics import Route
from kehoach.reading.yaml_files.plain_yaml import (
    WITHIN,
    PlainLine,
    plain_line,
    plain_lines,
    plain_mapping,
    value_columns,
)
from kehoach.reading.yaml_files.text_marks import Mark, Spot


class _PlainEntry(NamedTuple):
    """A key with its value, or an entry of a list; ``begin`` is where it begins, dash and all."""

    route: Route
    begin: Mark
    key: Mark
    line: PlainLine
    words: str

    @property
    def holds_mapping(self) -> bool:
        """Whether it is an entry of a list that begins with a key."""
        return isinstance(self.route[-1], int) and self.line.key is not None

    def spots(self, below: "_PlainEntry | None") -> dict[Route, Spot] | None:
        """Return where it stands, and what is in brackets behind it; ``below`` is what comes next.

        What stands on the lines below a key begins with the first of them; where nothing stands, only
        libyaml knows the place.
        """
        if self.holds_mapping:
            return {self.route: Spot(self.key, self.key)}
        if self.line.waits is None:
            return dict(self._on_the_line())
        if below is None or below.route[:-1] != self.route:
            return None
        return {self.route: Spot(self.key, below.begin)}

    def _on_the_line(self) -> Iterator[tuple[Route, Spot]]:
        for route, key, value in value_columns(self.words):
            at = self.key._replace(column=key) if route else self.key
            yield (*self.route, *route), Spot(at, at._replace(column=value))


def plain_spots(text: str, wanted: Collection[Route]) -> dict[Route, Spot] | None:
    """Return where the routes stand, as far as they are there; ``None``: only libyaml can tell."""
    if plain_mapping(text) is None:
        return None
    found: dict[Route, Spot] = {}
    for entry, below in pairwise(chain(_entries(text), [None])):
        if entry is None or len(found) == len(wanted):
            break
        if not found:
            found[()] = Spot(entry.begin, entry.begin)
        if entry.route in wanted:
            spots = entry.spots(below)
            if spots is None:
                return None
            found.update((route, spot) for route, spot in spots.items() if route in wanted)
    return found


def _entries(text: str) -> Iterator[_PlainEntry]:
    """Yield everything that lines begin with, in their order."""
    above: list[tuple[int, Route, int]] = []  # the entry met last on each level, and its index
    for number, words in enumerate(plain_lines(text), 1):
        line = plain_line(words)
        if line is None:
            continue
        level = line.level
        while above and above[-1][0] > level:
            above.pop()
        index = above.pop()[2] + 1 if above and above[-1][0] == level else 0
        base = above[-1][1] if above else ()
        begin = Mark(number, level // 2 + 1)
        if level & 1:
            behind = begin._replace(column=begin.column + 2)
            base = (*base, index)
            yield _PlainEntry(base, begin, behind, line, words)
            above.append((level, base, index))
            level, begin = level + WITHIN, behind
        if line.key is not None:
            route = (*base, line.key)
            yield _PlainEntry(route, begin, begin, line, words)
            above.append((level, route, 0))
