"""Verdicts: exactly one status for each obligation at a date, and the reason for it."""

from typing import Any

import pytest

from builders import (
    D,
    Mapping,
    Scene,
    a_book,
    a_filing,
    a_plan,
    an_item,
    done,
    some_decisions,
)
from kehoach.verdicts.assessment import Reason
from kehoach.words.statuses import Status
from verdicts.assessment.judged import state

TASK = Scene(a_plan(an_item("1", {"by": "2021-12-01"})))
REPORT = Scene(
    a_plan(an_item("1", {"every": "year", "before": "12-02", "until": "2021"}, "report"))
)
LETTER = {"number": "15/UBND-NC", "date": "2021-06-01"}


def _task(dated: str, **fields: Any) -> Scene:
    return TASK.told(a_filing(dated=dated, tasks=[done(**fields)]))


def _sent(dated: str, **fields: Any) -> Scene:
    return REPORT.told(a_filing(dated=dated, reports=[{"item": "1", "period": "2021", **fields}]))


# ── Each status ───────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("dated", "status", "days"),
    [
        ("2021-11-01", Status.DONE_ON_TIME, -30),
        ("2021-12-01", Status.DONE_ON_TIME, 0),
        ("2021-12-02", Status.DONE_LATE, 1),
        ("2022-01-01", Status.DONE_LATE, 31),
    ],
)
def test_a_report_is_judged_by_its_receipt(dated: str, status: Status, days: int) -> None:
    """“trước ngày 02/12”: the due day (1 December, to 24:00) is on time, the day after is late."""
    verdict = _sent(dated).verdict("2022-06-01")
    assert (*state(verdict), verdict.reason) == (status, days, Reason.RECEIVED)
    assert verdict.done
    assert verdict.completed is None


@pytest.mark.parametrize(
    ("completed", "status", "days"),
    [
        ("2021-11-30", Status.DONE_ON_TIME, -1),
        ("2021-12-01", Status.DONE_ON_TIME, 0),
        ("2021-12-02", Status.DONE_LATE, 1),
    ],
)
def test_a_task_is_judged_by_its_completion(completed: str, status: Status, days: int) -> None:
    """Completed with evidence on or before the due day, and told within the tolerance of ten days."""
    verdict = _task("2021-12-11", completed=completed).verdict("2022-06-01")
    assert (*state(verdict), verdict.reason) == (status, days, Reason.COMPLETED)
    assert verdict.completed == D(completed)


@pytest.mark.parametrize("completed", ["2021-11-30", "2021-12-02", "2021-12-11"])
def test_what_is_told_too_late_counts_by_the_day_it_was_told(completed: str) -> None:
    """No report is owed: due 1 December and ten days; on the twelfth the declared day is too late."""
    verdict = _task("2021-12-12", completed=completed).verdict("2022-06-01")
    assert (*state(verdict), verdict.reason) == (Status.DONE_LATE, 11, Reason.TOLD_LATE)
    assert verdict.completed == D("2021-12-12")


def test_a_task_without_its_day_is_done_when_we_were_told() -> None:
    """No ``completed``: the day of receipt stands for it, and the reason says so."""
    verdict = _task("2021-12-03").verdict("2022-06-01")
    assert (*state(verdict), verdict.reason) == (
        Status.DONE_LATE, 2, Reason.COMPLETED_UNSTATED,
    )  # fmt: skip


@pytest.mark.parametrize("scene", [TASK, REPORT])
@pytest.mark.parametrize(
    ("as_of", "status", "days", "soon"),
    [
        ("2021-11-16", Status.IN_TERM, -15, False),
        ("2021-11-17", Status.IN_TERM, -14, True),
        ("2021-12-01", Status.IN_TERM, 0, True),
        ("2021-12-02", Status.OVERDUE, 1, False),
        ("2022-12-01", Status.OVERDUE, 365, False),
    ],
)
def test_nothing_came(scene: Scene, as_of: str, status: Status, days: int, soon: bool) -> None:
    """In term to the end of the due day, overdue after it; due soon within 14 calendar days."""
    verdict = scene.verdict(as_of)
    assert (*state(verdict), verdict.due_soon) == (status, days, soon)
    assert verdict.reason is Reason.NOTHING_CAME
    assert verdict.missing == (status is Status.OVERDUE and scene is REPORT)


