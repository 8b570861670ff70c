"""Every part of a package that is not read is told, with its words; looks and settings are not.

The parts are those that Word and Excel write (ECMA-376, part 1: 11, 12, 14, 15), each made by hand.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation

from annex.documents.packages import packed, paragraph, table, word
from kehoach.annex.annex_document import AnnexTable
from kehoach.annex.documents.annex_files import read_annex
from kehoach.reading.packages.package_parts import unread_parts

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
HIDDEN = "Lùi đến ngày 30/11/2026"


def _book() -> bytes:
    return packed({"xl/sharedStrings.xml": f"<sst><si><t>{HIDDEN}</t></si></sst>"})


PARTS: dict[str, tuple[str, str | bytes]] = {
    "header": ("word/header1.xml", f"<w:hdr {_W}>{paragraph(HIDDEN)}</w:hdr>"),
    "footer": ("word/footer1.xml", f"<w:ftr {_W}>{paragraph(HIDDEN)}</w:ftr>"),
    "aFChunk": ("word/afchunk.htm", f"<html><style>p {{}}</style><p>{HIDDEN}</p></html>"),
    "aFChunk ": ("word/afchunk.docx", word(paragraph(HIDDEN))),
    "aFChunk  ": ("word/afchunk.rtf", f"{{\\rtf1\\ansi {HIDDEN}}}".encode("latin-1", "replace")),
    "subDocument": ("word/sub.docx", word(paragraph(HIDDEN))),
    "package": ("word/embeddings/a.xlsx", _book()),
    "oleObject": ("word/embeddings/o.bin", b"\xd0\xcf\x11\xe0" + b"\0" * 64),
    "diagramData": ("word/diagrams/data1.xml", f"<d {_A}><a:t>{HIDDEN}</a:t></d>"),
    "chart": ("word/charts/chart1.xml", f"<c {_A}><a:t>{HIDDEN}</a:t></c>"),
    "drawing": ("word/drawings/drawing1.xml", f"<d {_A}><a:p><a:t>{HIDDEN}</a:t></a:p></d>"),
    "vmlDrawing": ("word/vml1.vml", f"<xml {_V}><v:textbox><div>{HIDDEN}</div></v:textbox></xml>"),
    "header ": ("word/header2.xml", f'<w:hdr {_V} {_W}><v:textpath string="{HIDDEN}"/></w:hdr>'),
    "tomorrowsPart": ("word/new.xml", f"<x><t>{HIDDEN}</t></x>"),
}
WORDLESS: dict[str, tuple[str, str | bytes]] = {
    "header": ("word/header1.xml", f"<w:hdr {_W}>{paragraph('2')}</w:hdr>"),
    "image": ("word/media/image1.png", b"\x89PNG"),
    "theme": ("word/theme/theme1.xml", "<t><t>Office</t></t>"),
    "settings": ("word/settings.xml", f"<w:settings {_W}/>"),
    "glossaryDocument": ("word/glossary/document.xml", f"<w:g {_W}>{paragraph('Gõ vào')}</w:g>"),
    "customXml": ("customXml/item1.xml", "<b:Sources xmlns:b='x'/>"),
}


def document(kind: str, name: str, content: str | bytes) -> bytes:
    """Return a Word document of one table with a further part."""
    raw = word(table(("1", "Rà soát", "Sở Y tế", "2026")))
    place = Path(name).name if name.startswith("word/") and name.count("/") == 1 else f"/{name}"
    links = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{_TYPE}/{kind.strip()}" Target="{place}"/></Relationships>'
    )
    with ZipFile(BytesIO(raw)) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    return packed({**parts, "word/_rels/document.xml.rels": links, name: content})


@pytest.mark.parametrize("kind", PARTS)
def test_a_part_that_is_not_read_is_told_with_its_words(tmp_path: Path, kind: str) -> None:
    name, content = PARTS[kind]
    (tmp_path / "a.docx").write_bytes(document(kind, name, content))
    annex = read_annex(tmp_path / "a.docx")
    (doubt,) = annex.notes
    assert name in doubt.vi
    assert (HIDDEN in doubt.vi) == (not name.endswith((".bin", ".rtf")))
    assert isinstance(annex.blocks[0], AnnexTable)


@pytest.mark.parametrize("kind", WORDLESS)
def test_a_part_without_words_of_the_page_is_not_told(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.docx").write_bytes(document(kind, *WORDLESS[kind]))
    assert read_annex(tmp_path / "a.docx").notes == ()


def test_a_part_is_known_by_its_relation_not_by_its_name(tmp_path: Path) -> None:
    content = f"<w:hdr {_W}>{paragraph(HIDDEN)}</w:hdr>"
    (tmp_path / "a.docx").write_bytes(document("header", "word/styles7.xml", content))
    (doubt,) = read_annex(tmp_path / "a.docx").notes
    assert "đầu trang" in doubt.vi


@pytest.mark.parametrize(
    "raw", [b"", b"PK\x03\x04", b"x", packed({"a.xml": "<!DOCTYPE x><x>lời</x>"})]
)
def test_what_is_damaged_or_declares_entities_has_no_words(raw: bytes) -> None:
    assert unread_parts(raw) == ()


def test_what_a_sheet_has_beside_its_cells_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), (1, "Rà soát", "Sở Y tế", 2026)):
        sheet.append(row)
    assert sheet.oddHeader is not None
    assert sheet.oddFooter is not None
    sheet.oddHeader.center.text = "DỰ THẢO lần 2"
    sheet.oddFooter.right.text = "&P/&N"
    prompt = DataValidation(type="list", formula1='"a,b"', sqref="C2")
    prompt.promptTitle, prompt.prompt = "Chú ý", "lùi đến 30/11"
    sheet.add_data_validation(prompt)
    look = DifferentialStyle(font=Font(strike=True))
    rule = FormulaRule(formula=["TRUE"])  # type: ignore[no-untyped-call]
    rule.dxf = look
    sheet.conditional_formatting.add("A2:D2", rule)
    book.save(tmp_path / "a.xlsx")
    (found,) = read_annex(tmp_path / "a.xlsx").blocks
    assert isinstance(found, AnnexTable)
    told = "\n".join(note.vi for note in found.notes)
    assert "DỰ THẢO lần 2" in told
    assert "&P" not in told
    assert "C2 “Chú ý lùi đến 30/11”" in told
    assert "A2:D2" in told


def test_what_a_sheet_hides_without_hiding_it_is_told(tmp_path: Path) -> None:
    """A row of no height, a column of no width, a format that shows nothing, words struck out."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"), (1, "Rà soát", "Sở Y tế", 2026),
                (2, "Tập huấn", "Sở Nội vụ", 2027)):  # fmt: skip
        sheet.append(row)
    sheet.row_dimensions[3].height = 0.05
    sheet.column_dimensions["C"].width = 0.05
    sheet["B2"].number_format = ";;;"
    sheet["D2"].font = Font(strike=True)
    sheet["B3"] = CellRichText("Tập ", TextBlock(InlineFont(strike=True), "huấn"))
    book.save(tmp_path / "a.xlsx")
    (found,) = read_annex(tmp_path / "a.xlsx").blocks
    assert isinstance(found, AnnexTable)
    told = [[note.vi for cell in row.cells for note in cell.notes] for row in found.rows]
    hidden = "dòng 3 bị ẩn trong bảng tính"
    assert told[1] == [
        "lời bị ẩn vẫn được đọc: “Rà soát”",
        "lời bị gạch ngang vẫn được đọc: “2026”",
    ]
    assert told[2] == [hidden, "lời bị gạch ngang vẫn được đọc: “huấn”", hidden, hidden, hidden]
    assert [note.vi for note in found.notes] == ["trang “Sheet” có cột bị ẩn, vẫn được đọc: C"]


