"""Verdicts: exactly one status for each obligation at a date, and the reason for it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    owed,
    some_decisions,
)
from kehoach.model.agencies import Registry
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.verdicts.tables import count
from kehoach.words.statuses import Remark, Status

TASK = Scene(a_plan(an_item("1", {"by": "2021-12-01"})))
REPORT = Scene(
    a_plan(an_item("1", {"every": "year", "before": "12-02", "until": "2021"}, "report"))
)
LETTER = {"number": "15/UBND-NC", "date": "2021-06-01"}


def _task(dated: str, **fields: Any) -> Scene:
    return TASK.told(a_filing(dated=dated, tasks=[done(**fields)]))


def _sent(dated: str, **fields: Any) -> Scene:
    return REPORT.told(a_filing(dated=dated, reports=[{"item": "1", "period": "2021", **fields}]))


def _state(verdict: Assessment) -> tuple[Status, int | None]:
    return verdict.status, verdict.days


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
    assert (*_state(verdict), verdict.reason) == (status, days, Reason.RECEIVED)
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
    assert (*_state(verdict), verdict.reason) == (status, days, Reason.COMPLETED)
    assert verdict.completed == D(completed)


@pytest.mark.parametrize("completed", ["2021-11-30", "2021-12-02", "2021-12-11"])
def test_what_is_told_too_late_counts_by_the_day_it_was_told(completed: str) -> None:
    """No report is owed: due 1 December and ten days; on the twelfth the declared day is too late."""
    verdict = _task("2021-12-12", completed=completed).verdict("2022-06-01")
    assert (*_state(verdict), verdict.reason) == (Status.DONE_LATE, 11, Reason.TOLD_LATE)
    assert verdict.completed == D("2021-12-12")


def test_a_task_without_its_day_is_done_when_we_were_told() -> None:
    """No ``completed``: the day of receipt stands for it, and the reason says so."""
    verdict = _task("2021-12-03").verdict("2022-06-01")
    assert (*_state(verdict), verdict.reason) == (
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
    assert (*_state(verdict), verdict.due_soon) == (status, days, soon)
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
    assert _state(scene.verdict("2021-10-31")) == (Status.IN_TERM, -31)
    assert _state(scene.verdict("2022-06-01")) == (Status.DONE_ON_TIME, -30)


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
    found = [_state(scene.verdict(day)) for day in ("2021-12-09", "2021-12-10", "2022-01-01")]
    assert found == [(Status.OVERDUE, 8), (Status.IN_TERM, -21), (Status.OVERDUE, 1)]
    told = scene.told(a_filing(dated="2021-12-31", tasks=[done()]))
    assert _state(told.verdict("2022-01-01")) == (Status.DONE_ON_TIME, 0)


def test_waived_and_counting_again() -> None:
    """Miễn by a decision, until its last day."""
    waiver = {"item": "1", "reason": "thiên tai", "until": "2021-12-31", "document": LETTER}
    scene = Scene(TASK.plan, decisions=some_decisions(waivers=[waiver]))
    found = [_state(scene.verdict(day)) for day in ("2021-05-31", "2021-12-31", "2022-01-01")]
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
    assert _state(Scene(REPORT.plan, book=a_book(entry)).verdict("2022-06-01")) == (
        Status.DONE_LATE,
        1,
    )


def test_a_report_of_another_agency_fulfils_nothing() -> None:
    """Not even for the same item and period."""
    filing = a_filing("b", "2021-11-01", reports=[{"item": "1", "period": "2021"}])
    assert REPORT.told(filing).verdict("2021-12-15").status is Status.OVERDUE


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


# ── Agencies that ended ───────────────────────────────────────────────────────────────────────────
def _body(id_: str, to: str | None = None, *successors: str) -> Mapping:
    return {"id": id_, **({"valid": {"to": to}} if to else {}), "successors": list(successors)}


def _heirs(
    registry: Registry, as_of: str, *filings: Any, implement: tuple[str, ...] = ("cu",), **how: Any
) -> list[tuple[str, Status, str | None]]:
    """Return who owes the item at a date, how it stands, and from whom it was inherited."""
    plan = a_plan(an_item("1", how.pop("deadline", {"by": "2024-12-02"}), implement=implement))
    decisions = some_decisions(**how)
    scene = Scene(plan, registry, decisions, filings=filings)
    return [(each.agency, each.status, each.inherited_from) for each in scene.verdicts(as_of)]


ENDED = a_registry(_body("cu", "2025-02-28", "moi"), "moi", "a")
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
        _body("x", "2024-12-31", "y"), _body("y", "2025-02-28", "z"), _body("z", "2025-06-30", "sau"),
        "sau",
    )  # fmt: skip
    assert _merged(registry, "2024-12-31") == [("x", None, ()), ("y", None, ()), ("z", None, ())]
    assert _merged(registry, "2025-01-01") == [("y", None, ("x",)), ("z", None, ())]
    assert _merged(registry, "2025-03-01") == [("z", None, ("y", "x"))]
    assert _merged(registry, "2025-07-01") == [("sau", "z", ("y", "x"))]


def test_bodies_that_succeed_each_other_do_not_vanish() -> None:
    """A mistake in the registry, but two debts must not disappear into one another."""
    registry = a_registry(_body("x", "2024-12-31", "y"), _body("y", "2025-02-28", "x"), "z")
    assert _merged(registry, "2025-03-01") == [("x", None, ()), ("y", None, ()), ("z", None, ())]


def test_split_between_two() -> None:
    """Huyện Lục Ngạn and thị xã Chũ: each successor owes the whole."""
    registry = a_registry(_body("cu", "2024-12-31", "x", "y"), "x", "y")
    assert _heirs(registry, "2025-01-01", a_filing("y", "2025-01-01", tasks=[done()])) == [
        ("x", Status.OVERDUE, "cu"), ("y", Status.DONE_LATE, "cu"),
    ]  # fmt: skip


def test_a_chain_of_successors() -> None:
    """The debt goes to whoever stands at the date; it still says where it came from."""
    registry = a_registry(
        _body("cu", "2024-12-31", "giua"), _body("giua", "2025-06-30", "sau"), "sau"
    )
    assert _heirs(registry, "2025-06-30") == [("giua", Status.OVERDUE, "cu")]
    assert _heirs(registry, "2025-07-01") == [("sau", Status.OVERDUE, "cu")]
    report = a_filing("giua", "2025-05-01", tasks=[done()])
    assert _heirs(registry, "2025-07-01", report) == [("giua", Status.DONE_LATE, "cu")]


@pytest.mark.parametrize(
    "registry",
    [
        a_registry(_body("cu", "2025-06-30")),
        a_registry(_body("cu", "2025-06-30", "khong-co")),
        a_registry(_body("cu", "2025-06-30", "sau"), _body("sau", "2025-06-30")),
        a_registry(_body("cu", "2025-06-30", "sau"), _body("sau", "2025-06-30", "cu")),
        a_registry(_body("cu", "2025-06-30", "cu")),
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
    verdicts = Scene(plan, a_registry(_body("cu", end, "moi"), "moi")).verdicts("2021-12-15")
    found = [
        (each.agency, each.inherited_from) for each in verdicts if each.obligation.key.item == "tx"
    ]
    assert found == who


# ── Laws ──────────────────────────────────────────────────────────────────────────────────────────
ITEMS = {
    "trong": an_item("trong", {"within": "2021"}, implement=["tat-ca"]),
    "ngay": an_item("ngay", {"by": "2021-06-30"}, lead=["a"], implement=["tat-ca"]),
    "it-nhat": an_item("it-nhat", {"every": "year"}, implement=["b", "c"], quota=[{"at_least": "2"}]),
    "bc": an_item("bc", {"every": "half-year", "by": ["05-30", "10-31"]}, "report",
                  implement=["tat-ca"]),
    "tx": an_item("tx", {"continuous": "true"}, implement=["a", "c"]),
    "cho": an_item("cho", {"event": "su-kien", "plus": "2 months"}, lead=["b"]),
    "dn": an_item("dn", {"by": "2021-09-30"}, implement=["c"], binding="requested"),
    "aim": an_item("aim", {"by": "2021-09-30", "aspirational": "true"}, implement=["a"]),
}  # fmt: skip
PERIODS = [None, "once", "2021", "2022", "2021-H1", "2021-H2", "2022-H1"]
GROUPS = [{"id": "tat-ca", "members": ["a", "b", "c"]}]
days = st.dates(D("2021-01-01"), D("2022-12-31"))
laws = settings(deadline=None, max_examples=80)


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, Mapping]:
    """Draw an entry and the part of the file in which it stands."""
    item, period = draw(st.sampled_from(sorted(ITEMS))), draw(st.sampled_from(PERIODS))
    entry: Mapping = {"item": item, **({"period": period} if period else {})}
    if item == "bc":
        return "reports", {**entry, "nil": draw(st.sampled_from(["true", "false"]))}
    entry["status"] = draw(st.sampled_from(["done", "done", "in_progress"]))
    if entry["status"] == "in_progress" and draw(st.booleans()):
        entry["expected"] = str(draw(days))
    if draw(st.booleans()):
        entry["completed"] = str(draw(days))
    if draw(st.booleans()):
        entry["quantity"] = draw(st.sampled_from("123"))
    return "tasks", entry


@st.composite
def filings(draw: st.DrawFn) -> Any:
    """Draw a file of one of the agencies."""
    drawn = draw(st.lists(entries(), min_size=1, max_size=4))
    parts = {part: [entry for at, entry in drawn if at == part] for part in ("reports", "tasks")}
    number = draw(st.sampled_from(["1/BC", "2/BC", None]))
    return a_filing(draw(st.sampled_from("abc")), str(draw(days)), **parts, number=number)


@st.composite
def decisions(draw: st.DrawFn, returning: bool = True) -> Any:
    """Draw an event, an extension, a waiver, pauses and returns, decided on some day or not at all."""

    def letter() -> Mapping:
        return {"document": {"number": "1/QĐ", "date": str(draw(days))}}

    kinds: dict[str, list[Mapping]] = {}
    if draw(st.booleans()):
        kinds["events"] = [{"id": "su-kien", "date": str(draw(days)), **letter()}]
    if draw(st.booleans()):
        kinds["extensions"] = [
            {"item": draw(st.sampled_from(sorted(ITEMS))), "due": str(draw(days)), **letter()}
        ]
    if draw(st.booleans()):
        until = {"until": str(draw(days))} if draw(st.booleans()) else {}
        item = draw(st.sampled_from(sorted(ITEMS)))
        kinds["waivers"] = [{"item": item, "reason": "thiên tai", **until, **letter()}]
    for kind, least in (("pauses", ()), *([("returns", ("period",))] if returning else [])):
        kinds[kind] = [
            {"item": draw(st.sampled_from(sorted(ITEMS))), "reason": "chờ", **letter(),
             **({"from": str(draw(days))} if kind == "pauses" else {}),
             **{key: draw(st.sampled_from(PERIODS[1:])) for key in least if draw(st.booleans())},
             **({"until": str(draw(days))} if kind == "pauses" and draw(st.booleans()) else {})}
            for _ in range(draw(st.integers(0, 2)))
        ]  # fmt: skip
    return some_decisions(**kinds)


@st.composite
def scenes(draw: st.DrawFn, ending: bool = True, returning: bool = True) -> Scene:
    """Draw a small plan and what was said of it; bodies may end, with any successors."""
    chosen = draw(st.lists(st.sampled_from(sorted(ITEMS)), min_size=1, unique=True))
    plan = a_plan(*(ITEMS[id_] for id_ in chosen), last="2022-12-31", reporting="bc")
    bodies: list[Mapping] = []
    for id_ in "abcd":
        ends = ending and draw(st.booleans())
        successors = draw(st.lists(st.sampled_from("abcd"), max_size=2)) if ends else []
        bodies.append(_body(id_, str(draw(days)) if ends else None, *successors))
    registry = a_registry(*bodies, groups=GROUPS)
    told = tuple(draw(st.lists(filings(), max_size=6)))
    return Scene(plan, registry, draw(decisions(returning)), filings=told)


@laws
@given(scenes(), days)
def test_each_obligation_has_exactly_one_status(scene: Scene, as_of: date) -> None:
    """Nobody's debt is lost or doubled: shown as its own, as inherited, or in what it merged with."""
    report = scene.report(as_of)
    verdicts = report.assessments
    shown = {each.obligation.key for each in verdicts}
    merged = {each.obligation.key._replace(agency=old) for each in verdicts for old in each.merged}
    assert shown | merged == {each.key for each in report.docket.obligations}
    places = [(each.obligation.key, each.agency) for each in verdicts]
    assert len(set(places)) == len(places)


