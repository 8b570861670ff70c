"""Which claims count at a date: what had been received, and of what was sent back what came anew."""

from datetime import datetime, timezone

import pytest

from builders import Mapping, Scene, a_filing, a_plan, a_registry, an_item, done, some_decisions
from kehoach.verdicts.assessment import Status
from kehoach.verdicts.evidence.arrival_log import Arrival, ArrivalLog, Logged
from verdicts.evidence.commits_in_memory import Told

RETURN = {"item": "1", "reason": "thiếu", "document": {"number": "5/TB", "date": "2021-06-10"}}
FIRST, SECOND = (
    a_filing(dated=day, tasks=[done()], number=day) for day in ("2021-06-01", "2021-06-20")
)
PLAN = a_plan(an_item("1", {"by": "2021-06-30"}, implement=["a", "b"]))


def _days(scene: Scene, as_of: str) -> tuple[list[str], list[str]]:
    """Return the days of receipt of what had come, and of what of it counts."""
    report = scene.report(as_of)
    heard, counting = (
        [str(each.receipt.day) for each in found if each.receipt]
        for found in (report.heard(), report.counting())
    )
    return heard, counting


def test_what_had_come_counts_until_it_is_sent_back() -> None:
    told = Scene(PLAN, decisions=some_decisions(returns=[RETURN]), filings=(FIRST, SECOND))
    assert _days(told, "2021-05-31") == ([], [])
    assert _days(told, "2021-06-09") == (["2021-06-01"], ["2021-06-01"])
    assert _days(told, "2021-06-19") == (["2021-06-01"], [])
    assert _days(told, "2021-06-20") == (["2021-06-01", "2021-06-20"], ["2021-06-20"])


def test_of_others_nothing_was_sent_back() -> None:
    theirs = a_filing("b", "2021-06-05", tasks=[done()])
    returned = some_decisions(returns=[{**RETURN, "agencies": ["a"]}])
    assert _days(Scene(PLAN, decisions=returned, filings=(FIRST, theirs)), "2021-06-30") == (
        ["2021-06-01", "2021-06-05"], ["2021-06-05"],
    )  # fmt: skip


# ── Who took a debt over ──────────────────────────────────────────────────────────────────────────
def _body(id_: str, to: str, *heirs: str) -> Mapping:
    return {"id": id_, "valid": {"to": to}, "successors": [*heirs]}


def test_a_debt_that_comes_to_one_body_by_two_ways_is_one() -> None:
    """A body was divided in two, and both were joined again: what it owed is owed once."""
    registry = a_registry(
        _body("cu", "2021-12-31", "x", "y"), _body("x", "2022-06-30", "z"),
        _body("y", "2022-06-30", "z"), "z",
    )  # fmt: skip
    plan = a_plan(an_item("1", {"by": "2021-06-30"}, implement=["cu"]))
    found = Scene(plan, registry).verdicts("2022-12-31")
    assert [(each.agency, each.inherited_from, each.status) for each in found] == [
        ("z", "cu", Status.OVERDUE)
    ]


def test_a_debt_that_was_absorbed_by_two_ways_is_named_once() -> None:
    """X went to y and z, y to z as well; all three owed the same."""
    registry = a_registry(_body("x", "2021-12-31", "y", "z"), _body("y", "2022-06-30", "z"), "z")
    plan = a_plan(an_item("1", {"by": "2021-06-30"}, implement=["x", "y", "z"]))
    found = Scene(plan, registry).verdicts("2022-12-31")
    assert [(each.agency, each.merged) for each in found] == [("z", ("x", "y"))]


# ── Whose word the day rests on ───────────────────────────────────────────────────────────────────
LOG = ArrivalLog(
    "origin/kehoach-arrivals",
    None,
    (Arrival("c1", datetime(2021, 6, 21, tzinfo=timezone.utc), "web"),),
)


@pytest.mark.parametrize(
    ("logged", "office", "sender"),
    [
        (Logged(), ("git", True), ("git", False)),
        (Logged(LOG, LOG.days("Asia/Ho_Chi_Minh")), ("git", True), ("arrival", True)),
        (
            Logged(LOG, LOG.days("Asia/Ho_Chi_Minh"), required=True),
            ("git", True),
            ("arrival", True),
        ),
        (
            Logged(required=True),
            ("git", False),
            ("git", False),
        ),  # there must be one, and it is lost
    ],
)
def test_whose_word_a_day_rests_on(
    logged: Logged, office: tuple[str, bool], sender: tuple[str, bool]
) -> None:
    """The office's commit and the log's line are sure; the sender's own clock is not."""
    registry = a_registry("a", {"id": "stp", "committers": ["@stp.vn"]})
    plan = a_plan(an_item("1", {"by": "2021-06-30"}), consolidator="stp")
    told = Told(Scene(plan, registry), logged=logged)
    told.commit("m1", "2021-06-01", {"a/1.yaml": FIRST}, by="x@stp.vn")
    told.commit("c1", "2021-06-20", {"a/2.yaml": SECOND})
    history = told.known("2021-12-31")
    (versions,) = history.versions.values()
    receipts = [history.receipt(each) for each in versions]
    assert [(each.source.value, each.verified) for each in receipts] == [office, sender]
    assert [each.file for each in receipts] == ["m1", "c1"]
