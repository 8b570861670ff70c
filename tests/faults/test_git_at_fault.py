"""A git that hangs, dies, says nothing or talks nonsense: one line, exit code 2, and no process left."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from conftest import MakeFolder
from kehoach.cli.app import run
from kehoach.reading.repositories.git import GitTrouble, call, failed
from kehoach.reading.repositories.git_time import TIMEOUT, seconds_given

pytestmark = pytest.mark.skipif(os.name == "nt", reason="gits are made of shell scripts here")
_STATUS = ("status", "--as-of", "2021-12-15", "--lang", "en", "--full")
_REPORT = (
    'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
    "document: {number: 1/BC-STC, date: 2021-11-29}\nreports: [{item: III.1.c, period: 2021}]\n"
)
_TOO_LONG = "git was not done after 0.5 s and was stopped"
_HANGS = 'echo $$ >> "$PIDS"; sleep 30'


def _but(words: str, script: str) -> str:
    """Return a git that is as ever, but does something else where it is called with some words."""
    return f'case "$*" in *"{words}"*) {script};; *) exec "$GIT" "$@";; esac'


@pytest.fixture
def repository(folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a data folder with its history, and go there."""
    top = folder({"submissions/so-tai-chinh/a.yaml": _REPORT}, shipped=True).root.parent
    monkeypatch.chdir(top)
    who = ("-c", "user.name=a", "-c", "user.email=a@example.vn")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "x")):
        subprocess.run(["git", *words], check=True)  # noqa: S603, S607 - our own words
    return top


def _git(top: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a git of one's own first on the path; in it ``$GIT`` is the real one."""
    monkeypatch.setenv("GIT", shutil.which("git") or "")
    monkeypatch.setenv("PIDS", str(top / "pids"))
    (place := top / "bin").mkdir()
    (place / "git").write_text(f"#!/bin/sh\n{script}\n")
    (place / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")


def _told(capsys: pytest.CaptureFixture[str]) -> str:
    """Return the one line that was said."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kehoach: ")
    assert err.count("\n") == 1
    return err


def _gone(top: Path) -> bool:
    """Say whether every git that hung is gone, with the group that it led."""
    for pid in (top / "pids").read_text().split():
        for _ in range(100):
            try:
                os.killpg(int(pid), 0)
            except ProcessLookupError:
                break
            time.sleep(0.05)
        else:
            return False
    return True


@pytest.mark.parametrize(
    "script",
    [
        _HANGS,
        _but(" log ", f'"$GIT" "$@" | head -c 100; {_HANGS}'),
        _but("ls-files", _HANGS),
    ],
    ids=["at once", "a log that stalls half-way", "the index"],
)
def test_a_git_that_hangs_is_given_up(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    script: str,
) -> None:
    _git(repository, monkeypatch, script)
    monkeypatch.setenv(TIMEOUT, "0.5")
    assert run([*_STATUS]) == 2
    assert _TOO_LONG in _told(capsys)
    assert _gone(repository)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("kill -9 $$", "it was killed by signal 9"),
        ("exit 0", "its output is not what was asked for"),
        ("exit 7", "it ended with 7 and without a word"),
        (r"printf '\377\000\n\033[31m'", "its output is not what was asked for"),
        ("yes | head -c 3000000", "its output is not what was asked for"),
        ("echo 'hint: use a spoon' >&2; echo 'fatal: disk gone' >&2; exit 128", "git failed: fatal: disk"),
        (_but("config --get", "kill -9 $$"), "it was killed by signal 9"),
        (_but(" log ", "echo nonsense"), "its output is"),
        (_but("ls-files", "echo nonsense"), "its output is"),
    ],
)  # fmt: skip
def test_what_git_does_wrong_is_told_in_one_line(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    script: str,
    reason: str,
) -> None:
    _git(repository, monkeypatch, script)
    assert run([*_STATUS]) == 2
    told = _told(capsys)
    assert reason in told
    assert "hint" not in told
    assert "graft" not in told


def test_a_git_that_is_killed_over_a_revision_says_nothing_of_the_revision(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """That there is no such revision would be untrue: nobody knows."""
    _git(repository, monkeypatch, _but("end-of-options", "kill -9 $$"))
    assert run([*_STATUS, "--rev", "HEAD"]) == 2
    assert "it was killed by signal 9" in _told(capsys)


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("no rights", "there is no git command"),
        ("a folder", "there is no git command"),
        ("no program", "the git command cannot be run (Exec format error)"),
    ],
)
def test_a_git_that_cannot_be_run_is_told(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    why: str,
) -> None:
    """It used to be an unexpected error, where no other git is on the path."""
    (place := repository / "bin").mkdir()
    if kind == "a folder":
        (place / "git").mkdir()
    else:
        (place / "git").write_text("no program")
        (place / "git").chmod(0o644 if kind == "no rights" else 0o755)
    monkeypatch.setenv("PATH", str(place))
    assert run([*_STATUS]) == 2
    assert why in _told(capsys)
    assert run([*_STATUS, "--no-git"]) == 0


def test_the_graft_hint_that_we_provoke_is_nobodys_reason(repository: Path) -> None:
    """Grafts are shut out for every call; git warns of that, also where something else is wrong."""
    for each in (repository / ".git" / "objects").glob("??/*"):
        each.unlink()
    done = call(repository, "log", "HEAD")
    assert done.returncode != 0
    assert b"graft" not in done.stderr
    assert "hint" not in failed("hint: a\nhint: b\nfatal: c\n").text.en


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ("", 600),
        ("12", 12),
        ("0.5", 0.5),
        *((each, 600) for each in ("0", "-1", "nan", "1e999", "x")),
    ],
)
def test_how_long_git_may_take(given: str, seconds: float) -> None:
    """What is no time is refused where the command line is read; until then the default counts."""
    assert seconds_given({TIMEOUT: given}) == seconds


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "x", "", "86401"])
def test_what_is_no_time_for_git_is_refused(
    text: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run([*_STATUS, "--git-timeout", text]) == 2
    assert f"--git-timeout '{text}': seconds, more than 0 and at most 86400" in _told(capsys)
    if text:
        monkeypatch.setenv(TIMEOUT, text)
        assert run([*_STATUS]) == 2
        assert f"{TIMEOUT} '{text}'" in _told(capsys)


def test_a_git_that_is_called_from_elsewhere_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(GitTrouble) as told:
        call(tmp_path / "gone", "status")
    assert "cannot be run" in told.value.text.en
