"""What a pause did to a due day, step by step."""

from collections.abc import Callable

import pytest

from conftest import MakeFolder
from kehoach.cli.app import run

DECISIONS = """\
schema: kehoach/decisions@1
pauses:
  - {item: "1", from: 2021-08-01, until: 2021-08-05, reason: Chờ, document: {number: 3/A, date: 2021-08-01}}
"""


def test_the_days_that_do_not_count_and_the_day_off_behind_them(
    folder: MakeFolder, plan_text: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Five days, both ends counted: 10 + 5 is 15 August 2021, a Sunday; overdue from the 17th on."""
    plan = plan_text('id: "1", lead: [so-noi-vu], deadline: {by: 2021-08-10}')
    data = folder({"plan_07.yaml": plan, "decisions.yaml": DECISIONS})
    asked = ["explain", "1", "--agency", "so-noi-vu", "--data", str(data.root), "--lang", "en"]
    assert run([*asked, "--as-of", "2021-08-17"]) == 0
    told = " ".join(capsys.readouterr().out.split())  # wherever its lines end
    steps = (
        "Pause from 2021-08-01 to 2021-08-05 (3/A of 2021-08-01): Chờ "
        "due 2021-08-10 → 2021-08-15: 5 paused days do not count "
        "2021-08-15 is Sunday → 2021-08-16 (Civil Code 2015, Art. 148.5"
    )
    assert steps in told
    assert "Verdict Overdue, 1 day late" in told
