"""Fixtures of the tests of checks."""

import os
from pathlib import Path

import pytest

from kehoach.run import answering as pipeline_run
from run.repositories import TODAY, Depot


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    """Return a repository with the plan committed on 10 January 2022."""
    return Depot(tmp_path / "kho")


@pytest.fixture
def nothing_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the user's git, and let every run take place on the same day."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "KEHOACH_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setattr(pipeline_run, "today", lambda _zone: TODAY)