def test_a_linked_file_is_told_and_a_web_address_is_not(tmp_path: Path) -> None:
    """Word shows a linked object or subdocument on the page; a link is only words."""
    raw = word(table(("1", "Rà soát", "Sở Y tế", "2026")))
    with ZipFile(BytesIO(raw)) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    links = "".join(
        f'<Relationship Id="{kind}" Type="{_TYPE}/{kind}" Target="{to}" TargetMode="External"/>'
        for kind, to in (("oleObject", "file:///C:/bang.xlsx"), ("hyperlink", "https://x.vn/"))
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{space}">{links}</Relationships>'.encode()
    )
    (tmp_path / "a.docx").write_bytes(packed({**parts}))
    (doubt,) = read_annex(tmp_path / "a.docx").notes
    assert "file:///C:/bang.xlsx" in doubt.vi


def test_shapes_over_a_sheet_are_told(tmp_path: Path) -> None:
    """A library keeps no shapes: one is put into the file by hand."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "x"
    book.save(tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as package:
        parts = {each: package.read(each) for each in package.namelist()}
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{_TYPE}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    shape = f"<xdr:wsDr xmlns:xdr='x' {_A}><a:p><a:r><a:t>Bỏ mục 2</a:t></a:r></a:p></xdr:wsDr>"
    parts |= {
        "xl/worksheets/_rels/sheet1.xml.rels": links.encode(),
        "xl/drawings/drawing1.xml": shape.encode(),
    }
    (tmp_path / "a.xlsx").write_bytes(packed({**parts}))
    (doubt,) = read_annex(tmp_path / "a.xlsx").notes
    assert "hình vẽ, hộp chữ" in doubt.vi
    assert "“Bỏ mục 2”" in doubt.vi
