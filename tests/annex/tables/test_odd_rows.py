"""Rows, headings and cells that are seldom written so; what is expected was written by hand."""

from datetime import date

import pytest

from annex.grids import REGISTRY, a_draft, a_table
from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.annex.tables.column_kinds import column_of

_HEADER = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn"


def _due(words: str) -> tuple[object, object, list[str]]:
    """Return the rules, the quantity and the doubts of an item whose cell of time says so."""
    (item,) = a_draft(_HEADER, f"1|A|Sở Y tế|{words}").items
    return item.deadline, item.quantity, [doubt.vi for doubt in item.doubts]


def test_a_number_asked_for_in_the_cell_of_time_is_the_item_s() -> None:
    assert _due("ít nhất 02 lần trong năm 2026") == (({"within": "2026"},), (2, "lần"), [])


def test_what_is_certain_beside_a_day_that_is_none_is_shown_and_not_written() -> None:
    deadline, _, doubts = _due("Trước ngày 30/6/2026 và trước ngày 31/02/2026")
    assert deadline == ({"not_set": "Trước ngày 30/6/2026 và trước ngày 31/02/2026"},)
    assert doubts[-1].endswith("chưa hiểu hết, chưa ghi; phần chắc chắn: {before: 2026-06-30}")


def test_a_beginning_that_is_not_understood_and_no_end_make_no_deadline() -> None:
    header = "TT|Nhiệm vụ|Cơ quan chủ trì|Bắt đầu|Hoàn thành"
    (item,) = a_draft(header, "1|A|Sở Y tế|khi xong|").items
    assert item.deadline == ({"not_set": "khi xong"},)
    assert [doubt.vi for doubt in item.doubts] == [
        "chỉ có ngày bắt đầu “khi xong”, không có hạn hoàn thành"
    ]


def test_two_wordings_of_one_event_are_a_doubt_and_one_event() -> None:
    rows = (f"{at}|A|Sở Y tế|Sau khi {law} được ban hành" for at, law in ((1, "Luật"), (2, "luật")))
    drafted = a_draft(_HEADER, *rows)
    assert [event.text for event in drafted.events] == ["Luật được ban hành"]
    assert any("hai sự kiện cùng mã luat-duoc-ban-hanh" in doubt.vi for doubt in drafted.doubts)


@pytest.mark.parametrize(
    ("rows", "ids", "sections"),
    [
        # A row of text alone over a number one, in capitals, or over bullets and lower numbers.
        (("|Nhóm việc||", "1|A|Sở Y tế|2026"), ["1"], []),
        (("|NHÓM VIỆC||", "3|A|Sở Y tế|2026"), ["3"], []),
        (("1|Nhóm việc||", "-|A|Sở Y tế|2026"), ["1.a"], ["1"]),
        (("1|Nhóm việc||", "1.1|A|Sở Y tế|2026"), ["1.1"], ["1"]),
        # Two headings of one number: the first is kept, the other told.
        (("I|Một|<|<", "1|A|Sở Y tế|2026", "I|Hai|<|<", "2|B|Sở Y tế|2026"), ["I.1", "I.2"], ["I"]),
        # A number over a heading is no heading: nothing stands under it.
        (("I|Một|<|<", "1|A||", "II|Hai|<|<", "2|B|Sở Y tế|2026"), ["I.1", "II.2"], ["I", "II"]),
        # A heading without a number gets none where that would not tell the rows under it apart.
        (("NHÓM VIỆC|<|<|<", "1|A|Sở Y tế|2026", "1|B|Sở Y tế|2026"), ["1", "1-2"], []),
        # A number used twice, where the id it would get is another's number.
        (("1/2|A|Sở Y tế|2026", "1|B|Sở Y tế|2026", "1|C|Sở Y tế|2026"), ["1-2", "1", "1-3"], []),
    ],
)
def test_ids_and_headings(rows: tuple[str, ...], ids: list[str], sections: list[str]) -> None:
    drafted = a_draft(_HEADER, *rows)
    assert [item.id for item in drafted.items] == ids
    assert [section.id for section in drafted.sections] == sections


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("Nhiệm vụ|Cơ quan chủ trì|Thời hạn", [("A", "so-y-te"), ("B", "so-noi-vu")]),
        ("Nội dung|Cơ quan thực hiện|Thời hạn", [("A", "so-y-te"), ("B", "so-noi-vu")]),
    ],
)
def test_headings_without_a_number_come_again(again: str, told: list[tuple[str, str]]) -> None:
    drafted = a_draft(
        "Nhiệm vụ|Cơ quan chủ trì|Thời hạn", "A|Sở Y tế|2026", again, "B|Sở Nội vụ|2026"
    )
    assert [(item.text, item.owing[0].id) for item in drafted.items] == told


def test_a_row_torn_in_two_under_cells_merged_down_is_one() -> None:
    """The page ends within the sentence; who and when are merged over both of its parts."""
    table = AnnexTable(
        (
            *a_table(_HEADER, "1|Xây dựng kế hoạch và|Sở Y tế|2026").rows,
            *a_table(_HEADER).rows,
        )
    )
    lead, due = table.rows[1].cells[2:]
    rest = AnnexRow("4", (AnnexCell(), AnnexCell("báo cáo kết quả"), lead, due))
    annex = Annex((AnnexParagraph(""), AnnexTable((*table.rows, rest))))
    (item,) = draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1))).items
    assert (item.text, [each.id for each in item.owing]) == (
        "Xây dựng kế hoạch và báo cáo kết quả", ["so-y-te"],
    )  # fmt: skip


def test_a_paragraph_above_a_table_numbered_as_the_headings_in_it_heads_nothing() -> None:
    annex = Annex(
        (
            AnnexParagraph("Kế hoạch số 7/KH-UBND năm 2026"),
            AnnexParagraph("II. NHIỆM VỤ KHÁC"),
            a_table(_HEADER, "III|Riêng|<|<", "1|A|Sở Y tế|2026"),
        )
    )
    drafted = draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1)))
    assert [(each.id, each.title) for each in drafted.sections] == [("III", "Riêng")]


def test_a_column_is_known_by_the_nearest_heading_where_both_are_long() -> None:
    column = column_of(
        3, ["Thời gian thực hiện các nhiệm vụ, giải pháp " * 2, "Thời hạn hoàn thành"]
    )
    assert column.kind == "due"
