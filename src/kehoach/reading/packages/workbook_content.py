"""What is written in a workbook, as frozen values; what a value means, who asks decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import NamedTuple

from openpyxl.utils.datetime import to_excel

CellValue = str | int | float | bool | datetime | date | time | timedelta | None


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


class WorkbookComment(NamedTuple):
    """A comment on a cell, or other words that a sheet has beside its cells."""

    coordinate: str
    words: str


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
