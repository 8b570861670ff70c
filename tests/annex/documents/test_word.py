"""Word's ways of writing one and the same line, and of hiding another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annex.documents.packages import paragraph, row, table, word
from kehoach.annex.annex_document import Annex, AnnexParagraph, AnnexTable
from kehoach.annex.documents.annex_files import read_annex
from kehoach.annex.documents.word.list_numbers import formed

Read = Callable[..., Annex]


@pytest.fixture(name="read")
def _read(tmp_path: Path) -> Read:
    def read(body: str, **parts: str) -> Annex:
        file = tmp_path / "a.docx"
        file.write_bytes(word(body, **parts))
        return read_annex(file)

    return read


def _paragraphs(annex: Annex) -> list[str]:
    return [block.text for block in annex.blocks if isinstance(block, AnnexParagraph)]


def _only(annex: Annex) -> AnnexTable:
    (found,) = (block for block in annex.blocks if isinstance(block, AnnexTable))
    return found


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:r><w:t>trước ng</w:t></w:r><w:r><w:t>ày 30/6</w:t></w:r>", "trước ngày 30/6"),
        ("<w:r><w:t>Sở</w:t><w:br/><w:t>Tư pháp</w:t></w:r>", "Sở\nTư pháp"),
        ("<w:r><w:t>Sở</w:t><w:tab/><w:t>Tư\u00a0pháp</w:t></w:r>", "Sở Tư pháp"),
        ("<w:r><w:t>nghị\u00ad quyết</w:t><w:softHyphen/></w:r>", "nghị quyết"),
        ("<w:r><w:t>06</w:t><w:noBreakHyphen/><w:t>CT/TU</w:t></w:r>", "06-CT/TU"),
        ("<w:hyperlink><w:r><w:t>Cổng</w:t></w:r></w:hyperlink>", "Cổng"),
        ("<w:ins><w:r><w:t>thêm</w:t></w:r></w:ins>", "thêm"),
        ("<w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>", ""),
        ("<w:sdt><w:sdtContent><w:r><w:t>khung</w:t></w:r></w:sdtContent></w:sdt>", "khung"),
        ("<w:fldSimple><w:r><w:t>7</w:t></w:r></w:fldSimple>", "7"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", "7"),
        (f"<w:r><w:pict><w:txbxContent>{paragraph('hộp')}</w:txbxContent></w:pict></w:r>", "hộp"),
        ("<w:r><w:t>phu\u031bo\u031b\u0300ng</w:t></w:r>", "phường"),
    ],
)  # fmt: skip
def test_a_paragraph_reads_as_on_the_page(read: Read, inside: str, words: str) -> None:
    (block,) = read(f"<w:p>{inside}</w:p>").blocks
    assert block == AnnexParagraph(words)


@pytest.mark.parametrize(
    ("inside", "doubt"),
    [
        ("<w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>", "không đọc: “bớt”"),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>gạch</w:t></w:r>", "vẫn được đọc: “gạch”"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>", "bị ẩn vẫn được đọc: “ẩn”"),
    ],
)
def test_what_the_page_hides_is_said(read: Read, inside: str, doubt: str) -> None:
    found = _only(read(table(("1", f"<w:p>{inside}</w:p>", "STP", ""))))
    (note,) = found.rows[1].cells[1].notes
    assert doubt in note.vi


@pytest.mark.parametrize("property_", ["strike", "vanish"])
def test_what_a_paragraph_outside_the_tables_hides_is_said(read: Read, property_: str) -> None:
    run = f"<w:r><w:rPr><w:{property_}/></w:rPr><w:t>đến 30/11</w:t></w:r>"
    (note,) = read(f"<w:p>{run}<w:r><w:drawing><a:blip xmlns:a='x'/></w:drawing></w:r></w:p>").notes
    assert "“đến 30/11”" in note.vi


def test_cells_merged_down_and_across_are_one_cell_in_each_place(read: Read) -> None:
    first = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("chung")}</w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("rộng")}</w:tc>'
    single = f"<w:tc>{paragraph('x')}</w:tc>"
    found = _only(
        read(f"<w:tbl><w:tr>{first}{single}{single}</w:tr><w:tr>{below}{wide}</w:tr></w:tbl>")
    )
    upper, lower = (each.cells for each in found.rows)
    assert upper[0] is lower[0]
    assert lower[1] is lower[2]
    assert [cell.text for cell in lower] == ["chung", "rộng", "rộng"]


_LEVELS = """<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"""


def test_automatic_numbers_count_as_word_counts_them(read: Read) -> None:
    """Levels begin anew below a higher one; another list of the same definition counts on."""
    lines = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1), (2, 1), (1, 1), (0, 0)]
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr></w:p>'
        for number, level in lines
    )
    told = _paragraphs(read(body, numbering=_LEVELS))
    assert told == ["I.", "1", "2", "2.1", "2.2", "3", "II.", "1", "5", "6", ""]


def test_a_number_may_come_from_the_style_of_the_paragraph(read: Read) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="So"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="So"/></w:style>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="Con"/></w:pPr><w:r><w:t>Chung</w:t></w:r></w:p>' * 2
    told = _paragraphs(read(body, numbering=_LEVELS, styles=styles))
    assert told == ["I. Chung", "II. Chung"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (3, "decimalZero", "03"),
        (3, "none", ""),
        (3, "cardinalText", "3"),
    ],
)
def test_forms_of_numbers(number: int, form: str, shown: str) -> None:
    assert formed(number, form) == shown


def test_footnotes_are_marked_in_the_text_and_kept(read: Read) -> None:
    notes = f'<w:footnote w:id="4">{paragraph("Theo Nghị quyết 57")}</w:footnote>'
    body = '<w:p><w:r><w:t>NĐ-CP</w:t></w:r><w:r><w:footnoteReference w:id="4"/></w:r></w:p>'
    annex = read(body, footnotes=notes)
    assert annex.blocks == (AnnexParagraph("NĐ-CP¹"),)
    assert annex.footnotes == (("1", "Theo Nghị quyết 57"),)


def test_end_notes_are_kept_as_footnotes_are_and_no_mark_means_two(read: Read) -> None:
    """A document may have both; what Word numbers i, ii goes on behind the footnotes."""
    first = f'<w:footnote w:id="4">{paragraph("Theo Nghị quyết 57")}</w:footnote>'
    last = (
        f'<w:endnote w:id="2">{paragraph("Riêng năm 2026")}</w:endnote>'
        '<w:endnote w:id="4"><w:p><w:r><w:t>lùi đ</w:t></w:r>'
        "<w:r><w:t>ến 30/11</w:t></w:r></w:p></w:endnote>"
    )
    body = "".join(
        f'<w:p><w:r><w:t>{words}</w:t></w:r><w:r><w:{kind}Reference w:id="{id_}"/></w:r></w:p>'
        for words, kind, id_ in (("a", "endnote", 2), ("b", "footnote", 4), ("c", "endnote", 4))
    )
    annex = read(body, footnotes=first, endnotes=last)
    assert _paragraphs(annex) == ["a²", "b¹", "c³"]
    assert annex.footnotes == (
        ("1", "Theo Nghị quyết 57"), ("2", "Riêng năm 2026"), ("3", "lùi đến 30/11"),
    )  # fmt: skip


def test_end_notes_alone_are_numbered_from_one(read: Read) -> None:
    notes = f'<w:endnote w:id="2">{paragraph("Riêng năm 2026")}</w:endnote>'
    annex = read('<w:p><w:r><w:endnoteReference w:id="2"/></w:r></w:p>', endnotes=notes)
    assert annex.footnotes == (("1", "Riêng năm 2026"),)


def _jittered(*widths: int) -> str:
    """Return a table whose columns were dragged apart a hair's breadth: TT, a sliver, text, time."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    spans = (((1, "TT"), (2, "Nhiệm vụ"), (1, "Thời hạn")), ((2, "1"), (1, "Rà soát"), (1, "2026")))
    rows = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:gridSpan w:val="{n}"/></w:tcPr>{paragraph(words)}</w:tc>'
            for n, words in row
        )
        + "</w:tr>"
        for row in spans
    )
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def test_a_sliver_of_a_column_that_nobody_sees_is_none(read: Read) -> None:
    """A table dragged by hand has edges that lie a millimetre apart; on the page it has 3 columns."""
    rows = _only(read(_jittered(700, 40, 5000, 1500))).rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["TT", "Nhiệm vụ", "Thời hạn"],
        ["1", "Rà soát", "2026"],
    ]


