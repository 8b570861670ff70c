"""What an agency owed when it ended passes to its successors, and is counted once."""

from typing import Any

import pytest

from builders import (
    Scene,
    a_filing,
    a_plan,
    a_registry,
    an_item,
    done,
    some_decisions,
)
from kehoach.model.agencies import Registry
from kehoach.words.statuses import Status
from verdicts.assessment.judged import body


def _heirs(
    registry: Registry, as_of: str, *filings: Any, implement: tuple[str, ...] = ("cu",), **how: Any
) -> list[tuple[str, Status, str | None]]:
    """Return who owes the item at a date, how it stands, and from whom it was inherited."""
    plan = a_plan(an_item("1", how.pop("deadline", {"by": "2024-12-02"}), implement=implement))
    decisions = some_decisions(**how)
    scene = Scene(plan, registry, decisions, filings=filings)
    return [(each.agency, each.status, each.inherited_from) for each in scene.verdicts(as_of)]


ENDED = a_registry(body("cu", "2025-02-28", "moi"), "moi", "a")
LATE = [("moi", Status.OVERDUE, "cu")]


def test_a_debt_passes_to_the_successor_the_day_after_the_end() -> None:
    """Departments merged on 2025-03-01: what was owed on the last day is owed by the heir next."""
    assert _heirs(ENDED, "2025-02-28") == [("cu", Status.OVERDUE, None)]
    assert _heirs(ENDED, "2025-03-01") == LATE


def test_what_the_heir_delivers_fulfils_the_inherited() -> None:
    """Late all the same: the due day does not move with the body."""
    report = a_filing("moi", "2025-04-01", tasks=[done()])
    assert _heirs(ENDED, "2025-03-31", report) == LATE
    assert _heirs(ENDED, "2025-04-01", report) == [("moi", Status.DONE_LATE, "cu")]


def test_what_was_done_before_the_end_stays_its_own() -> None:
    """History is never rewritten."""
    report = a_filing("cu", "2024-11-30", tasks=[done()])
    assert _heirs(ENDED, "2026-01-01", report) == [("cu", Status.DONE_ON_TIME, None)]


def test_what_was_waived_stays_waived() -> None:
    """An excused obligation is no debt to inherit."""
    waiver = [{"item": "1", "reason": "sáp nhập"}]
    assert _heirs(ENDED, "2026-01-01", waivers=waiver) == [("cu", Status.WAIVED, None)]


def test_merged_where_the_successor_owes_the_same() -> None:
    """Item and period are the same: one obligation, which says whose it absorbed."""
    plan = a_plan(an_item("1", {"by": "2024-12-02"}, implement=["cu", "moi"]))
    scene = Scene(plan, ENDED, filings=(a_filing("moi", "2024-12-01", tasks=[done()]),))
    (verdict,) = scene.verdicts("2025-03-01")
    assert (verdict.agency, verdict.status) == ("moi", Status.DONE_ON_TIME)
    assert (verdict.merged, verdict.inherited_from) == (("cu",), None)
    assert [each.merged for each in scene.verdicts("2025-02-28")] == [(), ()]


def _merged(registry: Registry, as_of: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    plan = a_plan(an_item("1", {"by": "2024-12-02"}, implement=["x", "y", "z"]))
    verdicts = Scene(plan, registry).verdicts(as_of)
    return [(each.agency, each.inherited_from, each.merged) for each in verdicts]


def test_merged_again_and_again() -> None:
    """Three bodies that owed the same become one, in two steps or three: no debt goes untold."""
    registry = a_registry(
        body("x", "2024-12-31", "y"), body("y", "2025-02-28", "z"), body("z", "2025-06-30", "sau"),
        "sau",
    )  # fmt: skip
    assert _merged(registry, "2024-12-31") == [("x", None, ()), ("y", None, ()), ("z", None, ())]
    assert _merged(registry, "2025-01-01") == [("y", None, ("x",)), ("z", None, ())]
    assert _merged(registry, "2025-03-01") == [("z", None, ("y", "x"))]
    assert _merged(registry, "2025-07-01") == [("sau", "z", ("y", "x"))]


def test_bodies_that_succeed_each_other_do_not_vanish() -> None:
    """A mistake in the registry, but two debts must not disappear into one another."""
    registry = a_registry(body("x", "2024-12-31", "y"), body("y", "2025-02-28", "x"), "z")
    assert _merged(registry, "2025-03-01") == [("x", None, ()), ("y", None, ()), ("z", None, ())]


def test_split_between_two() -> None:
    """Huyện Lục Ngạn and thị xã Chũ: each successor owes the whole."""
    registry = a_registry(body("cu", "2024-12-31", "x", "y"), "x", "y")
    assert _heirs(registry, "2025-01-01", a_filing("y", "2025-01-01", tasks=[done()])) == [
        ("x", Status.OVERDUE, "cu"), ("y", Status.DONE_LATE, "cu"),
    ]  # fmt: skip


def test_a_chain_of_successors() -> None:
    """The debt goes to whoever stands at the date; it still says where it came from."""
    registry = a_registry(
        body("cu", "2024-12-31", "giua"), body("giua", "2025-06-30", "sau"), "sau"
    )
    assert _heirs(registry, "2025-06-30") == [("giua", Status.OVERDUE, "cu")]
    assert _heirs(registry, "2025-07-01") == [("sau", Status.OVERDUE, "cu")]
    report = a_filing("giua", "2025-05-01", tasks=[done()])
    assert _heirs(registry, "2025-07-01", report) == [("giua", Status.DONE_LATE, "cu")]


@pytest.mark.parametrize(
    "registry",
    [
        a_registry(body("cu", "2025-06-30")),
        a_registry(body("cu", "2025-06-30", "khong-co")),
        a_registry(body("cu", "2025-06-30", "sau"), body("sau", "2025-06-30")),
        a_registry(body("cu", "2025-06-30", "sau"), body("sau", "2025-06-30", "cu")),
        a_registry(body("cu", "2025-06-30", "cu")),
    ],
)
def test_no_successor(registry: Registry) -> None:
    """The district level ended on 2025-07-01: the debt stands, and says that nobody took it over."""
    (verdict,) = Scene(
        a_plan(an_item("1", {"by": "2024-12-02"}, implement=["cu"])), registry
    ).verdicts("2025-07-01")
    assert (verdict.agency, verdict.status, verdict.heirless) == ("cu", Status.OVERDUE, True)


def test_what_is_in_term_passes_on_as_well() -> None:
    """The final review of 2026 falls to the successors long before it is due."""
    found = _heirs(ENDED, "2026-06-01", deadline={"within": "2026"})
    assert found == [("moi", Status.IN_TERM, "cu")]


@pytest.mark.parametrize(
    ("end", "who"),
    [("2021-12-01", [("cu", None)]), ("2021-11-30", [("moi", "cu")])],
)
def test_continuous_work_passes_on_before_its_report(end: str, who: list[tuple[str, Any]]) -> None:
    """A body that lived to the day of the report answers for its work of that year itself."""
    plan = a_plan(
        an_item("bc", {"every": "year", "before": "12-02"}, "report", implement=["moi"]),
        an_item("tx", {"continuous": "true"}, implement=["cu"]),
        last="2021-12-31",
        reporting="bc",
    )
    verdicts = Scene(plan, a_registry(body("cu", end, "moi"), "moi")).verdicts("2021-12-15")
    found = [
        (each.agency, each.inherited_from) for each in verdicts if each.obligation.key.item == "tx"
    ]
    assert found == who
