"""Long rows put into a workbook are read back as what ``put`` would have written, cell by cell."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from kehoach.sheets.workbook_rows import Look, RowColumn
from kehoach.sheets.workbook_writer import SheetWriter, WorkbookWriter
from kehoach.words.escapes import begins_as_formula

DAY = date(2026, 11, 28)
WORDS = (
    "Báo cáo", "=1+1", " đầu", "cuối ", "một\nhai", "a & b < c > d", "<r>x</r>", "_x000D_", '"', "",
)  # fmt: skip
NUMBERS = (0, -5, 12, 1_234_567, 0.5, 1 / 3)
DAYS = (DAY, date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(9999, 12, 31))


class Column:
    """A column that counts how often a cell of it is made."""

    def __init__(self) -> None:
        self.made = 0

    def cell(self, value: Any) -> Any:
        """Return the value, and count it."""
        self.made += 1
        return value

    def look(self, value: Any, words: str) -> Look:
        """Return how days and words look."""
        return ("day" if isinstance(value, date) else "long"), begins_as_formula(words)

    def row_column(self, *values: Any) -> RowColumn:
        """Return the column as rows are written by it."""
        looks: list[Look] = [("long", False), ("long", True), ("day", False), ("day", True)]
        return RowColumn(values, self.cell, self.look, looks, lambda words: words.count("\n") + 1)


def _headed(book: WorkbookWriter) -> SheetWriter:
    """Return a sheet under a heading, as every table has one."""
    sheet = book.sheet("Bảng")
    sheet.put(0, 0, "Tên", "head")
    return sheet


def cells(content: bytes) -> list[list[tuple[Any, ...]]]:
    """Return what another library reads of every cell."""
    return [
        [
            (cell.coordinate, cell.value, cell.data_type, cell.number_format, cell.quotePrefix)
            for row in sheet.iter_rows()
            for cell in row
        ]
        for sheet in openpyxl.load_workbook(BytesIO(content))
    ]


@pytest.mark.parametrize("values", [WORDS, NUMBERS, DAYS])
def test_rows_are_what_single_cells_would_be(values: tuple[Any, ...]) -> None:
    """Words that look like markup, codes or formulas; days before the leap day that never was."""
    rows = [(value, None, value) for value in values]
    single, long = WorkbookWriter(DAY, "vi"), WorkbookWriter(DAY, "vi")
    for book in (single, long):
        book.sheet("Trước").put(0, 0, "Báo cáo", "head")
    sheet = _headed(single)
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            # XlsxWriter takes words in these marks for the inside of its own file.
            if value is not None and value != "<r>x</r>":
                sheet.put(number, at, value, "day" if isinstance(value, date) else "long")
    _headed(long).rows(0, [Column().row_column(*told) for told in zip(*rows, strict=True)])
    expected, found = cells(single.content()), cells(long.content())
    raw = {cell[0]: cell for cell in found[1] if cell[1] == "<r>x</r>"}
    assert found[0] == expected[0]
    assert len(raw) == 2 * ("<r>x</r>" in values)
    assert [cell for cell in found[1] if cell[0] not in raw] == [
        cell for cell in expected[1] if cell[0] not in raw
    ]


def test_a_cell_is_made_once_for_each_value() -> None:
    """A thousand rows of three values: three cells."""
    column, book = Column(), WorkbookWriter(DAY, "vi")
    values = ("một", "hai", "ba")
    _headed(book).rows(0, [column.row_column(*(values[n % 3] for n in range(3_000)))])
    (found,) = cells(book.content())
    assert [cell[1] for cell in found[1:]] == [values[n % 3] for n in range(3_000)]
    assert column.made == 3


def test_rows_are_as_high_as_their_words() -> None:
    book = WorkbookWriter(DAY, "vi")
    _headed(book).rows(0, [Column().row_column("một", "một\nhai\nba")])
    sheet = openpyxl.load_workbook(BytesIO(book.content()))["Bảng"]
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [None, 45]
    assert sheet.dimensions == "A1:A3"


def test_the_same_rows_give_the_same_bytes() -> None:
    def content() -> bytes:
        book = WorkbookWriter(DAY, "vi")
        _headed(book).rows(0, [Column().row_column("một")])
        return book.content()

    assert content() == content()
