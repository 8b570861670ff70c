"""What Word writes seldom: lists through styles, cells merged aside, rows deleted, notes in the margin.

Numbers are those that Word shows for the same file (ECMA-376, part 1: 17.9).
"""

import pytest

from annex.documents.packages import packed, paragraph, relations, row, table, word
from kehoach.annex.annex_document import Annex, AnnexParagraph, AnnexTable
from kehoach.annex.documents.annex_files import annex_in
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.documents.word import office_package


def _read(body: str, **parts: str) -> Annex:
    return annex_in(word(body, **parts), ".docx")


def _level(at: int, text: str, more: str = "", form: str = "decimal") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def _list(id_: int, levels: str, overrides: str = "") -> str:
    """Return a definition with the number 10 + ``id_`` and its use with the number ``id_``."""
    return (
        f'<w:abstractNum w:abstractNumId="{10 + id_}">{levels}</w:abstractNum>'
        f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{10 + id_}"/>{overrides}</w:num>'
    )


_TWO = _level(0, "%1.") + _level(1, "%1.%2.")
_THREE = _TWO + _level(2, "%3)", '<w:lvlRestart w:val="1"/>')


@pytest.mark.parametrize(
    ("numbering", "levels", "shown"),
    [
        (_list(1, _level(0, "", form="bullet")), (0, 0), ["-", "-"]),
        # A level used before the one above it: that one counts as begun.
        (_list(1, _TWO), (1, 1, 0), ["1.1.", "1.2.", "2."]),
        (_list(1, _level(1, "%1.%2.")), (1, 0), ["1.1.", ""]),
        # A level begins anew below any higher one, below the first only, or never.
        (_list(1, _TWO), (0, 1, 0, 1), ["1.", "1.1.", "2.", "2.1."]),
        (_list(1, _THREE), (0, 1, 2, 1, 2, 0, 2), ["1.", "1.1.", "1)", "1.2.", "2)", "2.", "1)"]),
        (
            _list(1, _level(0, "%1.") + _level(1, "%2)", '<w:lvlRestart w:val="0"/>')),
            (0, 1, 0, 1),
            ["1.", "1)", "2.", "2)"],
        ),
        # A use of a list may bring a level of its own, or none.
        (
            _list(1, _TWO, f'<w:lvlOverride w:ilvl="0">{_level(0, "Việc %1")}</w:lvlOverride>'),
            (0, 1),
            ["Việc 1", "1.1."],
        ),
        (_list(1, _TWO, '<w:lvlOverride w:ilvl="0"/>'), (0, 0), ["1.", "2."]),
        (_list(1, _level(0, "%1", '<w:isLgl w:val="0"/>', "upperRoman")), (0,), ["I"]),
        (
            _list(1, _level(0, "%1", form="upperRoman") + _level(1, "%1.%2", "<w:isLgl/>")),
            (0, 1),
            ["I", "1.1"],
        ),
    ],
)  # fmt: skip
def test_numbers_are_those_that_word_shows(
    numbering: str, levels: tuple[int, ...], shown: list[str]
) -> None:
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
        for level in levels
    )
    assert _lines(_read(body, numbering=numbering)) == shown


def _lines(annex: Annex) -> list[str]:
    return [block.text for block in annex.blocks if isinstance(block, AnnexParagraph)]


def _style(name: str, inside: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}">{inside}</w:style>'


_NUMBERED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'


@pytest.mark.parametrize(
    ("numbering", "styles", "shown"),
    [
        # The level that names the style is the style's.
        (
            _list(1, _level(0, "%1.") + _level(1, "%1.%2.", '<w:pStyle w:val="Ý"/>')),
            _style("Ý", _NUMBERED),
            ["1.1.", "1.2."],
        ),
        (_list(1, _TWO), _style("Ý", _NUMBERED), ["1.", "2."]),
        # A definition that only points to a style of lists: what defines that style counts.
        (
            '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Cấp"/></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
            + _list(2, _TWO)
            + _list(3, f'<w:styleLink w:val="Cấp"/>{_level(0, "Điều %1.")}'),
            _style("Ý", _NUMBERED),
            ["Điều 1.", "Điều 2."],
        ),
        (('<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Cấp"/></w:abstractNum>'
         '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'), _style("Ý", _NUMBERED), ["", ""]),
        # Styles that follow each other in a ring have no number, and end.
        (
            _list(1, _TWO),
            _style("Ý", '<w:basedOn w:val="Con"/>') + _style("Con", '<w:basedOn w:val="Ý"/>'),
            ["", ""],
        ),
    ],
)  # fmt: skip
def test_numbers_by_a_style(numbering: str, styles: str, shown: list[str]) -> None:
    body = '<w:p><w:pPr><w:pStyle w:val="Ý"/></w:pPr></w:p>' * 2
    assert _lines(_read(body, numbering=numbering, styles=styles)) == shown


