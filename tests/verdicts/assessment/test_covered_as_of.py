"""Whether continuous work is covered, at a date: only by what had come by then (design: *ongoing*)."""

import pytest

from builders import Mapping, Scene, a_book, a_filing, a_plan, a_registry, an_item
from kehoach.verdicts.assessment import Assessment, Reason

SCENE = Scene(
    a_plan(
        an_item("bc", {"every": "year", "before": "12-02"}, "report"),
        an_item("tx", {"continuous": "true"}),
        last="2021-12-31",
        reporting="bc",
    ),
    a_registry("a"),
)
NIL: Mapping = {"item": "bc", "period": "2021", "nil": "true"}
PLAIN: Mapping = {"item": "bc", "period": "2021"}
PAPER: Mapping = {"agency": "a", "item": "bc", "period": "2021"}


def _of_work(scene: Scene, as_of: str) -> Assessment:
    (verdict,) = (each for each in scene.verdicts(as_of) if each.obligation.key.item == "tx")
    return verdict


@pytest.mark.parametrize(
    ("entry", "came"),
    [(NIL, (True, Reason.COVERED_BY_NIL)), (PLAIN, (False, Reason.NOT_COVERED))],
)
def test_a_report_covers_from_the_day_it_came(entry: Mapping, came: object) -> None:
    """A report due 1/12 that came on 10/12: the day before nobody had heard of it."""
    scene = SCENE.told(a_filing(dated="2021-12-10", reports=[entry]))
    before, after = _of_work(scene, "2021-12-09"), _of_work(scene, "2021-12-10")
    assert (before.covered, before.reason) == (False, Reason.REPORT_MISSING)
    assert before.claim is None
    assert (after.covered, after.reason) == came


@pytest.mark.parametrize(
    ("as_of", "covered", "reason"),
    [
        ("2021-12-01", None, Reason.COVER_NOT_DUE),  # the last day on time has not passed
        ("2021-12-02", False, Reason.REPORT_MISSING),
        ("2021-12-09", False, Reason.REPORT_MISSING),
        ("2021-12-10", None, Reason.COVER_ON_PAPER),
    ],
)
def test_on_paper(as_of: str, covered: bool | None, reason: Reason) -> None:
    """What a paper holds nobody has typed, so nobody says that it leaves anything out."""
    scene = Scene(SCENE.plan, SCENE.registry, book=a_book({**PAPER, "received": "2021-12-10"}))
    verdict = _of_work(scene, as_of)
    assert (verdict.covered, verdict.reason) == (covered, reason)


def test_a_nil_report_among_several_covers_whichever_came_first() -> None:
    """A second file without *nil* does not take back that nothing arose."""
    first = a_filing(dated="2021-11-20", reports=[PLAIN], file="submissions/a/1.yaml")
    second = a_filing(dated="2021-11-25", reports=[NIL], file="submissions/a/2.yaml")
    verdict = _of_work(SCENE.told(first, second), "2021-12-15")
    assert (verdict.covered, verdict.reason) == (True, Reason.COVERED_BY_NIL)
    assert verdict.claim is not None
    assert verdict.claim.file == "submissions/a/2.yaml"


def test_a_file_beside_a_paper_is_what_can_be_read() -> None:
    """The paper of one report and the file of another sent for the same period: the file leaves it out."""
    other = a_filing("a", "2021-11-20", reports=[PLAIN])
    book = a_book({**PAPER, "received": "2021-11-15"})
    verdict = _of_work(Scene(SCENE.plan, SCENE.registry, book=book, filings=(other,)), "2021-12-15")
    assert (verdict.covered, verdict.reason) == (False, Reason.NOT_COVERED)


def test_whom_nobody_asks_for_a_report_is_not_uncovered() -> None:
    """Agency b works continuously and owes no report: nobody says that it was left out."""
    plan = a_plan(
        an_item("bc", {"every": "year", "before": "12-02"}, "report"),
        an_item("tx", {"continuous": "true"}, implement=["b"]),
        last="2021-12-31",
        reporting="bc",
    )
    verdict = _of_work(Scene(plan, a_registry("a", "b")), "2021-12-15")
    assert (verdict.covered, verdict.reason) == (None, Reason.NO_REPORT_DUTY)
