"""Crosses in columns of quarters, years or bodies: they say what they stand under."""

import re
from dataclasses import replace

from kehoach.annex.annex_document import AnnexCell
from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import bare
from kehoach.annex.tables.column_kinds import BELOW, AnnexColumn, kind_of
from kehoach.grouping import group_by
from kehoach.words import Text
from kehoach.words.shortening import flat

_TICK = re.compile(r"[xX×√✓✔vV●•+]")
_KINDS = frozenset(
    ("start", "due", "proposed", "aim", "lead", "implement", "coordinate", "agencies")
)
_TIMES = frozenset(("start", "due", "proposed", "aim"))
_COMPLETE = re.compile(r".*\b(quy|thang|nam|20\d\d)\b.*")

Cells = tuple[tuple[AnnexColumn, AnnexCell], ...]


def ticked(cells: Cells) -> tuple[Cells, tuple[Text, ...]]:
    """Return a row's cells, those with only a mark as what their headings say, in doubt."""
    ticks = [(column, cell) for column, cell in cells if _is_tick(column, cell)]
    if not ticks:
        return cells, ()
    by_kind = group_by(ticks, lambda pair: pair[0].kind)
    told = {kind: "; ".join(_words(c) for c, _ in some) for kind, some in by_kind.items()}
    rest = list(cells)
    for kind, some in by_kind.items():
        column, cell = some[0]
        rest[rest.index(some[0])] = (column, replace(cell, text=told[kind]))
        for each in some[1:]:
            rest.remove(each)
    words = "; ".join(told.values())
    return tuple(rest), (message("ticked", mark=ticks[0][1].text, words=words),)


def _is_tick(column: AnnexColumn, cell: AnnexCell) -> bool:
    """Say whether a cell only marks a column that has a heading of its own below a merged one."""
    above, _, own = column.heading.rpartition(BELOW)
    marks = column.kind in _KINDS and bool(above) and kind_of(own) == "other"
    return marks and _TICK.fullmatch(flat(cell.text)) is not None


def _words(column: AnnexColumn) -> str:
    """Return a column's own heading; that of a time with those above it, unless it is complete."""
    own = column.heading.rpartition(BELOW)[2]
    complete = column.kind not in _TIMES or _COMPLETE.fullmatch(bare(own))
    return own if complete else column.heading
