"""The one reader of workbooks (.xlsx): what is written in them, as frozen values, within limits.

openpyxl is the extra ``import``: import this module where a workbook is at hand, not before.
``read_workbook(raw)`` returns every sheet with its cells that say anything (``sheet.cells``, in
the order of the rows), its merged ranges, what is hidden, and its comments. What a value means, and
how it is told to people, is for who asked: nothing here knows of annexes or of reports. A workbook
that cannot be read raises ``WorkbookRefused`` with a reason that each reader words for itself.

openpyxl reads a file in two ways, and neither shows all of it: with results, formulas are lost, and
so are the words in the covered cells of a merged range. So it is read twice: as a stream, which
ends where a limit is passed, and whole.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import product
from typing import NamedTuple, Protocol, cast
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.reading.packages.beside_cells import (
    WorkbookComment,
    cell_comments,
    cell_prompts,
    hidden_columns,
    hidden_rows,
    page_margins,
    struck_ranges,
)
from kehoach.reading.packages.workbook_limits import Limits, WorkbookRefused, look_through

CellValue = str | int | float | bool | datetime | date | time | timedelta | None

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_LOCAL_FORMS = {
    14: "d/m/yyyy",
    22: "d/m/yyyy h:mm",
    **dict.fromkeys((27, 28, 29, 30, 31, 36, *range(50, 59)), "d/m/yyyy"),
}
"""By the number of a format that has no text in the file: how dates are shown in Vietnam."""

_DAMAGED = (
    BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, LookupError,
    ValueError, TypeError, AttributeError, SyntaxError, ArithmeticError,
)  # fmt: skip


class WrittenCell(NamedTuple):
    """A cell that says something, at its row and column (from 1).

    ``value`` is what it holds; of a formula the result that was saved with it, ``None`` where there
    is none. ``form`` is its number format (``dd/mm/yyyy``), ``formula`` begins with ``=``. ``error``:
    the value is an error (``#REF!``). ``struck`` is what of it is struck out.
    """

    row: int
    column: int
    coordinate: str
    value: CellValue
    form: str = ""
    formula: str = ""
    error: bool = False
    struck: str = ""


class MergedRange(NamedTuple):
    """Cells merged into one: first and last row and column, from 1, all inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield the row and column of each cell of it."""
        return product(
            range(self.first_row, self.last_row + 1), range(self.first_column, self.last_column + 1)
        )


@dataclass(frozen=True)
class WorkbookSheet:
    """A sheet; ``last_row`` is the last with any cell, even a blank one.

    ``hidden_columns`` are the first and last of each stretch. ``filtered``: a filter hides rows.
    ``striking`` are the ranges in which a format strikes cells out on a condition; ``prompts`` what
    is shown where a cell is chosen; ``margins`` the words above and below each printed page.
    """

    name: str
    hidden: bool
    last_row: int
    cells: tuple[WrittenCell, ...]
    merged: tuple[MergedRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    filtered: bool = False
    comments: tuple[WorkbookComment, ...] = ()
    striking: tuple[str, ...] = ()
    prompts: tuple[WorkbookComment, ...] = ()
    margins: tuple[str, ...] = ()


@dataclass(frozen=True)
class WorkbookContent:
    """A workbook; ``epoch`` is the day from which it counts: of 1900, or of 1904 in some."""

    sheets: tuple[WorkbookSheet, ...]
    epoch: datetime

    def serial(self, value: datetime | date | time | timedelta) -> float:
        """Return the number as which the workbook keeps a moment: days from ``epoch``."""
        return float(to_excel(value, self.epoch))  # type: ignore[no-untyped-call]


def read_workbook(raw: bytes) -> WorkbookContent:
    """Return what a workbook holds.

    Raises:
        WorkbookRefused: it is none, has a password, or would fill the machine's memory.
    """
    if raw.startswith(_OLD_OR_LOCKED):
        raise WorkbookRefused("locked")
    try:
        look_through(raw)
        with catch_warnings():
            simplefilter("ignore")  # of what openpyxl does not keep, and nobody here needs
            streamed = load_workbook(BytesIO(raw), read_only=True)
            _refuse_parts_shown_twice(streamed.worksheets)
            left = Limits()
            written = {
                sheet.title: tuple(_written(sheet, left))
                for sheet in cast("Sequence[_StreamedSheet]", streamed.worksheets)
            }
            book = load_workbook(BytesIO(raw), data_only=True, rich_text=True)
            sheets = tuple(_sheet(each, written.get(each.title, ())) for each in book.worksheets)
    except _DAMAGED:  # openpyxl has no error of its own for a damaged file
        raise WorkbookRefused("broken") from None
    return WorkbookContent(sheets, book.epoch)


def _refuse_parts_shown_twice(sheets: Sequence[object]) -> None:
    """Refuse a workbook of which two sheets are one part: a small one would be read without end."""
    parts = [getattr(sheet, "_worksheet_path", sheet) for sheet in sheets]
    if len(set(parts)) < len(parts):
        raise WorkbookRefused("broken")


class _StreamedSheet(Protocol):
    """A sheet as it is read row by row; openpyxl's types do not tell it from a whole one."""

    @property
    def title(self) -> str: ...
    def reset_dimensions(self) -> None: ...
    def iter_rows(self) -> Iterator[tuple[ReadOnlyCell, ...]]: ...


def _written(sheet: _StreamedSheet, left: Limits) -> Iterator[WrittenCell]:
    """Yield the cells that say anything; of formulas the formula."""
    sheet.reset_dimensions()  # as the file states them they may be anything
    for cells in sheet.iter_rows():
        left.places -= len(cells)
        for cell in cells:
            if cell.value not in (None, ""):
                left.cells -= 1
                yield _written_cell(cell)
        if left.places < 0 or left.cells < 0:
            raise WorkbookRefused("wide")


def _written_cell(cell: ReadOnlyCell) -> WrittenCell:
    value: object = cell.value
    formula = ""
    if cell.data_type == "f":
        formula = str(value.text if isinstance(value, ArrayFormula) else value)
    return WrittenCell(
        cell.row,
        cell.column,
        cell.coordinate,
        None if formula else _plain(value),
        _form(cell),
        formula,
        cell.data_type == "e",
    )


def _plain(value: object) -> CellValue:
    """Return a value of a cell; openpyxl has kinds of its own for formulas only."""
    return (
        value if isinstance(value, str | int | float | datetime | date | time | timedelta) else None
    )


def _form(cell: ReadOnlyCell) -> str:
    """Return the number format; those that follow the reader's country as they are in Vietnam."""
    return _LOCAL_FORMS.get(cell.style_array.numFmtId, cell.number_format or "")


def _sheet(sheet: Worksheet, written: tuple[WrittenCell, ...]) -> WorkbookSheet:
    """Return a sheet: its cells as they are written, formulas with their results, and all about it."""
    return WorkbookSheet(
        name=sheet.title,
        hidden=sheet.sheet_state != "visible",
        last_row=sheet.max_row,
        cells=tuple(_completed(written, sheet)),
        merged=tuple(_merged(sheet)),
        hidden_rows=hidden_rows(sheet),
        hidden_columns=hidden_columns(sheet),
        filtered=bool(sheet.auto_filter.filterColumn),
        comments=tuple(cell_comments(sheet)),
        striking=tuple(struck_ranges(sheet)),
        prompts=tuple(cell_prompts(sheet)),
        margins=tuple(page_margins(sheet)),
    )


def _merged(sheet: Worksheet) -> Iterator[MergedRange]:
    """Yield the ranges whose cells are one, from the top."""
    ranges = sheet.merged_cells.ranges
    yield from sorted(MergedRange(of.min_row, of.min_col, of.max_row, of.max_col) for of in ranges)


def _completed(written: tuple[WrittenCell, ...], sheet: Worksheet) -> Iterator[WrittenCell]:
    """Yield the cells with the results of formulas, and with what is struck out."""
    cells = sheet._cells  # noqa: SLF001 - sheet.cell() makes those that are not there
    for cell in written:
        found = cells.get((cell.row, cell.column))
        if isinstance(found, Cell):
            yield _whole_cell(cell, found)
        else:
            yield cell


def _whole_cell(cell: WrittenCell, found: Cell) -> WrittenCell:
    if cell.formula:
        cell = cell._replace(value=_plain(found.value), error=found.data_type == "e")
    if found.has_style and found.font.strike:
        return cell._replace(struck=str(cell.formula if cell.value is None else cell.value))
    if isinstance(found.value, CellRichText):
        runs = (each for each in found.value if isinstance(each, TextBlock) and each.font.strike)
        return cell._replace(struck="".join(each.text for each in runs))
    return cell
