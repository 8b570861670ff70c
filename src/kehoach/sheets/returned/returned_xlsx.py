"""A returned workbook as openpyxl finds it: sheets known by their marks, each cell with its place.

openpyxl is the extra ``import``.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from io import BytesIO
from math import isfinite
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.sheets.form_layout import (
    CATALOGUE,
    COLUMNS_MARK,
    FILLED,
    KEYS,
    LETTER,
    MARK,
    RowMark,
    SheetMark,
    row_mark,
    sheet_mark,
)
from kehoach.sheets.returned.returned_sheets import (
    ReturnedCell,
    ReturnedRow,
    ReturnedSheet,
    ReturnedWorkbook,
)
from kehoach.sheets.returned.returned_troubles import CellTrouble, Troubles
from kehoach.words import Text
from kehoach.words.shortening import cut

MOST_UNPACKED = 200_000_000
_MOST_ROWS = 20_000
_LONGEST = 300
_MARKED_WITHIN = 60  # rows and columns from the corner in which a sheet's mark is looked for
_SERIALS = (36526, 73051)  # from 2000-01-01 to 2100-01-01
_ENCRYPTED = b"\xd0\xcf\x11\xe0"

_LOCKED = Text("tệp có mật khẩu, hoặc là .xls cũ; mở bằng bảng tính rồi lưu lại thành .xlsx",
               "it has a password, or is an old .xls; open it and save it as .xlsx")  # fmt: skip
_BROKEN = Text("tệp hỏng, hoặc không phải .xlsx", "it is damaged, or no .xlsx")
_LARGE = Text("tệp quá lớn", "it is too large")
_FOREIGN = Text(
    "không phải bảng do kehoach export --template lập (các dấu nhận biết trong cột ẩn không còn)",
    "it was not made by kehoach export --template (the marks of its hidden column are gone)",
)


class NotOurs(Exception):  # noqa: N818 - it is the file that is wrong
    """The file is no workbook that could be read, or none of ours."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def read_returned(raw: bytes) -> ReturnedWorkbook:
    """Return the sheets of a returned workbook.

    Raises:
        NotOurs: it cannot be opened, or no sheet of it bears our mark.
    """
    book = _opened(raw)
    lists = [_catalogue(sheet) for sheet in book.worksheets if _is_catalogue(sheet)]
    expected = lists[0] if lists else None
    troubles: list[CellTrouble] = []
    sheets = []
    known = False
    for sheet in book.worksheets:
        mark = _mark_of(sheet)
        known |= mark is not None
        if mark is None and not _is_catalogue(sheet) and _filled(sheet):
            unknown = Troubles(sheet.title)
            unknown.put("unknown-sheet")
            troubles += unknown
        if mark and (owner := sheet_mark(str(mark.value))):
            reading = _Reading(sheet, mark)
            sheets.append(reading.read(owner, expected))
            troubles += reading.troubles
    if not known:
        raise NotOurs(_FOREIGN)
    return ReturnedWorkbook(tuple(sheets), tuple(troubles))


