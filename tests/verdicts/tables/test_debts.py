"""What is overdue: what can still be mended, what is old, and what nobody is left to owe."""

from typing import Any

import pytest

from builders import Scene, a_filing, a_plan, a_registry, an_item, done
from kehoach.model.ids import ItemId
from kehoach.verdicts.tables.debts import Debts, count_of, debts

PLAN = a_plan(
    an_item("1", {"by": "2021-06-30"}, implement=["a", "b", "c"]),
    an_item("2", {"by": "2021-06-30"}, implement=["a"]),
    an_item("3", {"by": "2021-12-31"}, implement=["a", "b"]),
    an_item("4", {"by": "2021-06-30"}, implement=["cu"]),
    an_item("5", {"by": "2023-12-31"}, implement=["a"]),
)
SCENE = Scene(
    PLAN,
    a_registry("a", "b", "c", {"id": "cu", "valid": {"to": "2021-12-31"}}),
    filings=(a_filing("c", "2021-06-01", tasks=[done("1")]),),
)


def _found(as_of: str) -> tuple[list[tuple[ItemId, int, int]], int, int]:
    """Return item, days and number of each debt that can be mended; the old; the ownerless."""
    found: Debts = debts(SCENE.report(as_of).alike)
    recent = [(each.demand.item.id, each.days, each.number) for each in found.mendable]
    return recent, found.old, found.ownerless


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [
        ("2021-06-30", ([], 0, 0)),
        # Of equal age that comes first which more owe; the body that ended is still there.
        ("2021-07-01", ([("1", 1, 2), ("2", 1, 1), ("4", 1, 1)], 0, 0)),
        # The most recent first; nobody succeeds the body that ended on 31/12.
        ("2022-01-02", ([("3", 2, 2), ("1", 186, 2), ("2", 186, 1)], 0, 1)),
        # A year and no day more: 30/6/2021 to 30/6/2022 are 365 days.
        ("2022-06-30", ([("3", 181, 2), ("1", 365, 2), ("2", 365, 1)], 0, 1)),
        ("2022-07-01", ([("3", 182, 2)], 3, 1)),
        ("2023-01-02", ([], 5, 1)),
    ],
)
def test_what_can_be_mended(as_of: str, wanted: Any) -> None:
    assert _found(as_of) == wanted


@pytest.mark.parametrize("as_of", ["2021-07-01", "2022-01-02", "2022-07-01", "2024-01-01"])
def test_the_three_add_up_to_what_is_overdue(as_of: str) -> None:
    recent, old, ownerless = _found(as_of)
    overdue = [each for each in SCENE.report(as_of).alike if each.verdict.overdue]
    assert sum(number for _, _, number in recent) + old + ownerless == count_of(overdue)


def test_a_debt_says_since_when() -> None:
    first, *_ = debts(SCENE.report("2021-07-01").alike).mendable
    assert (str(first.due), [each.agencies for each in first.owing]) == ("2021-06-30", [("a", "b")])
