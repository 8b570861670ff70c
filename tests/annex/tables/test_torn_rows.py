"""Rows torn in two by a page, rows that only count columns, remarks, sums and signatures."""

from datetime import date

import pytest

from annex.grids import REGISTRY, a_draft, a_table
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.annex.tables.plan_tables import NoPlanTable

_HEADER = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn"
_FIRST = "1|Rà soát các văn bản|Sở Y tế|2026"


@pytest.mark.parametrize(
    ("above", "below", "text", "due"),
    [
        ("1|Rà soát các văn bản|Sở Y tế|2026", "|trên địa bàn tỉnh||",
         "Rà soát các văn bản trên địa bàn tỉnh", "2026-12-31"),
        ("1|Rà soát nhiệm vụ của Sở Nông nghiệp và|Sở Y tế|2026", "|Môi trường tỉnh Bắc Ninh||",
         "Rà soát nhiệm vụ của Sở Nông nghiệp và Môi trường tỉnh Bắc Ninh", "2026-12-31"),
        ("1|Rà soát|Sở Y tế|Trước ngày 30/6", "|||/2026", "Rà soát", "2026-06-29"),
        ("1|Rà soát|Sở Y tế|Trước ngày", "|||30/6/2026", "Rà soát", "2026-06-29"),
        ("1|Rà soát|Sở Kế hoạch và|2026", "||Đầu tư|", "Rà soát", "2026-12-31"),
        ("1|Xây dựng đề án|Sở Kế hoạch và|2026", "|phát triển du lịch|Đầu tư|",
         "Xây dựng đề án phát triển du lịch", "2026-12-31"),
    ],
)  # fmt: skip
def test_what_is_cut_in_two_by_a_page_is_joined(
    above: str, below: str, text: str, due: str
) -> None:
    drafted = a_draft(_HEADER, above, below, "2|B|Sở Y tế|2026")
    assert [item.id for item in drafted.items] == ["1", "2"]
    first = drafted.items[0]
    assert (first.text, str(first.nominal_due)) == (text, due)
    assert any("nối tiếp" in doubt.vi for doubt in first.doubts)
    assert first.owing[0].id == ("so-khdt" if "Kế hoạch" in above else "so-y-te")


def test_a_name_below_a_cell_that_is_empty_is_a_note_in_doubt() -> None:
    """Nothing was torn: whose task it is nobody has said above."""
    drafted = a_draft(_HEADER, "1|Rà soát||2026", "||Sở Y tế|", "2|B|Sở Nội vụ|2026")
    first = drafted.items[0]
    assert [item.id for item in drafted.items] == ["1", "2"]
    assert (first.owing, first.note) == ((), "Sở Y tế")
    assert any("Sở Y tế" in doubt.vi for doubt in first.doubts)


@pytest.mark.parametrize(
    "below",
    ["|xây dựng quy chế|Sở Nội vụ|30/9/2026", "|Xây dựng quy chế|Sở Nội vụ|30/9/2026"],
)
def test_a_row_that_says_who_and_when_is_a_task_of_its_own(below: str) -> None:
    drafted = a_draft(_HEADER, _FIRST, below)
    assert [item.id for item in drafted.items] == ["1", "1.a"]
    assert str(drafted.items[0].nominal_due) == "2026-12-31"
    assert str(drafted.items[1].nominal_due) == "2026-09-30"


@pytest.mark.parametrize(
    "row",
    [
        "Ghi chú: nhiệm vụ số 2 là trọng tâm|<|<|<",
        "(*) Thời gian có thể điều chỉnh|<|<|<",
        "|Tổng cộng: 02 nhiệm vụ||",
        "|Cộng|10|",
        "|Tổng số|02|",
        "|NGƯỜI LẬP BIỂU|GIÁM ĐỐC|",
        "|(Ký, ghi rõ họ tên)|(Ký tên, đóng dấu)|",
        "|TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|",
        "Lưu ý: các đơn vị báo cáo trước ngày 15/12/2026|<|<|<",
    ],
)
def test_remarks_sums_and_signatures_are_no_tasks_and_are_told(row: str) -> None:
    drafted = a_draft(_HEADER, _FIRST, row)
    assert [item.id for item in drafted.items] == ["1"]
    (told,) = (doubt.vi for doubt in drafted.doubts if "không phải nhiệm vụ" in doubt.vi)
    assert all(words in told for words in row.split("|") if words not in ("", "<"))


