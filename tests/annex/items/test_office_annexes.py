"""Annexes and registers as offices make them; every item was written down by hand before the first run."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from annex.items import office_annexes
from kehoach.annex.annex_draft import draft_from, registry_for
from kehoach.annex.draft_plan import Draft, DraftItem, DraftOptions

_REGISTRY = registry_for(Path(__file__).resolve().parents[3] / "data", Path())
_Item = tuple[str, str, tuple[str, ...], object]


def _draft(made: Callable[[], bytes], tmp_path: Path, name: str) -> Draft:
    file = tmp_path / name
    file.write_bytes(made())
    return draft_from(file, _REGISTRY, DraftOptions(date(2026, 1, 1)))


def _told(item: DraftItem) -> _Item:
    (deadline, *more) = item.deadline
    return (
        item.id,
        item.text,
        tuple(body.words for body in item.owing),
        deadline if not more else item.deadline,
    )


def _doubts(item: DraftItem) -> str:
    return "\n".join(doubt.vi for doubt in item.doubts)


_BLANK = {"not_set": "(để trống)"}


def test_imposed_and_proposed_under_a_letterhead(tmp_path: Path) -> None:
    drafted = _draft(office_annexes.imposed_and_proposed, tmp_path, "a.xlsx")
    assert [_told(item) for item in drafted.items] == [
        ("I.1", "Phủ sóng 5G tại khu công nghiệp", ("Sở Khoa học và Công nghệ",), {"by": "2026-06-30"}),
        ("I.2", "Nâng cấp trung tâm dữ liệu", ("Sở Khoa học và Công nghệ",), _BLANK),
        ("II.1", "Mở ít nhất 02 lớp tập huấn cho cán bộ xã", ("Sở Nội vụ",), {"within": "2026-Q2"}),
        ("II.2", "Cấp chữ ký số cho trên 90% cán bộ", ("Sở Nội vụ",), {"before": "2026-12-15"}),
    ]  # fmt: skip
    cover = drafted.cover
    assert (cover.number, cover.issued, cover.place) == ("45/KH-UBND", "2026-01-12", "Bắc Giang")
    assert cover.issuer is not None
    assert cover.issuer.id == "ubnd-tinh"
    assert [(each.id, each.title) for each in drafted.sections] == [
        ("I", "Hạ tầng số"),
        ("II", "Nhân lực số"),
    ]
    first, second, third, fourth = drafted.items
    assert "31/7/2026" in first.note
    assert "Quý III/2026" in _doubts(second)
    assert third.quantity == (2, "lớp tập huấn")
    assert "trên 90% cán bộ" in _doubts(fourth)
    told = "\n".join(doubt.vi for doubt in drafted.doubts)
    assert all(words in told for words in ("trước ngày 20/12/2026", "NGƯỜI LẬP BIỂU", "CHỦ TỊCH"))


def test_several_sheets_below_a_cover(tmp_path: Path) -> None:
    drafted = _draft(office_annexes.several_sheets, tmp_path, "a.xlsx")
    assert [_told(item) for item in drafted.items] == [
        ("1", "Rà soát văn bản quy phạm pháp luật", ("Sở Tư pháp",), {"by": "2026-04-30"}),
        ("2", "Tập huấn hòa giải viên", ("Sở Tư pháp",), _BLANK),
        ("b2.1", "Quyết định ban hành quy chế phối hợp", ("Sở Tư pháp",), {"within": "2026-06"}),
        ("b2.2", "Nghị quyết về mức chi hòa giải", ("Sở Tài chính",), {"within": "2026-Q3"}),
    ]
    assert drafted.cover.title == "Kế hoạch công tác tư pháp năm 2026"
    assert drafted.cover.issuer is not None
    assert drafted.cover.issuer.id == "so-tu-phap"
    assert "30/5/2026" in _doubts(drafted.items[1])
    assert "Quý III" in _doubts(drafted.items[3])
    assert any("cột bị ẩn" in doubt.vi for doubt in drafted.doubts)


def test_a_register_of_what_was_assigned(tmp_path: Path) -> None:
    drafted = _draft(office_annexes.register, tmp_path, "a.xlsx")
    assert [_told(item) for item in drafted.items] == [
        ("1", "Báo cáo kết quả cải cách hành chính", ("Sở Nội vụ",), {"by": "2026-03-31"}),
        ("2", "Tham mưu sửa đổi quy chế làm việc", ("Văn phòng UBND tỉnh",), _BLANK),
        ("3", "Rà soát dự án chậm tiến độ", ("Sở Tài chính",), {"within": "2026-06"}),
    ]
    first, second, third = drafted.items
    assert first.kind == "report"
    assert "28/3/2026" in first.note
    assert "15/5/2026" in _doubts(second)
    assert third.by == ("Đ/c Nguyễn Văn A",)
    assert "120/UBND-NC" in first.note


def test_pages_of_word(tmp_path: Path) -> None:
    drafted = _draft(office_annexes.pages_of_word, tmp_path, "a.docx")
    ministry = ("Sở Nông nghiệp và Môi trường",)
    assert [_told(item) for item in drafted.items] == [
        (
            "1", "Xây dựng cơ sở dữ liệu đất đai", ministry,
            {"by": "2026-12-31", "aim": {"by": "2026-11-30"}},
        ),
        (
            "2", "Số hóa hồ sơ địa chính của các xã thuộc huyện Yên Thế và huyện Lục Ngạn cũ", ministry,
            {"before": "2026-09-30"},
        ),
        ("3", "Công bố bảng giá đất", ministry, {"every": "year", "before": "01-01"}),
    ]  # fmt: skip
    assert (drafted.cover.number, drafted.cover.issued) == ("77/KH-UBND", "2026-03-02")
    assert drafted.cover.issuer is not None
    assert drafted.cover.issuer.id == "ubnd-tinh"


def test_beginnings_in_word(tmp_path: Path) -> None:
    drafted = _draft(office_annexes.beginnings_in_word, tmp_path, "a.docx")
    assert [_told(item) for item in drafted.items] == [
        ("1", "Cầu vượt sông Thương", ("Sở Xây dựng",), {"within": "2026-03..2026-11"}),
        ("2", "Đường gom cao tốc", ("Sở Xây dựng",), {"start": {"from": "2026-Q4"}}),
        ("3", "Trường THPT Lạng Giang", ("Sở Giáo dục và Đào tạo",), {"by": "2026-08-30"}),
    ]
    assert [str(item.nominal_due) for item in drafted.items] == ["2026-11-30", "None", "2026-08-30"]


@pytest.mark.parametrize("item", [0, 1, 2])
def test_no_end_is_made_of_a_beginning(item: int, tmp_path: Path) -> None:
    told = _draft(office_annexes.beginnings_in_word, tmp_path, "a.docx").items[item]
    assert told.nominal_due not in (date(2026, 3, 31), date(2026, 12, 31))