def test_the_warning_window_is_the_plans() -> None:
    """``warning_days: 3``: the three days (72 hours) of the software in use today."""
    scene = Scene(a_plan(an_item("1", {"by": "2021-12-01"}), warning_days="3"))
    soon = [scene.verdict(f"2021-11-{day}").due_soon for day in (27, 28, 30)]
    assert soon == [False, True, True]


@pytest.mark.parametrize(
    ("entry", "number", "reason"),
    [
        ({"item": "1", "status": "not_started"}, "1/BC", Reason.NOT_DONE),
        ({"item": "1", "status": "in_progress", "percent": "100"}, "1/BC", Reason.NOT_DONE),
        (done(), None, Reason.UNPROVEN),
        (done(completed="2022-01-05"), "1/BC", Reason.NOT_COMPLETED_YET),
    ],
)
def test_what_does_not_fulfil_a_task(entry: Mapping, number: str | None, reason: Reason) -> None:
    """Not done, done without a document, done on a day still to come."""
    filing = a_filing(dated="2021-11-01", tasks=[entry], number=number)
    verdict = TASK.told(filing).verdict("2022-01-04")
    assert (verdict.status, verdict.reason) == (Status.OVERDUE, reason)
    assert verdict.claim is not None, "what was said is still shown"


def test_evidence_or_a_numbered_letter_proves_a_task() -> None:
    """An item is closed by a document number and date (domain.md, States and counts)."""
    evidence = [{"number": "1842/STC-VP", "date": "2021-07-20"}]
    filing = a_filing(dated="2021-11-01", tasks=[done(evidence=evidence)], number=None)
    assert TASK.told(filing).verdict("2022-01-04").done
    assert _task("2021-11-01").verdict("2022-01-04").done


@pytest.mark.parametrize(
    ("quantity", "status"),
    [(None, Status.OVERDUE), ("1", Status.OVERDUE), ("2", Status.DONE_ON_TIME),
     ("3", Status.DONE_ON_TIME)],
)  # fmt: skip
def test_a_quota_not_reached_is_not_fulfilled(quantity: str | None, status: Status) -> None:
    """“ít nhất 02 lĩnh vực”."""
    plan = a_plan(an_item("1", {"by": "2021-12-01"}, quota=[{"at_least": "2"}]))
    entry = done(**({"quantity": quantity} if quantity else {}))
    verdict = Scene(plan, filings=(a_filing(tasks=[entry]),)).verdict("2021-12-02")
    assert verdict.status is status
    assert verdict.reason is (
        Reason.TOO_FEW if status is Status.OVERDUE else Reason.COMPLETED_UNSTATED
    )


def test_a_later_file_may_complete_what_an_earlier_one_left_open() -> None:
    """In progress in June, done in November: done; the first good one counts."""
    scene = TASK.told(
        a_filing(dated="2021-06-01", tasks=[{"item": "1", "status": "in_progress"}]),
        a_filing(dated="2021-11-01", tasks=[done()]),
        a_filing(dated="2022-03-01", tasks=[done()]),
    )
    assert state(scene.verdict("2021-10-31")) == (Status.IN_TERM, -31)
    assert state(scene.verdict("2022-06-01")) == (Status.DONE_ON_TIME, -30)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [({"binding": "requested"}, Reason.REQUEST_ONLY),
     ({"deadline": {"by": "2021-12-01", "aspirational": "true"}}, Reason.AIM_ONLY)],
)  # fmt: skip
def test_what_does_not_bind_is_never_overdue(fields: Mapping, reason: Reason) -> None:
    """“Đề nghị …” (items 9, 10) and "phấn đấu": shown, never overdue."""
    plan = a_plan(an_item("1", **{"deadline": {"by": "2021-12-01"}, **fields}))
    verdict = Scene(plan).verdict("2025-01-01")
    assert (verdict.status, verdict.reason) == (Status.IN_TERM, reason)
    assert verdict.requested == ("binding" in fields)


