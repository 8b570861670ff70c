"""The beginning of a task: an obligation of its own, beside the end and never moved by it."""

from typing import Any

import pytest

from builders import (
    D,
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
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.words.statuses import Status

# Begun in the first quarter, done within 2021; no report is asked, so that ten days remain to tell it.
BOTH = Scene(a_plan(an_item("1", [{"start": {"within": "2021-Q1"}}, {"by": "2021-12-31"}])))
START = Scene(a_plan(an_item("1", {"start": {"before": "2021-04-01"}})))
FROM = Scene(a_plan(an_item("1", {"start": {"from": "2021-03"}})))


def begun(started: str | None = "2021-03-10", **fields: Any) -> Mapping:
    """Return an entry that says since when work is in progress."""
    day = {} if started is None else {"started": started}
    return {"item": "1", "status": "in_progress", **day, **fields}


def told(scene: Scene, day: str, *tasks: Mapping, **fields: Any) -> Scene:
    return scene.told(a_filing(dated=day, tasks=tasks, **fields))


def both(scene: Scene, as_of: str) -> tuple[Assessment, Assessment]:
    """Return the verdicts on the beginning and on the end."""
    of = {each.obligation.key.period: each for each in scene.verdicts(as_of)}
    return of["start"], of["once"]  # type: ignore[index]


def state(verdict: Assessment) -> tuple[Status, Reason, int | None]:
    return verdict.status, verdict.reason, verdict.days


# ── What is owed, and what fulfils it ───────────────────────────────────────────────────────────


def test_a_start_and_an_end_are_owed_apart() -> None:
    start, end = both(BOTH, "2021-04-02")
    assert (start.obligation.due, end.obligation.due) == (D("2021-03-31"), D("2021-12-31"))
    assert state(start) == (Status.OVERDUE, Reason.NOTHING_CAME, 2)
    assert state(end) == (Status.IN_TERM, Reason.NOTHING_CAME, -273)


def test_work_in_progress_since_a_day_fulfils_the_start_and_not_the_end() -> None:
    start, end = both(told(BOTH, "2021-04-05", begun("2021-03-10")), "2021-05-01")
    assert state(start) == (Status.DONE_ON_TIME, Reason.BEGUN, -21)
    assert start.completed == D("2021-03-10")
    assert (end.status, end.reason) == (Status.IN_TERM, Reason.NOT_DONE)


def test_begun_after_the_day_is_late() -> None:
    start, _ = both(told(BOTH, "2021-04-09", begun("2021-04-05")), "2021-05-01")
    assert state(start) == (Status.DONE_LATE, Reason.BEGUN, 5)


@pytest.mark.parametrize(
    ("entry", "letter", "reason"),
    [
        (begun(None), "1/BC", Reason.START_UNDATED),
        (begun("2021-03-10"), None, Reason.BEGUN_UNPROVEN),
        ({"item": "1", "status": "not_started"}, "1/BC", Reason.NOT_BEGUN),
        ({"item": "1", "status": "not_started", "started": "2021-03-10"}, "1/BC", Reason.NOT_BEGUN),
        (begun("2021-06-10"), "1/BC", Reason.NOT_BEGUN_YET),
    ],
)
def test_what_is_no_beginning(entry: Mapping, letter: str | None, reason: Reason) -> None:
    """A day and a document are needed, and a day that lies ahead is none yet."""
    start, _ = both(told(BOTH, "2021-04-05", entry, number=letter), "2021-05-01")
    assert (start.status, start.reason) == (Status.OVERDUE, reason)


def test_evidence_of_its_own_proves_it() -> None:
    proof = [{"number": "9/QĐ", "date": "2021-03-09"}]
    start, _ = both(told(BOTH, "2021-04-05", begun(evidence=proof), number=None), "2021-05-01")
    assert start.status is Status.DONE_ON_TIME


@pytest.mark.parametrize(
    ("completed", "status", "days"),
    [("2021-03-20", Status.DONE_ON_TIME, -11), ("2021-05-20", Status.DONE_LATE, 50)],
)
def test_who_has_finished_has_begun(completed: str, status: Status, days: int) -> None:
    """On the day of completion at the latest; told on the same day, so that it counts."""
    start, end = both(told(BOTH, completed, done(completed=completed)), "2021-06-01")
    assert state(start) == (status, Reason.BEGUN_BY_END, days)
    assert end.status is Status.DONE_ON_TIME


def test_the_day_of_the_beginning_counts_where_both_are_named() -> None:
    entry = done(started="2021-03-30", completed="2021-04-05")
    start, end = both(told(BOTH, "2021-04-06", entry), "2021-06-01")
    assert state(start) == (Status.DONE_ON_TIME, Reason.BEGUN, -1)
    assert end.completed == D("2021-04-05")


def test_an_entry_on_the_start_alone_says_nothing_of_the_end() -> None:
    entry = done(period="start", completed="2021-03-20")
    start, end = both(told(BOTH, "2021-03-25", entry), "2021-06-01")
    assert start.status is Status.DONE_ON_TIME
    assert state(end) == (Status.IN_TERM, Reason.NOTHING_CAME, -213)


def test_an_item_that_has_a_start_alone_needs_no_period() -> None:
    verdict = told(START, "2021-04-01", begun("2021-03-31")).verdict("2021-05-01")
    assert state(verdict) == (Status.DONE_ON_TIME, Reason.BEGUN, 0)


def test_a_quota_is_asked_of_the_end_alone() -> None:
    rules: list[Mapping] = [{"start": {"within": "2021-Q1"}}, {"by": "2021-12-31"}]
    scene = Scene(a_plan(an_item("1", rules, quota=[{"at_least": "5"}])))
    start, end = both(
        told(scene, "2021-04-02", done(completed="2021-03-30", quantity="2")), "2021-06-01"
    )
    assert (start.status, end.reason) == (Status.DONE_ON_TIME, Reason.TOO_FEW)


# ── The laws of evidence ────────────────────────────────────────────────────────────────────────


def test_a_beginning_told_too_late_counts_from_the_day_of_telling() -> None:
    """Due on 31 March, told after 10 April: the day typed in does not count."""
    start, _ = both(told(BOTH, "2021-06-01", begun("2021-03-10")), "2021-07-01")
    assert state(start) == (Status.DONE_LATE, Reason.BEGUN_TOLD_LATE, 62)
    on_the_last_day, _ = both(told(BOTH, "2021-04-10", begun("2021-03-10")), "2021-07-01")
    assert on_the_last_day.status is Status.DONE_ON_TIME


def test_a_later_file_never_makes_a_beginning_better() -> None:
    first = told(BOTH, "2021-04-08", begun("2021-04-05"))
    second = told(first, "2021-04-09", begun("2021-03-10"))
    assert both(second, "2021-07-01")[0].days == 5


def test_the_end_told_afterwards_does_not_unsettle_the_beginning() -> None:
    scene = told(
        told(BOTH, "2021-04-05", begun("2021-03-10")), "2021-12-20", done(completed="2021-12-15")
    )
    start, end = both(scene, "2021-12-31")
    assert state(start) == (Status.DONE_ON_TIME, Reason.BEGUN, -21)
    assert end.status is Status.DONE_ON_TIME


def test_the_book_dates_a_beginning() -> None:
    paper = {"agency": "a", "item": "1", "received": "2021-04-02", "document": {"number": "7/BC"}}
    book = a_book({**paper, "period": "start", "started": "2021-03-29"})
    start, end = both(Scene(BOTH.plan, book=book), "2021-05-01")
    assert state(start) == (Status.DONE_ON_TIME, Reason.BEGUN, -2)
    assert end.reason is Reason.NOTHING_CAME
    unnamed = a_book({**paper, "started": "2021-03-29"})
    assert both(Scene(BOTH.plan, book=unnamed), "2021-05-01")[0].days == -2


def test_a_paper_that_completes_the_task_begins_it() -> None:
    paper = {"agency": "a", "item": "1", "received": "2021-03-30", "completed": "2021-03-28"}
    book = a_book({**paper, "document": {"number": "7/BC"}})
    start, end = both(Scene(BOTH.plan, book=book), "2021-05-01")
    assert state(start) == (Status.DONE_ON_TIME, Reason.BEGUN_BY_END, -3)
    assert end.status is Status.DONE_ON_TIME


# ── Decisions ───────────────────────────────────────────────────────────────────────────────────


def test_more_time_for_the_task_is_no_more_time_for_its_beginning() -> None:
    more = some_decisions(extensions=[{"item": "1", "due": "2022-06-30"}])
    start, end = both(Scene(BOTH.plan, decisions=more), "2021-04-02")
    assert (start.obligation.due, end.obligation.due) == (D("2021-03-31"), D("2022-06-30"))
    named = some_decisions(extensions=[{"item": "1", "period": "start", "due": "2021-05-31"}])
    start, end = both(Scene(BOTH.plan, decisions=named), "2021-04-02")
    assert (start.obligation.due, end.obligation.due) == (D("2021-05-31"), D("2021-12-31"))
    alone = Scene(START.plan, decisions=more).verdict("2021-04-02")
    assert alone.obligation.due == D("2022-06-30")


def test_a_waiver_excuses_from_both_unless_it_names_one() -> None:
    waived = some_decisions(waivers=[{"item": "1", "reason": "thôi"}])
    assert {each.status for each in both(Scene(BOTH.plan, decisions=waived), "2021-04-02")} == {
        Status.WAIVED
    }
    one = some_decisions(waivers=[{"item": "1", "period": "start", "reason": "thôi"}])
    start, end = both(Scene(BOTH.plan, decisions=one), "2021-04-02")
    assert (start.status, end.status) == (Status.WAIVED, Status.IN_TERM)


# ── Not before a day ────────────────────────────────────────────────────────────────────────────


def test_nothing_is_due_by_the_day_from_which_it_may_begin() -> None:
    assert FROM.verdicts("2021-02-28") == ()
    assert state(FROM.verdict("2026-12-31")) == (Status.IN_TERM, Reason.START_OPEN, None)
    verdict = told(FROM, "2021-09-01", begun("2021-08-20")).verdict("2021-10-01")
    assert state(verdict) == (Status.DONE_ON_TIME, Reason.BEGUN, None)


# ── Several beginnings ──────────────────────────────────────────────────────────────────────────

PHASES = Scene(
    a_plan(
        an_item(
            "1",
            [{"start": {"by": "2021-03-31"}}, {"start": {"by": "2021-06-30"}}, {"within": "2021"}],
        )
    )
)


def test_several_beginnings_are_called_by_their_days() -> None:
    names = [each.obligation.key.period for each in PHASES.verdicts("2021-01-05")]
    assert names == ["start-2021-03-31", "start-2021-06-30", "once"]
    unnamed = told(PHASES, "2021-04-01", begun("2021-03-10"))
    assert [each.done for each in unnamed.verdicts("2021-07-01")] == [False, False, False]
    named = told(PHASES, "2021-04-01", begun("2021-03-10", period="start-2021-03-31"))
    assert [each.done for each in named.verdicts("2021-07-01")] == [True, False, False]
    over = told(PHASES, "2021-03-10", done(completed="2021-03-09"))
    assert [each.done for each in over.verdicts("2021-07-01")] == [True, True, True]


# ── Bodies ──────────────────────────────────────────────────────────────────────────────────────

ENDED = {"id": "a", "valid": {"to": "2021-02-15"}, "successors": ["b"]}


def test_who_takes_a_task_over_owes_its_beginning_too() -> None:
    """``a`` ended in February: ``b`` owes the start of March, unless ``a`` had begun."""
    scene = Scene(BOTH.plan, a_registry(ENDED, "b"))
    start, end = both(scene, "2021-04-02")
    assert (start.agency, start.inherited_from, start.status) == ("b", "a", Status.OVERDUE)
    assert (end.agency, end.inherited_from) == ("b", "a")
    begun_before = told(scene, "2021-02-10", begun("2021-02-01"))
    start, end = both(begun_before, "2021-04-02")
    assert (start.agency, start.inherited_from, start.days) == ("a", None, -58)
    assert (end.agency, end.inherited_from) == ("b", "a")
    begun_after = scene.told(a_filing("b", dated="2021-04-02", tasks=[begun("2021-03-20")]))
    start, _ = both(begun_after, "2021-04-05")
    assert (start.agency, start.days, start.reason) == ("b", -11, Reason.BEGUN)


@pytest.mark.parametrize(
    ("rule", "fields", "reason"),
    [
        ({"by": "2021-03-31", "aspirational": "true"}, {}, Reason.AIM_ONLY),
        ({"by": "2021-03-31"}, {"binding": "requested"}, Reason.REQUEST_ONLY),
    ],
)
def test_what_does_not_bind_is_never_overdue(
    rule: Mapping, fields: Mapping, reason: Reason
) -> None:
    scene = Scene(a_plan(an_item("1", {"start": rule}, **fields)))
    verdict = scene.verdict("2021-05-01")
    assert (verdict.status, verdict.reason) == (Status.IN_TERM, reason)


def test_a_beginning_that_hangs_on_an_event_waits_for_it() -> None:
    """30 days from 1 June, the first not counted: 1 July."""
    plan = a_plan(an_item("1", {"start": {"event": "giao", "plus": "30 days"}}))
    waiting = Scene(plan).verdict("2021-07-02")
    assert (waiting.status, waiting.reason) == (Status.WAITING, Reason.EVENT_AWAITED)
    happened = some_decisions(events=[{"id": "giao", "date": "2021-06-01"}])
    assert state(Scene(plan, decisions=happened).verdict("2021-07-02")) == (
        Status.OVERDUE, Reason.NOTHING_CAME, 1,
    )  # fmt: skip


def test_groups_that_must_begin_on_days_of_their_own() -> None:
    """Each body has one beginning: an entry that names none speaks of it."""
    rules: list[Mapping] = [
        {"start": {"by": "2021-03-31", "agencies": ["a"]}},
        {"start": {"by": "2021-05-31", "agencies": ["b"]}},
        {"by": "2021-12-31"},
    ]
    scene = Scene(a_plan(an_item("1", rules, implement=["a", "b"]))).told(
        a_filing("a", dated="2021-04-02", tasks=[begun("2021-03-30")]),
        a_filing("b", dated="2021-06-02", tasks=[begun("2021-06-01")]),
    )
    starts = {
        each.agency: (each.status, each.days)
        for each in scene.verdicts("2021-06-05")
        if each.obligation.demand.term.beginning
    }
    assert starts == {"a": (Status.DONE_ON_TIME, -1), "b": (Status.DONE_LATE, 1)}
