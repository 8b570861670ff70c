"""What stands in a returned workbook, before anything in it is understood."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kehoach.sheets.form_layout import RowMark, SheetMark
from kehoach.words import Text


class Trouble(NamedTuple):
    """Something about a cell that could not be read, or that is read but doubtful, and its cure."""

    sheet: str
    cell: str
    words: Text
    cure: Text
    doubt: bool = False


class Cell(NamedTuple):
    """A cell: where it stands, and its value; ``flaw`` is why the value cannot be used.

    ``serial`` is the day that a bare number is in the counting of spreadsheets.
    """

    place: str
    value: str | float | bool | date | None = None
    flaw: tuple[Text, Text] | None = None
    serial: date | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return self.flaw is None and (self.value is None or not str(self.value).strip())


class Row(NamedTuple):
    """A row below the headings; without a mark it was added by hand."""

    number: int
    mark: RowMark | None
    cells: Mapping[str, Cell]


class Sheet(NamedTuple):
    """One agency's sheet; ``expected`` is what rows it was sent with, where that is still known."""

    name: str
    mark: SheetMark
    head: Mapping[str, Cell]
    rows: tuple[Row, ...]
    expected: frozenset[RowMark] | None


class Workbook(NamedTuple):
    """A returned workbook, and what is wrong with its sheets as a whole."""

    sheets: tuple[Sheet, ...]
    troubles: tuple[Trouble, ...]
