"""Where a key or value ends on its line, by looking at the line alone."""

import re
from bisect import bisect_right

_KEY = re.compile(r"[^\s:#\[\]{},\"'][^:#\[\]{},\"']*(?=\s*:(?:\s|$))")
_QUOTED = re.compile(
    r"\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"|'[^']*+(?:''[^']*+)*'"
)  # a value may be a megabyte
_SIGN = re.compile(rf"(?:(?<=[\s,\[{{:])|^)(?:{_QUOTED.pattern})|[\[{{]|[\]}}]")
_IN_BRACKETS = re.compile(r"[^,\[\]{}]*")
_PLAIN = re.compile(r"(?:(?!\s#).)*")


class Brackets:
    """Where lines are within brackets; of those asked about one after another each is read once."""

    def __init__(self) -> None:
        self._line = ""
        self._turns: list[int] = []

    def around(self, line: str, column: int) -> bool:
        """Say whether brackets that open before a column, from 1, close at it or behind."""
        if line is not self._line:
            self._line, self._turns = line, _turns(line)
        return bisect_right(self._turns, column - 1) % 2 == 1


def end_of(line: str, column: int, *, within: bool) -> int:
    """Return the column, from 1, behind what begins at a column: a key, a value, all in brackets.

    ``within``: other brackets are around it, which may open far before what is given of the line.
    """
    start = column - 1
    if line[start : start + 1] in ("[", "{"):
        return _behind_brackets(line, start) + 1
    forms = (_QUOTED, _KEY, _IN_BRACKETS if within else _PLAIN)  # the last may be of no sign at all
    found = next(filter(None, (form.match(line, start) for form in forms)))
    return max(column + 1, start + len(found[0].rstrip()) + 1)


def _turns(line: str) -> list[int]:
    """Return behind which signs of a line the outermost brackets open and close, in turn."""
    depth, turns = 0, []
    for found in _SIGN.finditer(line):
        deeper = (found[0] in "[{") - (found[0] in "]}")
        if deeper and (depth > 0) != (depth + deeper > 0):
            turns.append(found.end())
        depth += deeper
    return turns


def _behind_brackets(line: str, start: int) -> int:
    """Return the index behind the bracket that closes the one at ``start``; the line's end if none does."""
    at, depth = start, 0
    while at < len(line):
        if found := _QUOTED.match(line, at):
            at = found.end()
            continue
        depth += (line[at] in "[{") - (line[at] in "]}")
        at += 1
        if depth == 0:
            return at
    return len(line.rstrip())
