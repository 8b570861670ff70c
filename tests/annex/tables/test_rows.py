"""Rows of an annex, one trap each; what is expected was written by hand."""

from datetime import date

import pytest

from annex.grids import a_table as _table
from annex.tables.drafted_rows import HEADER, REGISTRY, draft_of, told_of
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.items.drafting import draft


def test_a_heading_is_merged_over_the_table_or_has_a_roman_numeral_and_words() -> None:
    drafted = draft_of(
        "I. Chung|<|<|<",
        "1|A|Sở Y tế|2026",
        "II|Riêng|<|<",
        "1|B|Sở Y tế|2026",
        "III|Khác||",
        "1|C|Sở Y tế|2026",
    )
    assert [(each.id, each.title) for each in drafted.sections] == [
        ("I", "Chung"),
        ("II", "Riêng"),
        ("III", "Khác"),
    ]
    assert told_of(drafted) == [("I.1", "A", 0), ("II.1", "B", 0), ("III.1", "C", 0)]


def test_headings_without_numbers_get_one_only_where_ids_clash() -> None:
    plain = draft_of("Chung|<|<|<", "1|A|Sở Y tế|2026", "Riêng|<|<|<", "2|B|Sở Y tế|2026")
    assert [item.id for item in plain.items] == ["1", "2"]
    assert [item.section for item in plain.items] == ["Chung", "Riêng"]
    anew = draft_of("Chung|<|<|<", "1|A|Sở Y tế|2026", "Riêng|<|<|<", "1|B|Sở Y tế|2026")
    assert [item.id for item in anew.items] == ["m1.1", "m2.1"]
    assert any("tạm đặt mã m1, m2" in doubt.vi for doubt in anew.doubts)


def test_a_row_with_children_is_their_heading_without_children_an_item_in_doubt() -> None:
    drafted = draft_of(
        "1|A||", "a)|A1|Sở Y tế|2026", "b)|A2|Sở Y tế|2026", "2|B||", "3|C|Sở Y tế|2026"
    )
    assert told_of(drafted) == [("1.a", "A1", 0), ("1.b", "A2", 0), ("2", "B", 2), ("3", "C", 0)]
    assert drafted.items[0].section == "1. A"


def test_rows_under_one_merged_number_take_letters() -> None:
    drafted = draft_of("1|A|Sở Y tế|2026", "^|B|Sở Nội vụ|Quý I/2026", "2|C|^|^")
    assert told_of(drafted) == [("1.a", "A", 0), ("1.b", "B", 0), ("2", "C", 0)]
    assert [name.id for name in drafted.items[2].owing] == ["so-noi-vu"]


def test_a_blank_cell_is_a_doubt_a_merged_one_is_none() -> None:
    blank, merged = (draft_of("1|A|Sở Y tế|2026", f"2|B|{x}|{x}").items[1] for x in ("", "^"))
    assert [doubt.vi for doubt in blank.doubts] == [
        "không ghi cơ quan chủ trì, thực hiện",
        "ô thời hạn để trống",
    ]
    assert merged.doubts == ()
    assert str(merged.nominal_due) == "2026-12-31"


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        ("Xây dựng kế hoạch|Sở Kế hoạch và", "và báo cáo|Đầu tư", "Xây dựng kế hoạch và báo cáo"),
        ("Xây dựng kế hoạch|Sở Kế hoạch và", "|Đầu tư", "Xây dựng kế hoạch"),
    ],
)
def test_a_row_torn_in_two_is_joined_below_a_repeated_header(
    above: str, below: str, text: str
) -> None:
    drafted = draft_of(f"1|{above}|2026", HEADER, f"|{below}|", "2|B|Sở Y tế|2026")
    assert [(each[0], each[1]) for each in told_of(drafted)] == [("1", text), ("2", "B")]
    assert [name.id for name in drafted.items[0].owing] == ["so-khdt"]
    assert "nối tiếp câu của dòng trên" in drafted.items[0].doubts[0].vi


@pytest.mark.parametrize("torn", ["|- Ý thêm||", "||Sở Nội vụ|", "|||30/9/2026"])
def test_elsewhere_what_may_go_on_is_kept_as_a_note_in_doubt(torn: str) -> None:
    drafted = draft_of("1|Xây dựng kế hoạch|Sở Y tế|2026", torn)
    (item,) = drafted.items
    assert item.note == torn.strip("|")
    assert len(item.doubts) == 1


def test_a_sentence_that_ended_is_not_gone_on_with() -> None:
    drafted = draft_of("1|Xây dựng kế hoạch.|Sở Y tế|2026", HEADER, "|Việc mới|Sở Nội vụ|2026")
    assert [item.id for item in drafted.items] == ["1", "1.a"]


def test_a_number_used_twice_is_a_doubt_and_gets_an_id_of_its_own() -> None:
    drafted = draft_of("1|A|Sở Y tế|2026", "1|B|Sở Y tế|2026", "2|C|Sở Y tế|2026")
    assert told_of(drafted) == [("1", "A", 0), ("1-2", "B", 1), ("2", "C", 0)]
    assert [item.number for item in drafted.items] == ["1", "1", "2"]


