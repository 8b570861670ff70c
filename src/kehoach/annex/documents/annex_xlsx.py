"""A workbook as an annex: each sheet a table, hidden rows and columns read and said."""

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from kehoach.annex.documents.annex_refusal import (
    BROKEN,
    ENCRYPTED,
    ENTITIES,
    TOO_LARGE,
    TOO_WIDE,
    AnnexRefused,
)
from kehoach.annex.documents.annex_spans import SpanGrid
from kehoach.annex.documents.sheet_values import shown_value
from kehoach.annex.drafts.table import Annex, Cell, Table
from kehoach.reading.workbook import (
    MergedRange,
    WorkbookContent,
    WorkbookRefused,
    WorkbookSheet,
    WrittenCell,
    read_workbook,
)
from kehoach.words import Text
from kehoach.words.shortening import cut

_ROW_HIDDEN = Text("dòng {row} bị ẩn trong bảng tính", "row {row} is hidden in the spreadsheet")
_COLUMNS_HIDDEN = Text(
    "trang “{sheet}” có cột bị ẩn, vẫn được đọc: {columns}",
    "sheet “{sheet}” has hidden columns, which are read: {columns}",
)
_FILTERED = Text(
    "trang “{sheet}” đang lọc; các dòng bị ẩn vẫn được đọc",
    "sheet “{sheet}” is filtered; the hidden rows are read",
)
_SHEET_HIDDEN = Text("trang “{sheet}” bị ẩn, vẫn được đọc", "sheet “{sheet}” is hidden and is read")
_COMMENTS = Text(
    "trang “{sheet}” có nhận xét ở ô, không đưa vào: {words}",
    "sheet “{sheet}” has comments on cells, which are left aside: {words}",
)
_COVERED = Text(
    "ô {cell} bị che trong ô gộp còn chữ: “{words}”",
    "cell {cell}, hidden in a merged one, holds: “{words}”",
)
_REFUSALS = {
    "locked": ENCRYPTED,
    "broken": BROKEN,
    "large": TOO_LARGE,
    "wide": TOO_WIDE,
    "declares": ENTITIES,
}


class _ShownCell(NamedTuple):
    """A cell that shows something, and the merged range that it lies in."""

    cell: WrittenCell
    shown: Cell
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
        raise AnnexRefused(_REFUSALS[refused.reason]) from None
    notes = tuple(
        _COMMENTS.filled(
            sheet=sheet.name,
            words="; ".join(f"{each.coordinate} “{cut(each.words)}”" for each in sheet.comments),
        )
        for sheet in book.sheets
        if sheet.comments
    )
    return Annex(tuple(_table(sheet, book) for sheet in book.sheets), notes)


def _table(sheet: WorkbookSheet, book: WorkbookContent) -> Table:
    """Return the sheet's rows that say anything, without the empty columns beside them."""
    found = list(_shown(sheet, book))
    lines = sorted({each.cell.row for each in found})
    columns = sorted({each.cell.column for each in found})
    notes = [*_about(sheet, columns)]
    grid = SpanGrid()
    for each in found:
        name, row, column = each.cell.coordinate, each.cell.row, each.cell.column
        if each.covered:
            notes.append(_COVERED.filled(cell=name, words=each.shown.text))
            continue
        all_of_it = each.within or MergedRange(row, column, row, column)
        height = sum(all_of_it.first_row <= line <= all_of_it.last_row for line in lines)
        width = sum(all_of_it.first_column <= c <= all_of_it.last_column for c in columns)
        grid.put(lines.index(row), columns.index(column), each.shown, height, width)
    return Table(grid.rows([str(row) for row in lines]), sheet.name, tuple(notes))


def _shown(sheet: WorkbookSheet, book: WorkbookContent) -> Iterator[_ShownCell]:
    """Yield the cells that show anything, in the order of the rows."""
    merged: dict[int, list[MergedRange]] = {}
    for row in {cell.row for cell in sheet.cells}:
        merged[row] = [each for each in sheet.merged if each.first_row <= row <= each.last_row]
    for cell in sheet.cells:
        words, notes = shown_value(cell, book)
        if words:
            hidden = (_ROW_HIDDEN.filled(row=cell.row),) * (cell.row in sheet.hidden_rows)
            within = (each for each in merged[cell.row] if each.covers(cell.row, cell.column))
            yield _ShownCell(cell, Cell(words, (*notes, *hidden)), next(within, None))


def _about(sheet: WorkbookSheet, columns: list[int]) -> Iterator[Text]:
    """Yield the doubts about a sheet that says something in these columns."""
    if sheet.hidden and columns:
        yield _SHEET_HIDDEN.filled(sheet=sheet.name)
    hidden = [
        get_column_letter(column)
        for column in columns
        if any(first <= column <= last for first, last in sheet.hidden_columns)
    ]
    if hidden:
        yield _COLUMNS_HIDDEN.filled(sheet=sheet.name, columns=", ".join(hidden))
    if sheet.filtered:
        yield _FILTERED.filled(sheet=sheet.name)
