"""The one writer of workbooks, read back by openpyxl: another library than the one that wrote."""

from datetime import date
from io import BytesIO
from typing import Any, get_args

import openpyxl
import pytest

from kehoach.sheets.workbook_looks import LOOKS, LookName, lines_of
from kehoach.sheets.workbook_writer import WorkbookWriter

DAY = date(2026, 11, 28)


def read(book: WorkbookWriter) -> Any:
    return openpyxl.load_workbook(BytesIO(book.content()))


def test_every_look_is_described() -> None:
    assert set(get_args(LookName)) == set(LOOKS)


@pytest.mark.parametrize("words", ["=1+1", "+84", "-1", "@SUM(A1)", "＝1", " =1"])
def test_words_that_look_like_a_formula_stay_words(words: str) -> None:
    """Should someone edit the cell, too: ECMA-376, 18.8.45, ``quotePrefix``."""
    book = WorkbookWriter(DAY, "vi")
    sheet = book.sheet("Một")
    sheet.put(0, 0, words, "text")
    sheet.put(1, 0, "Báo cáo", "text")
    first, second = (row[0] for row in read(book)["Một"].iter_rows())
    assert (first.value, first.data_type, first.quotePrefix) == (words, "s", True)
    assert (second.value, second.quotePrefix) == ("Báo cáo", False)


def test_each_value_is_written_as_what_it_is() -> None:
    book = WorkbookWriter(DAY, "vi")
    sheet = book.sheet("Một")
    for column, value in enumerate(("2026-11-28", DAY, -5, 0.5, None)):
        sheet.put(0, column, value, "day" if value == DAY else "text")
    (row,) = read(book)["Một"].iter_rows()
    assert [cell.data_type for cell in row] == ["s", "d", "n", "n", "n"]
    assert row[1].value.date() == DAY


def test_names_of_sheets_are_short_allowed_and_unlike_each_other() -> None:
    r"""A spreadsheet takes "A" and "a" for one name, of at most 31 signs, without ``[]:*?/\``."""
    book = WorkbookWriter(DAY, "vi")
    long = "Sở Kế hoạch và Đầu tư tỉnh Bắc Kạn"
    for name in ("a/b", "A B", long, long, "'x'", "[]:*?"):
        book.sheet(name, "so-y-te")
    assert read(book).sheetnames == [
        "a b", "A B (2)", long[:31].strip(), f"{long[:27]} (2)", "x", "so-y-te",
    ]  # fmt: skip


def test_lines_are_counted_by_how_many_signs_they_hold() -> None:
    assert [lines_of(words, 10) for words in ("", "a" * 9, "a" * 10, "a\nb", "a" * 25)] == [
        1, 1, 2, 2, 3,
    ]  # fmt: skip
