"""Whatever a workbook shows or hides is in the draft or in the list of what was left out."""

import json
from datetime import date
from io import BytesIO

import openpyxl
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font

from kehoach.annex.documents.workbook_sheets import read_xlsx
from kehoach.annex.draft_json import draft_json
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.annex.tables.plan_tables import NoPlanTable, told_apart

_HEADERS = (
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn UBND tỉnh giao", "Thời hạn Sở đề xuất"),
    ("Mã", "Đã phân ra", "Ai lo", "Bao giờ", "Đến đâu"),
    ("Họ tên", "Quê", "Tuổi"),
    (),
)
_WORDS = st.sampled_from((
    "1", "I", "a)", "Rà soát", "Sở Tư pháp", "30/6/2026", "Quý II/2026", "ít nhất 02 lớp", "Ghi chú: gấp",
    "Tổng cộng", "KẾ HOẠCH", "Số: 5/KH-UBND", "trên địa bàn", "x",
))  # fmt: skip


@st.composite
def _books(draw: st.DrawFn) -> tuple[bytes, list[str]]:
    """Return a workbook and what its cells and comments say, each with a sign of its own."""
    book = openpyxl.Workbook()
    said: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        sheet = book.create_sheet(f"Trang {number}") if number else book.worksheets[0]
        header = draw(st.sampled_from(_HEADERS))
        width = len(header) or draw(st.integers(1, 5))
        sheet.append(list(header))
        for row in range(2, 2 + draw(st.integers(0, 5))):
            for column in range(1, width + 1):
                if draw(st.integers(0, 2)) == 0:
                    continue
                said.append(f"{draw(_WORDS)} jx{len(said)}xj")
                cell = sheet.cell(row, column, said[-1])
                if draw(st.integers(0, 9)) == 0:
                    cell.font = Font(strike=True)
                if draw(st.integers(0, 9)) == 0:
                    said.append(f"nhận xét jx{len(said)}xj")
                    cell.comment = Comment(said[-1], "A")
            sheet.row_dimensions[row].hidden = draw(st.integers(0, 9)) == 0
        if draw(st.integers(0, 4)) == 0 and width > 1:
            sheet.column_dimensions["B"].hidden = True
        if draw(st.integers(0, 4)) == 0 and number:
            sheet.sheet_state = "hidden"
    file = BytesIO()
    book.save(file)
    return file.getvalue(), said


@settings(max_examples=40, deadline=None)
@given(_books())
def test_each_cell_and_comment_is_told(made: tuple[bytes, list[str]]) -> None:
    raw, said = made
    annex = read_xlsx(raw)
    try:
        drafted = draft(annex, None, DraftOptions(date(2026, 1, 1)))
    except NoPlanTable:
        assume(False)
        raise
    told = draft_json(drafted, "vi") + json.dumps(told_apart(annex).around, ensure_ascii=False)
    assert [words for words in said if words.rpartition(" ")[2] not in told] == []
