"""What was withdrawn is told alike by every command, and not before the day on which it was."""

from datetime import date

import pytest

from kehoach.run import Question
from run.repositories import STC, Depot, codes, filed

Told = pytest.CaptureFixture[str]
TIME = "2022-11-20"


def test_findings_of_later_commits_are_not_shown(depot: Depot) -> None:
    """Judged at a day, nothing is known of what was committed after it."""
    depot.commit(TIME, filed(STC, 2022))
    depot.commit("2023-02-01", {f"submissions/{STC}/bc.yaml": None})
    then = depot.ask(Question(date(2022, 12, 24), history=True))
    assert "KH507" not in codes(then)
    now = depot.ask(Question(date(2023, 6, 1), history=True))
    assert "KH507" in codes(now)


def test_what_was_withdrawn_is_told_by_status_too(depot: Depot, capsys: Told) -> None:
    depot.commit(TIME, filed(STC, 2022))
    depot.commit("2023-02-01", {f"submissions/{STC}/bc.yaml": None})
    _, checked, _ = depot.command(capsys, "check", "--as-of", "2023-06-01", "--format", "json")
    _, status, _ = depot.command(capsys, "status", "--as-of", "2023-06-01", "--format", "json")
    assert checked.count('"KH507"') == status.count('"KH507"') == 1
