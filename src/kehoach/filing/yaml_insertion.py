"""Something added to a YAML file that people keep: every other byte stays as it is.

A list or mapping is written on as it was begun, in lines or in brackets; comments, order, blank
lines, quotes and line ends are nobody's business. A round trip through any YAML library would
wrap long words and align brackets anew.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from kehoach.diagnostics import Route
from kehoach.filing.said_yaml import said_in
from kehoach.reading.yaml_files.yaml_loader import NOTHING, Loader
from kehoach.words.yaml_words import scalar

Value = str | tuple[str, ...] | Mapping[str, Any]
"""Words, a list of words, or a mapping of such values."""

_WIDE = 100
_REMARK = re.compile(r"#[^\n]*")
_NOTHING = (None, *NOTHING)


class Addition(NamedTuple):
    """Entries for the list at ``route``, or keys for the mapping there (``values`` is one mapping).

    A key whose value is missing, and a list that is not there yet, is made.
    """

    route: Route
    values: tuple[Value, ...]


class Plain(str):
    """Words of the files' own grammar, as *true*, that are never put in quotes."""

    __slots__ = ()


class CannotInsert(Exception):  # noqa: N818 - the file is right, only too unusual
    """The file is written in a way in which nothing can be added without touching more."""


class _Edit(NamedTuple):
    at: int
    words: str
    end: int | None = None


def inserted(text: str, additions: Sequence[Addition]) -> str:
    """Return the text of a file with something added.

    Raises:
        CannotInsert: it could not be done, as reading it again shows.
    """
    if not additions:
        return text
    root = composed(text)
    page = _KeptText(text)
    edits = [edit for each in additions for edit in page.edits(root, each)]
    made = text
    for _, edit in sorted(enumerate(edits), key=lambda pair: (-pair[1].at, -pair[0])):
        made = made[: edit.at] + edit.words + made[edit.end or edit.at :]
    wanted = _with(said_by(root), additions)
    del root, page, edits  # the nodes of a long file take many times its words
    try:
        said = said_in(made)
    except yaml.YAMLError:
        raise CannotInsert from None
    if said != wanted:
        raise CannotInsert
    return made


def composed(text: str) -> yaml.MappingNode:
    """Return the mapping that a file is.

    Raises:
        CannotInsert: it is none.
    """
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError:
        raise CannotInsert from None
    if not isinstance(root, yaml.MappingNode):
        raise CannotInsert
    return root


