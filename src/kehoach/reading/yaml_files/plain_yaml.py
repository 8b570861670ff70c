"""The plain YAML that nearly every file is written in, read line by line.

libyaml makes an object of Python, with two marks, of every key, value, beginning and end. A file in
which each line stands by itself needs none of them::

    schema: kehoach/submission@1
    document: {number: 12/BC, date: 2026-01-31}
    tasks:
      - item: II.1
        evidence: [{number: 606/KH}]

So is a note in a block of text behind ``|``. All else is left to libyaml: a ``#`` behind a value, other
values over several lines, rare escapes, tabs, anchors, tags, keys said twice, keys that are no plain
word, lines that stand elsewhere than YAML asks for. So nothing is refused here, and what is read here is
what libyaml reads: ``scripts/compare_yaml.py`` tries it on as many changed files as one likes.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from kehoach.diagnostics import Route
from kehoach.reading.yaml_files.yaml_loader import NOTHING

# Nothing is ever tried again (``*+``): a line is read in time that grows with its length alone.
_NEXT = "\x1f"
"""Stands for a line end within a block of text: ``decode`` lets no such sign through."""
_FOREIGN = ("\u2028", "\u2029", "\ufeff")
"""Asked for by themselves: a class that holds such a sign takes long to compile, at every start."""
_IN_BLOCK = r"#\t\r\n\x85"
_NOT = _IN_BLOCK + _NEXT
_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,99}+"
_QUOTED = rf"\"(?:[^\"\\{_NOT}]++|\\[\"\\n])*+\"|'[^'{_NOT}]*+'"
_BARE = rf"[^\W_](?:[^:{_NOT}]++|:(?=[^ ]))*+"
_BLOCK = rf"\|-?+{_NEXT}[^{_IN_BLOCK}]++"
_WITHIN = rf"(?:{_QUOTED}|[^\W_][^,:?\[\]{{}}{_NOT}]*+) *+"  # in brackets
_PAIR = rf"{_KEY}: ++{_WITHIN}"
_MAP = rf"\{{ *+(?:{_PAIR}(?:, *+(?!\}})|(?=\}})))*+\}} *+"
_LIST = rf"\[ *+(?:(?:{_MAP}|{_WITHIN})(?:, *+(?!\])|(?=\])))*+\] *+"
_DEEPEST = 40
"""The column beyond which libyaml reads: less is nested so far out than ``yaml_text.MAX_DEPTH`` refuses."""
_LINE = re.compile(
    rf"( {{0,{_DEEPEST}}}+)(?=[^ ])(- )?+(?:({_KEY}):(?: ++|$))?+"
    rf"({_QUOTED}|{_BARE}|{_MAP}|{_LIST}|{_BLOCK})?+ *+"
)
_BLOCK_LINES = re.compile(
    rf"^( *+)(- )?+{_KEY}: ++\|-?+\n(?P<lines>(?P<space> ++)[^ \n].*+\n(?:(?P=space).*+\n|\n)*+)"
    # Nothing may follow that perhaps belongs to it: a last line without an end, or one of spaces alone.
    rf"(?!(?P=space)| +(?:\n|\Z))",
    re.MULTILINE,
)
_REMARK = r"[^\r\n\x85]*+"
_SILENT = re.compile(rf" *+(?:# {_REMARK}|#)?+|#{_REMARK}")
_ENTRIES = re.compile(rf"{_MAP}|{_WITHIN}")
_PAIRS = re.compile(rf"({_KEY}): ++({_WITHIN})")
_ESCAPE = re.compile(r"\\(.)")
_VALUE = 4  # its group
_MOST_KNOWN = 4_096


class PlainLine(NamedTuple):
    """One line: what stands at ``level``, twice its column and one more for an entry of a list.

    So what belongs to a key stands higher than the key, also a list whose dashes stand below it. An
    entry of a list that begins with a key opens a mapping ``WITHIN`` levels above its own; ``waits``
    is the key behind which nothing stands, so that lines which follow may be its value.
    """

    level: int
    key: str | None
    value: Any
    waits: str | None


WITHIN = 3
_EMPTY: tuple[type[dict[str, Any]], type[list[Any]]] = (dict, list)
_UNUSUAL = PlainLine(-1, None, None, None)
"""A line that only libyaml can read: it stands where nothing does."""


def plain_lines(text: str) -> list[str]:
    """Return the lines of a file, whose ends may be those of Windows.

    The lines of a block of text stand in that of its key, and empty ones in their places.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return (_BLOCK_LINES.sub(_on_one_line, text) if "|" in text else text).split("\n")


