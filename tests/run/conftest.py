"""A repository for every history, and a program that knows nothing of the machine it runs on."""

import os
from pathlib import Path

import pytest

from kehoach.run import answering as pipeline_run
from run.arrival_repositories import Hub
from run.histories import TODAY, Office
from run.repositories import Depot


@pytest.fixture(autouse=True)
def _nothing_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the user's git, and let every run take place on the same day."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "KEHOACH_"))]:
        monkeypatch.delenv(name)
    for name in ("COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setattr(pipeline_run, "today", lambda _zone: TODAY)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return a repository with the plan committed on 10 January 2022."""
    return Office(tmp_path / "kho")


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    """Return a repository with the plan committed on 10 January 2022."""
    return Depot(tmp_path / "kho")


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    """Return a hub whose arrival log began on 1 November 2022."""
    made = Hub(tmp_path)
    made.record("2022-11-01")
    return made