def said_by(node: Any) -> Any:
    """Return what a node says, all words as they stand."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: said_by(value) for key, value in node.value}
    return [*map(said_by, node.value)] if isinstance(node, yaml.SequenceNode) else node.value


def _with(said: Any, additions: Sequence[Addition]) -> Any:
    """Return what a file shall say afterwards."""
    for route, values in additions:
        here = said
        for step in route[:-1]:
            here = here[step]
        last = here.get(route[-1]) if isinstance(here, dict) else here[route[-1]]
        if isinstance(last, dict):
            last.update(*map(_listed, values))
        else:
            here[route[-1]] = [*(() if last in _NOTHING else last), *map(_listed, values)]
    return said


def _listed(value: Value) -> Any:
    """Return a value as a file says it."""
    if isinstance(value, Mapping):
        return {key: _listed(each) for key, each in value.items()}
    return str(value) if isinstance(value, str) else [*value]


class _KeptText:
    """The text of a file, and where in it something can be added."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._break = "\r\n" if "\r\n" in text[:10_000] else "\n"

    def edits(self, root: Any, addition: Addition) -> Iterator[_Edit]:
        """Yield what is written where."""
        key, node = node_at(root, addition.route)
        if node is None:
            above = node_at(root, addition.route[:-1])[1]
            yield self._in_mapping(above, {addition.route[-1]: addition.values})
        elif isinstance(node, yaml.MappingNode):
            keys = [each for each in addition.values if isinstance(each, Mapping)]
            yield from (self._in_mapping(node, each) for each in keys)
        elif isinstance(node, yaml.SequenceNode) and node.value:
            yield self._in_list(node, addition.values)
        else:
            yield self._instead(key, node, addition.values)

    def _in_list(self, node: Any, values: tuple[Value, ...]) -> _Edit:
        """Return entries behind the last one of a list."""
        last = node.value[-1]
        if node.flow_style:
            return self._in_brackets(node, last, [_inline(each) for each in values])
        flow = bool(last.flow_style) if isinstance(last, yaml.CollectionNode) else True
        return self._below(last, _entries(values, node.start_mark.column, flow=flow))

    def _in_mapping(self, node: Any, values: Mapping[Any, Any]) -> _Edit:
        """Return keys behind the last one of a mapping."""
        if not node.value:
            raise CannotInsert
        last = node.value[-1][1]
        if node.flow_style:
            words = [f"{key}: {_inline(value)}" for key, value in values.items()]
            return self._in_brackets(node, last, words)
        return self._below(last, _keys(values, node.start_mark.column))

    def _instead(self, key: Any, node: Any, values: tuple[Value, ...]) -> _Edit:
        """Return a list in the place of an empty one; what is remarked behind it stays on its line."""
        lines = _entries(values, key.start_mark.column + 2, flow=False)
        begin = self._index(key.end_mark) + 1
        end = self._index(node.end_mark) or begin
        behind = self._text[end:].partition("\n")[0]
        words = self._break.join((behind.rstrip(), *lines))
        return _Edit(begin, words, end + len(behind.removesuffix("\r")))

    def _in_brackets(self, node: Any, last: Any, words: list[str]) -> _Edit:
        """Return words behind the last ones in brackets, on lines of their own if those are."""
        at, close = self._index(last.end_mark), self._index(node.end_mark) - 1
        comma = _REMARK.sub(lambda remark: " " * len(remark[0]), self._text[at:close]).find(",")
        lines = node.start_mark.line != node.end_mark.line
        space = " " * self._indent(last) if lines else ""
        joined = (f",{self._break}{space}" if lines else ", ").join(
            _wrapped(words, _WIDE - len(space)) if lines else words
        )
        if comma >= 0:
            return _Edit(at + comma + 1, f"{self._break}{space}{joined}" if lines else f" {joined}")
        return _Edit(at, f",{self._break}{space}{joined}" if lines else f", {joined}")

    def _below(self, last: Any, lines: list[str]) -> _Edit:
        """Return lines below the last one on which a value stands."""
        end = len(self._text[: self._index(last_mark(last))].rstrip())
        line = self._text.find("\n", end)
        words = "".join(f"{each}{self._break}" for each in lines)
        if line < 0:
            return _Edit(len(self._text), self._break + words.removesuffix(self._break))
        return _Edit(line + 1, words)

    def _indent(self, node: Any) -> int:
        """Return by how much the line is indented on which a value begins."""
        line = self._text[self._lines[node.start_mark.line] :]
        return len(line) - len(line.lstrip(" "))

    def _index(self, mark: Any) -> int:
        return self._lines[mark.line] + int(mark.column) if mark.line < len(self._lines) else 0


def node_at(root: Any, route: Route) -> tuple[Any, Any]:
    """Return the key and the node at a route; no node where the last key is missing."""
    key, node = None, root
    for place, step in enumerate(route):
        if isinstance(step, int):
            key, node = None, node.value[step]
            continue
        pair = next((each for each in node.value if each[0].value == step), None)
        if pair is None:
            if place < len(route) - 1:
                raise CannotInsert
            return None, None
        key, node = pair
    return key, node


def last_mark(node: Any) -> Any:
    """Return where the last words of a value end; of one in lines, those of its last entry."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return last_mark(last[1] if isinstance(node, yaml.MappingNode) else last)
    return node.end_mark


def _inline(value: Any) -> str:
    """Return a value in brackets."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_inline(each)}' for key, each in value.items())}}}"
    if isinstance(value, str):
        return scalar(value, bare=isinstance(value, Plain))
    return f"[{', '.join(map(_inline, value))}]"


def _keys(values: Mapping[Any, Any], column: int) -> list[str]:
    """Return a mapping line by line."""
    lines: list[str] = []
    for key, value in values.items():
        space = " " * column
        if isinstance(value, tuple) and (
            within := [each for each in value if isinstance(each, Mapping)]
        ):
            short = all(isinstance(words, str) for each in within for words in each.values())
            lines += [f"{space}{key}:", *_entries(value, column + 2, flow=short)]
        else:
            lines.append(f"{space}{key}: {_inline(value)}")
    return lines


def _entries(values: tuple[Value, ...], column: int, *, flow: bool) -> list[str]:
    """Return the entries of a list line by line."""
    space = " " * column
    lines: list[str] = []
    for value in values:
        if flow or not isinstance(value, Mapping):
            lines.append(f"{space}- {_inline(value)}")
        else:
            first, *rest = _keys(value, column + 2)
            lines += [f"{space}- {first.lstrip()}", *rest]
    return lines


def _wrapped(words: list[str], wide: int) -> list[str]:
    """Return words joined by commas into as few lines as they need."""
    lines: list[str] = []
    for each in words:
        if lines and len(lines[-1]) + len(each) + 3 < wide:
            lines[-1] += f", {each}"
        else:
            lines.append(each)
    return lines
