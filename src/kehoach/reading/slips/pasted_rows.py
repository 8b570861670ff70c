"""Rows of a table that were pasted into a file as they are, their cells parted by tabs."""

import re
from collections.abc import Iterator

from kehoach.reading.slips.slip_rules import PASTED_ROW
from kehoach.reading.slips.typed_page import Cure, TypedPage, parts
from kehoach.words import Text
from kehoach.words.yaml_words import scalar

_CELLS = re.compile(r"[^\t]+")
_LEAST = 2  # cells; what stands behind a key is a value, with however many tabs
_SHOWN = 4
_MOST_ROWS = 1_000
_MORE = Text(" cùng {count} dòng nữa ở dưới", ", and so {count:is|are} {count} more below it")


def pasted_rows(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the page without the row, and the rows below it: which cell is which key, nobody can say."""
    cells = _cells(page.lines[index], page.keys)
    if len(cells) < _LEAST:
        return
    last = index + 1
    most = min(len(page.lines), index + _MOST_ROWS)
    while last < most and len(_cells(page.lines[last], page.keys)) >= _LEAST:
        last += 1
    line = page.lines[index]
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    more = last - index - 1
    shown = ", ".join(f"…: {scalar(cell)}" for cell in cells[:_SHOWN])
    yield Cure(
        PASTED_ROW,
        index,
        start,
        end,
        {**dict.fromkeys(range(index, last), ""), index: _instead(page, index)},
        {
            "cells": len(cells),
            "more": _MORE.filled(count=more) if more else Text("", ""),
            "line": f"- {{{shown}{', …' * (len(cells) > _SHOWN)}}}",
        },
    )


def _instead(page: TypedPage, index: int) -> str:
    """Return a list of nothing below a key that would have no value, and nothing elsewhere."""
    above = page.above(index)
    said = parts(page.lines[above]) if above is not None else None
    waits = said is not None and said.key in page.keys and not said.value
    return f"{' ' * len(said.head)}  []" if waits and said else ""


def _cells(line: str, keys: frozenset[str]) -> list[str]:
    """Return the cells of a row; none of a line that is none."""
    words = line.strip()
    if "\t" not in words or words.startswith(("#", "- ")) or parts(line).key in keys:
        return []
    cells = [cell for each in _CELLS.findall(words) if (cell := each.strip())]
    return [] if len(cells) == _LEAST and cells[0] in keys else cells  # a colon is missing