@laws
@given(scenes(), days)
def test_counts_add_up(scene: Scene, as_of: date) -> None:
    """Assigned = on time + late + in term + overdue; with the rest, all that is listed."""
    verdicts = scene.verdicts(as_of)
    counts = count(verdicts)
    apart = (
        counts[Status.WAITING]
        + counts[Status.ONGOING]
        + counts[Status.WAIVED]
        + counts[Status.PAUSED]
        + counts[Remark.REQUESTED]
    )
    assert counts.assigned + apart == len(verdicts)
    assert counts[Remark.DUE_SOON] <= counts[Status.IN_TERM]
    assert counts[Remark.MISSING] <= counts[Status.OVERDUE]
    assert counts[Remark.EXPLAINED] <= counts[Status.OVERDUE]
    assert counts[Remark.UNCOVERED] <= counts[Status.ONGOING]


@laws
@given(scenes(ending=False, returning=False), days, st.integers(0, 400))
def test_time_alone_makes_nothing_less_late(scene: Scene, as_of: date, later: int) -> None:
    """Without new data the days never fall, what is done stays done, what is overdue stays so or pauses."""
    known = tuple(each for each in scene.filings if _declared(each) <= as_of)
    decided = scene.decisions.known("06", as_of)
    still = Scene(scene.plan, scene.registry, decided, filings=known)
    now, then = (
        {each.obligation.key: each for each in still.verdicts(day)}
        for day in (as_of, as_of + timedelta(days=later))
    )
    assert now.keys() <= then.keys()
    for key, verdict in now.items():
        after = then[key]
        if verdict.days is not None and after.days is not None:
            assert after.days >= verdict.days
        if verdict.overdue:
            assert after.status in (Status.OVERDUE, Status.DONE_LATE, Status.PAUSED)
        if verdict.done:
            assert _state(after) == _state(verdict)
        if verdict.covered is not None:
            assert after.covered == verdict.covered


