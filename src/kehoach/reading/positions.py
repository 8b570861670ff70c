"""Where findings stand in their files: looked up only for what is shown."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from kehoach.diagnostics import Finding, Place, Route
from kehoach.grouping import group_by
from kehoach.reading.lost_routes import LostRoutes
from kehoach.reading.places import Spots, spots
from kehoach.reading.value_ends import Brackets, end_of
from kehoach.reading.yaml_files.text_marks import Mark
from kehoach.reading.yaml_files.yaml_text import BREAK

_BEGINNING = Mark(1, 1)
_NEAR = 1_000


class Quoted(NamedTuple):
    """The line of a finding as it stands, and the column, from 1, behind what is wrong in it.

    Of a very long line it is what stands near the place; ``skipped`` signs of it stand before.
    """

    line: str
    end: int
    skipped: int = 0


class Located(NamedTuple):
    """A finding with its line and column, both from 1.

    ``excerpt`` is none where it is about no place in a text: about a whole file, or about a delay.
    """

    finding: Finding
    line: int
    column: int
    excerpt: Quoted | None = None

    @property
    def placed(self) -> Place:
        """The place with all that was looked up, for whoever cannot look into the file."""
        mark = self.line, self.column
        if self.excerpt is None:  # an empty line says that none is to be shown
            return self.finding.place._replace(mark=mark, line="")
        if self.excerpt.skipped:  # a place has room for whole lines alone
            return self.finding.place._replace(mark=mark)
        line, end, _ = self.excerpt
        return self.finding.place._replace(mark=mark, line=line, end=end)


class Positions:
    """Looks through a file again when places in it are asked for: once for all that are asked together.

    ``text`` returns the text of a file, empty for one that was never read.
    """

    def __init__(
        self, text: Callable[[str], str], lost: Mapping[str, tuple[Route, ...]] | None = None
    ) -> None:
        self._text = text
        self._lines = _Lines(text)
        self._brackets = Brackets()
        self._lost = {file: LostRoutes(routes) for file, routes in (lost or {}).items()}
        self._marks: dict[Place, tuple[int, int]] = {}

    def located(self, findings: Iterable[Finding]) -> list[Located]:
        """Return findings with their lines and columns, in their order."""
        asked = list(findings)
        self.look_up(each.place for each in asked)
        return [self._located(each) for each in asked]

    def locate(self, finding: Finding) -> Located:
        """Return the finding with its line and column."""
        return self._located(finding)

    def _located(self, finding: Finding) -> Located:
        place = finding.place
        line, column = self.mark(place)
        if finding.rule.verdict or not (place.mark or place.route):
            return Located(finding, line, column)
        words = self._lines.get(place.file, line) if place.line is None else place.line
        if not words.strip():
            return Located(finding, line, column)
        within = self._brackets.around(words, column)
        return Located(finding, line, column, _quoted(words, column, place.end, within=within))

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


def _quoted(line: str, column: int, end: int | None, *, within: bool) -> Quoted:
    """Return a line, or what of it is near a column, from 1, that may be ``within`` brackets."""
    skipped = max(0, column - 1 - _NEAR) if len(line) > 2 * _NEAR else 0
    near = line[skipped : column + _NEAR]
    return Quoted(near, end or end_of(near, column - skipped, within=within) + skipped, skipped)


class _Lines:
    """Lines of files, of which one file after another is asked for."""

    def __init__(self, text: Callable[[str], str]) -> None:
        self._text = text
        self._file: str | None = None
        self._lines: list[str] = []

    def get(self, file: str, line: int) -> str:
        """Return a line, from 1; an empty one where there is none."""
        if file != self._file:
            self._file, self._lines = file, BREAK.split(self._text(file))
        return self._lines[line - 1] if line <= len(self._lines) else ""


def _nearest(found: Spots, route: Route, *, key: bool) -> Mark:
    """Return where the end of a route stands, or the last place on the way that there is."""
    if key and route in found:
        return found[route].key
    ways = (route[:end] for end in range(len(route), -1, -1))
    return next((found[way].value for way in ways if way in found), _BEGINNING)
