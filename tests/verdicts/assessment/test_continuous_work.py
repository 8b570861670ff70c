"""Continuous work is covered by the report that mentions it, or uncovered."""

from typing import Any

from builders import (
    Mapping,
    Scene,
    a_book,
    a_filing,
    a_plan,
    an_item,
    some_decisions,
)
from kehoach.verdicts.assessment import Reason
from kehoach.words.statuses import Status

# ── Continuous work ───────────────────────────────────────────────────────────────────────────────
COVER = a_plan(
    an_item("bc", {"every": "year", "before": "12-02"}, "report", implement=["a"]),
    an_item("tx", {"continuous": "true"}, implement=["a", "b"]),
    an_item("dn", {"continuous": "true"}, implement=["a"], binding="requested"),
    last="2021-12-31",
    reporting="bc",
)
MENTION = {"item": "tx", "status": "in_progress"}
SENT = {"item": "bc", "period": "2021"}


def _covered(
    as_of: str, *filings: Mapping, item: str = "tx", agency: str = "a", **decided: Any
) -> tuple[bool | None, Reason]:
    """Return whether continuous work is covered, and why."""
    told = tuple(a_filing(dated="2021-11-30", **each) for each in filings)
    scene = Scene(COVER, decisions=some_decisions(**decided), filings=told)
    (found,) = (
        each
        for each in scene.verdicts(as_of)
        if each.obligation.demand.item.id == item and each.agency == agency
    )
    assert found.status is Status.ONGOING
    assert found.days is None
    return found.covered, found.reason


def test_covered_is_unknown_until_the_report_is_due() -> None:
    """``null`` to the end of 1 December, whatever came before."""
    assert _covered("2021-06-01") == (None, Reason.COVER_NOT_DUE)
    mentioned = {"reports": [SENT], "tasks": [MENTION]}
    assert _covered("2021-12-01", mentioned) == (None, Reason.COVER_NOT_DUE)


def test_covered_by_the_report_that_mentions_it() -> None:
    """A report that came says something of it, or leaves it out."""
    mentioned = {"reports": [SENT], "tasks": [MENTION]}
    assert _covered("2021-12-02", mentioned) == (True, Reason.COVERED)
    assert _covered("2021-12-02", {"reports": [SENT]}) == (False, Reason.NOT_COVERED)
    assert _covered("2021-12-02") == (False, Reason.REPORT_MISSING)


def test_covered_by_the_file_of_a_report_that_the_book_alone_dates() -> None:
    """The letter came as a whole: an entry of the book that names the report only dates its file."""
    book = a_book({"agency": "a", "received": "2021-11-30", "item": "bc", "period": "2021"})
    for tasks, covered in (([MENTION], (True, Reason.COVERED)), ([], (False, Reason.NOT_COVERED))):
        told = a_filing(dated=None, reports=[SENT], tasks=tasks)
        verdicts = Scene(COVER, book=book, filings=(told,)).verdicts("2021-12-02")
        (found,) = [
            each
            for each in verdicts
            if (each.obligation.demand.item.id, each.agency) == ("tx", "a")
        ]
        assert (found.covered, found.reason) == covered


def test_a_nil_report_covers_everything() -> None:
    """Nil reports are reports: nothing arose, and that is said (domain.md, People and paper)."""
    nil = {"reports": [{**SENT, "nil": "true"}]}
    assert _covered("2021-12-02", nil) == (True, Reason.COVERED_BY_NIL)


def test_nobody_is_uncovered_who_owes_no_report() -> None:
    """II.5.3 names agencies without a report duty; a waived report covers and uncovers nothing."""
    assert _covered("2021-12-02", agency="b") == (None, Reason.NO_REPORT_DUTY)
    waiver = [{"item": "bc", "reason": "sáp nhập"}]
    assert _covered("2021-12-02", waivers=waiver) == (None, Reason.NO_REPORT_DUTY)
    assert _covered("2021-12-02", {"reports": [SENT]}, item="dn") == (None, Reason.NO_REPORT_DUTY)


def test_an_extended_report_is_awaited_longer() -> None:
    """The extension of the report puts off the question whether it covers the work."""
    extension = [{"item": "bc", "due": "2021-12-20"}]
    assert _covered("2021-12-20", extensions=extension) == (None, Reason.COVER_NOT_DUE)
    assert _covered("2021-12-21", extensions=extension) == (False, Reason.REPORT_MISSING)


def test_a_missing_report_is_overdue_once() -> None:
    """Where the report is missing only the report is overdue, not what it would have covered."""
    verdicts = Scene(COVER).verdicts("2021-12-02")
    assert [each.obligation.demand.item.id for each in verdicts if each.overdue] == ["bc"]
