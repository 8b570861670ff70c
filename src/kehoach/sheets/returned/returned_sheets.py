"""What stands in a returned workbook, before anything in it is understood."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kehoach.sheets.form_layout import FILLED, RowMark, SheetMark
from kehoach.sheets.returned.returned_troubles import CellTrouble, TroubleName


class ReturnedCell(NamedTuple):
    """A cell: where it stands, and its value; ``flaw`` is why the value cannot be used.

    ``serial`` is the day that a bare number is in the counting of spreadsheets.
    """

    place: str
    value: str | float | bool | date | None = None
    flaw: TroubleName | None = None
    serial: date | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return self.flaw is None and (self.value is None or not str(self.value).strip())


NO_CELL = ReturnedCell("")


class ReturnedRow(NamedTuple):
    """A row below the headings; without a mark it was added by hand."""

    number: int
    mark: RowMark | None
    cells: Mapping[str, ReturnedCell]

    def cell(self, key: str) -> ReturnedCell:
        """Return the cell in a column; an empty one where the sheet has no such column."""
        return self.cells.get(key, NO_CELL)

    @property
    def blank(self) -> bool:
        """Whether the agency has filled in nothing of it."""
        return all(self.cell(key).empty for key in FILLED)

    def shown(self, key: str) -> str:
        """Return what the office said in a column."""
        cell = self.cells.get(key, NO_CELL)
        return "" if cell.value is None or cell.flaw else str(cell.value).strip()


class ReturnedSheet(NamedTuple):
    """One agency's sheet; ``expected`` is what rows it was sent with, where that is still known."""

    name: str
    mark: SheetMark
    head: Mapping[str, ReturnedCell]
    rows: tuple[ReturnedRow, ...]
    expected: frozenset[RowMark] | None

    @property
    def blank(self) -> bool:
        """Whether the agency has filled in nothing at all."""
        return all(cell.empty for cell in self.head.values()) and all(r.blank for r in self.rows)


class ReturnedWorkbook(NamedTuple):
    """A returned workbook, and what is wrong with its sheets as a whole."""

    sheets: tuple[ReturnedSheet, ...]
    troubles: tuple[CellTrouble, ...]