@laws
@given(scenes(), days)
def test_what_came_later_never_counts(scene: Scene, as_of: date) -> None:
    """``--as-of`` judges by what had been received and decided by that day, and by nothing else."""
    known = tuple(each for each in scene.filings if _declared(each) <= as_of)
    decided = scene.decisions.known("06", as_of)
    at_the_time = Scene(scene.plan, scene.registry, decided, filings=known)
    assert [_told(each) for each in scene.verdicts(as_of)] == [
        _told(each) for each in at_the_time.verdicts(as_of)
    ]


@laws
@given(scenes(), days, st.randoms())
def test_the_order_of_files_changes_no_verdict(scene: Scene, as_of: date, random: Any) -> None:
    """One verdict, in whatever order the folder is read."""
    mixed = tuple(random.sample(scene.filings, len(scene.filings)))
    shuffled = Scene(scene.plan, scene.registry, scene.decisions, filings=mixed)
    assert [_told(each)[:-1] for each in shuffled.verdicts(as_of)] == [
        _told(each)[:-1] for each in scene.verdicts(as_of)
    ]


@laws
@given(scenes(), days)
def test_a_verdict_agrees_with_its_days(scene: Scene, as_of: date) -> None:
    """On time means no day over, late and overdue mean at least one, in term none."""
    for each in scene.verdicts(as_of):
        if each.status in (Status.DONE_LATE, Status.OVERDUE):
            assert each.days is not None
            assert each.days > 0
        elif each.status in (Status.DONE_ON_TIME, Status.IN_TERM) and each.obligation.binding:
            assert each.days is None or each.days <= 0
        assert not (each.due_soon and each.status is not Status.IN_TERM)
        assert (each.covered is None) or each.status is Status.ONGOING


