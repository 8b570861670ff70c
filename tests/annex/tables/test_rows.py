"""Rows of an annex, one trap each; what is expected was written by hand."""

from datetime import date

import pytest

from annex.grids import a_table as _table
from builders import a_registry
from kehoach.annex.annex_document import Annex, AnnexParagraph, AnnexTable
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.annex.tables.plan_tables import NoPlanTable

_REGISTRY = a_registry(
    {"id": "so-y-te", "name": "Sở Y tế"},
    {"id": "so-noi-vu", "name": "Sở Nội vụ"},
    {"id": "so-khdt", "name": "Sở Kế hoạch và Đầu tư"},
)
_HEADER = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn"


def _draft(
    *rows: str, header: str = _HEADER, before: str = "Kế hoạch số 7/KH-UBND năm 2026"
) -> Draft:
    annex = Annex((AnnexParagraph(before), _table(*header.split("\n"), *rows)))
    return draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1)))


def _told(drafted: Draft) -> list[tuple[str, str, int]]:
    """Return id, text and the number of doubts of each item."""
    return [(item.id, item.text, len(item.doubts)) for item in drafted.items]


def test_a_heading_is_merged_over_the_table_or_has_a_roman_numeral_and_words() -> None:
    drafted = _draft(
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
    assert _told(drafted) == [("I.1", "A", 0), ("II.1", "B", 0), ("III.1", "C", 0)]


def test_headings_without_numbers_get_one_only_where_ids_clash() -> None:
    plain = _draft("Chung|<|<|<", "1|A|Sở Y tế|2026", "Riêng|<|<|<", "2|B|Sở Y tế|2026")
    assert [item.id for item in plain.items] == ["1", "2"]
    assert [item.section for item in plain.items] == ["Chung", "Riêng"]
    anew = _draft("Chung|<|<|<", "1|A|Sở Y tế|2026", "Riêng|<|<|<", "1|B|Sở Y tế|2026")
    assert [item.id for item in anew.items] == ["m1.1", "m2.1"]
    assert any("tạm đặt mã m1, m2" in doubt.vi for doubt in anew.doubts)


def test_a_row_with_children_is_their_heading_without_children_an_item_in_doubt() -> None:
    drafted = _draft(
        "1|A||", "a)|A1|Sở Y tế|2026", "b)|A2|Sở Y tế|2026", "2|B||", "3|C|Sở Y tế|2026"
    )
    assert _told(drafted) == [("1.a", "A1", 0), ("1.b", "A2", 0), ("2", "B", 2), ("3", "C", 0)]
    assert drafted.items[0].section == "1. A"


def test_rows_under_one_merged_number_take_letters() -> None:
    drafted = _draft("1|A|Sở Y tế|2026", "^|B|Sở Nội vụ|Quý I/2026", "2|C|^|^")
    assert _told(drafted) == [("1.a", "A", 0), ("1.b", "B", 0), ("2", "C", 0)]
    assert [name.id for name in drafted.items[2].owing] == ["so-noi-vu"]


def test_a_blank_cell_is_a_doubt_a_merged_one_is_none() -> None:
    blank, merged = (_draft("1|A|Sở Y tế|2026", f"2|B|{x}|{x}").items[1] for x in ("", "^"))
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
    drafted = _draft(f"1|{above}|2026", _HEADER, f"|{below}|", "2|B|Sở Y tế|2026")
    assert [(each[0], each[1]) for each in _told(drafted)] == [("1", text), ("2", "B")]
    assert [name.id for name in drafted.items[0].owing] == ["so-khdt"]
    assert "nối tiếp câu của dòng trên" in drafted.items[0].doubts[0].vi


@pytest.mark.parametrize("torn", ["|- Ý thêm||", "||Sở Nội vụ|", "|||30/9/2026"])
def test_elsewhere_what_may_go_on_is_kept_as_a_note_in_doubt(torn: str) -> None:
    drafted = _draft("1|Xây dựng kế hoạch|Sở Y tế|2026", torn)
    (item,) = drafted.items
    assert item.note == torn.strip("|")
    assert len(item.doubts) == 1


def test_a_sentence_that_ended_is_not_gone_on_with() -> None:
    drafted = _draft("1|Xây dựng kế hoạch.|Sở Y tế|2026", _HEADER, "|Việc mới|Sở Nội vụ|2026")
    assert [item.id for item in drafted.items] == ["1", "1.a"]


def test_a_number_used_twice_is_a_doubt_and_gets_an_id_of_its_own() -> None:
    drafted = _draft("1|A|Sở Y tế|2026", "1|B|Sở Y tế|2026", "2|C|Sở Y tế|2026")
    assert _told(drafted) == [("1", "A", 0), ("1-2", "B", 1), ("2", "C", 0)]
    assert [item.number for item in drafted.items] == ["1", "1", "2"]


def test_the_number_may_stand_in_the_text() -> None:
    drafted = _draft(
        "1. A|Sở Y tế|2026",
        "a) B|Sở Y tế|2026",
        "C|Sở Y tế|2026",
        header="Nhiệm vụ|Cơ quan chủ trì|Thời hạn",
    )
    assert _told(drafted) == [("1", "A", 0), ("1.a", "B", 0), ("1.a.a", "C", 1)]


def test_who_implements_owes_where_nobody_leads() -> None:
    drafted = _draft("1|A|Sở Y tế|2026", header="TT|Nhiệm vụ|Cơ quan thực hiện|Thời hạn")
    assert (drafted.items[0].role, drafted.items[0].owing[0].id) == ("implement", "so-y-te")


def test_a_column_that_nobody_knows_is_kept_under_its_heading() -> None:
    drafted = _draft("1|A|Sở Y tế|2026|5 tỷ|Gấp", header=f"{_HEADER}|Kinh phí|Ghi chú")
    assert drafted.items[0].note == "Kinh phí: 5 tỷ\nGấp"


def test_a_cell_over_two_columns_is_read_once_in_doubt() -> None:
    drafted = _draft("1|A|Sở Y tế|<|2026", header="TT|Nhiệm vụ|Cơ quan chủ trì|Phối hợp|Thời hạn")
    (item,) = drafted.items
    assert ([name.id for name in item.owing], item.coordinating) == (["so-y-te"], ())
    assert len(item.doubts) == 1


def test_two_columns_of_text_are_both_kept_in_doubt() -> None:
    drafted = _draft(
        "1|Nhóm|A|Sở Y tế|2026", header="TT|Nhóm nhiệm vụ|Nội dung|Cơ quan chủ trì|Thời hạn"
    )
    assert drafted.items[0].text == "Nhóm\nA"
    assert len(drafted.items[0].doubts) == 1


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
    (item,) = _draft(f"1|A|Sở Y tế|{start}|{end}", header=_TWO).items
    assert (str(item.nominal_due), len(item.doubts)) == (due, doubts)
    assert all(
        words in item.wording.lower() + item.note.lower() for words in (start.lower(), end.lower())
    )


def test_of_two_deadlines_that_of_the_end_counts_in_doubt() -> None:
    header = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời gian hoàn thành|Thời gian trình"
    (item,) = _draft("1|A|Sở Y tế|Tháng 9/2026|Tháng 6/2026", header=header).items
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
    (item,) = _draft(f"1|{text}|Sở Y tế|{wording}").items
    assert len(item.doubts) == doubts


def test_a_wording_that_is_not_understood_is_kept_and_no_deadline_is_made_of_it() -> None:
    (item,) = _draft("1|A|Sở Y tế|Tháng 12//2026").items
    assert item.deadline == ({"not_set": "Tháng 12//2026"},)
    assert "12//2026" in item.doubts[0].vi


def test_lines_of_a_cell_may_be_rules_of_their_own() -> None:
    (item,) = _draft("1|A|Sở Y tế|Quý II/2026⏎Quý IV/2026").items
    assert item.deadline == ({"within": "2026-Q2"}, {"within": "2026-Q4"})


def test_an_event_is_named_once_for_all_that_wait_for_it() -> None:
    drafted = _draft(
        "1|A|Sở Y tế|Sau khi Luật được ban hành", "2|B|Sở Y tế|Sau khi Luật được ban hành"
    )
    assert len(drafted.events) == 1
    assert drafted.items[0].deadline == drafted.items[1].deadline


def _two(*between: str, second: str = _HEADER) -> Draft:
    rows = ("1|A|Sở Y tế|2026", "2|B|Sở Y tế|2026")
    blocks: list[AnnexTable | AnnexParagraph] = [
        _table(_HEADER, *rows),
        *map(AnnexParagraph, between),
        _table(*filter(None, (second,)), *rows),
    ]
    return draft(Annex(tuple(blocks)), _REGISTRY, DraftOptions(date(2026, 1, 1)))


def test_a_second_table_that_numbers_anew_is_told_apart() -> None:
    drafted = _two("Xen giữa")
    assert [item.id for item in drafted.items] == ["1", "2", "b2.1", "b2.2"]


def test_a_numbered_paragraph_above_a_table_is_its_heading() -> None:
    drafted = _two("II. NHIỆM VỤ KHÁC")
    assert [item.id for item in drafted.items] == ["1", "2", "II.1", "II.2"]


def test_a_table_without_headings_right_below_another_goes_on_with_it() -> None:
    drafted = _two(second="")
    assert len(drafted.items) == 4
    assert any("không có tiêu đề cột" in doubt.vi for doubt in drafted.doubts)


def test_a_table_of_something_else_is_left_aside_with_all_it_says() -> None:
    other = _table("Họ tên|Quê|Tuổi", "An|Bắc Giang|30", "Bình|Bắc Ninh|40")
    annex = Annex((_table(_HEADER, "1|A|Sở Y tế|2026"), other))
    told = " ".join(
        doubt.vi for doubt in draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1))).doubts
    )
    assert all(words in told for words in ("Họ tên", "An | Bắc Giang | 30", "Bình | Bắc Ninh | 40"))


