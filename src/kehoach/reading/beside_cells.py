"""What a sheet of a workbook says beside its cells: comments, prompts, margins, strokes on a condition."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

_CODES = re.compile(r"&(\[\w+\]|.)")  # the page's number, the day, the sheet's name
_LETTER = re.compile(r"[^\W\d_]")


class WorkbookComment(NamedTuple):
    """A comment on a cell, or other words that a sheet has beside its cells."""

    coordinate: str
    words: str


def cell_comments(sheet: Worksheet) -> Iterator[WorkbookComment]:
    """Yield the comments in the order of rows."""
    cells = sheet._cells  # noqa: SLF001 - iter_rows makes every cell between
    for _, cell in sorted(cells.items()):
        if cell.comment is not None:
            yield WorkbookComment(cell.coordinate, cell.comment.text)


def struck_ranges(sheet: Worksheet) -> Iterator[str]:
    """Yield the ranges that a condition may strike out: which cells, only the program knows."""
    for each in sheet.conditional_formatting:
        looks = (rule.dxf.font for rule in each.rules if rule.dxf and rule.dxf.font)
        if any(look.strike for look in looks):
            yield str(each.sqref)


def cell_prompts(sheet: Worksheet) -> Iterator[WorkbookComment]:
    """Yield what is shown where a cell is chosen that takes certain values only."""
    for each in sheet.data_validations.dataValidation:
        words = " ".join(filter(None, (each.promptTitle, each.prompt)))
        if words.strip():
            yield WorkbookComment(str(each.sqref), words)


def page_margins(sheet: Worksheet) -> Iterator[str]:
    """Yield the words above and below each printed page, without the signs that stand for numbers."""
    for page in ("odd", "even", "first"):
        for part in (getattr(sheet, f"{page}Header"), getattr(sheet, f"{page}Footer")):
            for place in (part.left, part.center, part.right):
                if _LETTER.search(_CODES.sub("", place.text or "")):
                    yield place.text
