"""Each attack on the demo's repository turns no verdict for the better, and is found."""

from datetime import date
from pathlib import Path

import pytest

from kehoach.cli.app import run as run_command
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer, answer_since, answering
from run.demo_attacks import ATTACKS, DAY, Attack, Key, laid, opened
from run.repositories import Depot

Figures = dict[Key, tuple[str, int | None]]
_NAMES = [each.name for each in ATTACKS]


@pytest.fixture(scope="module", name="demo")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "kho"
    assert run_command(["demo", str(folder)]) == 0
    return folder


@pytest.fixture(autouse=True)
def _day_of_the_attack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "today", lambda _zone: DAY)


def committed(office: Depot, day: date, agency: str = "stp") -> None:
    """Commit all that was changed, by an agency's own address."""
    office.commit_as(day.isoformat(), {}, f"van-thu@{agency}.example.vn")


def asked(office: Depot) -> Run:
    """Return what the program says on the day of the attack."""
    return answer(DataFolder(office.data), "data/", Question(history=True))


def figures(run: Run) -> Figures:
    """Return status and days of each obligation."""
    return {
        (each.obligation.key.item, each.agency, each.obligation.key.period): (
            each.status.value,
            each.days,
        )
        for each in run.assessments
    }


def files(run: Run) -> list[str]:
    """Return the files in which something is wrong, as often as it is."""
    return [each.place.file for each in run.wrong]


@pytest.mark.parametrize("attack", ATTACKS, ids=_NAMES)
def test_attack(demo: Path, tmp_path: Path, attack: Attack) -> None:
    office = opened(demo, tmp_path / "kho")
    if attack.before:
        laid(office, attack.before)
        committed(office, date(2025, 12, 1))
    before = asked(office)
    laid(office, attack.files)
    if attack.committed:
        committed(office, DAY, attack.agency)
    after = asked(office)
    assert figures(after) == {**figures(before), **attack.now}
    assert files(after).count(attack.found) > files(before).count(attack.found)
    base = "HEAD~1" if attack.committed else "HEAD"
    since = answer_since(DataFolder(office.data), "data/", Question(history=True), base)
    assert attack.found in files(since)
    turned = {key for key, told in figures(after).items() if figures(before)[key] != told}
    named = {each.subject[:3] for each in since.findings}
    assert turned <= {(item, agency, period) for agency, item, period in named}
