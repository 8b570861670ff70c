"""What a sheet of a workbook says beside its cells, and which of them nobody sees."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

_CODES = re.compile(r"&(\[\w+\]|.)")  # the page's number, the day, the sheet's name
_UNSEEN = 0.1  # of the width of a sign, or a point of height: nobody sees what is so narrow
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


def hidden_rows(sheet: Worksheet) -> frozenset[int]:
    """Return the rows that are hidden, or too low to be seen."""
    rows = sheet.row_dimensions.items()
    return frozenset(row for row, of in rows if of.hidden or _is_low(of.height))


def _is_low(height: float | None) -> bool:
    """Say whether a row's own height, in points, shows nothing; without one it has the sheet's."""
    return height is not None and height < _UNSEEN


def hidden_columns(sheet: Worksheet) -> tuple[tuple[int, int], ...]:
    """Return the first and last of each stretch of columns that are hidden, or too narrow."""
    columns = sheet.column_dimensions.values()
    hidden = (each for each in columns if each.hidden or each.width < _UNSEEN)
    return tuple((each.min or 0, each.max or 0) for each in hidden)