def test_below_who_signed_names_are_no_tasks() -> None:
    drafted = a_draft(
        _HEADER, _FIRST, "|NGƯỜI LẬP|GIÁM ĐỐC|", "|Nguyễn Văn A|Trần Văn B|", "2|B|Sở Y tế|2026"
    )
    assert [item.text for item in drafted.items] == ["Rà soát các văn bản", "B"]
    assert any("Nguyễn Văn A | Trần Văn B" in doubt.vi for doubt in drafted.doubts)


@pytest.mark.parametrize(
    "row",
    [
        "|Cộng đồng dân cư giám sát|Sở Y tế|2026",
        "|Tổng hợp báo cáo|Sở Y tế|2026",
        "|Ký kết quy chế phối hợp|Sở Y tế|2026",
        "|Tổng kết năm|Sở Y tế|2026",
        "* Công tác tuyên truyền|<|<|<",
    ],
)
def test_tasks_that_begin_alike_stay_tasks_or_headings(row: str) -> None:
    drafted = a_draft(_HEADER, _FIRST, row, "2|B|Sở Y tế|2026")
    assert not [doubt for doubt in drafted.doubts if "không phải nhiệm vụ" in doubt.vi]


@pytest.mark.parametrize(
    "row",
    [
        "(1)|(2)|(3)|(4)",
        "1|2|3|",
        "[1]|[2]|[3]|[4]",
        "A|B|1|2",
        "(1)|(2)|(3)|(4)=(2)+(3)",
        "a|b|c|d",
    ],
)
def test_a_row_that_counts_the_columns_is_no_task(row: str) -> None:
    drafted = a_draft(_HEADER, row, _FIRST)
    assert [item.text for item in drafted.items] == ["Rà soát các văn bản"]


@pytest.mark.parametrize("row", ["1|2|Sở Y tế|", "2|Một|3|4", "1|||"])
def test_other_rows_of_numbers_are(row: str) -> None:
    """They are tasks, or told of as a number alone."""
    try:
        drafted = a_draft(_HEADER, row, "9|B|Sở Y tế|2026")
    except NoPlanTable:
        pytest.fail("a row of a task is there")
    told = [item.number for item in drafted.items] + [doubt.vi for doubt in drafted.doubts]
    assert any(row.split("|", maxsplit=1)[0] in words for words in told)


@pytest.mark.parametrize("second", [_HEADER, ""])
@pytest.mark.parametrize("between", ["", "2", "Trang 2/5", "- 3 -"])
def test_a_table_that_goes_on_below_a_page_number_is_one(second: str, between: str) -> None:
    """A program that turns a PDF into Word makes a table of each page."""
    rows = (*filter(None, (second,)), "|trên địa bàn tỉnh||", "2|B|Sở Nội vụ|30/6/2026")
    number = [AnnexParagraph(words) for words in (between,) if words]
    title = AnnexParagraph("Kế hoạch năm 2026")
    annex = Annex((title, a_table(_HEADER, _FIRST), *number, a_table(*rows)))
    items = draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1))).items
    assert [(item.id, item.text) for item in items] == [
        ("1", "Rà soát các văn bản trên địa bàn tỉnh"),
        ("2", "B"),
    ]


def test_on_a_new_page_words_that_may_go_on_are_a_note_in_doubt_and_no_task() -> None:
    drafted = a_draft(
        _HEADER,
        "1|Rà soát nhiệm vụ của Sở Y tế|Sở Y tế|2026",
        _HEADER,
        "|Bắc Ninh||",
        "2|B|Sở Y tế|2026",
    )
    assert [item.id for item in drafted.items] == ["1", "2"]
    assert drafted.items[0].note == "Bắc Ninh"
    assert len(drafted.items[0].doubts) == 1
