"""A deadline that names bodies binds those of the registry, or none is written."""

from datetime import date

from annex.grids import a_table
from builders import a_registry
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.draft_plan import DraftItem, DraftOptions
from kehoach.annex.items.drafting import draft

_WORDS = "cấp xã trước 20/8/2026, cấp tỉnh trước 30/8/2026"


def _item(*groups: dict[str, object]) -> DraftItem:
    registry = a_registry({"id": "so-y-te", "name": "Sở Y tế"}, groups=list(groups))
    table = a_table(
        "TT|Nhiệm vụ|Cơ quan thực hiện|Thời hạn", f"1|Báo cáo kết quả|Cấp xã; Cấp tỉnh|{_WORDS}"
    )
    annex = Annex((AnnexParagraph("Kế hoạch năm 2026"), table))
    (item,) = draft(annex, registry, DraftOptions(date(2026, 1, 1))).items
    return item


def test_groups_of_the_registry_are_bound_by_their_ids() -> None:
    item = _item(
        {"id": "nhom-xa", "name": "Cấp xã", "members": ["so-y-te"]},
        {"id": "nhom-tinh", "name": "Cấp tỉnh", "members": ["so-y-te"]},
    )
    assert item.deadline == (
        {"before": "2026-08-20", "agencies": ["nhom-xa"]},
        {"before": "2026-08-30", "agencies": ["nhom-tinh"]},
    )


def test_where_one_is_not_known_no_deadline_is_written_and_what_was_read_is_shown() -> None:
    item = _item({"id": "nhom-xa", "name": "Cấp xã", "members": ["so-y-te"]})
    assert item.deadline == ({"not_set": _WORDS},)
    assert item.nominal_due is None
    (doubt,) = (each.vi for each in item.doubts if "chưa ghi" in each.vi)
    assert "“cấp tỉnh”" in doubt
    assert "2026-08-20" in doubt
