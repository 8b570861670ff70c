"""What of a file of the office still counts where some of its entries cannot be read.

One bad entry loses one entry. Of the plan and the registry only entries of lists can be lost: what
stands outside them, such as the plan's period, is about everything.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from kehoach.diagnostics import Finding, Route
from kehoach.model.agencies import Registry
from kehoach.model.plan import Plan
from kehoach.reading.lost_routes import LostRoutes
from kehoach.reading.model_values import validate
from kehoach.reading.places import routes_at

# Elsewhere a list within an entry says whom or what the entry is about: without one of its values
# it would mean something else.
_LISTS_WITHIN = ("members", "off", "worked", "also_off", "also_worked")
_NEEDED: dict[type[BaseModel], str] = {Plan: "items", Registry: "agencies"}
_TOP = 2
M = TypeVar("M", bound=BaseModel)


class Salvaged(NamedTuple, Generic[M]):
    """What still counts of a file (``None``: nothing), its mistakes, and what entries were lost."""

    content: M | None
    findings: list[Finding]
    lost: tuple[Route, ...]
    ids: frozenset[str] = frozenset()


def salvaged(model: type[M], data: dict[str, Any], text: str, found: list[Finding]) -> Salvaged[M]:
    """Return a file without the entries that cannot be read, where ``found`` is what is wrong."""
    findings: list[Finding] = []
    lost: tuple[Route, ...] = ()
    content: M | None = None
    while found:
        before = LostRoutes(lost)
        findings += [_as_typed(each, before) for each in found]
        entries = [_entry(model, route) for route in _routes(found, text)]
        if not all(entries):
            return Salvaged(None, findings, lost)
        lost += tuple(dict.fromkeys(map(before.as_typed, entries)))
        rest = _without(data, frozenset(lost))
        content, found = validate(model, rest, findings[0].place.file, len(text))
    kept = getattr(content, _NEEDED.get(model, "schema_"))
    ids = frozenset(id_ for route in lost if (id_ := _id(data, route)))
    return Salvaged(content if kept else None, findings, lost, ids)


def _id(data: Any, route: Route) -> str | None:
    """Return the id of an entry, where it has one that can be read."""
    for part in route:
        data = data[part]
    id_ = data.get("id") if isinstance(data, dict) else None
    return id_ if isinstance(id_, str) else None


def _routes(findings: Iterable[Finding], text: str) -> Iterator[Route]:
    """Yield where mistakes lie: that of a key said twice is known by its line only."""
    places = [each.place for each in findings]
    marked = routes_at(text, (place.mark for place in places if place.mark))
    yield from (marked[place.mark] if place.mark else place.route for place in places)


def _as_typed(finding: Finding, lost: LostRoutes) -> Finding:
    """Return a finding at its place in the file."""
    place = finding.place._replace(route=lost.as_typed(finding.place.route), typed=True)
    return finding._replace(place=place)


def _entry(model: type[BaseModel], route: Route) -> Route:
    """Return the route of the entry that a mistake makes unreadable; empty: the whole file."""
    for end in range(len(route), 1, -1):
        key, last = route[end - 2], route[end - 1]
        if isinstance(last, int) and (end == _TOP or key in _LISTS_WITHIN):
            return route[:end]
    if model in _NEEDED or route[:1] in ((), ("schema",)):
        return ()
    return route[:_TOP] if route[0] == "calendars" else route[:1]


def _without(data: Any, lost: Collection[Route], route: Route = ()) -> Any:
    """Return data without some of its entries."""
    if isinstance(data, dict):
        return {
            key: _without(value, lost, (*route, key))
            for key, value in data.items()
            if (*route, key) not in lost
        }
    if isinstance(data, list):
        return [
            _without(value, lost, (*route, index))
            for index, value in enumerate(data)
            if (*route, index) not in lost
        ]
    return data
