"""Where a route of keys stands in a file: looked up only for what is shown."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from kehoach.diagnostics import Finding, Place, Route
from kehoach.reading.yaml_loader import Loader
from kehoach.reading.yaml_text import Mark


class Located(NamedTuple):
    """A finding with its line and column, both from 1."""

    finding: Finding
    line: int
    column: int


class _Spot(NamedTuple):
    """Where a value stands, and within it, by key or index, where each key and its value do."""

    mark: Mark
    inside: Mapping[str | int, "_Entry"]


class _Entry(NamedTuple):
    key: Mark
    value: _Spot


class Positions:
    """Reads a file a second time, with marks, when the first place in it is asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._roots: dict[str, _Spot] = {}
        self._marks: dict[Place, tuple[int, int]] = {}

    def locate(self, finding: Finding) -> Located:
        """Return the finding with its line and column."""
        line, column = self.mark(finding.place)
        return Located(finding, line, column)

    def mark(self, place: Place) -> tuple[int, int]:
        """Return the line and column of a place; looked up once."""
        mark = self._marks.get(place)
        if mark is None:
            mark = self._marks[place] = place.mark or self._mark(place)
        return mark

    def _mark(self, place: Place) -> Mark:
        root = self._root(place.file)
        if place.key and (key := _nearest(root, place.route[:-1]).inside.get(place.route[-1])):
            return key.key
        return _nearest(root, place.route).mark

    def _root(self, file: str) -> _Spot:
        if file not in self._roots:
            text = self._texts.get(file)
            self._roots[file] = _read(text) if text else _Spot(Mark(1, 1), {})
        return self._roots[file]


def _nearest(spot: _Spot, route: Route) -> _Spot:
    """Return the end of a route, or the last place on the way that there is."""
    for part in route:
        if part not in spot.inside:
            break
        spot = spot.inside[part].value
    return spot


def _read(text: str) -> _Spot:
    """Return where everything stands in a file that could be read; aliases are not followed."""
    take: Callable[[], Any] = Loader(text).get_event
    for _ in ("stream", "document"):
        take()
    return _spot(take(), take)


def _spot(event: Any, take: Callable[[], Any]) -> _Spot:
    """Return where a value stands that begins with an event."""
    inside: dict[str | int, _Entry] = {}
    if isinstance(event, yaml.MappingStartEvent):
        for key in _begun(take):
            # Of two equal keys the first counts; a key is never a collection, that is refused.
            inside.setdefault(getattr(key, "value", ""), _Entry(_mark(key), _spot(take(), take)))
    elif isinstance(event, yaml.SequenceStartEvent):
        for index, value in enumerate(_begun(take)):
            inside[index] = _Entry(_mark(value), _spot(value, take))
    return _Spot(_mark(event), inside)


def _begun(take: Callable[[], Any]) -> Iterator[Any]:
    """Yield the events with which the parts of a collection begin."""
    while not isinstance(event := take(), yaml.CollectionEndEvent):
        yield event


def _mark(event: yaml.Event) -> Mark:
    assert event.start_mark is not None  # noqa: S101 - the parser gives every event one
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
