"""A text line by line, and what may be written in the place of a line."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from kehoach.diagnostics import Rule, Value

_ENTRY = re.compile(
    r"(?P<head>[ \t]*(?:-[ \t]+)*)"
    r"(?:(?P<key>[^\s:#\[\]{},\"'][^:#\[\]{},\"']*?)(?P<colon>[ \t]*:(?:[ \t]+|$)))?"
    r"(?P<value>.*?)(?P<remark>(?:[ \t]+#.*)?[ \t]*)",
    re.DOTALL,  # a line that was parted is several
)


class Cure(NamedTuple):
    """What may have been meant: ``lines`` by their index stand instead of those that are there.

    The mistake stands in line ``row`` between the columns ``start`` and ``end`` (from 0, ``end``
    exclusive). ``closes``: what was opened there swallowed all that follows, which is read only now.
    """

    rule: Rule
    row: int
    start: int
    end: int
    lines: Mapping[int, str]
    values: Mapping[str, Value] = {}
    closes: bool = False


class TypedPage(NamedTuple):
    """The lines of a text, without their ends, and the keys that may stand in such a file.

    ``free`` are those of them whose values may be any words.
    """

    lines: tuple[str, ...]
    keys: frozenset[str]
    free: frozenset[str]

    def text(self, instead: Mapping[int, str] | None = None) -> str:
        """Return the text, with some lines instead of those that are there."""
        new = instead or {}
        return "\n".join(new.get(index, line) for index, line in enumerate(self.lines)) + "\n"

    def with_lines(self, instead: Mapping[int, str]) -> "TypedPage":
        """Return the page with some lines instead of those that are there."""
        return self._replace(
            lines=tuple(instead.get(index, line) for index, line in enumerate(self.lines))
        )

    def row(self, line: int) -> int:
        """Return the index of the line that a parser counts as ``line``, from 1; some hold several."""
        for index, words in enumerate(self.lines):
            line -= words.count("\n") + 1
            if line <= 0:
                return index
        return len(self.lines) - 1

    def above(self, index: int) -> int | None:
        """Return the index of the next line above that says something."""
        said = (n for n in range(index - 1, -1, -1) if self.lines[n].strip())
        return next(said, None)


class Parts(NamedTuple):
    """What a line in lines consists of: indentation and dashes, key, colon with spaces, value, remark."""

    head: str
    key: str
    colon: str
    value: str
    remark: str

    @property
    def begin(self) -> int:
        """The column, from 0, at which the value begins."""
        return len(self.head) + len(self.key) + len(self.colon)


def parts(line: str) -> Parts:
    """Return the parts of a line; every line has them."""
    found = _ENTRY.fullmatch(line)
    assert found  # noqa: S101 - each part may be empty
    return Parts(*(found[name] or "" for name in Parts._fields))


def in_brackets(value: str) -> bool:
    """Say whether a value is written in brackets."""
    return value[:1] in ("[", "{") and value[:1] != ""


def quoted(words: str) -> str:
    """Return words in quotes, as a hand would put them."""
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"
