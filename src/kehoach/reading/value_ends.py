"""Where a key or value ends on its line, by looking at the line alone."""

import re

_KEY = re.compile(r"[^\s:#\[\]{},\"'][^:#\[\]{},\"']*(?=\s*:(?:\s|$))")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_IN_BRACKETS = re.compile(r"[^,\[\]{}]*")
_PLAIN = re.compile(r"(?:(?!\s#).)*")


def end_of(line: str, column: int) -> int:
    """Return the column, from 1, behind what begins at a column: a key, a value, all in brackets."""
    start = column - 1
    within = _open_brackets(line[:start]) > 0
    if line[start : start + 1] in ("[", "{"):
        return _behind_brackets(line, start) + 1
    forms = (_QUOTED, _KEY, _IN_BRACKETS if within else _PLAIN)  # the last may be of no sign at all
    found = next(filter(None, (form.match(line, start) for form in forms)))
    return max(column + 1, start + len(found[0].rstrip()) + 1)


def _open_brackets(words: str) -> int:
    bare = _QUOTED.sub("", words)
    return sum(map(bare.count, "[{")) - sum(map(bare.count, "]}"))


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
