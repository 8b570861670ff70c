"""A Word annex as provinces write them, with every trap that Word sets; made anew for each run."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_HEADER = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm")
_NUMBERING = f"""\
<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum>"""


def word_annex() -> bytes:
    """Return the file. What is expected of it stands in ``test_word_annex.py``."""
    document = Document()
    _letterhead(document)
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Thực hiện nhiệm vụ chuyển đổi số năm 2026")
    document.add_paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;")
    _lists(document)
    _first(document)
    document.add_paragraph("II. NHIỆM VỤ CỦA CẤP XÃ")
    _second(document)
    document.add_paragraph("Nơi nhận: như trên; Lưu: VT.")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _letterhead(document: Any) -> None:
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "UBND TỈNH BẮC GIANG"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    table.cell(1, 0).text = "Số: 12/KH-UBND"
    table.cell(1, 1).text = "Bắc Giang, ngày 05 tháng 02 năm 2026"


def _lists(document: Any) -> None:
    """Define list 90 (1, a)) and list 91, which starts the same anew."""
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(_NUMBERING))
    for number, more in (
        ("90", ""),
        ("91", '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ):
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="90"/>{more}</w:num>'
            )
        )


def _first(document: Any) -> None:
    """Build the table of section I, whose header is repeated below a row torn in two."""
    table = document.add_table(1, 6)
    _fill(table, 0, _HEADER)
    section = table.add_row()
    section.cells[0].merge(section.cells[5]).text = "I. CÔNG TÁC TUYÊN TRUYỀN"
    # The number is Word's own; the task's words are split over runs within a word.
    row = _row(
        table,
        "",
        "",
        "Sở Tư pháp",
        "Sở Văn hóa, Thể thao và Du lịch; Công an tỉnh và các sở liên quan",
        "",
        "Kế hoạch",
    )
    _numbered(table, row, "90", 0)
    _runs(table.cell(row, 1), "Tuyên truyền trước ng", "ày bầu cử,\nqua ", "Đài Phát thanh")
    _runs(table.cell(row, 4), "Trước ng", "ày 30/6/20", "26")
    # A heading with a) and b) below it; who leads is one merged cell; a hyperlink, a tracked change.
    _row(table, "2", "Tổ chức hội nghị", "", "", "", "")
    first = _row(table, "a)", "Hội nghị cấp tỉnh", "Sở Nội vụ", "", "Quý II/2026", "")
    _hyperlink(table.cell(first, 5), "Hội nghị trực tuyến")
    second = _row(table, "b)", "Hội nghị cấp xã", "", "UBND cấp xã", "Tháng 9/2026", "Hội nghị")
    table.cell(first, 2).merge(table.cell(second, 2))
    _changed(table.cell(second, 1), " tổ chức trực tiếp", " trước ngày 01/9")
    # Torn in two by a page break: the header stands again, and the sentence goes on below it.
    _row(
        table,
        "3",
        "Xây dựng chuyên mục phổ biến",
        "Sở Khoa học và",
        "",
        "Thường xuyên",
        "Chuyên mục",
    )
    _row(table, *_HEADER)
    _row(table, "", "pháp luật trên cổng thông tin", "Công nghệ", "", "", "")
    # The same letters again under another number.
    _row(table, "4", "Kiểm tra", "", "", "", "")
    _row(table, "a)", "Kiểm tra tại sở", "Sở Nội vụ", "", "Tháng 10/2026", "Kết luận")
    _row(table, "b)", "Kiểm tra tại xã", "STP, Sở Quang Minh", "", "khi cần", "Kết luận")


def _second(document: Any) -> None:
    """Build the table under heading II: two rows of header, two deadlines, a blank number and date."""
    table = document.add_table(2, 7)
    for column, words in enumerate(
        ("STT", "Nội dung công việc", "Cơ quan thực hiện", "", "Thời gian thực hiện", "", "Ghi chú")
    ):
        table.cell(0, column).text = words
    for column, words in ((2, "Chủ trì"), (3, "Phối hợp"), (4, "Bắt đầu"), (5, "Hoàn thành")):
        table.cell(1, column).text = words
    for column in (0, 1, 6):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(0, 4).merge(table.cell(0, 5))
    _row(
        table,
        "1",
        "Rà soát thủ tục",
        "UBND cấp xã",
        "",
        "01/3/2026",
        "30/6/2026",
        "Có hướng dẫn riêng",
    )
    _row(table, "", "Báo cáo kết quả rà soát", "UBND cấp xã", "", "", "", "")


def _fill(table: Any, row: int, words: tuple[str, ...]) -> None:
    for column, each in enumerate(words):
        table.cell(row, column).text = each


def _row(table: Any, *words: str) -> int:
    table.add_row()
    _fill(table, len(table.rows) - 1, words)
    return len(table.rows) - 1


def _runs(cell: Any, *parts: str) -> None:
    for part in parts:
        cell.paragraphs[0].add_run(part)


def _numbered(table: Any, row: int, number: str, level: int) -> None:
    properties = table.cell(row, 0).paragraphs[0]._p.get_or_add_pPr()  # noqa: SLF001 - no other way
    properties.append(parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    ))  # fmt: skip


def _hyperlink(cell: Any, words: str) -> None:
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w")} w:anchor="x"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>'
    )
    cell.paragraphs[0]._p.append(link)  # noqa: SLF001


def _changed(cell: Any, inserted: str, deleted: str) -> None:
    who = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
    paragraph = cell.paragraphs[0]._p  # noqa: SLF001
    paragraph.append(parse_xml(
        f'<w:ins {nsdecls("w")} {who}><w:r><w:t xml:space="preserve">{inserted}</w:t></w:r></w:ins>'
    ))  # fmt: skip
    paragraph.append(parse_xml(
        f'<w:del {nsdecls("w")} {who}><w:r><w:delText xml:space="preserve">{deleted}</w:delText>'
        "</w:r></w:del>"
    ))  # fmt: skip
    assert paragraph.tag == qn("w:p")
