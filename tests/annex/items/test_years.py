"""Cells that name no year: in a plan of one year they can mean no other, and every one says so."""

from datetime import date

import pytest

from builders import a_registry
from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.items.drafting import draft

_REGISTRY = a_registry({"id": "so-y-te", "name": "Sở Y tế"})


def _draft(time: str, title: str, options: DraftOptions | None = None) -> Draft:
    """Return the draft of one row."""
    rows = (("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), ("1", "A", "Sở Y tế", time))
    table = AnnexTable(
        tuple(AnnexRow(str(n), tuple(map(AnnexCell, row))) for n, row in enumerate(rows, 1))
    )
    return draft(
        Annex((AnnexParagraph(title), table)), _REGISTRY, options or DraftOptions(date(2030, 1, 1))
    )


@pytest.mark.parametrize(
    ("time", "form", "due"),
    [
        ("Quý II", {"within": "2026-Q2"}, date(2026, 6, 30)),
        ("Tháng 3", {"within": "2026-03"}, date(2026, 3, 31)),
        ("Trước 15/6", {"before": "2026-06-15"}, date(2026, 6, 14)),
        ("6 tháng đầu năm", {"within": "2026-H1"}, date(2026, 6, 30)),
    ],
)
def test_the_year_of_the_plan_is_lent_and_said(time: str, form: object, due: date) -> None:
    (item,) = _draft(time, "Kế hoạch công tác năm 2026").items
    assert (item.deadline, item.nominal_due) == ((form,), due)
    (doubt,) = item.doubts
    assert time in doubt.vi
    assert "2026" in doubt.vi


def test_a_year_that_is_written_is_no_doubt() -> None:
    (item,) = _draft("Quý II/2026", "Kế hoạch công tác năm 2026").items
    assert item.doubts == ()


@pytest.mark.parametrize(
    "title", ["Kế hoạch công tác", "Kế hoạch giai đoạn 2026-2030", "Kế hoạch năm 2026 và 2027"]
)
def test_no_year_is_lent_where_none_is_certain(title: str) -> None:
    """Without a year, or with several, the officer must say which."""
    (item,) = _draft("Quý II", title).items
    assert "not_set" in item.deadline[0]
    assert item.nominal_due is None


def test_the_year_that_is_asked_for_is_lent() -> None:
    options = DraftOptions(date(2030, 1, 1), None, date(2026, 1, 1), date(2026, 12, 31))
    (item,) = _draft("Quý II", "Kế hoạch công tác", options).items
    assert item.deadline == ({"within": "2026-Q2"},)
