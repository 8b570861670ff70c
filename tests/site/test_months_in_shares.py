"""The trend of a site is the same by however many processes it is reckoned."""

import os
from collections.abc import Callable
from datetime import date

import pytest

from kehoach.model.ids import PlanId
from kehoach.run import Run
from kehoach.site.months_in_shares import months_in_shares
from kehoach.verdicts.tables.month_ends import month_ends
from kehoach.words.statuses import Status

AGENCIES = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-a, name: Sở A, valid: {to: 2021-06-30}, successors: [so-b, so-c]}
  - {id: so-b, name: Sở B}
  - {id: so-c, name: Sở C}
  - {id: so-d, name: Sở D, valid: {to: 2021-08-31}}
  - {id: so-e, name: Sở E}
"""
ITEMS = (
    'id: "1", implement: [so-a, so-d, so-e], deadline: {by: 2021-07-31}',
    "id: bc, kind: report, implement: [so-b, so-c, so-e], deadline: {every: quarter}",
)
LETTER = "document: {number: 9/QĐ, date: 2021-09-04}"
FILES = {
    "agencies.yaml": AGENCIES,
    # Decided in September: before that another day was to be met.
    "decisions.yaml": "schema: kehoach/decisions@1\nextensions:\n"
    f'  - {{item: "1", due: 2021-10-31, agencies: [so-e], {LETTER}}}\n',
    **{
        f"submissions/{name}/a.yaml": f'schema: kehoach/submission@1\nplan: "07"\nagency: {name}\n'
        f"document: {{number: 1/X, date: {day}}}\nreports: [{{item: bc, period: 2021-Q2}}]\n"
        for name, day in (("so-b", "2021-07-02"), ("so-c", "2021-09-02"))
    },
}  # fmt: skip
DAYS = [date(2021, month + 1, 1).toordinal() - 1 for month in range(1, 12)]


@pytest.fixture(autouse=True)
def _no_thread_of_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork also where another test has left a thread in this process."""
    monkeypatch.setattr("threading.active_count", lambda: 1)


@pytest.fixture(name="run")
def _run(judge: Callable[..., Run], plan_text: Callable[..., str]) -> Run:
    other = plan_text(*ITEMS[1:]).replace('id: "07"', 'id: "08"')
    plans = {"plan_07.yaml": plan_text(*ITEMS), "plan_08.yaml": other}
    return judge({**FILES, **plans}, "2021-12-01", git=False)


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
def test_months_are_the_same_by_any_number_of_processes(run: Run, jobs: int) -> None:
    whole = {report.docket.plan.id: month_ends(report) for report in run.reports}
    found = months_in_shares(run, jobs)
    assert [*found] == ["07", "08"]
    for plan, ends in whole.items():
        assert [*found[plan]] == [*ends]


def test_a_month_tells_of_each_agency_what_was_known_then(run: Run) -> None:
    """Nobody told of the first quarter; what so-a owed by the end of July fell to its two heirs.

    So-e told of no quarter, and had more time for item 1 from September to October.
    """
    ends = {end.day: end.by_agency for end in months_in_shares(run, 3)[PlanId("07")]}
    assert [day.toordinal() for day in ends] == [*DAYS, date(2021, 12, 1).toordinal()]
    overdue = {
        day.month: sorted(who for who, counts in owed.items() if counts[Status.OVERDUE])
        for day, owed in ends.items()
    }
    assert overdue[3] == []
    assert overdue[4] == overdue[7] == ["so-b", "so-c", "so-e"]
    assert overdue[8] == ["so-b", "so-c", "so-d", "so-e"]
    late = [ends[day]["so-e"][Status.OVERDUE] for day in ends]
    assert late == [0, 0, 0, 1, 1, 1, 2, 3, 2, 3, 4, 4]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_months_of_a_process_that_dies_are_reckoned_here(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, parent = months_in_shares(run, 1), os.getpid()

    def dying(*asked: object) -> object:
        if os.getpid() != parent:
            os.kill(os.getpid(), 9)
        return month_ends(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr("kehoach.site.months_in_shares.month_ends", dying)
    assert {plan: [*ends] for plan, ends in months_in_shares(run, 3).items()} == {
        plan: [*ends] for plan, ends in whole.items()
    }
