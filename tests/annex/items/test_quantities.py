"""How much is asked for becomes a quota where it is plain, and is a doubt everywhere else."""

import pytest

from annex.grids import a_draft
from kehoach.annex.draft_plan import DraftItem
from kehoach.annex.draft_yaml import draft_yaml

_HEADER = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn|Sản phẩm"


def _item(text: str, product: str = "", header: str = _HEADER) -> DraftItem:
    (item,) = a_draft(header, f"1|{text}|Sở Y tế|2026|{product}").items
    return item


@pytest.mark.parametrize(
    ("text", "quota"),
    [
        ("Mở ít nhất 02 lớp tập huấn", (2, "lớp tập huấn")),
        ("Tổ chức tối thiểu 3 hội nghị, hội thảo", (3, "hội nghị")),
        ("Xây dựng không dưới 10 mô hình; nhân rộng", (10, "mô hình")),
        ("Trồng ít nhất 1.000 cây xanh.", (1000, "cây xanh")),
        ("Lựa chọn ít nhất hai lĩnh vực", (2, "lĩnh vực")),
        ("Kiểm tra không ít hơn 05 đơn vị", (5, "đơn vị")),
        ("Đạt tối thiểu 3", (3, "")),
        ("Mở ít nhất 02 lớp tập huấn cho hòa giải viên", (2, "lớp tập huấn")),
    ],
)
def test_a_plain_least_number_is_a_quota(text: str, quota: tuple[int, str]) -> None:
    item = _item(text)
    assert (item.quantity, item.doubts) == (quota, ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nâng tỷ lệ lên trên 80%", "trên 80%"),
        ("Số hóa 100% hồ sơ", "100% hồ sơ"),
        ("Giải ngân đạt 95% kế hoạch vốn", "đạt 95% kế hoạch vốn"),
        ("Tối thiểu 80% hồ sơ trực tuyến", "80% hồ sơ trực tuyến"),
        ("Mở trên 10 lớp", "trên 10 lớp"),
        ("Mỗi năm mở ít nhất 02 lớp", "ít nhất 02 lớp"),
        ("Mở ít nhất 02 lớp/năm", "ít nhất 02 lớp/năm"),
        ("Mở ít nhất 02 lớp, ít nhất 03 hội nghị", "ít nhất 03 hội nghị"),
        ("Tuyển từ 5 cán bộ trở lên", "5 cán bộ trở lên"),
        ("Giảm không quá 5% mỗi năm", "không quá 5% mỗi năm"),
        ("Diện tích tối thiểu 1,5 ha", "tối thiểu 1,5 ha"),
    ],
)
def test_what_is_not_plainly_a_least_number_is_a_doubt(text: str, words: str) -> None:
    item = _item(text)
    assert item.quantity is None
    (doubt,) = item.doubts
    assert words in doubt.vi


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo ít nhất 05 ngày trước phiên họp",
        "Hỗ trợ trên 10 năm công tác",
        "Thực hiện Nghị quyết số 57 trên địa bàn 05 xã",
        "Tham mưu 02 nghị quyết",
        "Hoàn thành tối thiểu năm 2026",
    ],
)
def test_lengths_of_time_and_bare_numbers_are_no_quantities(text: str) -> None:
    item = _item(text)
    assert item.quantity is None
    assert not [doubt for doubt in item.doubts if "số lượng" in doubt.vi]


def test_a_product_and_a_column_of_numbers_to_reach_count_too() -> None:
    assert _item("Tập huấn", "Ít nhất 02 lớp").quantity == (2, "lớp")
    counted = _HEADER.replace("Sản phẩm", "Chỉ tiêu năm 2026")
    assert _item("Tập huấn", "Ít nhất 02 lớp", counted).quantity == (2, "lớp")
    (doubt,) = _item("Tập huấn", "12 lớp", counted).doubts
    assert "12 lớp" in doubt.vi


def test_a_quota_without_a_unit_is_written_without_one() -> None:
    made = draft_yaml(a_draft(_HEADER, "1|Đạt tối thiểu 3|Sở Y tế|2026|"), "vi")
    assert "quota: [{at_least: 3}]" in made


def test_a_quota_of_the_deadline_and_another_of_the_text_are_a_doubt() -> None:
    (item,) = a_draft(_HEADER, "1|Mở ít nhất 02 lớp|Sở Y tế|ít nhất 03 lớp trước 30/6/2026|").items
    assert item.quantity is None
    assert any("2 lớp; 3 lớp" in doubt.vi for doubt in item.doubts)
