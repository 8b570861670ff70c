"""Where keys and values stand in a file: looked for only where something is shown, and only that."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import yaml

from kehoach.diagnostics import Route
from kehoach.reading.yaml_files.plain_places import plain_spots
from kehoach.reading.yaml_files.text_marks import Mark, Spot
from kehoach.reading.yaml_files.yaml_loader import Loader

Spots = dict[Route, Spot]


def spots(text: str, routes: Iterable[Route]) -> Spots:
    """Return where each of the routes stands, and each value on the way to it, as far as it is there.

    The file may be one that cannot be read: then it is looked through up to where it breaks.
    """
    wanted = {route[:end] for route in routes for end in range(len(route) + 1)}
    plain = plain_spots(text, wanted)
    return plain if plain is not None else spots_by_libyaml(text, wanted)


def spots_by_libyaml(text: str, wanted: Collection[Route]) -> Spots:
    """Return where some values stand in any file, however it is written."""
    found: Spots = {}
    for route, spot in nodes(text):
        if route in wanted:
            found[route] = spot
            if len(found) == len(wanted):
                break
    return found


def routes_at(text: str, marks: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Route]:
    """Return for each mark the route to the last value whose key begins at it or before it."""
    waiting = sorted(set(marks), reverse=True)
    if not waiting:
        return {}
    found: dict[tuple[int, int], Route] = {}
    last: Route = ()
    for route, spot in nodes(text):
        while waiting and waiting[-1] < spot.key:
            found[waiting.pop()] = last
        last = route
    return found | dict.fromkeys(waiting, last)


class _Collection:
    """A list or mapping that is being read; ``route`` is none where it belongs to a key said twice."""

    __slots__ = ("_index", "_said", "key", "key_mark", "mapping", "route")

    def __init__(self, route: Route | None, event: Any) -> None:
        self.route, self.mapping = route, isinstance(event, yaml.MappingStartEvent)
        self.key: str | None = None
        self.key_mark = Mark(1, 1)
        self._index = 0
        self._said: set[str] = set()

    @property
    def awaits_key(self) -> bool:
        """Whether what comes next is a key."""
        return self.mapping and self.key is None

    def entered(self, mark: Mark) -> tuple[Route | None, Mark]:
        """Return the route to the value that begins here, and where its key, or else itself, stands."""
        if self.key is None:
            part: str | int = self._index
            self._index += 1
            return None if self.route is None else (*self.route, part), mark
        key, self.key = self.key, None
        again = key in self._said  # of two equal keys the first counts
        self._said.add(key)
        return None if self.route is None or again else (*self.route, key), self.key_mark


def nodes(text: str) -> Iterator[tuple[Route, Spot]]:
    """Yield every value with its route, in the order of the file; aliases are not followed."""
    events = _events(text)
    root = next(events, None)
    if root is None:
        return
    yield (), Spot(_mark(root), _mark(root))
    above = [_Collection((), root)]
    for event in events:
        here = above[-1]
        if isinstance(event, yaml.CollectionEndEvent):
            above.pop()
        elif not here.awaits_key:
            route, key_mark = here.entered(_mark(event))
            if route is not None:
                yield route, Spot(key_mark, _mark(event))
            if isinstance(event, yaml.CollectionStartEvent):
                above.append(_Collection(route, event))
        elif isinstance(event, yaml.ScalarEvent):
            here.key, here.key_mark = event.value, _mark(event)
        else:
            return  # a key that is no word: such a file is refused


def _events(text: str) -> Iterator[Any]:
    """Yield what the first document of a file consists of."""
    take = Loader(text).get_event
    try:
        take()
        if isinstance(take(), yaml.StreamEndEvent):
            return
        while not isinstance(event := take(), yaml.DocumentEndEvent):
            yield event
    except yaml.YAMLError:
        return  # told where the file was read


def _mark(event: yaml.Event) -> Mark:
    assert event.start_mark is not None  # noqa: S101 - the parser gives every event one
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
