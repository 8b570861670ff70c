"""Annexes as web pages and in Markdown."""

import quopri
from pathlib import Path

import pytest

from kehoach.annex.annex_document import Annex, AnnexTable
from kehoach.annex.documents.annex_files import read_annex
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.documents.markdown_page import read_markdown
from kehoach.annex.documents.page_encoding import decoded
from kehoach.annex.documents.web_page import read_html


def _cells(annex: Annex) -> list[list[str]]:
    (found,) = (block for block in annex.blocks if isinstance(block, AnnexTable))
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_spans_fill_every_place_and_open_cells_are_closed() -> None:
    page = """<table><tr><th rowspan=2>TT<th colspan=2>Thời gian</tr><tr><th>Bắt đầu<th>Kết thúc</tr>
    <tr><td>1<td rowspan=0>Từ<td>Đến<tr><td>2<td>Hết</table>"""
    assert _cells(read_html(page)) == [
        ["TT", "Thời gian", "Thời gian"],
        ["TT", "Bắt đầu", "Kết thúc"],
        ["1", "Từ", "Đến"],
        ["2", "Từ", "Hết"],
    ]


def test_spans_and_starts_that_are_no_plain_number_are_left_aside() -> None:
    """A raised ² is a digit to Python and no number: one place, and a list from one."""
    page = """<table><tr><td rowspan="²" colspan="99999999">a<td><ol start="²"><li>b</ol></table>"""
    assert _cells(read_html(page)) == [["a", "1. b"]]


def test_tags_entities_and_lines_within_a_cell() -> None:
    page = """<table><tr><td>Sở <b>T</b>ư&nbsp;ph&aacute;p<br>Sở
      Y tế<ul><li>một<li>hai</ul><ol start=3><li>ba</ol><script>x</script><!-- y --></table>"""
    assert _cells(read_html(page)) == [["Sở Tư pháp\nSở Y tế\n- một\n- hai\n3. ba"]]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p><s>đến 30/11</s></p>", "gạch ngang vẫn được đọc: “đến 30/11”"),
        ('<p><span style="text-decoration: line-through">đến 30/11</span></p>', "gạch ngang"),
        ('<p style="text-decoration-line:underline line-through">đến 30/11</p>', "gạch ngang"),
        ('<p style="display:none">đến 30/11</p>', "bị ẩn vẫn được đọc: “đến 30/11”"),
        ('<iframe src="phu-luc.html"></iframe>', "“phu-luc.html”"),
        ('<object data="bang.xlsx">lời thay</object>', "“bang.xlsx”"),
        ('<embed title="Bảng 2" src="x">', "“Bảng 2”"),
    ],
)
def test_what_a_page_hides_outside_the_cells_is_said(page: str, words: str) -> None:
    (note,) = read_html(page).notes
    assert words in note.vi


def test_a_row_that_a_page_strikes_out_is_a_doubt_of_its_cells() -> None:
    style = "text-decoration:line-through"
    page = f'<table><tr style="{style}"><td>1</td><td>Bỏ</td></tr><tr><td>2</td></tr></table>'
    annex = read_html(page)
    (table,) = annex.blocks
    assert isinstance(table, AnnexTable)
    told = [[note.vi for cell in row.cells for note in cell.notes] for row in table.rows]
    assert told == [["lời bị gạch ngang vẫn được đọc: “1Bỏ”"], []]
    assert annex.notes == ()


def test_a_page_without_any_of_it_says_nothing() -> None:
    page = '<p style="text-decoration:underline">a</p><img alt="Quốc huy"><!-- b -->'
    assert read_html(page).notes == ()


def test_numbers_of_lists_are_those_shown_and_raised_ones_are_marks() -> None:
    page = """<table><tr><td><ol type="I"><li>A<li>B</ol><ol type=a start=3><li>C</ol><td>Sở<sup>1</sup>
      m<sup>th</sup></table>"""
    assert _cells(read_html(page)) == [["I. A\nII. B\nc. C", "Sở¹ mth"]]


def test_a_table_within_a_cell_is_words_and_a_doubt() -> None:
    page = "<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>"
    (table,) = (block for block in read_html(page).blocks if isinstance(block, AnnexTable))
    assert [cell.text for cell in table.rows[0].cells] == ["a\nb | c\nd", "e"]
    assert "bảng khác" in table.rows[0].cells[0].notes[0].vi


def test_a_table_of_tasks_within_a_layout_is_a_table_of_its_own() -> None:
    """Portals lay a page out in a table: the menu in one cell, the document in the other."""
    page = """<table><tr><td>menu<td>KẾ HOẠCH<table><tr><td>TT<td>Nhiệm vụ<td>Thời hạn
      <tr><td>1<td>Rà soát<td>2026</table>hết</table>"""
    outer, inner = (block for block in read_html(page).blocks if isinstance(block, AnnexTable))
    assert [cell.text for cell in outer.rows[0].cells] == ["menu", "KẾ HOẠCH\nhết"]
    assert [cell.text for cell in inner.rows[1].cells] == ["1", "Rà soát", "2026"]


@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_words_struck_out_are_a_doubt(tag: str) -> None:
    (table,) = read_html(f"<table><tr><td><{tag}>cũ</{tag}> mới</table>").blocks
    assert isinstance(table, AnnexTable)
    assert table.rows[0].cells[0].text == "cũ mới"
    assert "“cũ”" in table.rows[0].cells[0].notes[0].vi


@pytest.mark.parametrize(
    "raw",
    [
        "Sở".encode(),
        b"\xef\xbb\xbf" + "Sở".encode(),
        "Sở".encode("utf-16"),
        b'<meta charset="windows-1258">S\xf4\xd2'.replace(b"\xf4\xd2", "ơ\u0309".encode("cp1258")),
    ],
)
def test_the_encoding_is_known_by_its_mark_or_as_declared(raw: bytes) -> None:
    import unicodedata  # noqa: PLC0415

    assert unicodedata.normalize("NFC", decoded(raw)).endswith("Sở")


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(AnnexRefused):
        decoded(b"<table>\xff\xfe\x80</table>"[1:])


def test_pipes_in_cells_breaks_and_cells_beyond_the_header() -> None:
    text = "| TT | Nhiệm vụ |\n|---|:---:|\n| 1 | Một \\| hai<br>ba **bốn** | dư |\n| 2 |\n"
    assert _cells(read_markdown(text)) == [
        ["TT", "Nhiệm vụ", ""],
        ["1", "Một | hai\nba bốn", "dư"],
        ["2", "", ""],
    ]


def test_a_table_of_html_within_markdown_keeps_its_merged_cells() -> None:
    text = (
        "# Kế hoạch\n\n<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>\n"
    )
    assert _cells(read_markdown(text)) == [["a", "b"], ["a", "c"]]


def test_a_page_that_word_saved_in_one_file_is_read(tmp_path: Path) -> None:
    """“Single file web page”: the page, in quoted-printable, within a message."""
    html = (
        '<meta charset="utf-8"><table><tr><td>Nhiệm vụ<td>Thời hạn<tr><td>Rà soát<td>2026</table>'
    )
    body = quopri.encodestring(html.encode()).decode()
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_X"\r\n\r\n'
    part = "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    for name in ("a.mht", "a.doc"):
        file = tmp_path / name
        file.write_text(f"{head}--=_X\r\n{part}{body}\r\n--=_X--\r\n", encoding="ascii")
        assert _cells(read_annex(file))[1] == ["Rà soát", "2026"]
