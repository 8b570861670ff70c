"""What is struck out binds nobody: no deadline and no debtor come of it, and it is told."""

from datetime import date

from annex.grids import REGISTRY
from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.draft_plan import DraftItem, DraftOptions
from kehoach.annex.items.drafting import draft


def _item(**struck: str) -> DraftItem:
    """Return the item of a row; ``struck`` are words of a column that are struck out."""
    said = {"text": "Rà soát", "who": "Sở Y tế", "when": "30/6/2026 15/7/2026"}
    cells = (
        AnnexCell(words, (message("struck", words=struck[name]),) if name in struck else ())
        for name, words in said.items()
    )
    header = AnnexRow("1", tuple(map(AnnexCell, ("Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"))))
    table = AnnexTable((header, AnnexRow("2", tuple(cells))))
    annex = Annex((AnnexParagraph("Kế hoạch năm 2026"), table))
    (item,) = draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1))).items
    return item


def test_of_a_day_struck_out_beside_a_new_one_the_new_one_counts() -> None:
    item = _item(when="30/6/2026")
    assert item.deadline == ({"by": "2026-07-15"},)
    assert "Thời hạn: 30/6/2026" in item.note
    assert any("gạch ngang" in doubt.vi and "30/6/2026" in doubt.vi for doubt in item.doubts)


def test_a_deadline_and_a_body_struck_out_bind_nobody() -> None:
    item = _item(when="30/6/2026 15/7/2026", who="Sở Y tế")
    assert (item.nominal_due, item.owing) == (None, ())
    assert "not_set" in item.deadline[0]
    told = " ".join(doubt.vi for doubt in item.doubts)
    assert "30/6/2026 15/7/2026" in told
    assert "Sở Y tế" in told


def test_a_task_struck_out_is_read_in_doubt() -> None:
    item = _item(text="Rà soát")
    assert item.text == "Rà soát"
    assert any("gạch ngang vẫn được đọc" in doubt.vi for doubt in item.doubts)
