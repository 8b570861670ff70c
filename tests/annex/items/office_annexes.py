"""Annexes and registers as offices make them, made anew for each run.

What is expected of them stands in ``test_office_annexes.py``.
"""
# ruff: noqa: E501 - a row of a document a line

from io import BytesIO
from typing import Any

import openpyxl
from docx import Document
from openpyxl.styles import Font


def _saved(book: openpyxl.Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(sheet: Any, *rows: str) -> None:
    """Fill a sheet; ``<`` merges a cell with the one on its left, ``^`` with the one above."""
    grid = [[words.strip() for words in row.split("|")] for row in rows]
    places = {(y, x): words for y, row in enumerate(grid, 1) for x, words in enumerate(row, 1)}
    for (down, across), words in places.items():
        if words in ("", "<", "^"):
            continue
        sheet.cell(down, across, words.replace("⏎", "\n"))
        right, below = across, down
        while places.get((down, right + 1)) == "<":
            right += 1
        while places.get((below + 1, across)) == "^":
            below += 1
        if (right, below) != (across, down):
            sheet.merge_cells(start_row=down, start_column=across, end_row=below, end_column=right)


def imposed_and_proposed() -> bytes:
    """Return a sheet with its letterhead, headings in two rows, groups, a remark and who signed."""
    book = openpyxl.Workbook()
    _sheet(
        book.worksheets[0],
        "UỶ BAN NHÂN DÂN⏎TỈNH BẮC GIANG|<|<|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc|<|<|<",
        "Số: 45/KH-UBND|<|<|Bắc Giang, ngày 12 tháng 01 năm 2026|<|<|<",
        "PHỤ LỤC|<|<|<|<|<|<",
        "PHÂN CÔNG NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026|<|<|<|<|<|<",
        "TT|Nội dung công việc|Cơ quan chủ trì|Cơ quan phối hợp|Thời hạn hoàn thành|<|Sản phẩm",
        "^|^|^|^|UBND tỉnh giao|Sở đề xuất|^",
        "(1)|(2)|(3)|(4)|(5)|(6)|(7)",
        "I|Hạ tầng số",
        "1|Phủ sóng 5G tại khu công nghiệp|Sở Khoa học và Công nghệ|Các sở, ngành liên quan|30/6/2026|31/7/2026|Báo cáo",
        "2|Nâng cấp trung tâm dữ liệu|Sở Khoa học và Công nghệ|Sở Tài chính||Quý III/2026|Trung tâm dữ liệu",
        "II|Nhân lực số",
        "1|Mở ít nhất 02 lớp tập huấn cho cán bộ xã|Sở Nội vụ||Quý II/2026|Quý II/2026|",
        "2|Cấp chữ ký số cho trên 90% cán bộ|Sở Nội vụ|Sở Tư pháp; UBND cấp xã|Trước ngày 15/12/2026||100% hồ sơ",
        "Ghi chú: các cơ quan báo cáo UBND tỉnh trước ngày 20/12/2026|<|<|<|<|<|<",
        "|NGƯỜI LẬP BIỂU||||TM. ỦY BAN NHÂN DÂN|",
        "|Nguyễn Văn A||||CHỦ TỊCH|",
    )
    return _saved(book)


def several_sheets() -> bytes:
    """Return a cover, two annexes that number anew, a day struck out and a hidden column."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Bìa"
    _sheet(
        book.worksheets[0],
        "UBND TỈNH BẮC GIANG|<|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ TƯ PHÁP|<|Độc lập - Tự do - Hạnh phúc",
        "Số: 9/KH-STP||Bắc Giang, ngày 20 tháng 01 năm 2026",
        "KẾ HOẠCH|<|<",
        "Công tác tư pháp năm 2026|<|<",
    )
    first = book.create_sheet("Phụ lục I")
    _sheet(
        first,
        "PHỤ LỤC I: NHIỆM VỤ|<|<|<|<",
        "STT|Nhiệm vụ|Đơn vị thực hiện|Ngày hoàn thành dự kiến|Ghi chú nội bộ",
        "1|Rà soát văn bản quy phạm pháp luật|Sở Tư pháp|30/4/2026|xem lại",
        "2|Tập huấn hòa giải viên|Sở Tư pháp|30/5/2026|",
    )
    first["D4"].font = Font(strike=True)
    first.column_dimensions["E"].hidden = True
    _sheet(
        book.create_sheet("Phụ lục II"),
        "PHỤ LỤC II: VĂN BẢN|<|<|<",
        "TT|Văn bản cần ban hành|Cơ quan soạn thảo|Thời gian trình",
        "1|Quyết định ban hành quy chế phối hợp|Sở Tư pháp|Tháng 6/2026",
        "2|Nghị quyết về mức chi hòa giải|Sở Tài chính|Quý III",
    )
    return _saved(book)


def register() -> bytes:
    """Return the register of a ministry's style: what was assigned, until when, and how it went."""
    book = openpyxl.Workbook()
    _sheet(
        book.worksheets[0],
        "SỔ THEO DÕI NHIỆM VỤ UBND TỈNH GIAO NĂM 2026|<|<|<|<|<|<|<",
        "STT|Số, ký hiệu văn bản|Ngày văn bản|Nội dung giao|Đơn vị được giao|Hạn xử lý|Ngày hoàn thành|Kết quả",
        "1|120/UBND-NC|05/01/2026|Báo cáo kết quả cải cách hành chính|Sở Nội vụ|31/3/2026|28/3/2026|Đã báo cáo",
        "2|133/UBND-TH|12/01/2026|Tham mưu sửa đổi quy chế làm việc|Văn phòng UBND tỉnh||15/5/2026|",
        "3|140/UBND-KT|19/01/2026|Rà soát dự án chậm tiến độ|Sở Tài chính; Đ/c Nguyễn Văn A|Trong tháng 6/2026||",
    )
    return _saved(book)


def pages_of_word() -> bytes:
    """Return a Word annex that a program made of a PDF: a table for each page, rows cut in two."""
    document = Document()
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph("(Kèm theo Kế hoạch số 77/KH-UBND ngày 02/3/2026 của UBND tỉnh)")
    header = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành", "Phấn đấu hoàn thành")
    _table(
        document,
        header,
        ("1", "Xây dựng cơ sở dữ liệu đất đai", "Sở Nông nghiệp và Môi trường", "31/12/2026", "30/11/2026"),
        ("2", "Số hóa hồ sơ địa chính của các xã thuộc", "Sở Nông nghiệp và", "Trước ngày 30/9", ""),
    )  # fmt: skip
    document.add_paragraph("- 1 -")
    _table(
        document,
        header,
        ("", "huyện Yên Thế và huyện Lục Ngạn cũ", "Môi trường", "/2026", ""),
        (
            "3",
            "Công bố bảng giá đất",
            "Sở Nông nghiệp và Môi trường",
            "Hằng năm, trước ngày 01/01",
            "",
        ),
    )
    document.add_paragraph("Nơi nhận: Như trên; Lưu: VT.")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def beginnings_in_word() -> bytes:
    """Return a Word annex with columns of beginning and end, and groups in deadlines."""
    document = Document()
    document.add_paragraph("UBND TỈNH BẮC GIANG")
    document.add_paragraph("Số: 81/KH-UBND")
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Đầu tư công năm 2026")
    _table(
        document,
        ("STT", "Công trình", "Đơn vị thực hiện", "Khởi công", "Hoàn thành"),
        ("1", "Cầu vượt sông Thương", "Sở Xây dựng", "Tháng 3/2026", "Tháng 11/2026"),
        ("2", "Đường gom cao tốc", "Sở Xây dựng", "Quý IV/2026", ""),
        ("3", "Trường THPT Lạng Giang", "Sở Giáo dục và Đào tạo", "", "30/8/2026"),
    )
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _table(document: Any, *rows: tuple[str, ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for down, row in enumerate(rows):
        for across, words in enumerate(row):
            table.cell(down, across).text = words
