"""A real Word annex, read as its reader would; what is expected was written by hand from its page."""

from datetime import date
from pathlib import Path

import pytest

from annex.items.word_annex import word_annex
from kehoach.annex.annex_draft import registry_for
from kehoach.annex.documents.annex_files import read_annex
from kehoach.annex.draft_plan import Draft, DraftItem, DraftOptions
from kehoach.annex.items.drafting import draft

_DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module", name="drafted")
def _drafted(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    file = tmp_path_factory.mktemp("word") / "phu-luc.docx"
    file.write_bytes(word_annex())
    return draft(read_annex(file), registry_for(_DATA, _DATA), DraftOptions(date(2026, 1, 1)))


@pytest.fixture(scope="module", name="item")
def _item(drafted: Draft) -> dict[str, DraftItem]:
    return {item.id: item for item in drafted.items}


def _ids(item: DraftItem) -> tuple[list[str], list[str]]:
    return (
        [name.id if name.known else f"? {name.words}" for name in item.owing],
        [name.id if name.known else f"? {name.words}" for name in item.coordinating],
    )


def test_ids_follow_the_numbering_automatic_numbers_too(item: dict[str, DraftItem]) -> None:
    assert list(item) == ["I.1", "I.2.a", "I.2.b", "I.3", "I.4.a", "I.4.b", "II.1", "II.1.a"]
    assert [each.number for each in item.values()] == ["1", "a)", "b)", "3", "a)", "b)", "1", ""]


def test_sections_are_the_rows_and_paragraphs_that_head_the_items(
    drafted: Draft, item: dict[str, DraftItem]
) -> None:
    assert [(each.id, each.title) for each in drafted.sections] == [
        ("I", "CÔNG TÁC TUYÊN TRUYỀN"),
        ("I.2", "Tổ chức hội nghị"),
        ("I.4", "Kiểm tra"),
        ("II", "NHIỆM VỤ CỦA CẤP XÃ"),
    ]
    assert item["I.1"].section == "I. CÔNG TÁC TUYÊN TRUYỀN"
    assert item["I.4.a"].section == "I. CÔNG TÁC TUYÊN TRUYỀN > 4. Kiểm tra"


def test_words_split_over_runs_and_lines_are_whole(item: dict[str, DraftItem]) -> None:
    assert item["I.1"].text == "Tuyên truyền trước ngày bầu cử,\nqua Đài Phát thanh"
    assert item["I.1"].wording == "Trước ngày 30/6/2026"
    assert item["I.1"].nominal_due == date(2026, 6, 29)


def test_several_bodies_in_a_cell_whose_names_hold_commas_and_joining_words(
    item: dict[str, DraftItem],
) -> None:
    assert _ids(item["I.1"]) == (
        ["so-tu-phap"],
        ["so-van-hoa-the-thao-du-lich", "cong-an-tinh", "? các sở liên quan"],
    )
    assert _ids(item["I.4.b"]) == (["so-tu-phap", "? Sở Quang Minh"], [])


def test_a_merged_cell_holds_for_all_its_rows_and_is_no_doubt(item: dict[str, DraftItem]) -> None:
    assert _ids(item["I.2.a"]) == (["so-noi-vu"], [])
    assert _ids(item["I.2.b"]) == (["so-noi-vu"], ["ubnd-cap-xa"])
    assert item["I.2.a"].doubts == ()


def test_a_hyperlink_is_read_an_insertion_too_a_deletion_is_a_doubt(
    item: dict[str, DraftItem],
) -> None:
    assert item["I.2.a"].product == "Hội nghị trực tuyến"
    assert item["I.2.b"].text == "Hội nghị cấp xã tổ chức trực tiếp"
    assert [doubt.vi for doubt in item["I.2.b"].doubts] == [
        "lời bị xóa ở chế độ theo dõi thay đổi, không đọc: “trước ngày 01/9”"
    ]


def test_a_row_torn_by_a_repeated_header_is_one_again(item: dict[str, DraftItem]) -> None:
    assert item["I.3"].text == "Xây dựng chuyên mục phổ biến pháp luật trên cổng thông tin"
    assert _ids(item["I.3"]) == (["so-khoa-hoc-cong-nghe"], [])
    assert len(item["I.3"].doubts) == 1
    assert "dòng 9" in item["I.3"].doubts[0].vi


def test_two_columns_of_time_below_one_heading_are_a_beginning_and_an_end(
    item: dict[str, DraftItem],
) -> None:
    assert item["II.1"].nominal_due == date(2026, 6, 30)
    assert item["II.1"].note == "Có hướng dẫn riêng"


def test_blank_numbers_and_dates_are_doubts(item: dict[str, DraftItem]) -> None:
    assert item["II.1.a"].kind == "report"
    assert item["II.1.a"].deadline == ({"not_set": "(để trống)"},)
    assert [doubt.vi for doubt in item["II.1.a"].doubts] == [
        "dòng 4 không có số; tạm đặt mã II.1.a",
        "ô thời hạn để trống",
        "câu bắt đầu bằng “báo cáo”; hiểu là mục báo cáo",
    ]


def test_the_head_comes_from_the_words_around_the_tables(drafted: Draft) -> None:
    cover = drafted.cover
    assert (cover.id, cover.number, cover.issued) == ("12", "12/KH-UBND", "2026-02-05")
    assert cover.title == "Kế hoạch thực hiện nhiệm vụ chuyển đổi số năm 2026"
    assert (cover.first, cover.last) == (date(2026, 2, 5), date(2026, 12, 31))


def test_what_the_registry_lacks_is_proposed(drafted: Draft) -> None:
    assert [(each.id, each.group) for each in drafted.proposals] == [
        ("cac-so-lien-quan", True),
        ("so-quang-minh", False),
    ]


def test_what_stands_outside_the_tables_and_was_not_used_is_listed(drafted: Draft) -> None:
    told = " ".join(doubt.vi for doubt in drafted.doubts)
    assert "Căn cứ Luật Tổ chức chính quyền địa phương;" in told
    assert "Nơi nhận: như trên; Lưu: VT." in told
