"""Annexes whose reader sees more than their cells: a row struck through, a note at the end."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.cli.app import run as run_command

ANNEXES = Path(__file__).parent / "annexes"
Told = pytest.CaptureFixture[str]


def imported(file: Path, capsys: Told) -> tuple[str, str]:
    """Return the draft that a file gives, and what is said beside it."""
    assert run_command(["import", "plan", str(file), "--as-of", "2026-01-05"]) == 0
    told = capsys.readouterr()
    return told.out, told.err


def row_of(sheet: Worksheet, words: str) -> int:
    """Return the row in which some words stand."""
    cells = (cell for row in sheet.iter_rows() for cell in row)
    (found,) = {cell.row or 0 for cell in cells if words in str(cell.value)}
    return found


def test_a_struck_row_is_a_doubt(capsys: Told) -> None:
    """Case 10: cancelled work becomes overdue work; the same doubt as for Word."""
    draft, said = imported(ANNEXES / "struck-row.xlsx", capsys)
    assert "gạch ngang" in draft
    assert "gạch ngang" in said
    assert "Ban hành quy chế phối hợp" in draft


def test_an_endnote_is_kept_as_a_footnote_is(capsys: Told) -> None:
    """Case 12: the mark at the wording, the text among the notes."""
    draft, _ = imported(ANNEXES / "endnote.docx", capsys)
    assert "lùi đến ngày 30/11/2026" in draft
    assert 'footnotes:\n  - mark: "1"' in draft


def _whole(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(strike=True)


def _one_cell(sheet: Worksheet, row: int) -> None:
    next(cell for cell in sheet[row] if "Ban hành" in str(cell.value)).font = Font(strike=True)


def _some_words(sheet: Worksheet, row: int) -> None:
    cell = next(cell for cell in sheet[row] if "Ban hành" in str(cell.value))
    cell.value = CellRichText("Ban hành ", TextBlock(InlineFont(strike=True), "quy chế phối hợp"))


def _the_day(sheet: Worksheet, row: int) -> None:
    next(cell for cell in sheet[row] if "30/9" in str(cell.value)).font = Font(strike=True)


STROKES: dict[str, Callable[[Worksheet, int], None]] = {
    "a whole row": _whole, "one cell": _one_cell, "some words": _some_words, "a day": _the_day
}  # fmt: skip


@pytest.mark.parametrize("stroke", STROKES)
def test_every_stroke_is_seen(tmp_path: Path, capsys: Told, stroke: str) -> None:
    draft, _ = imported(stricken(tmp_path, STROKES[stroke]), capsys)
    assert "gạch ngang" in draft


def test_nothing_struck_is_no_doubt(tmp_path: Path, capsys: Told) -> None:
    draft, _ = imported(stricken(tmp_path, lambda _sheet, _row: None), capsys)
    assert "gạch ngang" not in draft


def stricken(place: Path, stroke: Callable[[Worksheet, int], None]) -> Path:
    """Return a copy of the annex in which only this is struck through."""
    book = openpyxl.load_workbook(ANNEXES / "struck-row.xlsx", rich_text=True)
    sheet = book.worksheets[0]
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(strike=False)
    stroke(sheet, row_of(sheet, "Ban hành quy chế phối hợp"))
    book.save(place / "ke-hoach.xlsx")
    return place / "ke-hoach.xlsx"
