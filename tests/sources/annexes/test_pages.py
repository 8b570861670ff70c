"""Annexes as web pages and in Markdown."""

import pytest

from kehoach.drafts import Annex, Table
from kehoach.sources.annex_html import decoded, read_html
from kehoach.sources.annex_markdown import read_markdown
from kehoach.sources.annex_refusal import AnnexRefused


def _cells(annex: Annex) -> list[list[str]]:
    (found,) = (block for block in annex.blocks if isinstance(block, Table))
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


def test_tags_entities_and_lines_within_a_cell() -> None:
    page = """<table><tr><td>Sở <b>T</b>ư&nbsp;ph&aacute;p<br>Sở
      Y tế<ul><li>một<li>hai</ul><ol start=3><li>ba</ol><script>x</script><!-- y --></table>"""
    assert _cells(read_html(page)) == [["Sở Tư pháp\nSở Y tế\n- một\n- hai\n3. ba"]]


def test_a_table_within_a_cell_is_words_and_a_doubt() -> None:
    page = "<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>"
    (table,) = (block for block in read_html(page).blocks if isinstance(block, Table))
    assert [cell.text for cell in table.rows[0].cells] == ["a\nb | c\nd", "e"]
    assert "bảng khác" in table.rows[0].cells[0].notes[0].vi


@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_words_struck_out_are_a_doubt(tag: str) -> None:
    (table,) = read_html(f"<table><tr><td><{tag}>cũ</{tag}> mới</table>").blocks
    assert isinstance(table, Table)
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
