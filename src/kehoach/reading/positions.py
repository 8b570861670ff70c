"""Where a route of keys stands in a file: looked up only for what is shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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

    def __init__(
        self, texts: Mapping[str, str], lost: Mapping[str, tuple[Route, ...]] | None = None
    ) -> None:
        self._texts = texts
        self._lost = lost or {}
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

    def route(self, file: str, mark: tuple[int, int]) -> Route:
        """Return the route to the last value that begins at a mark or before it."""
        route: Route = ()
        spot = self._root(file)
        while before := [key for key, each in spot.inside.items() if each.key <= mark]:
            route = (*route, before[-1])
            spot = spot.inside[before[-1]].value
        return route

    def _mark(self, place: Place) -> Mark:
        root = self._root(place.file)
        if not place.typed and (lost := self._lost.get(place.file)):
            place = place._replace(route=as_typed(place.route, lost))
        if place.key and (key := _nearest(root, place.route[:-1]).inside.get(place.route[-1])):
            return key.key
        return _nearest(root, place.route).mark

    def _root(self, file: str) -> _Spot:
        if file not in self._roots:
            text = self._texts.get(file)
            self._roots[file] = _read(text) if text else _Spot(Mark(1, 1), {})
        return self._roots[file]


def as_typed(route: Route, lost: Iterable[Route]) -> Route:
    """Return where something stands in a file, by where it stands among what could be read of it."""
    typed: Route = ()
    for part in route:
        if isinstance(part, int):
            for index in sorted(int(each[-1]) for each in lost if each[:-1] == typed):
                part += index <= part  # noqa: PLW2901 - each that was lost before it moves it on
        typed = (*typed, part)
    return typed


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