def _on_one_line(block: re.Match[str]) -> str:
    """Return the line of a key with the block of text below it, and as many line ends as there were."""
    lines, space = block["lines"], block["space"]
    if len(space) <= len(block[1] + (block[2] or "")):
        return block[0]
    head = block[0].removesuffix(lines)[:-1]
    within = (each.removeprefix(space) for each in lines.split("\n")[:-1])
    return _NEXT.join((head, *within)) + "\n" * (lines.count("\n") + 1)


def plain_mapping(text: str) -> dict[str, Any] | None:
    """Return the mapping that a file holds, all scalars as text; ``None``: libyaml is to read it."""
    foreign = any(sign in text for sign in _FOREIGN)
    return None if foreign else _mapping(plain_lines(text)) or None


def _mapping(lines: list[str]) -> dict[str, Any] | None:
    root: dict[str, Any] = {}
    here: Any = root
    at, waiting = 0, None
    above: list[tuple[int, Any]] = [(-2, None)]
    for level, key, value, waits in filter(None, map(plain_line, lines)):
        if level > at:
            if waiting is None:
                return None
            above.append((at, here))
            here[waiting] = here = _EMPTY[level & 1]()
            at = level
        while level < at:
            at, here = above.pop()
        if level != at:
            return None
        if level & 1 and key is not None:
            above.append((at, here))
            here.append(here := {})
            at = level + WITHIN
        if key is None:
            here.append(value)
        elif key in here:
            return None
        else:
            here[key] = value
        waiting = waits
    return root


@lru_cache(_MOST_KNOWN)
def plain_line(text: str) -> PlainLine | None:
    """Return what a line says; nothing for an empty one, or a remark that has it for itself.

    Files say the same lines over and over: what is in brackets is shared, and never changed.
    """
    found = _LINE.fullmatch(text)
    if found is None:
        return None if _SILENT.fullmatch(text) else _UNUSUAL
    space, dash, key, value = found.groups()
    level = 2 * len(space) + (dash is not None)
    try:
        if value is not None and (key or dash):
            return PlainLine(level, key, _value(value), None)
    except _SaidTwiceError:
        return _UNUSUAL
    return PlainLine(level, key, None, key) if key and value is None else _UNUSUAL


def value_columns(text: str) -> Iterator[tuple[Route, int, int]]:
    """Yield the columns, from 1, of the value of a line, and in brackets of every key with its value.

    The routes begin at the value; it, and an entry of a list, has no key but itself.
    """
    line = _LINE.fullmatch(text)
    if line is not None and line[_VALUE] is not None:
        yield from _columns((), text, *line.span(_VALUE))


def _columns(route: Route, text: str, start: int, end: int) -> Iterator[tuple[Route, int, int]]:
    yield route, start + 1, start + 1
    if text[start] == "[":
        for index, entry in enumerate(_ENTRIES.finditer(text, start + 1, end)):
            yield from _columns((*route, index), text, *entry.span())
    elif text[start] == "{":
        for pair in _PAIRS.finditer(text, start, end):
            yield (*route, pair[1]), pair.start(1) + 1, pair.start(2) + 1


class _SaidTwiceError(Exception):
    """A key stands twice between the same brackets."""


def _value(words: str) -> Any:
    """Return a value of one line.

    Raises:
        _SaidTwiceError: it is a mapping with two equal keys.
    """
    first = words[0]
    if first == "|":
        return _block(words)
    if first == "[":
        return [_value(each) for each in _ENTRIES.findall(words, 1)]
    if first != "{":
        return _scalar(words)
    pairs = _PAIRS.findall(words)
    mapping = {key: _scalar(value) for key, value in pairs}
    if len(mapping) < len(pairs):
        raise _SaidTwiceError
    return mapping


def _scalar(words: str) -> str | None:
    """Return the text of a value, without the spaces behind it; a bare one may say nothing."""
    words = words.rstrip(" ")
    if words[0] == '"':
        words = _ESCAPE.sub(_escaped, words[1:-1]) if "\\" in words else words[1:-1]
    elif words[0] == "'":
        words = words[1:-1]  # in which a backslash is one
    elif words in NOTHING:
        return None
    return words if words.isascii() else unicodedata.normalize("NFC", words)


def _escaped(sign: re.Match[str]) -> str:
    return "\n" if sign[1] == "n" else sign[1]


def _block(words: str) -> str:
    """Return a block of text; behind its last line stands one line end, or none where it says so."""
    head, _, lines = words.partition(_NEXT)
    text = lines.replace(_NEXT, "\n").rstrip("\n") + ("" if head == "|-" else "\n")
    return text if text.isascii() else unicodedata.normalize("NFC", text)
