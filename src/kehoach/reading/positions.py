"""Where findings stand in their files: looked up only for what is shown."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from kehoach.diagnostics import Finding, Place, Route
from kehoach.grouping import group_by
from kehoach.reading.lost_routes import LostRoutes
from kehoach.reading.places import Spots, spots
from kehoach.reading.yaml_files.yaml_text import Mark

_BEGINNING = Mark(1, 1)


class Located(NamedTuple):
    """A finding with its line and column, both from 1."""

    finding: Finding
    line: int
    column: int


class Positions:
    """Looks through a file again when places in it are asked for: once for all that are asked together.

    ``text`` returns the text of a file, empty for one that was never read.
    """

    def __init__(
        self, text: Callable[[str], str], lost: Mapping[str, tuple[Route, ...]] | None = None
    ) -> None:
        self._text = text
        self._lost = {file: LostRoutes(routes) for file, routes in (lost or {}).items()}
        self._marks: dict[Place, tuple[int, int]] = {}

    def located(self, findings: Iterable[Finding]) -> list[Located]:
        """Return findings with their lines and columns, in their order."""
        asked = list(findings)
        self.look_up(each.place for each in asked)
        return [Located(each, *self.mark(each.place)) for each in asked]

    def locate(self, finding: Finding) -> Located:
        """Return the finding with its line and column."""
        return Located(finding, *self.mark(finding.place))

    def mark(self, place: Place) -> tuple[int, int]:
        """Return the line and column of a place; looked up once."""
        if place.mark is not None:
            return place.mark
        self.look_up([place])
        return self._marks[place]

    def look_up(self, places: Iterable[Place]) -> None:
        """Look up many places at once, that are asked for one by one: each file is read once."""
        new = (each for each in places if each.mark is None and each not in self._marks)
        for file, asked in group_by(new, lambda place: place.file).items():
            routes = [self._typed(place) for place in asked]
            found = spots(self._text(file), routes)
            for place, route in zip(asked, routes, strict=True):
                self._marks[place] = _nearest(found, route, key=place.key)

    def _typed(self, place: Place) -> Route:
        lost = None if place.typed else self._lost.get(place.file)
        return place.route if lost is None else lost.as_typed(place.route)


def _nearest(found: Spots, route: Route, *, key: bool) -> Mark:
    """Return where the end of a route stands, or the last place on the way that there is."""
    if key and route in found:
        return found[route].key
    ways = (route[:end] for end in range(len(route), -1, -1))
    return next((found[way].value for way in ways if way in found), _BEGINNING)
