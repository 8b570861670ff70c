"""Rows of a table, and the draft that is made of them."""

from datetime import date

from annex.grids import a_table as _table
from builders import a_registry
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.items.drafting import draft

REGISTRY = a_registry(
    {"id": "so-y-te", "name": "Sở Y tế"},
    {"id": "so-noi-vu", "name": "Sở Nội vụ"},
    {"id": "so-khdt", "name": "Sở Kế hoạch và Đầu tư"},
)
HEADER = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn"


def draft_of(
    *rows: str, header: str = HEADER, before: str = "Kế hoạch số 7/KH-UBND năm 2026"
) -> Draft:
    annex = Annex((AnnexParagraph(before), _table(*header.split("\n"), *rows)))
    return draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1)))


def told_of(drafted: Draft) -> list[tuple[str, str, int]]:
    """Return id, text and the number of doubts of each item."""
    return [(item.id, item.text, len(item.doubts)) for item in drafted.items]
