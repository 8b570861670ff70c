"""The command line in a folder of its own, untouched by the settings of whoever runs the tests."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cli.begun import YEAR
from cli.hostile_runs import MakeFolder
from cli.returned_sheets import (
    FIELDS,
    GOING,
    REPORT,
    TASK,
    Desk,
    PlanText,
)
from kehoach.cli.app import run as run_command
from kehoach.reading.folder import DataFolder


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in ("KEHOACH_DATA", "KEHOACH_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shipped(folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> Callable[..., DataFolder]:
    """Return a function that adds files to the shipped plan and goes to where ``data/`` lies."""

    def make(files: dict[str, str | bytes] | None = None) -> DataFolder:
        data = folder(files, shipped=True)
        monkeypatch.chdir(data.root.parent)
        return data

    return make


@pytest.fixture
def small(
    folder: MakeFolder, plan_text: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> MakeFolder:
    """Return a function that does the same for a plan "06" of three items: it is read faster."""
    plan = plan_text(
        "id: II.1.b, lead: [so-nganh], deadline: {within: 2021-07}",
        "id: II.3.5, lead: [so-tai-chinh], deadline: {by: 2021-09-30}",
        "id: III.1.c, kind: report, implement: [so-nganh], deadline: {every: year, before: 12-02}",
        head="policy: {reporting: III.1.c}",
    ).replace('id: "07"', 'id: "06"')

    def make(files: dict[str, str | bytes] | None = None) -> DataFolder:
        data = folder({"plan_06.yaml": plan} | (files or {}))
        monkeypatch.chdir(data.root.parent)
        return data

    return make


@pytest.fixture
def desk(folder: MakeFolder, plan_text: PlanText, capsys: pytest.CaptureFixture[str]) -> Desk:
    plan = plan_text(REPORT, TASK, GOING, FIELDS, head='policy: {reporting: "9"}')
    return Desk(folder({"plan_07.yaml": plan}).root, capsys)


@pytest.fixture
def in_the_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a day on which what init makes owes nothing yet."""
    monkeypatch.setattr("kehoach.reading.clock.today", lambda _timezone: date(YEAR, 3, 10))


@pytest.fixture(name="place")
def begun_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a data repository that init made."""
    folder = tmp_path / "kho"
    assert run_command(["init", str(folder)]) == 0
    capsys.readouterr()
    return folder
