"""What a verdict is shown and counted as, and how it says by which rule its day lies where it lies."""

from typing import Any

import pytest

from builders import (
    Mapping,
    Scene,
    a_book,
    a_filing,
    a_plan,
    a_registry,
    an_item,
    done,
    some_decisions,
)
from kehoach.verdicts.assessment import Reason, Status
from kehoach.verdicts.evidence import Entries, Periods
from kehoach.verdicts.evidence.claims import unmatched_in
from kehoach.verdicts.evidence.entries import cited_in
from kehoach.verdicts.evidence.meaning import Letter
from kehoach.verdicts.obligations.rolling import RolledBy, Rolling
from kehoach.verdicts.tables import Counts, tallied
from kehoach.words.statuses import Remark

TASK, REPORT = an_item("1", {"by": "2021-06-30"}), an_item("1", {"by": "2021-06-30"}, "report")
EXCUSED = a_filing(
    dated="2021-05-01", tasks=[{"item": "1", "status": "in_progress", "reason": "chờ"}]
)


@pytest.mark.parametrize(
    ("item", "told", "as_of", "shown", "counted"),
    [
        (TASK, (), "2021-01-01", Status.IN_TERM, (Status.IN_TERM,)),
        (TASK, (), "2021-06-30", Remark.DUE_SOON, (Status.IN_TERM, Remark.DUE_SOON)),
        (TASK, (), "2021-07-01", Status.OVERDUE, (Status.OVERDUE,)),
        (REPORT, (), "2021-07-01", Status.OVERDUE, (Status.OVERDUE, Remark.MISSING)),
        (TASK, (EXCUSED,), "2021-07-01", Status.OVERDUE, (Status.OVERDUE, Remark.EXPLAINED)),
        ({**TASK, "binding": "requested"}, (), "2021-07-01", Remark.REQUESTED, (Remark.REQUESTED,)),
    ],
)
def test_shown_by_the_worst_and_counted_by_all(
    item: Mapping, told: Any, as_of: str, shown: object, counted: object
) -> None:
    found = Scene(a_plan(item), filings=told).verdict(as_of)
    assert (found.shown, found.counted) == (shown, counted)
    assert set(found.remarks) == {each for each in found.counted if isinstance(each, Remark)}


def test_tallied_by_what_a_key_makes_of_them_in_the_order_they_come() -> None:
    """Agencies that are alike are counted in one step, each of them once."""
    plan = a_plan(
        an_item("2", {"by": "2021-12-31"}, implement=["a"]),
        an_item("1", {"by": "2021-06-30"}, implement=["a", "b", "c"]),
        an_item("3", {"by": "2021-12-31"}, implement=["b", "c"]),
    )
    alike = Scene(plan).report("2021-07-01").alike
    found = tallied(alike, lambda each: each.obligation.due)
    assert [(str(day), counts) for day, counts in found.items()] == [
        ("2021-12-31", Counts({Status.IN_TERM: 3})), ("2021-06-30", Counts({Status.OVERDUE: 3})),
    ]  # fmt: skip


# ── By which rule a day lies where it lies ────────────────────────────────────────────────────────
SESSION = {"session": "2021-12"}
BACK = {"event": "e", "minus": "10 days"}


@pytest.mark.parametrize(
    ("deadline", "decided", "rolling", "assumed"),
    [
        ({"by": "2021-06-30"}, {}, Rolling("next", RolledBy.POLICY), False),
        ({"by": "2021-06-30", "roll": "none"}, {}, Rolling("none", RolledBy.DEADLINE), False),
        ({"by": "2021-06-30", "time": "09:00"}, {}, Rolling("none", RolledBy.CLOCK), False),
        (SESSION, {}, Rolling("next", RolledBy.POLICY), True),
        (SESSION, {"extensions": [{"item": "1", "due": "2022-03-31"}]},
         Rolling("next", RolledBy.POLICY), False),  # a letter names its day now
        (SESSION, {"sessions": [{"item": "1", "period": "once", "date": "2021-12-08"}]},
         Rolling("none", RolledBy.SESSION), False),
        (BACK, {"events": [{"id": "e", "date": "2021-06-15"}]},
         Rolling("previous", RolledBy.COUNTED_BACK), False),
    ],
)  # fmt: skip
def test_the_rule_by_which_it_rolls(
    deadline: Mapping, decided: Any, rolling: Rolling, assumed: bool
) -> None:
    scene = Scene(a_plan(an_item("1", deadline), roll="next"), decisions=some_decisions(**decided))
    (owed,) = scene.docket("2021-12-31").obligations
    assert (owed.demand.rolling, owed.assumed) == (rolling, assumed)


