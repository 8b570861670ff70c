"""A PDF with text: the words of its lines, its notes and its tables, and nothing of the furniture.

``commune.pdf`` is the plan of ``tests/annex/prose/plans/commune.txt`` set in type on two pages, with a
header on each, a page number on the second, a footnote on the first and a ruled table at its end;
``locked.pdf`` asks for a password, ``blank.pdf`` shows a drawing and no letter.
"""

import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.annex.annex_document import AnnexTable
from kehoach.annex.documents.annex_files import read_annex
from kehoach.annex.documents.document_limits import AnnexRefused

pytest.importorskip("pdfplumber")
_HERE = Path(__file__).parent
_PLAN = _HERE.parent / "prose" / "plans" / "commune.txt"


def _text(name: str) -> list[str]:
    return [block.text for block in read_annex(_HERE / name).blocks if hasattr(block, "text")]


def test_every_paragraph_is_whole_and_none_is_lost() -> None:
    written = [line for line in _PLAN.read_text(encoding="utf-8").splitlines() if line]
    changed = {
        "a) Rà soát, nâng cấp mạng nội bộ của UBND xã.": "a) Rà soát, nâng cấp mạng nội bộ của UBND xã "
        "theo Quyết định số 30/QĐ-UBND¹ của UBND tỉnh.",
    }
    assert _text("commune.pdf") == [changed.get(line, line) for line in written]


def test_the_note_the_header_and_the_page_number_are_told_apart() -> None:
    read = read_annex(_HERE / "commune.pdf")
    assert [(each.mark, each.text) for each in read.footnotes] == [
        ("1", "ngày 05/01/2026 của UBND tỉnh về hạ tầng số."),
    ]
    told = " ".join(note.vi for note in read.notes)
    assert "“Lưu hành nội bộ”" in told
    assert "số trang: 2" in told


def test_a_ruled_table_is_a_table() -> None:
    (table,) = (x for x in read_annex(_HERE / "commune.pdf").blocks if isinstance(x, AnnexTable))
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
        ["1", "Cập nhật cơ sở dữ liệu hộ kinh doanh trên địa bàn xã và công khai trên cổng thông tin",
         "Phòng Kinh tế", "trước ngày 15/8/2026"],
        ["2", "Số hóa hồ sơ lưu trữ", "Công an xã", "Quý IV/2026"],
    ]  # fmt: skip


def _why(file: Path) -> str:
    with pytest.raises(AnnexRefused) as refused:
        read_annex(file)
    assert "\n" not in refused.value.text.vi
    return refused.value.text.vi


def test_pictures_of_pages_and_a_locked_file_are_refused_with_what_to_do() -> None:
    assert "ocrmypdf" in _why(_HERE / "blank.pdf")
    assert "mật khẩu" in _why(_HERE / "locked.pdf")


def test_a_stream_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    bomb = zlib.compress(zlib.compress(b"\0" * 160_000_000, 9), 9)
    file.write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + bomb + b"\nendstream\n")
    assert "quá lớn" in _why(file)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 28_000), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_refused(at: int, other: bytes) -> None:
    raw = (_HERE / "commune.pdf").read_bytes()
    from kehoach.annex.documents.pdf_pages import read_pdf  # noqa: PLC0415 - an extra's

    with suppress(AnnexRefused):
        read_pdf(raw[:at] + other + raw[at + len(other) :])
