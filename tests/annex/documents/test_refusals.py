"""What is no annex, or is one only to do harm, is refused in one line."""

import tracemalloc
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annex.documents.packages import packed, paragraph, relations, table, word
from kehoach.annex.annex_document import AnnexTable
from kehoach.annex.documents import document_limits
from kehoach.annex.documents.annex_files import read_annex
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.documents.word import office_package

_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
_EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _why(tmp_path: Path, raw: bytes, name: str = "a.docx") -> str:
    file = tmp_path / name
    file.write_bytes(raw)
    with pytest.raises(AnnexRefused) as refused:
        read_annex(file)
    assert "\n" not in refused.value.text.vi
    return refused.value.text.vi


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.7\n", "hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".doc"),
        (b"{\\rtf1 x}", "lưu lại thành .docx"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<office:document office:version='1.3'/>", ".docx"),
        (
            packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "lưu lại thành .docx, .xlsx",
        ),
        (b"", "rỗng"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 1\n", "git lfs pull"),
        (b"PK\x03\x04hong", "hỏng"),
        (b"GIF89a", "ocrmypdf"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (packed({"a.txt": "x"}), "không phải tệp Word"),
        (packed({"_rels/.rels": relations(officeDocument="word/document.xml")}), "hỏng"),
        (packed({"_rels/.rels": "<a><b></a>"}), "hỏng"),
        (word("", _BOMB), "DTD"),
        (word("", _EXTERNAL), "DTD"),
    ],
)
def test_each_is_told_apart(tmp_path: Path, raw: bytes, words: str) -> None:
    assert words in _why(tmp_path, raw)


def test_the_name_of_a_file_decides_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(word(table(("1", "Việc", "STP", "2026"))))
    assert read_annex(file).blocks


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.docx"):
        with pytest.raises(AnnexRefused):
            read_annex(path)


def test_what_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_package, "MOST_UNPACKED", 100_000)
    assert "150 MB sau khi giải nén" in _why(tmp_path, word(paragraph("a" * 200_000)))


def test_a_part_unpacks_to_no_more_than_the_zip_says_of_it(tmp_path: Path) -> None:
    """A zip may say of forty megabytes that they are ten bytes: no more are made of them."""
    raw = bytearray(packed({"_rels/.rels": b"\0" * 40_000_000}))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = raw.index(signature) + place
        raw[at : at + 4] = (10).to_bytes(4, "little")
    tracemalloc.start()
    try:
        assert "hỏng" in _why(tmp_path, bytes(raw))
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


def test_what_is_said_to_lie_elsewhere_is_no_part(tmp_path: Path) -> None:
    """A link to a page or a file, though a part of the package bears that name."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    linked = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{office}/officeDocument" Target="word/document.xml"'
        ' TargetMode="External"/></Relationships>'
    )
    with ZipFile(BytesIO(word(table(("1", "Việc", "STP", "2026"))))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    raw = packed({**parts, "_rels/.rels": linked})
    assert "không phải tệp Word" in _why(tmp_path, raw)


@pytest.mark.parametrize(
    ("name", "length", "most"), [("a.docx", 50_000_001, "50 MB"), ("a.txt", 5_000_001, "5 MB")]
)
def test_a_file_over_its_bound_is_refused_with_the_bound(
    tmp_path: Path, name: str, length: int, most: str
) -> None:
    assert f"hơn {most}" in _why(tmp_path, b"a" * length, name)


def test_what_is_nested_too_deep_is_refused(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 400 + "</w:sdtContent></w:sdt>" * 400
    assert "sâu hơn 250 lớp" in _why(tmp_path, word(deep))


@pytest.mark.parametrize(
    ("body", "most"),
    [
        ("<w:p/>" * 60_001, "60000 đoạn"),  # 900,000 of them, in 9 kB, took 13 s
        (f"<w:tbl>{'<w:tr/>' * 12_001}</w:tbl>", "12000 dòng bảng"),
        (f"<w:p>{'<w:r/>' * 600_000}</w:p>", "600000 phần tử XML"),
    ],
)
def test_what_is_small_and_unpacks_to_very_many_elements_is_refused(
    tmp_path: Path, body: str, most: str
) -> None:
    assert most in _why(tmp_path, word(body))


def test_what_two_parts_hold_is_counted_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_package, "MOST_PASSAGES", 3)
    two = paragraph("a") * 2
    assert "đoạn" in _why(tmp_path, word(two, comments=f"<w:comment>{two}</w:comment>"))


def test_a_plan_of_three_hundred_pages_passes(tmp_path: Path) -> None:
    """The longest plan that is read: 3,000 rows, 18,000 paragraphs."""
    file = tmp_path / "a.docx"
    cell = "<w:tc><w:tcPr><w:tcW/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    file.write_bytes(word(f"<w:tbl>{f'<w:tr>{cell * 6}</w:tr>' * 3_000}</w:tbl>"))
    (block,) = read_annex(file).blocks
    assert isinstance(block, AnnexTable)
    assert len(block.rows) == 3_000


def test_spans_that_make_a_huge_table_are_refused(tmp_path: Path) -> None:
    page = "<table>" + "<tr><td rowspan=1000 colspan=200>x" * 900 + "</table>"
    assert "bảng quá lớn" in _why(tmp_path, page.encode(), "a.html")
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="100"/></w:tcPr><w:p/></w:tc>'
    assert "bảng quá lớn" in _why(
        tmp_path, word(f"<w:tbl>{f'<w:tr>{cell * 5}</w:tr>' * 900}</w:tbl>")
    )


def test_the_limits_let_a_real_annex_pass() -> None:
    """A plan of a thousand rows and eight columns has 8,000 cells."""
    assert document_limits.MOST_CELLS > 10 * 8_000


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from((b"", b"PK\x03\x04", b"<table><tr>", b"| a |\n|--|\n"))
)
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, start: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any"
    file.write_bytes(start + raw)
    with suppress(AnnexRefused):
        read_annex(file)