def test_the_number_may_stand_in_the_text() -> None:
    drafted = draft_of(
        "1. A|Sở Y tế|2026",
        "a) B|Sở Y tế|2026",
        "C|Sở Y tế|2026",
        header="Nhiệm vụ|Cơ quan chủ trì|Thời hạn",
    )
    assert told_of(drafted) == [("1", "A", 0), ("1.a", "B", 0), ("1.a.a", "C", 1)]


def test_who_implements_owes_where_nobody_leads() -> None:
    drafted = draft_of("1|A|Sở Y tế|2026", header="TT|Nhiệm vụ|Cơ quan thực hiện|Thời hạn")
    assert (drafted.items[0].role, drafted.items[0].owing[0].id) == ("implement", "so-y-te")


def test_a_column_that_nobody_knows_is_kept_under_its_heading() -> None:
    drafted = draft_of("1|A|Sở Y tế|2026|5 tỷ|Gấp", header=f"{HEADER}|Kinh phí|Ghi chú")
    assert drafted.items[0].note == "Kinh phí: 5 tỷ\nGấp"


def test_a_cell_over_two_columns_is_read_once_in_doubt() -> None:
    drafted = draft_of("1|A|Sở Y tế|<|2026", header="TT|Nhiệm vụ|Cơ quan chủ trì|Phối hợp|Thời hạn")
    (item,) = drafted.items
    assert ([name.id for name in item.owing], item.coordinating) == (["so-y-te"], ())
    assert len(item.doubts) == 1


def test_two_columns_of_text_are_both_kept_in_doubt() -> None:
    drafted = draft_of(
        "1|Nhóm|A|Sở Y tế|2026", header="TT|Nhóm nhiệm vụ|Nội dung|Cơ quan chủ trì|Thời hạn"
    )
    assert drafted.items[0].text == "Nhóm\nA"
    assert len(drafted.items[0].doubts) == 1


def test_without_any_year_it_is_this_one_in_doubt() -> None:
    drafted = draft_of("1|A|Sở Y tế|Thường xuyên", before="Kế hoạch")
    assert str(drafted.cover.first) == "2026-01-01"
    assert any("không thấy năm nào" in doubt.vi for doubt in drafted.doubts)


def test_a_letterhead_of_three_rows_is_words_around_the_table() -> None:
    head = _table(
        "UBND TỈNH|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "|Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-UBND|Bắc Giang, ngày 05 tháng 02 năm 2026",
    )
    annex = Annex(
        (
            head,
            AnnexParagraph("KẾ HOẠCH"),
            AnnexParagraph("Năm 2026"),
            _table(HEADER, "1|A|Sở Y tế|2026"),
        )
    )
    cover = draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1))).cover
    assert (cover.number, cover.issued) == ("12/KH-UBND", "2026-02-05")


def test_a_paragraph_that_sets_a_time_is_a_doubt_of_its_own_word_for_word() -> None:
    """What the body of a plan asks of everybody stands in no table; it must not hide among the rest."""
    duty = (
        "Các sở, cơ quan gửi báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 10/12/2026 để tổng hợp, "
        "báo cáo UBND tỉnh theo quy định."
    )
    body = [AnnexParagraph(f"Đoạn thứ {number} của kế hoạch") for number in range(40)]
    annex = Annex(
        (
            *body[:20],
            _table(HEADER, "1|A|Sở Y tế|2026"),
            *body[20:30],
            AnnexParagraph(duty),
            *body[30:],
        )
    )
    told = [doubt.vi for doubt in draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1))).doubts]
    assert any(duty in doubt and "thời hạn" in doubt for doubt in told)
    (left,) = (doubt for doubt in told if "để lại ngoài dự thảo 41 đoạn" in doubt)
    assert "Đoạn thứ 0 của" in left
    assert "Đoạn thứ 39 của" in left


def test_a_long_table_of_something_else_is_told_of_without_filling_the_page() -> None:
    other = _table("Mã|Tên xã|Huyện", *(f"{number}|Xã {number}|Tân Yên" for number in range(3000)))
    annex = Annex((AnnexParagraph("Kế hoạch 2026"), _table(HEADER, "1|A|Sở Y tế|2026"), other))
    told = [doubt.vi for doubt in draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1))).doubts]
    (left,) = (doubt for doubt in told if "“Tên xã”" in doubt)
    assert "3000 dòng" in left
    assert len(left) < 5000


def test_one_paragraph_heads_one_table_where_a_table_has_two_headers() -> None:
    """The second header of a table found the same paragraph above it, which was taken already."""
    drafted = draft_of(
        "1|A|Sở Y tế|2026",
        "TT|Nội dung công việc|Cơ quan thực hiện|Thời gian",
        "1|B|Sở Y tế|2026",
        before="II. NHIỆM VỤ",
    )
    assert [item.text for item in drafted.items] == ["A", "B"]
    assert [section.title for section in drafted.sections] == ["NHIỆM VỤ"]
