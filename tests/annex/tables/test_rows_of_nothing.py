"""Rows, columns and tables that say nothing, or lack what makes an item: passed over, or told."""

from datetime import date

import pytest

from annex.grids import REGISTRY, a_draft, a_table
from kehoach.annex.annex_document import Annex, AnnexParagraph, AnnexTable
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.annex.roster.roster_files import read_text

_HEADER = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn"
_ROW = "1|Rà soát|Sở Y tế|30/6/2026"


def test_an_empty_row_is_no_item_and_no_doubt() -> None:
    with_it = a_draft(_HEADER, _ROW, "|||", "2|Sao chép|Sở Nội vụ|30/6/2026")
    without = a_draft(_HEADER, _ROW, "2|Sao chép|Sở Nội vụ|30/6/2026")
    assert [item.id for item in with_it.items] == ["1", "2"]
    assert with_it.all_doubts == without.all_doubts


def test_a_row_without_a_text_is_told_with_its_words() -> None:
    doubts = [doubt.vi for _, doubt in a_draft(_HEADER, _ROW, "2||Sở Nội vụ|30/6/2026").all_doubts]
    (told,) = [words for words in doubts if "không có nội dung" in words]
    assert told.startswith("dòng 3 ")
    assert "Sở Nội vụ" in told


def test_a_table_without_rows_is_none() -> None:
    blocks = (AnnexParagraph("Kế hoạch năm 2026"), AnnexTable((), "Trang trống"))
    options = DraftOptions(date(2026, 1, 1))
    drafted = draft(Annex((*blocks, a_table(_HEADER, _ROW))), REGISTRY, options)
    assert [item.id for item in drafted.items] == ["1"]
    assert not any("Trang trống" in doubt.vi for _, doubt in drafted.all_doubts)


def test_a_table_without_any_heading_of_a_plan_is_told_with_what_it_says() -> None:
    other = a_table("Xã Một|12|7", "Xã Hai|15|8", "Xã Ba|11|9", "Xã Bốn|10|6")
    annex = Annex((AnnexParagraph("Kế hoạch năm 2026"), a_table(_HEADER, _ROW), other))
    drafted = draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1)))
    assert [item.id for item in drafted.items] == ["1"]
    assert any("Xã Bốn | 10 | 6" in doubt.vi for _, doubt in drafted.all_doubts)


def test_rows_of_a_table_whose_numbers_the_text_has_bear_a_letter() -> None:
    """Task 1 of the text and task 1 of the table below it are two."""
    annex = Annex((AnnexParagraph("1. Sở Nội vụ tập huấn."), a_table(_HEADER, _ROW)))
    drafted = draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1)))
    assert {item.id: item.owing[0].id for item in drafted.items} == {
        "1": "so-noi-vu", "b.1": "so-y-te",
    }  # fmt: skip
    assert any("thêm “b.” trước mã của bảng" in doubt.vi for _, doubt in drafted.all_doubts)


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        ("Tên;Ghi gì;Trống\nSở Y tế;x;\nSở Nội vụ;y;\n", ["Sở Y tế", "Sở Nội vụ"], ["cột “Ghi gì”"]),
        ("Sở Y tế\nVườn Bách thảo\n", ["Sở Y tế", "Vườn Bách thảo"], ["“Vườn Bách thảo” không có dạng"]),
    ],
)  # fmt: skip
def test_of_a_list_of_bodies_only_what_says_something_is_told(
    text: str, names: list[str], told: list[str]
) -> None:
    roster = read_text(text.encode(), {})
    assert [line.name for line in roster.lines] == names
    left = [each.vi for each in roster.left]
    assert len(left) == len(told)
    assert all(part in words for part, words in zip(told, left, strict=True))