def test_no_table_of_tasks_and_one_without_a_task_are_refused() -> None:
    with pytest.raises(NoPlanTable) as refused:
        draft(
            Annex((_table("A|B|C", "1|2|3", "4|5|6"),)), _REGISTRY, DraftOptions(date(2026, 1, 1))
        )
    assert refused.value.headings == ("A", "B", "C")
    with pytest.raises(NoPlanTable) as empty:
        _draft()
    assert empty.value.empty


@pytest.mark.parametrize(
    ("before", "id_", "number", "span"),
    [
        ("Kế hoạch cải cách giai đoạn 2026-2030", "moi", "", "2026-01-01 2030-12-31"),
        (
            "Kế hoạch 12/KH-UBND thực hiện Luật ngày 22/12/2024",
            "12",
            "12/KH-UBND",
            "2026-01-01 2026-12-31",
        ),
        (
            "(Kèm theo Quyết định số 9/QĐ-UBND ngày 1/2/2026)",
            "9",
            "9/QĐ-UBND",
            "2026-02-01 2026-12-31",
        ),
        ("Số: /KH-UBND", "moi", "", "2026-01-01 2026-12-31"),
    ],
)
def test_the_head_is_taken_from_around_the_table_in_doubt(
    before: str, id_: str, number: str, span: str
) -> None:
    cover = _draft("1|A|Sở Y tế|Quý I/2026", before=before).cover
    assert (cover.id, cover.number, f"{cover.first} {cover.last}") == (id_, number, span)


