"""The cells of a sheet in one pass: formulas with their results, and words that merged cells cover.

openpyxl reads a sheet with formulas or with results, and drops what a merged cell covers. Its parser
of single cells, which is asked here, knows all of them; no sheet of openpyxl's is built.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import IO, NamedTuple
from xml.etree.ElementTree import Element

from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet._reader import (
    CELL_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    ROW_TAG,
    WorkSheetParser,
)
from openpyxl.worksheet.formula import ArrayFormula

from kehoach.reading.packages.beside_cells import BesideCells
from kehoach.reading.packages.element_stream import elements
from kehoach.reading.packages.shared_texts import SharedText, text_of
from kehoach.reading.packages.workbook_content import CellValue, WrittenCell
from kehoach.reading.packages.workbook_limits import Limits

_LOCAL_FORMS = {
    14: "d/m/yyyy",
    22: "d/m/yyyy h:mm",
    **dict.fromkeys((27, 28, 29, 30, 31, 36, *range(50, 59)), "d/m/yyyy"),
}
"""By the number of a format that has no text in the file: how dates are shown in Vietnam."""
_VALUES = str | int | float | datetime | date | time | timedelta


class _Look(NamedTuple):
    """How a cell looks: its number format, and whether all of it is struck out."""

    form: str
    struck: bool


class SheetCells:
    """Reads a sheet; what stands beside the cells is known once all of them were taken."""

    def __init__(
        self, file: IO[bytes], texts: Sequence[SharedText], book: Workbook, left: Limits
    ) -> None:
        self._file, self._book, self._left = file, book, left
        self._parser = WorkSheetParser(
            file,
            texts,  # type: ignore[arg-type] # it only hands them over
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # type: ignore[attr-defined] # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # type: ignore[attr-defined] # noqa: SLF001
        )
        self._look = cache(self._look_of)
        self.beside = BesideCells(book)
        self.last_row = 0

    def __iter__(self) -> Iterator[WrittenCell]:
        """Yield the cells that say anything, in their order.

        Raises:
            WorkbookRefused: they are too many.
        """
        for element in elements(self._file, self.beside.tags | {ROW_TAG}, self._left):
            if element.tag == ROW_TAG:
                yield from self._row(element)
            else:
                self.beside.take(element)

    def _row(self, element: Element) -> Iterator[WrittenCell]:
        parser = self._parser
        parser.row_counter = _number(element.get("r"), parser.row_counter + 1)
        parser.col_counter = 0
        self.beside.row(parser.row_counter, element)
        for each in element.findall(CELL_TAG):
            self._left.place()
            if cell := self._cell(each):
                self._left.cell()
                yield cell

    def _cell(self, element: Element) -> WrittenCell | None:
        """Return a cell, where it says anything."""
        inline = element.find(INLINE_STRING) if element.get("t") == "inlineStr" else None
        if inline is not None:
            element.remove(inline)  # of which openpyxl would build objects
        told = self._parser.parse_cell(element)
        value: object = text_of(inline) if inline is not None else told["value"]
        text = value if isinstance(value, SharedText) else None
        plain = text.words if text else _plain(value)
        formula = self._formula(element)
        row, column = told["row"], told["column"]
        self.last_row = max(self.last_row, row)
        if not formula and plain in (None, ""):
            return None
        look = self._look(told["style_id"])
        words = str(formula if plain is None else plain) if look.struck else ""
        return WrittenCell(
            row,
            column,
            element.get("r") or f"{get_column_letter(column)}{row}",
            plain,
            look.form,
            formula,
            told["data_type"] == "e",
            words or (text.struck if text else ""),
        )

    def _formula(self, element: Element) -> str:
        if element.find(FORMULA_TAG) is None:
            return ""
        formula = self._parser.parse_formula(element)  # type: ignore[no-untyped-call]
        return str(formula.text if isinstance(formula, ArrayFormula) else formula)

    def _look_of(self, number: int) -> _Look:
        """Return a look by its number; formats that follow the reader's country are as in Vietnam."""
        book = self._book
        style = book._cell_styles[number]  # type: ignore[attr-defined] # noqa: SLF001 - by their numbers
        form = _LOCAL_FORMS.get(style.numFmtId) or (
            BUILTIN_FORMATS.get(style.numFmtId, "General")
            if style.numFmtId < BUILTIN_FORMATS_MAX_SIZE
            else book._number_formats[style.numFmtId - BUILTIN_FORMATS_MAX_SIZE]  # type: ignore[attr-defined] # noqa: SLF001
        )
        font = book._fonts[style.fontId]  # type: ignore[attr-defined] # noqa: SLF001
        return _Look(form or "", any(style) and bool(font.strike))


def _number(written: str | None, default: int) -> int:
    """Return the number of a row; some programs write ``2.0``."""
    return (
        default if written is None else int(written) if written.isdigit() else int(float(written))
    )


def _plain(value: object) -> CellValue:
    """Return a value of a cell; openpyxl has kinds of its own for formulas only."""
    return value if isinstance(value, _VALUES) else None
