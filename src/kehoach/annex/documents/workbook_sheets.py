"""A workbook as an annex: each sheet a table, hidden rows and columns read and said."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from kehoach.annex.annex_document import Annex, AnnexCell, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import tidy
from kehoach.annex.documents.document_limits import (
    AnnexRefused,
)
from kehoach.annex.documents.shown_values import shown_value
from kehoach.annex.documents.span_grid import SpanGrid
from kehoach.reading.packages.workbook import read_workbook
from kehoach.reading.packages.workbook_content import (
    MergedRange,
    WorkbookContent,
    WorkbookSheet,
    WrittenCell,
)
from kehoach.reading.packages.workbook_limits import MOST_ELEMENTS, MOST_ROWS, WorkbookRefused
from kehoach.words import Text
from kehoach.words.shortening import cut

_SHOWS_NOTHING = ";;;"
"""The number format in which a cell shows nothing, whatever it holds."""


class _ShownCell(NamedTuple):
    """A cell that shows something, and the merged range that it lies in."""

    cell: WrittenCell
    shown: AnnexCell
    within: MergedRange | None

    @property
    def covered(self) -> bool:
        """Whether the merged cell shows another one's words."""
        top = self.within and self.within[:2]
        return top is not None and top != (self.cell.row, self.cell.column)


def read_xlsx(raw: bytes) -> Annex:
    """Return a workbook.

    Raises:
        AnnexRefused: it is broken or too large.
    """
    try:
        book = read_workbook(raw)
    except WorkbookRefused as refused:
        raise AnnexRefused(refused.reason, rows=MOST_ROWS, elements=MOST_ELEMENTS) from None
    notes = tuple(
        message(
            "sheet-comments",
            sheet=sheet.name,
            words="; ".join(f"{each.coordinate} “{cut(each.words)}”" for each in sheet.comments),
        )
        for sheet in book.sheets
        if sheet.comments
    )
    return Annex(tuple(_table(sheet, book) for sheet in book.sheets), notes)


def _table(sheet: WorkbookSheet, book: WorkbookContent) -> AnnexTable:
    """Return the sheet's rows that say anything, without the empty columns beside them."""
    found = list(_shown(sheet, book))
    lines = sorted({each.cell.row for each in found})
    columns = sorted({each.cell.column for each in found})
    notes = [*_about(sheet, columns)]
    grid = SpanGrid()
    for each in found:
        name, row, column = each.cell.coordinate, each.cell.row, each.cell.column
        if each.covered:
            notes.append(message("sheet-covered", cell=name, words=each.shown.text))
            continue
        all_of_it = each.within or MergedRange(row, column, row, column)
        down = _taken(lines, all_of_it.first_row, all_of_it.last_row)
        across = _taken(columns, all_of_it.first_column, all_of_it.last_column)
        grid.put(down.start, across.start, each.shown, len(down), len(across))
    return AnnexTable(grid.rows([str(row) for row in lines]), sheet.name, tuple(notes))


def _taken(kept: Sequence[int], first: int, last: int) -> range:
    """Return at which places of the kept rows, or columns, a stretch of them stands."""
    return range(bisect_left(kept, first), bisect_right(kept, last))


def _shown(sheet: WorkbookSheet, book: WorkbookContent) -> Iterator[_ShownCell]:
    """Yield the cells that show anything, in the order of the rows."""
    merged = _merged_places(sheet)
    for cell in sheet.cells:
        words, notes = shown_value(cell, book)
        if words:
            hidden = cell.row in sheet.hidden_rows
            notes += _struck(cell, words)
            if cell.form.replace(" ", "") == _SHOWS_NOTHING:
                notes += (message("hidden", words=words),)
            within = merged.get((cell.row, cell.column))
            if hidden:
                notes += (message("row-hidden", row=cell.row),)
            yield _ShownCell(cell, AnnexCell(words, notes), within)


def _merged_places(sheet: WorkbookSheet) -> dict[tuple[int, int], MergedRange]:
    """Return the first merged range of each written place that lies in one.

    All places of all ranges are gone through once: no workbook has more than ``MOST_MERGED``.
    """
    written = {(cell.row, cell.column) for cell in sheet.cells}
    found: dict[tuple[int, int], MergedRange] = {}
    for each in sheet.merged:
        for place in each.places():
            if place in written:
                found.setdefault(place, each)
    return found


def _struck(cell: WrittenCell, words: str) -> tuple[Text, ...]:
    """Return the doubt about what is struck out: of a day or a number all that is shown."""
    if not tidy(cell.struck):
        return ()
    part = isinstance(cell.value, str) and cell.struck != cell.value
    return (message("struck", words=tidy(cell.struck) if part else words),)


def _about(sheet: WorkbookSheet, columns: list[int]) -> Iterator[Text]:
    """Yield the doubts about a sheet that says something in these columns."""
    if sheet.hidden and columns:
        yield message("sheet-hidden", sheet=sheet.name)
    if hidden := [get_column_letter(each) for each in _hidden(sheet, columns)]:
        yield message("columns-hidden", sheet=sheet.name, columns=", ".join(hidden))
    yield from _beside(sheet)
    if sheet.filtered:
        yield message("filtered", sheet=sheet.name)


def _hidden(sheet: WorkbookSheet, columns: list[int]) -> Iterator[int]:
    """Yield which of the columns, in their order, are hidden."""
    stretches = sorted(sheet.hidden_columns)
    at = reach = 0
    for column in columns:
        while at < len(stretches) and stretches[at][0] <= column:
            reach = max(reach, stretches[at][1])
            at += 1
        if column <= reach:
            yield column


def _beside(sheet: WorkbookSheet) -> Iterator[Text]:
    """Yield the doubts about what a sheet shows besides its cells."""
    if sheet.prompts:
        told = "; ".join(f"{each.coordinate} “{cut(each.words)}”" for each in sheet.prompts)
        yield message("sheet-prompts", sheet=sheet.name, words=told)
    if sheet.margins:
        told = "; ".join(f"“{cut(each)}”" for each in sheet.margins)
        yield message("sheet-margins", sheet=sheet.name, words=told)
    if sheet.striking:
        yield message("striking", sheet=sheet.name, ranges=", ".join(sheet.striking))
