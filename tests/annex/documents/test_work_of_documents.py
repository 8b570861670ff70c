"""What is asked of a document grows with its length, not with the square of it.

Counted, not timed: how often something is looked at.
"""

from datetime import datetime

import pytest

from kehoach.annex.annex_document import AnnexTable
from kehoach.annex.documents import workbook_sheets
from kehoach.reading.workbook import MergedRange, WorkbookContent, WorkbookSheet, WrittenCell

_ROWS = 600
_TIMES = 60  # for each row: it is put in order, and looked for by halves


class _Row(int):
    """The number of a row, which counts how often it is compared with another."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        _Row.compared += 1
        return int(self) == other

    def __lt__(self, other: int) -> bool:
        _Row.compared += 1
        return int(self) < other

    def __le__(self, other: int) -> bool:
        _Row.compared += 1
        return int(self) <= other

    def __gt__(self, other: int) -> bool:
        _Row.compared += 1
        return int(self) > other

    def __ge__(self, other: int) -> bool:
        _Row.compared += 1
        return int(self) >= other

    __hash__ = int.__hash__


def test_rows_of_a_sheet_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of six hundred rows, every third merged with the one below it, none is compared with all."""
    rows = [_Row(2 * at) for at in range(1, _ROWS + 1)]  # each second one is empty
    cells = tuple(WrittenCell(row, 1, f"A{row:d}", f"Việc {row:d}") for row in rows)
    merged = tuple(MergedRange(_Row(row), 1, _Row(row + 1), 2) for row in rows[::3])
    sheet = WorkbookSheet("S", hidden=False, last_row=rows[-1], cells=cells, merged=merged)
    content = WorkbookContent((sheet,), datetime(1899, 12, 30))  # noqa: DTZ001 - its day 0
    monkeypatch.setattr(workbook_sheets, "read_workbook", lambda _: content)
    _Row.compared = 0
    (table,) = workbook_sheets.read_xlsx(b"").blocks
    assert isinstance(table, AnnexTable)
    assert [row.name for row in table.rows] == [str(int(row)) for row in rows]
    assert 0 < _Row.compared < _TIMES * _ROWS
