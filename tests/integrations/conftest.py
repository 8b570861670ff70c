"""The sample repository of ``kehoach demo``, made once, and clones of it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.start.demo_history import history
from kehoach.start.git_writing import create
from run.histories import environment

Git = Callable[..., str]
MakeClone = Callable[..., Path]
LATER = "2024-12-20T09:00"


@pytest.fixture(name="demo", scope="session")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample repository; a test that commits takes a clone."""
    place = tmp_path_factory.mktemp("demo") / "kho mẫu"
    create(place, history())
    return place


def git(folder: Path, *words: str) -> str:
    """Return what git says in a folder; what is committed is committed after all of the sample."""
    done = subprocess.run(  # noqa: S603 - the test's own words
        ["git", *words],  # noqa: S607
        cwd=folder, env=environment(LATER), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


@pytest.fixture(name="clone")
def _clone(demo: Path, tmp_path: Path) -> MakeClone:
    """Return a function that clones the sample repository; its words go to ``git clone``."""

    def make(*words: str) -> Path:
        place = tmp_path / "bản sao"
        git(tmp_path, "clone", "--quiet", *words, demo.as_uri(), str(place))
        return place

    return make


@pytest.fixture(name="commit")
def _commit() -> Callable[[Path, dict[str, str]], None]:
    """Return a function that writes files into a clone and commits them."""

    def make(place: Path, files: dict[str, str]) -> None:
        for name, text in files.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(text, encoding="utf-8")
        git(place, "add", "--all")
        git(place, "commit", "--quiet", "--message", "Báo cáo")

    return make
