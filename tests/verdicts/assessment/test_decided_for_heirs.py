"""What is decided for a successor holds for the debts it took over (design: agencies over time)."""

from builders import Mapping, Scene, a_plan, a_registry, an_item, some_decisions
from kehoach.verdicts.assessment import Assessment, Status

MERGED = a_registry(
    {"id": "cu", "valid": {"to": "2022-02-28"}, "successors": ["moi"]},
    {"id": "moi", "valid": {"from": "2022-03-01"}},
    "khac",
)
PLAN = a_plan(an_item(implement=["cu", "khac"]))


def _of_the_heir(**kinds: list[Mapping]) -> Assessment:
    """Return the verdict of May 2022 on what fell to the new body."""
    verdicts = Scene(PLAN, MERGED, some_decisions(**kinds)).verdicts("2022-05-01")
    (inherited,) = [each for each in verdicts if each.inherited_from == "cu"]
    return inherited


def test_the_debt_is_overdue_without_a_decision() -> None:
    """It passes on with its own day, 31 December 2021."""
    assert _of_the_heir().status is Status.OVERDUE


def test_an_extension_for_the_heir_counts() -> None:
    """The body that now owes it was given until June 2022."""
    inherited = _of_the_heir(extensions=[{"item": "1", "agencies": ["moi"], "due": "2022-06-30"}])
    assert inherited.status is Status.IN_TERM


def test_a_waiver_for_the_heir_counts() -> None:
    """The body that now owes it was excused."""
    inherited = _of_the_heir(waivers=[{"item": "1", "agencies": ["moi"], "reason": "sắp xếp"}])
    assert inherited.status is Status.WAIVED


def test_an_extension_for_the_body_that_ended_goes_with_the_debt() -> None:
    """What had been granted to it is not lost by the merger."""
    inherited = _of_the_heir(extensions=[{"item": "1", "agencies": ["cu"], "due": "2022-06-30"}])
    assert inherited.status is Status.IN_TERM


def test_a_decision_for_another_body_does_not() -> None:
    """Only the one that owed it and the one that owes it are concerned."""
    inherited = _of_the_heir(extensions=[{"item": "1", "agencies": ["khac"], "due": "2022-06-30"}])
    assert inherited.status is Status.OVERDUE
