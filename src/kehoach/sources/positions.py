"""Where a route of keys stands in a file: looked up only for what is shown."""

from collections.abc import Mapping
from typing import NamedTuple

import yaml

from kehoach.diagnostics import Finding, Place, Route
from kehoach.sources.yaml_text import Loader, Mark


class Located(NamedTuple):
    """A finding with its line and column, both from 1."""

    finding: Finding
    line: int
    column: int


class Positions:
    """Composes a file a second time, with marks, when the first place in it is asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._roots: dict[str, yaml.Node | None] = {}

    def locate(self, finding: Finding) -> Located:
        """Return the finding with its line and column."""
        place = finding.place
        mark = place.mark or self._mark(place)
        return Located(finding, mark[0], mark[1])

    def _mark(self, place: Place) -> Mark:
        root = self._root(place.file)
        if place.key and (mark := _key_mark(_nearest(root, place.route[:-1]), place.route[-1])):
            return mark
        node = _nearest(root, place.route)
        return _mark_of(node) if node is not None else Mark(1, 1)

    def _root(self, file: str) -> yaml.Node | None:
        if file not in self._roots:
            text = self._texts.get(file)
            self._roots[file] = yaml.compose(text, Loader=Loader) if text else None
        return self._roots[file]


def _mark_of(node: yaml.Node) -> Mark:
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)


def _nearest(node: yaml.Node | None, route: Route) -> yaml.Node | None:
    """Return the node at the end of a route, or the last one on the way that there is."""
    for part in route:
        step = _descend(node, part)
        if step is None:
            return node
        node = step
    return node


def _key_mark(node: yaml.Node | None, key: str | int) -> Mark | None:
    """Return where a key of a mapping stands."""
    if isinstance(node, yaml.MappingNode):
        return next((_mark_of(name) for name, _ in node.value if name.value == key), None)
    return None


def _descend(node: yaml.Node | None, part: str | int) -> yaml.Node | None:
    """Return the node one step down, or ``None`` where there is no such key or index."""
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child if isinstance(child, yaml.Node) else None
    return None
