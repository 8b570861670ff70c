"""Calls of git that end otherwise than well: each in one line, and no process is left behind."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from kehoach.reading.repositories import git
from kehoach.reading.repositories.git import GitTrouble, as_told, ask, call, failed, run, stop_all
from kehoach.reading.repositories.git_time import TIMEOUT
from kehoach.reading.repositories.repository import open_repository

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script stands for git")


@pytest.fixture(name="here")
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder; whatever is called git is a script there, ``git`` in ``bin``."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def _is(here: Path, script: str) -> None:
    program = here / "bin" / "git"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize("settings", [None, {"GIT_TERMINAL_PROMPT": "0"}])
def test_a_git_that_hangs_is_ended_also_where_it_may_ask_a_person(
    here: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str] | None
) -> None:
    """That one stays in the program's own group, so that it can read the terminal."""
    _is(here, f"echo $$ > {here}/pid; exec sleep 60")
    monkeypatch.setenv(TIMEOUT, "1")
    with pytest.raises(GitTrouble, match="git was not done after 1 s"):
        call(here, "status", settings=settings)
    with pytest.raises(ProcessLookupError):
        os.kill(int((here / "pid").read_text()), 0)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo 'fatal: odd' >&2; exit 128", "git failed: fatal: odd"),
        ("exit 3", "it ended with 3 and without a word"),
        ("kill -9 $$", "it was killed by signal 9"),
        ("echo 'unrecognized argument: --diff-merges' >&2; exit 129", "this git is too old"),
    ],
)
def test_why_a_call_failed_is_told(here: Path, script: str, told: str) -> None:
    _is(here, script)
    with pytest.raises(GitTrouble, match=told):
        run(here, "status")


def test_of_a_question_no_is_no_and_an_end_is_none(here: Path) -> None:
    _is(here, "exit 1")
    assert ask(here, "rev-parse") is None
    _is(here, "kill -9 $$")
    with pytest.raises(GitTrouble, match="killed by signal 9"):
        ask(here, "rev-parse")


def test_what_is_no_answer_is_told() -> None:
    with pytest.raises(GitTrouble, match="its output is not what was asked for"), as_told():
        int("x")
    assert failed("hint: so\nfatal: {a}").text.en == "git failed: fatal: {a}; or use --no-git"


def test_a_stop_while_git_is_at_work_leaves_none_behind(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _is(here, f"echo $$ > {here}/pid; exec sleep 60")

    def stop(*_: object, **__: object) -> None:
        while not (here / "pid").exists() or not (here / "pid").read_text():
            time.sleep(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess.Popen, "communicate", stop)
    with pytest.raises(KeyboardInterrupt):
        call(here, "status")
    with pytest.raises(ProcessLookupError):
        os.kill(int((here / "pid").read_text()), 0)


def test_all_that_are_at_work_are_stopped(here: Path) -> None:
    _is(here, "exec sleep 60")
    ends = git.begin(here, "status")
    (process,) = git.GitProcess.at_work
    stop_all()
    assert git.GitProcess.at_work == set()
    assert process.ended().returncode < 0
    assert ends().returncode < 0


def test_without_git_a_folder_of_no_repository_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert open_repository(tmp_path) is None


@pytest.mark.parametrize("name", ["own.pipe", "info/exclude", "hooks/x"])
def test_what_git_does_not_read_may_be_a_pipe_however_slow_git_is(here: Path, name: str) -> None:
    """Other tools keep theirs there; whether that is told of must not depend on the machine."""
    _is(here, "sleep 0.5; echo told")
    (here / ".git" / name).parent.mkdir(parents=True)
    os.mkfifo(here / ".git" / name)
    assert run(here, "log") == b"told\n"


def test_of_a_git_that_is_slow_what_was_given_is_kept(here: Path) -> None:
    """It is waited for twice, and read from once."""
    _is(here, "sleep 0.5; cat; echo end")
    (here / ".git" / "refs").mkdir(parents=True)
    (here / ".git" / "refs" / "loop").symlink_to("loop")
    assert run(here, "log", given=b"x" * 200_000 + b"\n") == b"x" * 200_000 + b"\nend\n"
