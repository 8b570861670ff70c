"""What is judged at once of many, and what each of them is shown with."""

from typing import Any

import pytest

from builders import D, Mapping, Scene, a_filing, a_plan, a_registry, an_id, an_item, some_decisions
from kehoach.verdicts.assessment import Reason, Status
from kehoach.verdicts.tables import Rate, count

SCENE = Scene(
    a_plan(an_item(implement=["so"])),
    a_registry(*"abcde", groups=[{"id": "so", "members": [*"abcde"]}]),
)


@pytest.mark.parametrize(
    ("alone", "runs"),
    [
        ("", ["abcde"]),
        ("x", ["abcde"]),
        ("c", ["ab", "c", "de"]),
        ("ab", ["a", "b", "cde"]),
        ("e", ["abcd", "e"]),
    ],
)
def test_parted_in_order_with_some_by_themselves(alone: str, runs: list[str]) -> None:
    """Those who stay together are counted in one step, and each verdict is of the first of its own."""
    (all_,) = SCENE.report("2021-06-01").alike
    parts = [*all_.parted(frozenset(map(an_id, alone)))]
    assert ["".join(each.agencies) for each in parts] == runs
    assert [each.verdict.agency for each in parts] == [each[0] for each in runs]
    for part in parts:
        for agency, verdict in zip(part.agencies, part.each(), strict=True):
            assert (
                verdict.agency
                == verdict.obligation.agency
                == verdict.obligation.key.agency
                == agency
            )


GOING: Mapping = {
    "item": "1",
    "status": "in_progress",
    "reason": "chờ vốn",
    "expected": "2022-03-01",
}


@pytest.mark.parametrize(
    ("deadline", "status", "reason"),
    [
        ({"when": "su-kien"}, Status.WAITING, Reason.EVENT_AWAITED),
        ({"by": "2021-06-30"}, Status.OVERDUE, Reason.NOT_DONE),
    ],
)
def test_what_was_told_last_is_shown_with_what_is_not_done(
    deadline: Mapping, status: Status, reason: Reason
) -> None:
    """Also where nothing is due yet: who asks what became of it sees the last entry."""
    told = a_filing(dated="2021-05-01", tasks=[GOING])
    found = Scene(a_plan(an_item("1", deadline)), filings=(told,)).verdict("2021-12-31")
    assert (found.status, found.reason) == (status, reason)
    assert found.claim is not None
    assert found.claim.file == told.file
    assert (found.reason_given, found.expected) == ("chờ vốn", D("2022-03-01"))
    silent = Scene(a_plan(an_item("1", deadline))).verdict("2021-12-31")
    assert (silent.claim, silent.reason_given, silent.expected) == (None, None, None)


def test_what_was_explained_is_a_rate_of_what_is_overdue() -> None:
    """Always with both its numbers: of three that are overdue one said why."""
    plan = a_plan(an_item("1", {"by": "2021-06-30"}, implement=["a", "b", "c"]))
    scene = Scene(plan, filings=(a_filing(dated="2021-05-01", tasks=[GOING]),))
    counts = count(scene.verdicts("2021-12-31"))
    assert counts.explained == Rate(1, 3)
    assert count(scene.verdicts("2021-06-30")).explained == Rate(0, 0)


def test_an_earlier_day_hears_no_later_excuse() -> None:
    """Declared on 1/5 and again on 1/8 with another day: judged on 1/7 it is the first that was told."""
    later = a_filing(dated="2021-08-01", tasks=[{**GOING, "expected": "2022-06-01"}])
    scene = Scene(
        a_plan(an_item("1", {"by": "2021-06-30"})),
        filings=(a_filing(dated="2021-05-01", tasks=[GOING]), later),
    )
    told = {day: scene.verdict(day).expected for day in ("2021-07-01", "2021-08-01")}
    assert told == {"2021-07-01": D("2022-03-01"), "2021-08-01": D("2022-06-01")}


def test_what_is_not_done_may_be_paused_and_what_is_done_stays_done() -> None:
    """A pause stops the clock of what is owed, and takes nothing back."""
    pause = {"item": "1", "from": "2021-05-15", "reason": "dịch"}
    plan = a_plan(an_item("1", {"by": "2021-06-30"}, implement=["a", "b"]))
    told = a_filing(dated="2021-05-01", tasks=[{"item": "1", "status": "done"}])
    verdicts = Scene(plan, decisions=some_decisions(pauses=[pause]), filings=(told,)).verdicts(
        "2021-12-31"
    )
    found = {each.agency: (each.status, each.days) for each in verdicts}
    assert found == {"a": (Status.DONE_ON_TIME, -60), "b": (Status.PAUSED, None)}


@pytest.mark.parametrize(
    "decided", [{"pauses": [{"item": "1", "from": "2021-06-01", "reason": "dịch"}]}, {}]
)
def test_what_rests_is_not_due_soon(decided: Any) -> None:
    """Neither in a pause nor where nobody knows whether the body still exists; *false*, not unknown."""
    body = {"id": "a"} if decided else {"id": "a", "unverified_from": "2021-06-01"}
    scene = Scene(
        a_plan(an_item("1", {"by": "2021-06-30"})), a_registry(body), some_decisions(**decided)
    )
    found = scene.verdict("2021-06-29")
    assert found.status is (Status.PAUSED if decided else Status.WAITING)
    assert (found.days, found.covered) == (None, None)
    assert found.due_soon is False
    assert found.reason is (Reason.PAUSED if decided else Reason.BODY_UNVERIFIED)


def test_who_owes_another_number_is_not_judged_with_the_others() -> None:
    """Three are asked of b, one of all the others; a verdict is shown with its own number."""
    quota = [{"at_least": "1"}, {"at_least": "3", "agencies": ["b"]}]
    plan = a_plan(an_item("1", {"by": "2021-06-30"}, implement=["a", "b", "c"], quota=quota))
    found = {
        each.agency: each.obligation.quota and each.obligation.quota.at_least
        for each in Scene(plan).verdicts("2021-12-31")
    }
    assert found == {"a": 1, "b": 3, "c": 1}


@pytest.mark.parametrize("number", [None, "9/CV"])
def test_what_is_said_to_be_done_has_no_excuse(number: str | None) -> None:
    """Also where nothing proves it: a reason beside *done* says nothing of a delay."""
    told = a_filing(dated="2021-05-01", number=number, tasks=[{**GOING, "status": "done"}])
    found = Scene(a_plan(an_item("1", {"by": "2021-06-30"})), filings=(told,)).verdict("2021-12-31")
    assert found.status is (Status.DONE_ON_TIME if number else Status.OVERDUE)
    assert (found.excuse, found.explained) == (None, False)
