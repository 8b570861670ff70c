"""The times of rows: beginning and end, marks below a heading, wordings that are understood or not."""

from datetime import date

import pytest

from annex.grids import a_table as _table
from annex.tables.drafted_rows import HEADER, REGISTRY, draft_of
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.items.drafting import draft

_TWO = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời gian|<\n^|^|^|Bắt đầu|Hoàn thành"


@pytest.mark.parametrize(
    ("start", "end", "due", "doubts"),
    [
        ("01/3/2026", "30/6/2026", "2026-06-30", 0),
        ("Tháng 3/2026", "Tháng 6/2026", "2026-06-30", 0),
        ("", "30/6/2026", "2026-06-30", 0),
        ("01/9/2026", "30/6/2026", "2026-06-30", 1),
        ("Tháng 3/2026", "", "None", 1),
        ("khi xong", "Tháng 6/2026", "2026-06-30", 1),
        ("", "", "None", 1),
    ],
)
def test_a_beginning_and_an_end(start: str, end: str, due: str, doubts: int) -> None:
    (item,) = draft_of(f"1|A|Sở Y tế|{start}|{end}", header=_TWO).items
    assert (str(item.nominal_due), len(item.doubts)) == (due, doubts)
    assert all(
        words in item.wording.lower() + item.note.lower() for words in (start.lower(), end.lower())
    )


def test_of_two_deadlines_that_of_the_end_counts_in_doubt() -> None:
    header = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời gian hoàn thành|Thời gian trình"
    (item,) = draft_of("1|A|Sở Y tế|Tháng 9/2026|Tháng 6/2026", header=header).items
    assert (item.wording, item.note) == ("Tháng 9/2026", "Thời gian trình: Tháng 6/2026")
    assert len(item.doubts) == 1


@pytest.mark.parametrize(
    ("text", "wording", "doubts"),
    [
        ("Trình trước ngày 30/6/2026", "", 2),
        ("Trình trước ngày 30/6/2026", "Trước 30/6/2026", 0),
        ("Trình trước ngày 15/6/2026", "Trước 30/6/2026", 1),
        ("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024", "2026", 0),
    ],
)
def test_a_time_within_the_text_is_named(text: str, wording: str, doubts: int) -> None:
    (item,) = draft_of(f"1|{text}|Sở Y tế|{wording}").items
    assert len(item.doubts) == doubts


def test_a_wording_that_is_not_understood_is_kept_and_no_deadline_is_made_of_it() -> None:
    (item,) = draft_of("1|A|Sở Y tế|Tháng 12//2026").items
    assert item.deadline == ({"not_set": "Tháng 12//2026"},)
    assert "12//2026" in item.doubts[0].vi


def test_lines_of_a_cell_may_be_rules_of_their_own() -> None:
    (item,) = draft_of("1|A|Sở Y tế|Quý II/2026⏎Quý IV/2026").items
    assert item.deadline == ({"within": "2026-Q2"}, {"within": "2026-Q4"})


def test_an_event_is_named_once_for_all_that_wait_for_it() -> None:
    drafted = draft_of(
        "1|A|Sở Y tế|Sau khi Luật được ban hành", "2|B|Sở Y tế|Sau khi Luật được ban hành"
    )
    assert len(drafted.events) == 1
    assert drafted.items[0].deadline == drafted.items[1].deadline


_QUARTERS = "TT|Nhiệm vụ|Cơ quan chủ trì|{over}|<|<|<\n^|^|^|{below}"


@pytest.mark.parametrize(
    ("over", "below", "marks", "wording", "due"),
    [
        ("Thời gian thực hiện", "Quý I|Quý II|Quý III|Quý IV", "|x|X|", "Quý II; Quý III", "None"),
        ("Thời gian (quý)", "I|II|III|IV", "|||x", "Thời gian (quý) – IV", "None"),
        ("Tiến độ", "2025|Năm 2026|Năm 2027|Sau 2027", "|√||", "Năm 2026", "2026-12-31"),
        ("Tiến độ", "2025|Năm 2026|Năm 2027|Sau 2027", "|Tháng 6/2026||", "Tháng 6/2026", "2026-06-30"),
    ],
)  # fmt: skip
def test_a_mark_below_a_heading_says_that_heading(
    over: str, below: str, marks: str, wording: str, due: str
) -> None:
    """A cross says nothing by itself: what it stands under would be lost."""
    (item,) = draft_of(
        f"1|A|Sở Y tế|{marks}", header=_QUARTERS.format(over=over, below=below)
    ).items
    assert (item.wording, str(item.nominal_due)) == (wording, due)
    assert any("đánh dấu" in doubt.vi for doubt in item.doubts) == ("/" not in marks)


def test_a_mark_below_a_body_names_it() -> None:
    header = "TT|Nhiệm vụ|Cơ quan thực hiện|<|<|Thời hạn\n^|^|Sở Y tế|Sở Nội vụ|Cấp xã|^"
    (item,) = draft_of("1|A|x||x|2026", header=header).items
    assert [name.words for name in item.owing] == ["Sở Y tế", "Cấp xã"]
    assert len([doubt for doubt in item.doubts if "đánh dấu" in doubt.vi]) == 1


def test_ditto_signs_are_in_doubt_in_every_column() -> None:
    header = f"{HEADER}|Sản phẩm"
    second = draft_of("1|A|Sở Y tế|2026|Báo cáo", "2|B|nt|-nt-|Như trên", header=header).items[1]
    assert (second.owing, second.nominal_due, second.product) == ((), None, "Như trên")
    told = " ".join(doubt.vi for doubt in second.doubts)
    assert all(words in told for words in ("“nt”", "“-nt-”", "“Như trên”"))


def test_a_table_of_reports_is_read_by_its_two_columns() -> None:
    reports = _table("Báo cáo|Thời hạn gửi", "Quý|Trước ngày 20 tháng cuối quý", "Năm|15/12/2026")
    annex = Annex((AnnexParagraph("Kế hoạch 2026"), _table(HEADER, "1|A|Sở Y tế|2026"), reports))
    items = draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1))).items
    assert [(item.id, item.kind, item.text) for item in items] == [
        ("1", "task", "A"),
        ("a", "report", "Quý"),
        ("b", "report", "Năm"),
    ]
    assert str(items[2].nominal_due) == "2026-12-15"


def test_a_narrow_table_of_something_else_loses_no_word() -> None:
    long = "x" * 90
    other = _table("Nguồn vốn|Số tiền", f"Ngân sách tỉnh {long}|1.500", "Xã hội hóa|200", "Khác|5")
    annex = Annex((AnnexParagraph("Kế hoạch 2026"), _table(HEADER, "1|A|Sở Y tế|2026"), other))
    told = " ".join(
        doubt.vi for doubt in draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1))).doubts
    )
    assert all(words in told for words in ("Nguồn vốn", f"{long} | 1.500", "Khác | 5"))