def test_waiting_for_an_event_then_open_then_done() -> None:
    """“sau khi dịch bệnh … được kiểm soát và tỉnh cho phép”: no date until both are recorded."""
    plan = a_plan(an_item("1", {"when": ["het-dich", "cho-phep"]}))
    events = [{"id": id_, "date": day, "document": {"number": "1/TB", "date": day}}
              for id_, day in (("het-dich", "2022-01-10"), ("cho-phep", "2022-03-01"))]  # fmt: skip
    scene = Scene(plan, decisions=some_decisions(events=events))
    found = [(v.status, v.reason, v.days) for v in map(scene.verdict, ("2022-02-28", "2022-03-01"))]
    assert found == [
        (Status.WAITING, Reason.EVENT_AWAITED, None), (Status.IN_TERM, Reason.NO_DATE, None),
    ]  # fmt: skip
    told = scene.told(a_filing(dated="2022-05-01", tasks=[done()])).verdict("2022-06-01")
    assert (told.status, told.days) == (Status.DONE_ON_TIME, None)


def test_extended() -> None:
    """Gia hạn to 31 December: judged by the new day from the day of the letter on."""
    letter = {"number": "15/UBND-NC", "date": "2021-12-10"}
    extension = {"item": "1", "due": "2021-12-31", "document": letter}
    scene = Scene(TASK.plan, decisions=some_decisions(extensions=[extension]))
    found = [state(scene.verdict(day)) for day in ("2021-12-09", "2021-12-10", "2022-01-01")]
    assert found == [(Status.OVERDUE, 8), (Status.IN_TERM, -21), (Status.OVERDUE, 1)]
    told = scene.told(a_filing(dated="2021-12-31", tasks=[done()]))
    assert state(told.verdict("2022-01-01")) == (Status.DONE_ON_TIME, 0)


def test_waived_and_counting_again() -> None:
    """Miễn by a decision, until its last day."""
    waiver = {"item": "1", "reason": "thiên tai", "until": "2021-12-31", "document": LETTER}
    scene = Scene(TASK.plan, decisions=some_decisions(waivers=[waiver]))
    found = [state(scene.verdict(day)) for day in ("2021-05-31", "2021-12-31", "2022-01-01")]
    assert found == [(Status.IN_TERM, -184), (Status.WAIVED, None), (Status.OVERDUE, 31)]


def test_the_registry_book_decides_when_a_report_came() -> None:
    """Wins both ways: stamped late it is late, stamped in time it is in time."""
    for declared, received, status in [
        ("2021-11-30", "2021-12-02", Status.DONE_LATE),
        ("2021-12-20", "2021-12-01", Status.DONE_ON_TIME),
    ]:
        entry = {"agency": "a", "item": "1", "period": "2021", "received": received}
        scene = Scene(REPORT.plan, book=a_book(entry), filings=_sent(declared).filings)
        assert scene.verdict("2022-06-01").status is status


def test_a_report_on_paper_is_judged_by_its_receipt_too() -> None:
    """Whatever the book says of completion: a report is on time when it came in time."""
    entry = {"agency": "a", "item": "1", "period": "2021", "received": "2021-12-02",
             "completed": "2021-11-30"}  # fmt: skip
    assert state(Scene(REPORT.plan, book=a_book(entry)).verdict("2022-06-01")) == (
        Status.DONE_LATE,
        1,
    )


def test_a_report_of_another_agency_fulfils_nothing() -> None:
    """Not even for the same item and period."""
    filing = a_filing("b", "2021-11-01", reports=[{"item": "1", "period": "2021"}])
    assert REPORT.told(filing).verdict("2021-12-15").status is Status.OVERDUE