# ── Continuous work, and a report that was sent back ──────────────────────────────────────────────
@pytest.mark.parametrize(
    ("as_of", "covered", "reason"),
    [
        ("2021-12-04", True, Reason.COVERED_BY_NIL),
        ("2021-12-05", False, Reason.REPORT_MISSING),  # sent back: nothing covers it any more
        ("2021-12-20", True, Reason.COVERED_BY_NIL),
    ],
)
def test_a_report_that_was_sent_back_covers_nothing_until_it_comes_anew(
    as_of: str, covered: bool, reason: Reason
) -> None:
    plan = a_plan(
        an_item("bc", {"every": "year", "before": "12-02"}, "report"),
        an_item("tx", {"continuous": "true"}), last="2021-12-31", reporting="bc",
    )  # fmt: skip
    back = {"item": "bc", "period": "2021", "reason": "thiếu",
            "document": {"number": "5/TB", "date": "2021-12-05"}}  # fmt: skip
    told = (
        a_filing(dated=day, number=day, reports=[{"item": "bc", "period": "2021", "nil": "true"}])
        for day in ("2021-11-28", "2021-12-20")
    )
    scene = Scene(plan, a_registry("a"), some_decisions(returns=[back]), filings=tuple(told))
    (found,) = (each for each in scene.verdicts(as_of) if each.obligation.key.item == "tx")
    assert (found.covered, found.reason) == (covered, reason)


# ── Entries that say nothing ──────────────────────────────────────────────────────────────────────
def test_entries_of_the_book_that_name_nothing() -> None:
    periods = Periods(a_plan(TASK), Scene(a_plan(TASK)).docket("2021-12-31").demands)
    arrived = {"agency": "a", "received": "2021-06-05"}
    book = a_book(
        {**arrived, "item": "1"},
        {**arrived, "item": "9"},
        {**arrived, "item": "1", "period": "2021"},
    )
    found = unmatched_in(periods, book)
    assert [(each.route[1], each.item, each.period, each.expected) for each in found] == [
        (1, "9", None, ()), (2, "1", "2021", ("once",)),
    ]  # fmt: skip


def test_a_draft_cites_no_letter() -> None:
    """What is still being filled in has not been sent."""
    letter = {Letter("a", "12/BC-A", None)}
    sent = a_filing(dated=None, tasks=[done(evidence=[{"number": "7"}])]).submission
    assert list(cited_in(sent, letter)) == list(letter)
    assert list(cited_in(sent, {Letter("a", "7", None)})) == [Letter("a", "7", None)]
    assert not list(cited_in(sent, {Letter("b", "12/BC-A", None), Letter("a", "8", None)}))
    assert not list(cited_in(sent.model_copy(update={"draft": True}), letter))


def test_what_a_draft_says_is_not_said_at_all() -> None:
    draft = a_filing(tasks=[done()], draft="true")
    entries = Entries(
        Periods(a_plan(TASK), Scene(a_plan(TASK)).docket("2021-12-31").demands), (draft,)
    )
    assert entries.said == {draft.file: ()}
    assert entries.vain == []


def test_entries_of_a_file_that_name_nothing() -> None:
    """Each is told with its file, its place in it, and what it may have meant."""
    vain = a_filing(tasks=[done(), done("9"), done(period="2021")], reports=[{"item": "1"}])
    found = Scene(a_plan(TASK), filings=(vain,)).claims().unmatched
    assert {
        (each.file, each.route, each.agency, each.item, each.period, each.expected)
        for each in found
    } == {
        (vain.file, ("tasks", 1), "a", "9", None, ()),
        (vain.file, ("tasks", 2), "a", "1", "2021", ("once",)),
        (vain.file, ("reports", 0), "a", "1", None, ("once",)),
    }
