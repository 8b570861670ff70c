"""The one reader of workbooks: what openpyxl shows in two readings, and what is refused before it."""

import re
from datetime import date, datetime
from io import BytesIO
from weakref import ref
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import Rule as FormatRule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle

from kehoach.reading.packages import workbook_limits
from kehoach.reading.packages.element_stream import elements
from kehoach.reading.packages.workbook import read_workbook
from kehoach.reading.packages.workbook_content import MergedRange, WorkbookSheet
from kehoach.reading.packages.workbook_limits import Limits, WorkbookRefused, look_through


def _saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _only(book: Workbook) -> WorkbookSheet:
    (sheet,) = read_workbook(_saved(book)).sheets
    return sheet


def test_a_formula_without_a_result_is_kept_as_a_formula() -> None:
    book = Workbook()
    book["Sheet"]["B2"] = "=A1&B1"
    (cell,) = _only(book).cells
    assert (cell.row, cell.column, cell.coordinate) == (2, 2, "B2")
    assert (cell.value, cell.formula) == (None, "=A1&B1")


def test_words_that_a_merged_cell_covers_are_not_lost() -> None:
    """Excel keeps none, other programs do; openpyxl drops them where it reads a book whole."""
    book = Workbook()
    book["Sheet"]["A1"] = "trên"
    book["Sheet"]["A2"] = "dưới"
    raw = _saved(book)
    file = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'
                part = part.replace(b"</sheetData>", merged)
            new.writestr(name, part)
    (sheet,) = read_workbook(file.getvalue()).sheets
    assert [cell.value for cell in sheet.cells] == ["trên", "dưới"]
    assert sheet.merged == (MergedRange(1, 1, 2, 1),)
    assert list(sheet.merged[0].places()) == [(1, 1), (2, 1)]


def test_days_come_with_the_number_as_which_they_are_kept() -> None:
    book = Workbook()
    book["Sheet"]["A1"] = date(2026, 6, 1)
    content = read_workbook(_saved(book))
    ((cell,),) = (sheet.cells for sheet in content.sheets)
    assert cell.value == datetime(2026, 6, 1)  # noqa: DTZ001 - a workbook knows no zones
    assert content.serial(datetime(2026, 6, 1)) == (date(2026, 6, 1) - date(1899, 12, 30)).days  # noqa: DTZ001


def test_a_cell_in_the_last_corner_costs_nothing() -> None:
    """A grid of all cells between it and the first would have 17 thousand million."""
    book = Workbook()
    book["Sheet"]["A1"] = 1
    book["Sheet"]["XFD1048576"] = 2
    assert [cell.value for cell in _only(book).cells] == [1, 2]


@pytest.mark.parametrize(
    ("limit", "least", "reason"),
    [("MOST_CELLS", 1, "wide"), ("MOST_PLACES", 1, "wide"), ("MOST_UNPACKED", 100, "unpacked"),
     ("MOST_PARTS", 2, "unpacked"), ("MOST_MERGED", 3, "merged"),
     ("MOST_RANGES", 0, "merged"), ("MOST_ROWS", 1, "rows"), ("MOST_ELEMENTS", 5, "elements")],
)  # fmt: skip
def test_what_is_over_a_limit_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, least: int, reason: str
) -> None:
    monkeypatch.setattr(workbook_limits, limit, least)
    book = Workbook()
    book["Sheet"].append([1, 2])
    book["Sheet"].append([3])
    book["Sheet"].merge_cells("A3:B4")
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(_saved(book))
    assert refused.value.reason == reason


def _as_written(name: str, changed: bytes) -> bytes:
    """Return a workbook in which a part is another."""
    file, book = BytesIO(), Workbook()
    book["Sheet"]["A1"] = "a"
    with ZipFile(BytesIO(_saved(book))) as old, ZipFile(file, "w") as new:
        for each in old.namelist():
            new.writestr(each, changed if each == name else old.read(each))
    return file.getvalue()


def test_of_conditions_only_those_that_strike_out_are_told() -> None:
    """A condition that makes bold takes no word back."""
    book = Workbook()
    sheet = book["Sheet"]
    sheet["A1"], sheet["B1"] = "giữ", "bỏ"
    for cells, font in (("A1:A3", Font(bold=True)), ("B1:B3", Font(strike=True))):
        looks = DifferentialStyle(font=font)
        rule = FormatRule(type="expression", dxf=looks, formula=["TRUE"])
        sheet.conditional_formatting.add(cells, rule)
    assert _only(book).striking == ("B1:B3",)


def test_a_row_without_height_is_hidden_as_one_that_is_said_to_be() -> None:
    """By the heights that the file states, in points; openpyxl itself writes no 0."""
    heights = ('ht="0"', 'ht="0.05"', 'ht="12"', 'hidden="1"', "")
    rows = "".join(
        f'<row r="{at}" {how}><c r="A{at}"><v>{at}</v></c></row>'
        for at, how in enumerate(heights, 1)
    )
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>".encode()
    (found,) = read_workbook(_as_written("xl/worksheets/sheet1.xml", sheet)).sheets
    assert found.hidden_rows == {1, 2, 4}