def test_a_narrow_column_with_words_of_its_own_stays(read: Read) -> None:
    wide = _only(read(_jittered(700, 900, 5000, 1500)))
    assert [cell.text for cell in wide.rows[1].cells] == ["1", "1", "Rà soát", "2026"]
    own = _only(read(_jittered(40, 700, 5000, 1500)))
    assert [cell.text for cell in own.rows[0].cells] == ["TT", "Nhiệm vụ", "Nhiệm vụ", "Thời hạn"]


def test_a_raised_number_is_a_mark_of_a_footnote_typed_by_hand(read: Read) -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    typed = read(
        f"<w:p><w:r><w:t>Sở Tư pháp</w:t></w:r>{raised.format('2')}</w:p>"
        f"<w:p><w:r><w:t>CO</w:t></w:r>{raised.format('x')}</w:p>"
    )
    assert _paragraphs(typed) == ["Sở Tư pháp²", "COx"]


def test_a_table_of_tasks_within_a_frame_is_a_table_of_its_own(read: Read) -> None:
    """A page set in a frame, one cell over everything, is still a page."""
    inner = table(("1", "Rà soát", "Sở Y tế", "2026"))
    inside = paragraph("KẾ HOẠCH") + inner + paragraph("hết")
    frame = f"<w:tbl>{row((inside,))}</w:tbl>"
    outer, found = (block for block in read(frame).blocks if isinstance(block, AnnexTable))
    assert [row.cells[0].text for row in outer.rows] == ["KẾ HOẠCH\nhết"]
    assert [cell.text for cell in found.rows[1].cells] == ["1", "Rà soát", "Sở Y tế", "2026"]


def test_signs_that_nobody_sees_are_no_part_of_a_name(read: Read) -> None:
    hidden = read(paragraph("\u200eSở\u202fY\u200b tế\u202c"))
    assert _paragraphs(hidden) == ["Sở Y tế"]