def _opened(raw: bytes) -> Any:
    """Return the workbook.

    Raises:
        NotOurs: it cannot be opened, or would fill the machine's memory.
    """
    if raw.startswith(_ENCRYPTED):
        raise NotOurs(_LOCKED)
    try:
        with ZipFile(BytesIO(raw)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        with catch_warnings():
            simplefilter("ignore")  # of what it does not keep, and we do not need
            book = load_workbook(BytesIO(raw)) if unpacked <= MOST_UNPACKED else None
    except (BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError, AttributeError):
        raise NotOurs(_BROKEN) from None  # openpyxl has no error of its own for a damaged file
    if book is None:
        raise NotOurs(_LARGE)
    return book


def _is_catalogue(sheet: Worksheet) -> bool:
    """Say whether a sheet is the hidden list of rows, by whatever name."""
    return str(sheet.cell(1, 1).value) == CATALOGUE


def _catalogue(sheet: Worksheet) -> dict[str, frozenset[RowMark]]:
    """Return the rows that each agency's sheet was sent with, by the sheet's mark."""
    found: dict[str, set[RowMark]] = {}
    for owner, row, *_ in sheet.iter_rows(2, None, 2, 3, values_only=True):
        mark = row_mark(str(row))
        if mark:
            found.setdefault(str(owner), set()).add(mark)
    return {owner: frozenset(rows) for owner, rows in found.items()}


def _mark_of(sheet: Worksheet) -> Any:
    """Return the cell that bears our mark."""
    if _is_catalogue(sheet):
        return None
    corner = sheet.iter_rows(max_row=_MARKED_WITHIN, max_col=_MARKED_WITHIN)
    marked = (cell for row in corner for cell in row if str(cell.value).split(" ")[0] == MARK)
    return next(marked, None)


def _filled(sheet: Worksheet) -> bool:
    return any(value is not None for row in sheet.iter_rows(values_only=True) for value in row)


class _Reading:
    """One sheet of ours; ``corner`` is the cell with its mark, in the column of the rows' marks."""

    def __init__(self, sheet: Worksheet, corner: Any) -> None:
        self.sheet = sheet
        self.corner = corner
        self.troubles = Troubles(sheet.title)
        self.epoch = getattr(sheet.parent, "epoch", None)
        self.columns: dict[str, int] = {}

    def read(
        self, owner: SheetMark, expected: dict[str, frozenset[RowMark]] | None
    ) -> ReturnedSheet:
        """Return everything that was filled in."""
        marks = list(self._marks())
        top = next((row for row, words in marks if words == COLUMNS_MARK), None)
        if self.sheet.max_row > _MOST_ROWS:
            self.troubles.put("too-many-rows")
            top = None
        elif top is None:
            self.troubles.put("column-gone", key=COLUMNS_MARK)
        rows: tuple[ReturnedRow, ...] = ()
        head: dict[str, ReturnedCell] = {}
        if top is not None and self._know_columns(top):
            head = dict(self._head(marks))
            rows = tuple(self._rows(dict(marks), top + 2))
            self._refuse_merged(top + 2)
            self._tell_strays(top)
        mine = None if expected is None else expected.get(str(owner), frozenset())
        return ReturnedSheet(self.sheet.title, owner, head, rows, mine)

    def _marks(self) -> Iterator[tuple[int, str]]:
        """Yield the marks in the hidden column, with their rows."""
        column = self.corner.column
        for (cell,) in self.sheet.iter_rows(self.corner.row + 1, None, column, column):
            if cell.value is not None:
                yield cell.row, str(cell.value)

    def _know_columns(self, top: int) -> bool:
        """Find out where each column has come to stand; say whether all that is needed is there."""
        for cell in next(self.sheet.iter_rows(top, top)):
            if cell.value in KEYS:
                self.columns.setdefault(str(cell.value), cell.column)
        gone = [key for key in ("item", "period", *FILLED) if key not in self.columns]
        for key in gone:
            self.troubles.put("column-gone", key=key)
        return not gone

    def _head(self, marks: Iterable[tuple[int, str]]) -> Iterator[tuple[str, ReturnedCell]]:
        """Yield what is said of the covering letter; its values stand in the column of states."""
        for row, words in marks:
            name = words.removeprefix("head ")
            if name != words and name in {each.key for each in LETTER}:
                yield name, self._cell(self.sheet.cell(row, self.columns["status"]))

    def _rows(self, marks: dict[int, str], first: int) -> Iterator[ReturnedRow]:
        """Yield the rows below the headings in which anything stands, hidden ones too."""
        for number in range(first, self.sheet.max_row + 1):
            cells = {
                key: self._cell(self.sheet.cell(number, column))
                for key, column in self.columns.items()
            }
            mark = row_mark(marks.get(number, ""))
            if mark or any(not cell.empty for cell in cells.values()):
                yield ReturnedRow(number, mark, cells)

    def _tell_strays(self, top: int) -> None:
        """Put down, in doubt, what stands where the template has nothing to fill in, and comments."""
        told = []
        for cells in self.sheet.iter_rows():
            for cell in cells:
                if cell.value is not None and self._is_stray(cell, cells, top):
                    told.append(f"{cell.coordinate} “{cut(str(cell.value), _LONGEST)}”")
                if (comment := getattr(cell, "comment", None)) is not None:
                    told.append(f"{cell.coordinate} “{cut(comment.text, _LONGEST)}”")
        if told:
            self.troubles.put("stray-words", words="; ".join(told))

    def _is_stray(self, cell: Any, row: tuple[Any, ...], top: int) -> bool:
        """Say whether a cell is none of the template's, and of no row that is read."""
        if cell.column == self.corner.column or not str(cell.value).strip():
            return False
        if cell.row < top:  # the title, whose sheet it is, and the letter's own cells
            return cell.column not in {self.columns.get(k) for k in ("item", "last", "status")}
        if cell.column not in self.columns.values():
            return True
        filled = {self.columns[key] for key in FILLED}
        here = {other.column for other in row if other.value is not None}
        return cell.row > top + 1 and self.corner.column not in here and not here & filled

    def _refuse_merged(self, first: int) -> None:
        """Put down merged cells over what is filled in: nobody knows which row they are about."""
        filled = {self.columns[key] for key in FILLED}
        for merged in self.sheet.merged_cells.ranges:
            columns = filled.intersection(range(merged.min_col, merged.max_col + 1))
            if merged.max_row >= first and columns:
                place = str(merged).partition(":")[0]
                self.troubles.put("merged", place, range=str(merged))

    def _cell(self, cell: Any) -> ReturnedCell:
        """Return a cell as a plain value, or with why it cannot be used."""
        value, place = cell.value, cell.coordinate
        if getattr(cell, "data_type", None) == "f":
            return ReturnedCell(place, flaw="formula")
        if getattr(cell, "data_type", None) == "e":
            return ReturnedCell(place, value, "error-value")
        if isinstance(value, datetime):
            return ReturnedCell(place, value.date())
        if isinstance(value, time | timedelta):
            return ReturnedCell(place, str(value))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self._number(place, value, str(cell.number_format))
        return ReturnedCell(place, value)

    def _number(self, place: str, value: float, shape: str) -> ReturnedCell:
        """Return a number: as a percentage where it is shown as one, and as the day it may be."""
        if not isfinite(value):
            return ReturnedCell(place, str(value))
        if "%" in shape:
            return ReturnedCell(place, f"{value * 100:g}%")
        serial = None
        if _SERIALS[0] <= value < _SERIALS[1] and value == int(value):
            found = from_excel(value, self.epoch) if self.epoch else from_excel(value)
            serial = found.date() if isinstance(found, datetime) else None
        return ReturnedCell(place, value, serial=serial)
