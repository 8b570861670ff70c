"""What a sheet of a workbook says beside its cells, and which of them nobody sees: from its elements."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet._reader import (
    CF_TAG,
    COL_TAG,
    FILTER_TAG,
    HEADER_TAG,
    MERGE_TAG,
    VALIDATION_TAG,
)
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.header_footer import HeaderFooter

from kehoach.reading.packages.workbook_content import MergedRange, WorkbookComment

_CODES = re.compile(r"&(\[\w+\]|.)")  # the page's number, the day, the sheet's name
_UNSEEN = 0.1  # of the width of a sign, or a point of height: nobody sees what is so narrow
_LETTER = re.compile(r"[^\W\d_]")
_YES = ("1", "true", "t")


class BesideCells:
    """Gathers what stands beside the cells of a sheet."""

    def __init__(self, book: Workbook) -> None:
        self._looks = book._differential_styles  # type: ignore[attr-defined] # noqa: SLF001 - by their numbers
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.merged: set[MergedRange] = set()
        self.filtered = False
        self.striking: dict[str, None] = {}
        self.prompts: list[WorkbookComment] = []
        self.margins: list[str] = []
        self._taken = {
            COL_TAG: self._column,
            MERGE_TAG: self._merge,
            FILTER_TAG: self._filter,
            CF_TAG: self._strike,
            VALIDATION_TAG: self._prompt,
            HEADER_TAG: self._margin,
        }
        self.tags = frozenset(self._taken)

    def take(self, element: Element) -> None:
        """Take an element of one of the ``tags``."""
        self._taken[element.tag](element)

    def row(self, number: int, element: Element) -> None:
        """Take a row: hidden, or too low to be seen; without a height of its own it has the sheet's."""
        height = element.get("ht")
        if _is_hidden(element) or (height is not None and float(height) < _UNSEEN):
            self.hidden_rows.add(number)

    def _column(self, element: Element) -> None:
        width = element.get("width")
        if _is_hidden(element) or (width is not None and float(width) < _UNSEEN):
            first, last = (int(element.get(name) or 0) for name in ("min", "max"))
            self.hidden_columns.append((first, last))

    def _merge(self, element: Element) -> None:
        for each in element:
            of = CellRange(each.get("ref", ""))
            self.merged.add(MergedRange(of.min_row, of.min_col, of.max_row, of.max_col))

    def _filter(self, element: Element) -> None:
        self.filtered = self.filtered or any(each.tag.endswith("}filterColumn") for each in element)

    def _strike(self, element: Element) -> None:
        """Take the ranges that a condition may strike out: which cells, only the program knows."""
        numbers = (int(number) for each in element if (number := each.get("dxfId")) is not None)
        fonts = (self._looks[number].font for number in numbers)
        if any(font and font.strike for font in fonts):
            self.striking[element.get("sqref", "")] = None

    def _prompt(self, element: Element) -> None:
        """Take what is shown where a cell is chosen that takes certain values only."""
        for each in element:
            words = " ".join(filter(None, (each.get("promptTitle"), each.get("prompt"))))
            if words.strip():
                self.prompts.append(WorkbookComment(each.get("sqref", ""), words))

    def _margin(self, element: Element) -> None:
        margins = HeaderFooter.from_tree(element)  # type: ignore[arg-type] # it is an element
        self.margins += page_margins(margins) if margins else ()


def page_margins(margins: HeaderFooter) -> Iterator[str]:
    """Yield the words above and below each printed page, without the signs that stand for numbers."""
    for page in ("odd", "even", "first"):
        for part in (getattr(margins, f"{page}Header"), getattr(margins, f"{page}Footer")):
            for place in (part.left, part.center, part.right):
                if _LETTER.search(_CODES.sub("", place.text or "")):
                    yield place.text


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") in _YES
