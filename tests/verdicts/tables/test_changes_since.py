"""What became of an obligation since an earlier day: as of the task due on 30/6/2021, judged on 31/12.

What became of it after the end of the day before counts; what had become of it on the day itself does not.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import D, Mapping, Scene, a_filing, a_plan, a_registry, an_item, done, some_decisions
from kehoach.verdicts.assessment.alike import alone
from kehoach.verdicts.tables.changes_since import RecentChange, changed_since, changes_since

TASK = an_item("1", {"by": "2021-06-30"})
AT = "2021-12-31"
OVERDUE, DONE, RECEIVED = RecentChange.OVERDUE, RecentChange.DONE, RecentChange.RECEIVED
EXTENDED, PAUSED = RecentChange.EXTENDED, RecentChange.PAUSED
RETURNED, WAIVED = RecentChange.RETURNED, RecentChange.WAIVED


def _letter(day: str) -> Mapping:
    return {"item": "1", "document": {"number": "9/QĐ", "date": day}}


def _scene(*filings: Any, item: Mapping = TASK, **decided: list[Mapping]) -> Scene:
    return Scene(a_plan(item), a_registry("a"), some_decisions(**decided), filings=filings)


NOTHING = _scene()
TOLD = _scene(a_filing(dated="2021-06-15", tasks=[done(completed="2021-06-10")]))
ANNOUNCED = _scene(a_filing(dated="2021-06-10", tasks=[done(completed="2021-06-20")]))
GOING = _scene(a_filing(dated="2021-07-05", tasks=[{"item": "1", "status": "in_progress"}]))
LATER = _scene(extensions=[{**_letter("2021-06-01"), "due": "2021-07-31"}])
TWICE = _scene(
    extensions=[
        {**_letter("2021-06-01"), "due": "2021-07-31"},
        {**_letter("2021-07-20"), "due": "2021-08-31"},
        {**_letter("2021-08-20"), "due": "2021-08-15"},  # shorter: not granted
    ]
)
RESTING = _scene(pauses=[{**_letter("2021-06-01"), "from": "2021-06-20", "reason": "dịch"}])
TOLD_AFTERWARDS = _scene(pauses=[{**_letter("2021-06-25"), "from": "2021-06-20", "reason": "dịch"}])
RESTED = _scene(  # ten days: the due day moves to 10/7
    pauses=[
        {**_letter("2021-06-01"), "from": "2021-06-20", "until": "2021-06-29", "reason": "dịch"}
    ]
)
BACK = _scene(
    a_filing(dated="2021-06-15", tasks=[done(completed="2021-06-10")]),
    returns=[{**_letter("2021-08-01"), "reason": "thiếu"}],
)
EXCUSED = _scene(waivers=[{**_letter("2021-09-01"), "reason": "thiên tai"}])


@pytest.mark.parametrize(
    ("scene", "since", "wanted"),
    [
        (NOTHING, "2021-06-29", {OVERDUE}),
        (NOTHING, "2021-06-30", {OVERDUE}),  # its last day, which had not passed
        (NOTHING, "2021-07-01", set()),
        (TOLD, "2021-06-14", {DONE}),  # the day on which it was told, not that of the work
        (TOLD, "2021-06-15", set()),
        (ANNOUNCED, "2021-06-19", {DONE}),  # told before, done on the day that was announced
        (ANNOUNCED, "2021-06-20", set()),
        (GOING, "2021-06-30", {OVERDUE, RECEIVED}),
        (GOING, "2021-07-04", {RECEIVED}),
        (GOING, "2021-07-05", set()),
        (LATER, "2021-05-31", {EXTENDED, OVERDUE}),
        (LATER, "2021-06-01", {OVERDUE}),
        (LATER, "2021-07-31", {OVERDUE}),
        (LATER, "2021-08-01", set()),
        (TWICE, "2021-07-19", {EXTENDED, OVERDUE}),
        (TWICE, "2021-07-20", {OVERDUE}),  # the letter of 20/8 gave nothing
        (RESTING, "2021-06-19", {PAUSED}),  # its first day, though the letter is of before
        (RESTING, "2021-06-20", set()),
        (TOLD_AFTERWARDS, "2021-06-24", {PAUSED}),  # its letter, though its first day is of before
        (TOLD_AFTERWARDS, "2021-06-25", set()),
        (RESTED, "2021-06-25", {OVERDUE}),
        (RESTED, "2021-07-10", {OVERDUE}),
        (RESTED, "2021-07-11", set()),
        (BACK, "2021-07-31", {RETURNED, OVERDUE}),  # it had been done, and is owed again
        (BACK, "2021-08-01", set()),
        (EXCUSED, "2021-08-31", {WAIVED}),
        (EXCUSED, "2021-09-01", set()),
    ],
)  # fmt: skip
def test_what_became_of_it(scene: Scene, since: str, wanted: set[RecentChange]) -> None:
    assert set(changes_since(scene.verdict(AT), D(since))) == wanted


def test_overdue_in_a_pause_after_the_due_day_is_new_when_it_ends() -> None:
    """Due on 30/6, paused from 10/7 to 31/7: on 20/7 the clock stood still, on 1/8 it is overdue."""
    pause = {**_letter("2021-07-01"), "from": "2021-07-10", "until": "2021-07-31", "reason": "dịch"}
    scene = _scene(pauses=[pause])
    told = {
        day: set(changes_since(scene.verdict(AT), D(day))) for day in ("2021-07-09", "2021-07-20")
    }
    assert told == {"2021-07-09": set(), "2021-07-20": {OVERDUE}}


def test_sent_back_and_not_come_anew_nothing_was_received_newly() -> None:
    """What came before the return has been sent back; only that is told."""
    scene = _scene(
        a_filing(dated="2021-08-01", tasks=[done(completed="2021-07-20")]),
        returns=[{**_letter("2021-09-01"), "reason": "thiếu"}],
    )
    assert set(changes_since(scene.verdict(AT), D("2021-07-25"))) == {RETURNED, OVERDUE}


def test_what_the_plan_only_requests_changes_nothing() -> None:
    """It is counted apart (design: requested items)."""
    scene = _scene(
        a_filing(dated="2021-06-15", tasks=[done()]), item={**TASK, "binding": "requested"}
    )
    assert not list(changes_since(scene.verdict(AT), D("2021-01-01")))


def test_each_change_in_order_and_none_left_out() -> None:
    """Every kind stands there, also where nothing became of anything."""
    late, finished = NOTHING.verdict(AT), TOLD.verdict(AT)
    found = changed_since([alone(late), alone(finished)], D("2021-06-14"))
    assert list(found) == list(RecentChange)
    assert {change: those for change, those in found.items() if those} == {
        OVERDUE: (alone(late),), DONE: (alone(finished),),
    }  # fmt: skip


ENTRIES = st.sampled_from(("2021-06-10", "2021-06-30", "2021-07-01", "2021-08-15"))
DAYS = st.dates(D("2021-06-01"), D("2021-09-01"))


@given(st.lists(ENTRIES, max_size=2, unique=True), DAYS, DAYS)
def test_newly_overdue_and_done_are_what_two_verdicts_say(
    came: list[str], since: Any, later: Any
) -> None:
    """What is read off one verdict is the same as judging both days."""
    before, now = min(since, later), max(since, later)
    filings = (a_filing(dated=day, tasks=[done()], number=day) for day in came)
    scene = _scene(*filings)
    old, new = scene.verdict(before), scene.verdict(now)
    found = set(changes_since(new, before))
    assert (OVERDUE in found) is (new.overdue and not old.overdue)
    assert (DONE in found) is (new.done and not old.done)