def _table(body: str, **parts: str) -> AnnexTable:
    (found,) = (block for block in _read(body, **parts).blocks if isinstance(block, AnnexTable))
    return found


def _cell(words: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"


@pytest.mark.parametrize("hidden", ["", "Sở Y tế", "Sở Nội vụ"])
def test_what_a_merged_cell_covers_is_told_where_it_says_something_else(hidden: str) -> None:
    """Aside (an old Word's ``hMerge``) and down: the page shows the first cell alone."""
    over, aside, down = 'w:val="restart"', "<w:hMerge {}/>".format, "<w:vMerge {}/>".format
    beside = f"<w:tr>{_cell('Sở Y tế', aside(over))}{_cell(hidden, aside(''))}</w:tr>"
    above = f"<w:tr>{_cell('Sở Y tế', down(over))}</w:tr><w:tr>{_cell(hidden, down(''))}</w:tr>"
    for rows in (beside, above):
        found = _table(f"<w:tbl>{rows}</w:tbl>")
        places = [cell for each in found.rows for cell in each.cells]
        assert [cell.text for cell in places] == ["Sở Y tế", "Sở Y tế"]
        assert [note.vi for note in found.notes] == (
            ["ô bị che trong ô gộp còn chữ: “Sở Nội vụ”"] if hidden == "Sở Nội vụ" else []
        )


def test_a_cell_merged_with_none_stands_by_itself() -> None:
    """The row above is shorter, or there is none to the left: the words are not lost."""
    short = f"<w:tr>{_cell('a', '')}</w:tr><w:tr>{_cell('b', '')}{_cell('c', '<w:vMerge/>')}</w:tr>"
    rows = _table(f"<w:tbl>{short}<w:tr>{_cell('d', '<w:hMerge/>')}</w:tr></w:tbl>").rows
    assert [[cell.text for cell in each.cells] for each in rows] == [
        ["a", ""],
        ["b", "c"],
        ["d", ""],
    ]


def test_a_row_deleted_as_a_tracked_change_is_told_and_not_read() -> None:
    gone = (
        f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{paragraph("2")}</w:tc>'
        "<w:tc><w:p><w:del><w:r><w:delText>Việc bỏ</w:delText></w:r></w:del></w:p></w:tc></w:tr>"
    )
    found = _table(f"<w:tbl>{row(('1', 'Rà soát'))}{gone}{row(('3', 'Tập huấn'))}</w:tbl>")
    assert [(each.name, each.cells[1].text) for each in found.rows] == [
        ("1", "Rà soát"),
        ("3", "Tập huấn"),
    ]
    (note,) = found.notes
    assert note.vi == "dòng 2 đã bị xóa ở chế độ theo dõi thay đổi, không đọc: “2 | Việc bỏ”"


def test_comments_in_the_margin_are_told() -> None:
    said = "".join(f"<w:comment>{paragraph(each)}</w:comment>" for each in ("Hỏi Sở Y tế", "lùi?"))
    told = "tài liệu có 2 nhận xét (comment), không đưa vào: “Hỏi Sở Y tế”; “lùi?”"
    assert [note.vi for note in _read(paragraph("a"), comments=said).notes] == [told]
    assert _read(paragraph("a"), comments="").notes == ()


def test_a_sign_of_another_font_is_a_doubt_of_its_cell() -> None:
    sign = (
        '<w:p><w:r><w:t>đạt</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    )
    cell = _table(table(("1", sign, "STP", "2026"))).rows[1].cells[1]
    assert (cell.text, [note.vi for note in cell.notes]) == (
        "đạt□", ["có ký hiệu đặc biệt không đọc được, ghi là □"],
    )  # fmt: skip
    assert _read(sign).notes == ()


def test_a_small_table_within_a_cell_is_words_of_the_cell() -> None:
    inner = f"<w:tbl>{row(('xã', '5'))}{row(('phường', '3'))}</w:tbl>"
    cell = _table(table(("1", paragraph("Gồm:") + inner, "STP", "2026"))).rows[1].cells[1]
    assert cell.text == "Gồm:\nxã | 5\nphường | 3"
    assert [note.vi for note in cell.notes] == ["trong ô có một bảng khác; đọc như lời văn"]


def test_rows_and_cells_within_a_frame_of_contents_are_read() -> None:
    """Word wraps what a form repeats or binds (``sdt``), a row as well as a cell."""
    wrapped = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    cell = wrapped(f"<w:tc>{paragraph('1')}</w:tc>")
    found = _table(f"<w:tbl>{wrapped(f'<w:tr>{cell}</w:tr>')}</w:tbl>")
    assert [cell.text for each in found.rows for cell in each.cells] == ["1"]


def _refusal(raw: bytes) -> str:
    with pytest.raises(AnnexRefused) as refused:
        annex_in(raw, ".docx")
    return refused.value.text.vi


def _locked(raw: bytes, name: bytes) -> bytes:
    """Return a package with a part marked as encrypted: bit 0 of its flags, in both its heads."""
    told = bytearray(raw)
    for signature, flags, names in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = next(
            start
            for start in range(len(told))
            if told[start : start + 4] == signature and told[start + names :].startswith(name)
        )
        told[at + flags] |= 1
    return bytes(told)


def test_a_part_that_cannot_be_had_is_why_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = word(paragraph("a"))
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    bare = f'<w:document xmlns:w="{main}"/>'
    assert "hỏng" in _refusal(
        packed({"_rels/.rels": relations(officeDocument="a.xml"), "a.xml": bare})
    )
    assert "mật khẩu" in _refusal(_locked(raw, b"word/document.xml"))
    whole = raw.index(b"word/document.xml") + len("word/document.xml")
    assert "hỏng" in _refusal(raw[:whole] + b"\xff\xff" + raw[whole + 2 :])
    monkeypatch.setattr(office_package, "MOST_PARTS", 2)
    assert "quá lớn" in _refusal(raw)


def test_a_picture_of_a_whole_page_is_no_doubt_of_the_document() -> None:
    """An emblem over the title hides no task; in a cell it may."""
    picture = "<w:p><w:r><w:drawing><a:blip xmlns:a='x'/></w:drawing></w:r></w:p>"
    assert _read(picture).notes == ()
    cell = _table(table(("1", picture, "STP", "2026"))).rows[1].cells[1]
    assert [note.vi for note in cell.notes] == ["có hình ảnh không đọc được"]


@pytest.mark.parametrize(
    ("body", "parts", "reason", "number"),
    [
        # A number stands before every paragraph of its list: of 4 kB it made gigabytes.
        (paragraph("a"), {"numbering": _list(1, _level(0, "%1." * 21))}, "list-number", "60"),
        # Word itself has 63 columns at most.
        (f"<w:tbl>{row(('a',) * 301)}</w:tbl>", {}, "wide", "300"),
    ],
)
def test_what_grows_with_its_own_square_is_refused_by_its_bound(
    body: str, parts: dict[str, str], reason: str, number: str
) -> None:
    with pytest.raises(AnnexRefused, match=reason) as refused:
        _read(body, **parts)
    assert number in refused.value.text.vi
    assert number in refused.value.text.en


def test_after_thirty_of_a_letter_numbers_are_digits() -> None:
    """Word has no more of them; without an end, a number was as long as the list."""
    levels = _level(0, "%1.", '<w:start w:val="780"/>', form="lowerLetter")
    paragraphs = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>' * 2
    blocks = _read(paragraphs, numbering=_list(1, levels)).blocks
    assert [each.text for each in blocks if isinstance(each, AnnexParagraph)] == [
        f"{'z' * 30}.",
        "781.",
    ]
