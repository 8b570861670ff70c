"""One sheet of a returned workbook: where its cells have come to stand, and what is in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from math import isfinite

from openpyxl.utils import get_column_letter

from kehoach.grouping import group_by
from kehoach.reading.packages.workbook_content import WorkbookSheet, WrittenCell
from kehoach.sheets.form_layout import (
    COLUMNS_MARK,
    FILLED,
    HEAD_MARK,
    KEYS,
    LATER,
    LETTER,
    RowMark,
    SheetMark,
    row_mark,
)
from kehoach.sheets.returned.returned_sheets import ReturnedCell, ReturnedRow, ReturnedSheet
from kehoach.sheets.returned.returned_troubles import TroubleName, Troubles
from kehoach.words.shortening import cut

_MOST_ROWS = 20_000
_LONGEST = 300
_SERIALS = (36526, 73051)  # from 2000-01-01 to 2100-01-01
_OF_HEAD = ("item", "last", "status")
_NEEDED = ("item", "period", *(key for key in FILLED if key not in LATER))

Catalogue = Mapping[str, frozenset[RowMark]]
"""The rows that each agency's sheet was sent with, by the sheet's mark."""


@dataclass(frozen=True)
class FormSheet:
    """One sheet of ours; ``corner`` is the cell with its mark, in the column of the rows' marks."""

    sheet: WorkbookSheet
    corner: WrittenCell
    epoch: datetime
    troubles: Troubles

    def read(self, owner: SheetMark, expected: Catalogue | None) -> ReturnedSheet:
        """Return everything that was filled in."""
        mine = None if expected is None else expected.get(str(owner), frozenset())
        if not self._readable():
            return ReturnedSheet(self.sheet.name, owner, {}, (), mine)
        rows = tuple(self._rows())
        self._refuse_merged()
        self._tell_strays()
        return ReturnedSheet(self.sheet.name, owner, dict(self._head()), rows, mine)

    @cached_property
    def _cells(self) -> Mapping[tuple[int, int], WrittenCell]:
        return {(cell.row, cell.column): cell for cell in self.sheet.cells}

    @cached_property
    def _marks(self) -> Mapping[int, str]:
        """The marks in the hidden column, by their rows."""
        below = (cell for cell in self.sheet.cells if cell.row > self.corner.row)
        return {each.row: str(each.value) for each in below if each.column == self.corner.column}

    @cached_property
    def _top(self) -> int:
        """The row with the keys of the columns, one above their names; 0 where it is gone."""
        return next((row for row, words in self._marks.items() if words == COLUMNS_MARK), 0)

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        """Where each column has come to stand."""
        keys = [cell for cell in self.sheet.cells if cell.row == self._top and cell.value in KEYS]
        return {str(cell.value): cell.column for cell in reversed(keys)}

    @cached_property
    def _filled(self) -> frozenset[int]:
        """The columns that an agency fills in."""
        return frozenset(self._columns[key] for key in FILLED if key in self._columns)

    def _readable(self) -> bool:
        """Say whether all that is needed is there; what is not is put down."""
        if self.sheet.last_row > _MOST_ROWS:
            self.troubles.put("too-many-rows")
            return False
        needed = _NEEDED if self._top else (COLUMNS_MARK,)
        gone = [key for key in needed if key not in self._columns]
        for key in gone:
            self.troubles.put("column-gone", key=key)
        return not gone

    def _head(self) -> Iterator[tuple[str, ReturnedCell]]:
        """Yield what is said of the covering letter; its values stand in the column of states."""
        keys = {f"{HEAD_MARK}{each.key}": each.key for each in LETTER}
        for row, words in self._marks.items():
            if words in keys:
                yield keys[words], self._cell(row, self._columns["status"])

    def _rows(self) -> Iterator[ReturnedRow]:
        """Yield the rows below the headings in which anything stands, hidden ones too."""
        below = {cell.row for cell in self.sheet.cells if cell.row > self._top + 1}
        for number in sorted(below):
            cells = {key: self._cell(number, column) for key, column in self._columns.items()}
            mark = row_mark(self._marks.get(number, ""))
            if mark or any(not cell.empty for cell in cells.values()):
                self._tell_struck(cells)
                yield ReturnedRow(number, mark, cells)

    def _tell_struck(self, cells: Mapping[str, ReturnedCell]) -> None:
        """Put down a row that is struck out only where the office has written."""
        struck = [key for key, cell in cells.items() if cell.flaw == "struck-out"]
        if struck and not set(struck) & {*FILLED}:
            self.troubles.put("struck-out", cells[struck[0]].place, value=cells[struck[0]].value)

    def _tell_strays(self) -> None:
        """Put down, in doubt, what stands where the template has nothing to fill in, and comments."""
        told: list[tuple[str, object]] = [
            (cell.coordinate, cell.formula or cell.value) for cell in self._strays()
        ]
        told += [(each.coordinate, each.words) for each in self.sheet.comments]
        if told:
            words = (f"{place} “{cut(str(said), _LONGEST)}”" for place, said in told)
            self.troubles.put("stray-words", words="; ".join(words))

    def _strays(self) -> Iterator[WrittenCell]:
        """Yield cells that are none of the template's, or of no row that is read."""
        for row, line in group_by(self.sheet.cells, lambda cell: cell.row).items():
            expected = self._expected_in(row, {cell.column for cell in line})
            yield from (cell for cell in line if cell.column not in expected
                        and (cell.formula or str(cell.value).strip()))  # fmt: skip

    def _expected_in(self, row: int, columns: set[int]) -> set[int]:
        """Return the columns in which the template or the agency may say something in a row."""
        marks = {self.corner.column}
        if row < self._top:  # the title, whose sheet it is, and the letter's own cells
            return marks | {self._columns[key] for key in _OF_HEAD if key in self._columns}
        unread = row > self._top + 1 and not columns & (marks | self._filled)
        return marks if unread else marks | set(self._columns.values())

    def _refuse_merged(self) -> None:
        """Put down merged cells over what is filled in: nobody knows which row they are about."""
        for each in self.sheet.merged:
            columns = range(each.first_column, each.last_column + 1)
            if each.last_row > self._top + 1 and self._filled.intersection(columns):
                place = _place(each.first_row, each.first_column)
                whole = f"{place}:{_place(each.last_row, each.last_column)}"
                self.troubles.put("merged", place, range=whole)

    def _cell(self, row: int, column: int) -> ReturnedCell:
        """Return a cell as a plain value, or with why it cannot be used."""
        cell = self._cells.get((row, column))
        if cell is None:
            return ReturnedCell(_place(row, column))
        place, value = cell.coordinate, cell.value
        if flaw := _flaw(cell):
            return ReturnedCell(place, str(value), flaw)
        if isinstance(value, datetime):
            return ReturnedCell(place, value.date())
        if isinstance(value, time | timedelta):
            return ReturnedCell(place, str(value))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self._number(place, value, cell.form)
        return ReturnedCell(place, value)

    def _number(self, place: str, value: float, form: str) -> ReturnedCell:
        """Return a number: as a percentage where it is shown as one, and as the day it may be."""
        if not isfinite(value):
            return ReturnedCell(place, str(value))
        if "%" in form:
            return ReturnedCell(place, f"{value * 100:g}%")
        day = _SERIALS[0] <= value < _SERIALS[1] and value == int(value)
        serial = (self.epoch + timedelta(days=value)).date() if day else None
        return ReturnedCell(place, value, serial=serial)


def _flaw(cell: WrittenCell) -> TroubleName | None:
    """Return why what stands in a cell cannot be used."""
    if cell.formula:
        return "formula"
    if cell.error:
        return "error-value"
    return "struck-out" if cell.struck.strip() else None


def _place(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"
