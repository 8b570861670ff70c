"""Where keys and values stand in a file that is read line by line."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from kehoach.diagnostics import Route
from kehoach.reading.plain_yaml import (
    WITHIN,
    Line,
    plain_line,
    plain_lines,
    plain_mapping,
    value_columns,
)
from kehoach.reading.yaml_text import Mark, Spot


class _Entry(NamedTuple):
    """A key with its value, or an entry of a list; ``begin`` is where it begins, dash and all."""

    route: Route
    begin: Mark
    key: Mark
    line: Line
    words: str

    @property
    def holds_mapping(self) -> bool:
        """Whether it is an entry of a list that begins with a key."""
        return isinstance(self.route[-1], int) and self.line.key is not None

    @property
    def opens(self) -> bool:
        """Whether its value stands on the lines below, if anywhere."""
        return self.line.opens and not self.holds_mapping

    def spots(self) -> Iterator[tuple[Route, Spot]]:
        """Yield where it stands, and what stands in brackets behind it."""
        if self.holds_mapping:
            yield self.route, Spot(self.key, self.key)
            return
        for route, key, value in value_columns(self.words):
            at = self.key._replace(column=key) if route else self.key
            yield (*self.route, *route), Spot(at, at._replace(column=value))


def plain_spots(text: str, wanted: Collection[Route]) -> dict[Route, Spot] | None:
    """Return where the routes stand, as far as they are there; ``None``: only libyaml can tell."""
    if plain_mapping(text) is None:
        return None
    found: dict[Route, Spot] = {}
    waiting: _Entry | None = None
    for entry in _entries(text):
        if waiting is None and len(found) == len(wanted):
            break
        if not found:
            found[()] = Spot(entry.begin, entry.begin)
        if (
            waiting is not None
        ):  # what stands on the lines below a key begins with the first of them
            if entry.route[:-1] != waiting.route:
                return None  # nothing stands there: libyaml knows where
            found[waiting.route] = Spot(waiting.key, entry.begin)
            waiting = None
        if entry.route in wanted:
            if entry.opens:
                waiting = entry
            else:
                found.update(each for each in entry.spots() if each[0] in wanted)
    return None if waiting is not None else found


def _entries(text: str) -> Iterator[_Entry]:
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
            yield _Entry(base, begin, behind, line, words)
            above.append((level, base, index))
            level, begin = level + WITHIN, behind
        if line.key is not None:
            route = (*base, line.key)
            yield _Entry(route, begin, begin, line, words)
            above.append((level, route, 0))
