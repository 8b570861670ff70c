"""The line in which something is wrong, with a mark under the very place."""

import unicodedata
from typing import NamedTuple

from rich.cells import cell_len

from kehoach.reading.positions import Located
from kehoach.words.safety import printable, unobeyed

_MOST = 160
"""Columns of an excerpt where the screen has no end: it is a quotation, and the file has the whole."""
_LEAST = 20
_CUT = "…"


class Excerpt(NamedTuple):
    """A line as it stands, cut around the place, and the mark below it; both begin alike."""

    line: str
    mark: str


def excerpt(located: Located, room: int | None) -> Excerpt | None:
    """Return the line of a finding within ``room`` columns; ``None`` where it is about no place."""
    if located.excerpt is None:
        return None
    head = f"{located.line:>6} | "
    line, end, skipped = located.excerpt
    start, end = located.column - 1 - skipped, end - 1 - skipped
    wide = max(_LEAST, min(room or _MOST, _MOST) - len(head))
    shown, start, end = _cut(line.rstrip(), start, end, wide)
    drawn = [_drawn(sign) for sign in shown]
    before = sum(map(cell_len, drawn[:start]))
    under = max(1, sum(map(cell_len, drawn[start:end])))
    gap = " " * (len(head) - 2) + "| "
    return Excerpt(
        head + unobeyed("".join(drawn)), gap + " " * before + "^" * min(under, wide - before)
    )


def _cut(line: str, start: int, end: int, wide: int) -> tuple[str, int, int]:
    """Return what of a line fits, as much before the place as is left by what stands at it."""
    first = start
    room = wide - 2 - sum(cell_len(sign) for sign in line[start : min(end, start + wide // 2)])
    while first > 0 and room > wide // 4:
        first -= 1
        room -= cell_len(line[first])
    if sum(map(cell_len, line)) <= wide:
        first = 0
    last = first
    room = wide - (first > 0)
    while last < len(line) and cell_len(line[last]) <= room:
        room -= cell_len(line[last])
        last += 1
    if last < len(line):
        last -= 1
    head, tail = _CUT * (first > 0), _CUT * (last < len(line))
    moved = len(head) - first
    return head + line[first:last] + tail, start + moved, min(end, last) + moved


def _drawn(sign: str) -> str:
    """Return a sign as it can be seen: a tab and strange spaces look like plain ones."""
    if sign == "\t":
        return "→"
    if sign != " " and (sign.isspace() or unicodedata.category(sign) == "Cf"):
        return "·"
    return printable(sign)
