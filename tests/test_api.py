"""What other programs in Python ask is what the command line prints."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

import kehoach
from kehoach.api import NoDataFolder, WrongQuestion
from kehoach.cli.app import run
from kehoach.words import LANGUAGES

DATA = Path(__file__).parents[1] / "data"
DAY = date(2021, 12, 15)


def printed(capsys: pytest.CaptureFixture[str], *args: str) -> object:
    """Return what a command prints as JSON."""
    run(["--data", str(DATA), *args, "--as-of", DAY.isoformat(), "--no-git", "--format", "json"])
    return json.loads(capsys.readouterr().out)


def test_status_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(capsys, "status", "--agency", "so-tai-chinh", "--only", "overdue")
    asked = kehoach.load(DATA).status(DAY, agencies=["so-tai-chinh"], only=["overdue"], git=False)
    assert isinstance(said, dict)
    assert asked.as_of == DAY
    assert asked.summary == said["summary"]
    assert asked.obligations == said["obligations"]
    assert asked.findings == said["findings"]


def test_check_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(capsys, "check")
    assert isinstance(said, dict)
    assert kehoach.load(DATA).check(DAY, git=False) == said["findings"]


def test_one_plan_speaks_another_language() -> None:
    asked = kehoach.load(DATA).check(DAY, git=False, lang="en")
    assert any("overdue" in each["message"] for each in asked)


def test_without_a_path_the_nearest_folder_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA / "submissions")
    assert kehoach.load().folder.root == DATA


def test_what_is_not_there_is_an_error_that_can_be_caught(tmp_path: Path) -> None:
    with pytest.raises(NoDataFolder):
        kehoach.load(tmp_path / "nowhere")
    with pytest.raises(WrongQuestion):
        kehoach.load(DATA).status(DAY, agencies=["nobody"], git=False)


def test_a_folder_on_another_drive_is_named_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows knows no way from one drive to another."""

    def elsewhere(*_paths: object) -> str:
        raise ValueError

    monkeypatch.setattr("os.path.relpath", elsewhere)
    assert kehoach.load(DATA).prefix == f"{DATA.as_posix()}/"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_examples_of_the_documentation_run(
    lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (DATA.parent / "docs" / lang / "api.md").read_text("utf-8")
    monkeypatch.chdir(DATA.parent)
    exec("".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL)), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out.startswith("2021-12-15 ")
