"""Why a task is not done and when it is expected: as told last by the day judged; it changes no verdict.

Task 2 of ``histories.py`` is due within 2022: on Saturday 31 December, rolled to Tuesday 3 January 2023.
"""

from datetime import date

import pytest

from kehoach.explanations.decision_words import excuse_note
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.verdicts.assessment import Assessment
from run.histories import Office

STC = "so-tai-chinh"
FILE = f"submissions/{STC}/viec.yaml"


def told(said: str, status: str = "in_progress") -> str:
    """Return a file on the task."""
    return (
        f'schema: kehoach/submission@1\nplan: "07"\nagency: {STC}\n'
        f"document: {{number: 9/CV, date: 2023-01-10}}\n"
        f'tasks:\n  - {{item: "2", status: {status}{said}}}\n'
    )


def run_of(office: Office, as_of: str) -> Run:
    return answer(
        DataFolder(office.data), "data/", Question(date.fromisoformat(as_of), history=True)
    )


def task(run: Run) -> Assessment:
    (found,) = (each for each in run.assessments if each.obligation.key.item == "2")
    return found


def test_what_was_told_last_by_the_day_counts(office: Office) -> None:
    office.commit("2023-01-10", {FILE: told("")})
    office.commit("2023-02-01", {FILE: told(", reason: chờ ý kiến, expected: 2023-03-31")})
    office.commit("2023-04-03", {FILE: told(", reason: thiếu kinh phí, expected: 2023-06-30")})
    notes = {}
    for day in ("2023-01-31", "2023-02-01", "2023-04-02", "2023-04-03"):
        run = run_of(office, day)
        each = task(run)
        assert each.overdue
        notes[day] = excuse_note(each, "vi"), run.counts.explained
    early = "lý do: chờ ý kiến; dự kiến xong ngày 31/03/2023"
    # Overdue besides: the yearly reports of 2021 and 2022 of three agencies.
    assert notes == {
        "2023-01-31": ("", (0, 7)),
        "2023-02-01": (early, (1, 7)),
        "2023-04-02": (early, (1, 7)),
        "2023-04-03": ("lý do: thiếu kinh phí; dự kiến xong ngày 30/06/2023", (1, 7)),
    }


def test_it_is_told_no_more_once_it_is_done(office: Office) -> None:
    office.commit("2023-01-10", {FILE: told(", reason: chờ ý kiến")})
    office.commit("2023-02-01", {FILE: told("", "done")})
    each = task(run_of(office, "2023-06-01"))
    assert (each.done, each.reason_given, each.expected, each.explained) == (
        True,
        None,
        None,
        False,
    )


@pytest.mark.parametrize(
    ("said", "status", "codes"),
    [
        (", expected: 2023-03-31", "in_progress", ["KH554"]),  # it has passed
        (", expected: 2023-06-01", "in_progress", []),  # the day judged is its last
        (", expected: 2023-01-05", "not_started", ["KH554"]),  # before the file's own day, once
        (", reason: chờ", "in_progress", []),
        (", reason: chờ, expected: 2023-09-30", "done", ["KH555", "KH555"]),
    ],
)
def test_what_cannot_be_is_found(office: Office, said: str, status: str, codes: list[str]) -> None:
    office.commit("2023-01-10", {FILE: told(said, status)})
    found = [each.rule.code for each in run_of(office, "2023-06-01").wrong]
    assert [code for code in found if code.startswith("KH55")] == codes
