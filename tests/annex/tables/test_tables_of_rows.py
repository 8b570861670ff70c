"""Which tables are of tasks, which go on with another, and what heads them."""

from datetime import date

import pytest

from annex.grids import a_table as _table
from annex.tables.drafted_rows import HEADER, REGISTRY, draft_of
from kehoach.annex.annex_document import Annex, AnnexParagraph, AnnexTable
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.annex.tables.plan_tables import NoPlanTable


def _two(*between: str, second: str = HEADER) -> Draft:
    rows = ("1|A|Sở Y tế|2026", "2|B|Sở Y tế|2026")
    blocks: list[AnnexTable | AnnexParagraph] = [
        _table(HEADER, *rows),
        *map(AnnexParagraph, between),
        _table(*filter(None, (second,)), *rows),
    ]
    return draft(Annex(tuple(blocks)), REGISTRY, DraftOptions(date(2026, 1, 1)))


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
    annex = Annex((_table(HEADER, "1|A|Sở Y tế|2026"), other))
    told = " ".join(
        doubt.vi for doubt in draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1))).doubts
    )
    assert all(words in told for words in ("Họ tên", "An | Bắc Giang | 30", "Bình | Bắc Ninh | 40"))


def test_no_table_of_tasks_and_one_without_a_task_are_refused() -> None:
    with pytest.raises(NoPlanTable) as refused:
        draft(Annex((_table("A|B|C", "1|2|3", "4|5|6"),)), REGISTRY, DraftOptions(date(2026, 1, 1)))
    assert refused.value.headings == ("A", "B", "C")
    with pytest.raises(NoPlanTable) as empty:
        draft_of()
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
    cover = draft_of("1|A|Sở Y tế|Quý I/2026", before=before).cover
    assert (cover.id, cover.number, f"{cover.first} {cover.last}") == (id_, number, span)