def test_merged_ranges_are_counted_before_any_is_made() -> None:
    """100,000 of them, in half a megabyte, took 9 s; a sign in an attribute hides none."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ranges = "".join(f'<mergeCell r=">" ref="A{at}:A{at}"/>' for at in range(1, 20_002))
    sheet = f"<worksheet {space}><sheetData/><mergeCells>{ranges}</mergeCells></worksheet>"
    with pytest.raises(WorkbookRefused) as refused:
        look_through(_as_written("xl/worksheets/sheet1.xml", sheet.encode()))
    assert refused.value.reason == "merged"


def test_links_and_what_else_nobody_asks_for_cost_nothing() -> None:
    """In 2 kB every cell of the sheet was made, without an end; a link has the words of its cell."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = (
        f'<worksheet {space}><sheetData><row r="2"><c r="B2"><v>7</v></c></row></sheetData>'
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
        "<ignoredErrors><c/><row/></ignoredErrors></worksheet>"
    )
    (found,) = read_workbook(_as_written("xl/worksheets/sheet1.xml", sheet.encode())).sheets
    assert [(cell.coordinate, cell.value) for cell in found.cells] == [("B2", 7)]


def test_of_a_part_that_is_read_nothing_is_kept_but_what_is_asked_for() -> None:
    """An element is a hundred bytes and more: a megabyte of the smallest would fill the machine."""
    text = b"<a><b><c/><c/></b><d><e/></d><b><b/></b><f/></a>"
    parts, met = [], []
    for each in elements(BytesIO(text), ("b",), Limits()):
        parts.append(len(each))
        met.append(ref(each))
        assert [one() for one in met] == [*(None for _ in met[1:]), each]
    assert parts == [2, 1]


@pytest.mark.parametrize("sheets", [1, 2])
def test_rows_are_counted_before_any_is_read(monkeypatch: pytest.MonkeyPatch, sheets: int) -> None:
    """Of all sheets, blank ones too: 50,000 of four cells, in 0.7 MB, took 9 s."""
    monkeypatch.setattr(workbook_limits, "MOST_ROWS", 4)
    book = Workbook()
    for each in [book.worksheets[0], *(book.create_sheet() for _ in range(sheets - 1))]:
        for row in range(1, 5 // sheets + sheets):
            each.row_dimensions[row].height = 20
    with pytest.raises(WorkbookRefused, match="rows"):
        look_through(_saved(book))
    monkeypatch.setattr(workbook_limits, "MOST_ROWS", 6)
    look_through(_saved(book))


@pytest.mark.parametrize(
    ("letters", "cells", "refused"), [(6_001, 1_500, True), (40, 1_500, False)]
)
def test_a_long_formula_that_many_share_is_refused(letters: int, cells: int, refused: bool) -> None:
    """Nine million letters would be written out; sums of a column, of forty letters, are read."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    first = f'<c r="A1"><f t="shared" ref="A1:A{cells}" si="0">{("B1+" * letters)[: letters - 1]}1</f></c>'
    rows = "".join(
        f'<row r="{at}"><c r="A{at}"><f t="shared" si="0"/></c></row>' for at in range(2, cells + 1)
    )
    sheet = f'<worksheet {space}><sheetData><row r="1">{first}</row>{rows}</sheetData></worksheet>'
    book = _as_written("xl/worksheets/sheet1.xml", sheet.encode())
    if refused:
        with pytest.raises(WorkbookRefused, match="shared"):
            read_workbook(book)
    else:
        read_workbook(book)


def test_tags_without_an_end_are_looked_through_once() -> None:
    """Each was searched to the end of the part: the square of half a megabyte."""
    open_ended = b"<mergeCell " * 50_000
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(_as_written("xl/worksheets/sheet1.xml", open_ended))
    assert refused.value.reason == "broken"


def _encrypted() -> bytes:
    """Return a workbook whose first part is said to be encrypted (bit 0 of its flags)."""
    raw = bytearray(_saved(Workbook()))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (_encrypted(), "locked"),
        (_as_written("xl/worksheets/sheet1.xml", b"<worksheet><"), "broken"),
    ],
)
def test_what_has_a_password_or_is_damaged_within_is_told_apart(raw: bytes, reason: str) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(raw)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("raw", "reason"),
    [(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "locked"), (b"PK\x03\x04x", "broken"), (b"", "broken")],
)
def test_what_is_no_workbook_is_told_apart(raw: bytes, reason: str) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(raw)
    assert refused.value.reason == reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_is_refused_before_it_is_parsed(encoding: str) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as made:
        made.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode(encoding))
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(file.getvalue())
    assert refused.value.reason == "declares"


@pytest.mark.parametrize("times", [1, 100])
def test_a_part_that_is_several_sheets_is_refused(times: int) -> None:
    """Each sheet has a part of its own; one listed again and again is a bomb of a few bytes."""
    book = Workbook()
    book.worksheets[0]["A1"] = "Việc"
    file = BytesIO()
    book.save(file)
    with ZipFile(file) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    sheet = re.search(rb"<sheet [^>]*/>", parts["xl/workbook.xml"])
    assert sheet
    more = b"".join(
        sheet[0]
        .replace(b'name="Sheet"', b'name="S%d"' % n)
        .replace(b'Id="1"', b'Id="%d"' % (n + 2))
        for n in range(times)
    )
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(sheet[0], sheet[0] + more)
    again = BytesIO()
    with ZipFile(again, "w") as changed:
        for name, content in parts.items():
            changed.writestr(name, content)
    assert read_workbook(file.getvalue()).sheets
    with pytest.raises(WorkbookRefused, match="broken"):
        read_workbook(again.getvalue())