def _declared(filing: Any) -> date:
    day: date = filing.submission.document.date
    return day


def _told(each: Assessment) -> tuple[Any, ...]:
    """Return everything that a verdict says, in values that can be compared."""
    claim = (each.claim.file, each.claim.route) if each.claim else None
    return (each.obligation.key, each.agency, each.status, each.reason, each.days, each.due_soon,
            each.completed, each.covered, each.inherited_from, each.heirless, each.merged,
            claim)  # fmt: skip


def test_the_laws_are_tried_on_something() -> None:
    """The pool of items yields every status, so that the laws above are not empty."""
    waiver = {"item": "ngay", "reason": "thiên tai", "agencies": ["b"]}
    pause = {"item": "ngay", "reason": "chờ", "agencies": ["c"], "from": "2021-12-01"}
    told = (
        a_filing(
            "a", "2021-05-01", tasks=[done("trong")], reports=[{"item": "bc", "period": "2021-H1"}]
        ),
        a_filing("b", "2021-05-01", tasks=[done("trong", completed="2021-04-30")]),
        a_filing("a", "2021-07-15", tasks=[done("ngay")]),
    )
    plan = a_plan(*ITEMS.values(), last="2022-12-31", reporting="bc")
    registry = a_registry("a", "b", "c", groups=GROUPS)
    scene = Scene(plan, registry, some_decisions(waivers=[waiver], pauses=[pause]), filings=told)
    verdicts = scene.verdicts("2021-12-31")
    assert {each.status for each in verdicts} == set(Status)
    assert ("ngay", "a", "once") in owed(verdicts)
