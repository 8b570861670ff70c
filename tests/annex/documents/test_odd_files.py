"""Pages whose tags stand anywhere, values of a workbook that are seldom, files that are too large."""

import sys
from datetime import datetime, time
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from annex.documents.packages import packed, relations
from kehoach.annex.annex_document import AnnexParagraph, AnnexTable
from kehoach.annex.documents import annex_files
from kehoach.annex.documents.annex_files import annex_in, read_annex
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.documents.plain_text import read_plain
from kehoach.annex.documents.web_page import read_html


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("</table></td></ol></ul><td>a<tr>b", ["a", "b"]),
        ("<table><td>a<td>b</table>c", [["a", "b"], "c"]),
        ("<table><tr></table>", [[]]),
        ("<p>a<s> </s>b</p>", ["a b"]),
        ("<head><title>t</title><b>u</b></head>a", ["a"]),
        ("<p>a<![if !supportLists]>b<![endif]>c<![CDATA[d]]>", ["abc"]),
        ("a</script></style>b", ["ab"]),
    ],
)
def test_a_tag_that_stands_where_it_means_nothing_takes_no_words(
    page: str, told: list[str | list[str]]
) -> None:
    read = read_html(page)
    assert [
        block.text
        if isinstance(block, AnnexParagraph)
        else [cell.text for row in block.rows for cell in row.cells]
        for block in read.blocks
    ] == told
    assert read.notes == ()


def test_tables_in_tables_without_end_lose_no_word() -> None:
    """Those over 400 in each other are read as rows of the innermost."""
    read = read_html("<table><tr><td>" * 500 + "Rà soát")
    (table,) = (block for block in read.blocks if isinstance(block, AnnexTable))
    assert "Rà soát" in table.rows[0].cells[0].text


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("Việc một.\n\n\n", ["Việc một."]),
        # What begins like a note of a text without any mark is none.
        ("Theo Nghị định.\n1 như sau.\n", ["Theo Nghị định.", "1 như sau."]),
        # What begins like a note, and has tasks below it on the last page, is none.
        (
            "Theo Nghị định1 của Chính phủ.\n1 như sau:\n2. Sở Y tế rà soát.\n",
            ["Theo Nghị định1 của Chính phủ.", "1 như sau:", "2. Sở Y tế rà soát."],
        ),
    ],
)
def test_the_end_of_a_text(text: str, paragraphs: list[str]) -> None:
    read = read_plain(text)
    assert [each.text for each in read.blocks if isinstance(each, AnnexParagraph)] == paragraphs
    assert read.footnotes == ()


_Value = bool | float | str | datetime | time


def _cells(*values: tuple[_Value, str], merged: str = "") -> AnnexTable:
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    for at, (value, form) in enumerate(values, start=1):
        sheet.cell(at, 1, value).number_format = form
    file = BytesIO()
    book.save(file)
    (table,) = annex_in(_merged(file.getvalue(), merged), ".xlsx").blocks
    assert isinstance(table, AnnexTable)
    return table


def _merged(raw: bytes, reference: str) -> bytes:
    """Return a workbook with a range merged over cells that keep what they say, as some programs do."""
    from zipfile import ZipFile  # noqa: PLC0415

    with ZipFile(BytesIO(raw)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    if not reference:
        return raw
    cells = parts.pop("xl/worksheets/sheet1.xml")
    range_ = f'</sheetData><mergeCells count="1"><mergeCell ref="{reference}"/></mergeCells>'
    changed = cells.replace(b"</sheetData>", range_.encode())
    return packed({**parts, "xl/worksheets/sheet1.xml": changed})


@pytest.mark.parametrize(
    ("value", "form", "shown", "doubted"),
    [
        (True, "General", "TRUE", False),
        (time(7, 30), "h:mm", "07:30", False),
        (datetime(2026, 11, 30, 17, 0), "dd/mm/yyyy hh:mm", "30/11/2026 17:00", False),  # noqa: DTZ001
        (datetime(2026, 11, 30, 0, 0), "dd/mm/yyyy hh:mm", "30/11/2026", False),  # noqa: DTZ001
        (datetime(2026, 5, 6, 17, 0), "dd/mm hh:mm", "06/05 17:00", True),  # noqa: DTZ001
        (-3, "dd/mm/yyyy", "-3", False),
        (1e16, "General", "1e+16", False),
        (0.125, "0.0%", "12.5%", False),
    ],
)
def test_a_value_is_what_its_format_shows(
    value: _Value, form: str, shown: str, *, doubted: bool
) -> None:
    (row,) = _cells((value, form)).rows
    assert (row.cells[0].text, bool(row.cells[0].notes)) == (shown, doubted)


def test_words_under_a_merged_cell_are_told_and_blank_ones_are_none() -> None:
    table = _cells(
        ("Sở Y tế", "General"), ("Sở Nội vụ", "General"), (" ", "General"), merged="A1:A3"
    )
    assert [cell.text for row in table.rows for cell in row.cells] == ["Sở Y tế"] * 2
    assert [note.vi for note in table.notes] == ["ô A2 bị che trong ô gộp còn chữ: “Sở Nội vụ”"]


def _why(raw: bytes, suffix: str = "") -> str:
    with pytest.raises(AnnexRefused) as refused:
        annex_in(raw, suffix)
    return refused.value.text.vi


def test_a_presentation_and_a_damaged_workbook_are_no_annex() -> None:
    main = relations(officeDocument="a.xml")
    assert "không phải tệp Word" in _why(packed({"_rels/.rels": main, "a.xml": "<p>|</p>"}))
    book = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    assert "hỏng" in _why(packed({"_rels/.rels": main, "a.xml": book}))


def test_a_message_without_a_page_is_no_annex() -> None:
    assert "không phải tệp Word" in _why(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx\n")


@pytest.mark.parametrize("suffix", ["", ".txt", ".md", ".html", ".mht"])
def test_a_text_of_more_than_five_million_bytes_is_refused(suffix: str) -> None:
    assert "quá lớn" in _why(b"From: a\n| a |\n" + b"a " * 2_500_000, suffix)


def test_a_file_is_measured_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annex_files, "MOST_BYTES", 10)
    file = tmp_path / "a.txt"
    file.write_bytes(b"12345678901")
    with pytest.raises(AnnexRefused) as refused:
        read_annex(file)
    assert "quá lớn" in refused.value.text.vi


def test_without_its_library_a_pdf_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kehoach.annex.documents.pdf_pages", None)
    assert _why(b"%PDF-1.7\n").endswith("pip install pdfplumber")