def test_without_any_year_it_is_this_one_in_doubt() -> None:
    drafted = _draft("1|A|Sở Y tế|Thường xuyên", before="Kế hoạch")
    assert str(drafted.cover.first) == "2026-01-01"
    assert any("không thấy năm nào" in doubt.vi for doubt in drafted.doubts)


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
    (item,) = _draft(f"1|A|Sở Y tế|{marks}", header=_QUARTERS.format(over=over, below=below)).items
    assert (item.wording, str(item.nominal_due)) == (wording, due)
    assert any("đánh dấu" in doubt.vi for doubt in item.doubts) == ("/" not in marks)


def test_a_mark_below_a_body_names_it() -> None:
    header = "TT|Nhiệm vụ|Cơ quan thực hiện|<|<|Thời hạn\n^|^|Sở Y tế|Sở Nội vụ|Cấp xã|^"
    (item,) = _draft("1|A|x||x|2026", header=header).items
    assert [name.words for name in item.owing] == ["Sở Y tế", "Cấp xã"]
    assert len([doubt for doubt in item.doubts if "đánh dấu" in doubt.vi]) == 1


def test_ditto_signs_are_in_doubt_in_every_column() -> None:
    header = f"{_HEADER}|Sản phẩm"
    second = _draft("1|A|Sở Y tế|2026|Báo cáo", "2|B|nt|-nt-|Như trên", header=header).items[1]
    assert (second.owing, second.nominal_due, second.product) == ((), None, "Như trên")
    told = " ".join(doubt.vi for doubt in second.doubts)
    assert all(words in told for words in ("“nt”", "“-nt-”", "“Như trên”"))


