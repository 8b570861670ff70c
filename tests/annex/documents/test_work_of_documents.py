"""What is asked of a document grows with its length, not with the square of it.

Counted, not timed: how often something is looked at.
"""

from datetime import datetime

import pytest

from kehoach.annex.annex_document import AnnexParagraph, AnnexTable
from kehoach.annex.documents import markdown_page, workbook_sheets
from kehoach.annex.documents.annex_files import annex_in
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.reading.packages.workbook_content import (
    MergedRange,
    WorkbookContent,
    WorkbookSheet,
    WrittenCell,
)

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


@pytest.mark.parametrize("pair", ["**", "__", "~~", "``", "[]"])
def test_markdown_has_a_greatest_number_of_marks(pair: str) -> None:
    """It names the number; as many marks are read, spread over paragraphs as people write them."""
    paragraph = f"{pair[0]}a{pair[1]} " * 300 + "\n\n"
    with pytest.raises(AnnexRefused, match="marks") as refused:
        annex_in((paragraph * 50 + pair[0]).encode(), ".md")
    assert "30000" in refused.value.text.vi
    assert "30000" in refused.value.text.en


def test_as_many_marks_as_markdown_may_have_are_read() -> None:
    line = f"{'*a* ' * 1_500}\n\n"
    blocks = annex_in((line * 10).encode(), ".md").blocks
    assert [each.text for each in blocks if isinstance(each, AnnexParagraph)] == [
        " ".join(["a"] * 1_500)
    ] * 10


@pytest.mark.parametrize(
    "text",
    [
        f"| a | b |\n|---|---|\n{'|a' * 200}\n\n" * 101,
        f"{'|a' * 201}|\n{'|-' * 201}|\n" + "b\n" * 300,
    ],
)
def test_the_tables_of_markdown_have_a_greatest_number_of_cells(text: str) -> None:
    """A header is made as wide as the widest row below it, and every row as wide as its header."""
    with pytest.raises(AnnexRefused, match="marks") as refused:
        annex_in(text.encode(), ".md")
    assert "60000" in refused.value.text.vi
    assert "60000" in refused.value.text.en


def test_headers_below_one_another_are_widened_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each line it is asked once how wide it is, not once for each header above it."""
    asked: list[str] = []
    width = markdown_page._width  # noqa: SLF001 - to count how often it is asked

    def counted(line: str) -> int:
        asked.append(line)
        return width(line)

    monkeypatch.setattr(markdown_page, "_width", counted)
    annex_in(b"| a | b |\n|---|---|\n" * 200, ".md")
    assert len(asked) == 400
