"""A workbook with what Excel does to an annex; what is expected was written by hand from its grid."""

import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from kehoach.annex.annex_draft import registry_for
from kehoach.annex.documents.annex_files import read_annex
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.draft_plan import Draft, DraftItem, DraftOptions
from kehoach.annex.items.drafting import draft

_DATA = Path(__file__).parents[3] / "data"


def _workbook(file: Path) -> None:
    book = Workbook()
    sheet = book["Sheet"]
    sheet.title = "Phụ lục I"
    sheet.append(["(Kèm theo Kế hoạch số 34/KH-UBND ngày 10/02/2026 của UBND tỉnh)"])
    sheet.merge_cells("A1:G1")
    sheet.append(
        [
            "STT",
            "Nội dung nhiệm vụ",
            "Đơn vị chủ trì",
            "Phối hợp",
            "Thời hạn hoàn thành",
            "Kết quả/Sản phẩm",
            "Kinh phí",
        ]
    )
    sheet.append([1, 2, 3, 4, 5, 6, 7])
    sheet.append(["I", "Nhóm nhiệm vụ về thể chế"])
    sheet.append(
        [1.0, "Ban hành quy chế", "Sở Tư pháp", None, date(2026, 6, 1), "Quyết định", 1500000]
    )
    sheet["E5"].number_format = "mmm-yy"
    sheet.append([1.1, "Rà soát", "Sở NN&MT\nSở Y tế", None, date(2026, 10, 15), "Báo cáo"])
    sheet["E6"].number_format = "dd/mm/yyyy"
    sheet.append([1.1, "Tập huấn", "Sở Nội vụ", None, date(2026, 6, 7), None, 0.5])
    sheet["E7"].number_format = "mm-dd-yy"
    sheet["G7"].number_format = "0%"
    sheet.row_dimensions[7].hidden = True
    sheet.append([2, "Hạ tầng", "Sở Công Thương", None, "Quý III/2026", "=A1&B1", "#REF!"])
    sheet["G8"].data_type = "e"
    sheet.append(["II. Nhóm nhiệm vụ khác"])
    sheet.merge_cells("A9:G9")
    sheet.append([1, "Việc một", "Công an tỉnh", None, "Hằng năm, trước ngày 15/12"])
    sheet.append([2, "Việc hai"])
    sheet.merge_cells("C10:C11")
    sheet.merge_cells("E10:E11")
    sheet["B10"].comment = Comment("Hỏi lại Công an tỉnh", "A")
    sheet.column_dimensions["G"].hidden = True
    sheet.auto_filter.ref = "A2:G11"
    sheet.auto_filter.add_filter_column(2, ["Sở Tư pháp"])
    book.create_sheet("Nháp").sheet_state = "hidden"
    book["Nháp"]["B3"] = "linh tinh"
    book.save(file)


@pytest.fixture(scope="module", name="drafted")
def _drafted(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    file = tmp_path_factory.mktemp("excel") / "phu-luc.xlsx"
    _workbook(file)
    return draft(read_annex(file), registry_for(_DATA, _DATA), DraftOptions(date(2026, 1, 1)))


@pytest.fixture(name="item")
def _item(drafted: Draft) -> dict[str, DraftItem]:
    return {item.id: item for item in drafted.items}


def _doubts(item: DraftItem) -> list[str]:
    return [doubt.vi for doubt in item.doubts]


def test_numbers_are_what_they_show(item: dict[str, DraftItem]) -> None:
    assert list(item) == ["I.1", "I.1.1", "I.1.1-2", "I.2", "II.1", "II.2"]
    assert item["I.1"].number == "1"
    assert item["I.1"].note == "Kinh phí: 1500000"
    assert item["I.1.1-2"].note == "Kinh phí: 50%"


def test_a_month_that_became_a_date_is_read_as_it_shows_and_is_a_doubt(
    item: dict[str, DraftItem],
) -> None:
    assert item["I.1"].wording == "6/2026"
    assert str(item["I.1"].nominal_due) == "2026-06-30"
    assert _doubts(item["I.1"]) == [
        "ô E5 là ngày 2026-06-01 ở dạng “mmm-yy”, có thể do bảng tính tự đổi; đọc là “6/2026”"
    ]


def test_a_day_that_can_be_nothing_else_is_no_doubt(item: dict[str, DraftItem]) -> None:
    assert item["I.1.1"].wording == "15/10/2026"
    assert _doubts(item["I.1.1"]) == []
    assert [name.id for name in item["I.1.1"].owing] == ["so-nong-nghiep-moi-truong", "so-y-te"]


def test_a_hidden_row_a_date_with_two_readings_and_a_number_used_twice_are_doubts(
    item: dict[str, DraftItem],
) -> None:
    told = " ".join(_doubts(item["I.1.1-2"]))
    assert "dòng 7 bị ẩn" in told
    assert "ô E7 là ngày 2026-06-07" in told
    assert "số “1.1” trùng với mục khác" in told


def test_errors_and_formulas_without_a_result_are_doubts(item: dict[str, DraftItem]) -> None:
    assert item["I.2"].product == "=A1&B1"
    assert _doubts(item["I.2"]) == [
        "ô F8 là công thức chưa có kết quả: =A1&B1",
        "ô G8 báo lỗi #REF!",
    ]


def test_merged_cells_hold_for_their_rows(item: dict[str, DraftItem]) -> None:
    assert [name.id for name in item["II.2"].owing] == ["cong-an-tinh"]
    assert item["II.2"].deadline == item["II.1"].deadline == ({"every": "year", "before": "12-15"},)
    assert _doubts(item["II.2"]) == []


def test_what_is_hidden_or_filtered_is_said(drafted: Draft) -> None:
    told = [doubt.vi for doubt in drafted.doubts]
    assert "trang “Phụ lục I” có cột bị ẩn, vẫn được đọc: G" in told
    assert "trang “Phụ lục I” đang lọc; các dòng bị ẩn vẫn được đọc" in told
    assert "trang “Nháp” bị ẩn, vẫn được đọc" in told
    assert "trang “Phụ lục I” có nhận xét ở ô, không đưa vào: B10 “Hỏi lại Công an tỉnh”" in told
    assert any("linh tinh" in each for each in told)


def test_the_number_of_the_plan_is_found_above_the_table(drafted: Draft) -> None:
    assert (drafted.cover.id, drafted.cover.number, drafted.cover.issued) == (
        "34",
        "34/KH-UBND",
        "2026-02-10",
    )


def test_without_its_library_a_workbook_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "phu-luc.xlsx"
    _workbook(file)
    monkeypatch.setitem(sys.modules, "kehoach.annex.documents.workbook_sheets", None)
    with pytest.raises(AnnexRefused) as refused:
        read_annex(file)
    assert "pip install openpyxl" in refused.value.text.vi
    assert "\n" not in refused.value.text.vi