def test_a_table_of_reports_is_read_by_its_two_columns() -> None:
    reports = _table("Báo cáo|Thời hạn gửi", "Quý|Trước ngày 20 tháng cuối quý", "Năm|15/12/2026")
    annex = Annex((AnnexParagraph("Kế hoạch 2026"), _table(_HEADER, "1|A|Sở Y tế|2026"), reports))
    items = draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1))).items
    assert [(item.id, item.kind, item.text) for item in items] == [
        ("1", "task", "A"),
        ("a", "report", "Quý"),
        ("b", "report", "Năm"),
    ]
    assert str(items[2].nominal_due) == "2026-12-15"


def test_a_narrow_table_of_something_else_loses_no_word() -> None:
    long = "x" * 90
    other = _table("Nguồn vốn|Số tiền", f"Ngân sách tỉnh {long}|1.500", "Xã hội hóa|200", "Khác|5")
    annex = Annex((AnnexParagraph("Kế hoạch 2026"), _table(_HEADER, "1|A|Sở Y tế|2026"), other))
    told = " ".join(
        doubt.vi for doubt in draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1))).doubts
    )
    assert all(words in told for words in ("Nguồn vốn", f"{long} | 1.500", "Khác | 5"))


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
            _table(_HEADER, "1|A|Sở Y tế|2026"),
        )
    )
    cover = draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1))).cover
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
            _table(_HEADER, "1|A|Sở Y tế|2026"),
            *body[20:30],
            AnnexParagraph(duty),
            *body[30:],
        )
    )
    told = [doubt.vi for doubt in draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1))).doubts]
    assert any(duty in doubt and "thời hạn" in doubt for doubt in told)
    (left,) = (doubt for doubt in told if "để lại ngoài dự thảo 41 đoạn" in doubt)
    assert "Đoạn thứ 0 của" in left
    assert "Đoạn thứ 39 của" in left


def test_a_long_table_of_something_else_is_told_of_without_filling_the_page() -> None:
    other = _table("Mã|Tên xã|Huyện", *(f"{number}|Xã {number}|Tân Yên" for number in range(3000)))
    annex = Annex((AnnexParagraph("Kế hoạch 2026"), _table(_HEADER, "1|A|Sở Y tế|2026"), other))
    told = [doubt.vi for doubt in draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1))).doubts]
    (left,) = (doubt for doubt in told if "“Tên xã”" in doubt)
    assert "3000 dòng" in left
    assert len(left) < 5000


def test_one_paragraph_heads_one_table_where_a_table_has_two_headers() -> None:
    """The second header of a table found the same paragraph above it, which was taken already."""
    drafted = _draft(
        "1|A|Sở Y tế|2026",
        "TT|Nội dung công việc|Cơ quan thực hiện|Thời gian",
        "1|B|Sở Y tế|2026",
        before="II. NHIỆM VỤ",
    )
    assert [item.text for item in drafted.items] == ["A", "B"]
    assert [section.title for section in drafted.sections] == ["NHIỆM VỤ"]
