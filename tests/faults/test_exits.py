"""What the system refuses is told in one line: the part of ``every_exit.py`` that is tried every day."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from faults.shell_runs import faulty, sample
from faults.stopping_runs import environment
from kehoach.cli import entry

pytestmark = pytest.mark.skipif(os.name == "nt" or not Path("/dev/full").exists(), reason="Linux")


@pytest.fixture(scope="module", name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("exits"))


@pytest.mark.parametrize(
    ("fault", "line", "code", "said"),
    [
        ('"$@" >/dev/full', "deadline 2021-11-30", 2, "cannot write the result: No space left on device"),
        ('"$@" >/dev/full', "export --format json", 2, "cannot write the result: No space left on device"),
        ('"$@" >&- 2>&- <&-', "export -o ../out.json", 0, ""),
        ('"$@" <&-', "check - --fail-on never", 0, ""),
        ('"$@" 2>/dev/full', "site -o ../out", 2, ""),
        ('mkdir b; printf "#!/bin/sh\\nsleep 60" > b/git; chmod +x b/git; PATH=$PWD/b:$PATH "$@"',
         "--git-timeout 1 status", 2, "git was not done after 1 s and was stopped"),
        ('mkdir x; cd x; rmdir ../x; "$@"', "status", 2, "the folder that you are in is gone"),
        ('COLUMNS=1² LINES=x "$@"', "deadline 2021-11-30", 0, ""),
        ('COLUMNS=999999999999999999999999 "$@"', "summary --as-of 0001-01-01", 0, ""),
        ('ulimit -n 8; "$@"', "status", 2, "the git command cannot be run (Too many open files)"),
        ('ulimit -v 36000; "$@"', "status", 2, "the system lets it go no further: "),
        ('LC_ALL=C PYTHONIOENCODING=ascii PYTHONUTF8=0 TZ=:x "$@"', "item II.1", 0, ""),
    ],
)  # fmt: skip
def test_every_exit_is_meant(
    place: Path, tmp_path: Path, fault: str, line: str, code: int, said: str
) -> None:
    done = faulty(place, tmp_path / "run", fault, line)
    assert done.code == code
    assert said in done.err
    assert not said or done.err.count("\n") == 1


def test_in_the_place_of_a_closed_stream_no_file_is_opened(place: Path, tmp_path: Path) -> None:
    """What is said to standard error must never go into a file that happens to have its number."""
    there = tmp_path / "run"
    faulty(place, there, '"$@" 2>&- <&-', "consolidate --item II.1 --period 2022 -o ../out.md")
    assert b"kehoach: " not in (there / "out.md").read_bytes()
    assert (there / "out.md").read_bytes().startswith(b"#")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ("MemoryError()", "MemoryError"),
        ("OSError(24, 'Too many open files')", "OSError [Errno 24] Too many open files"),
        ("ImportError('x.so: failed to map\\nsegment')", "ImportError x.so: failed to map segment"),
        ("SystemError('error return without exception set')",
         "SystemError error return without exception set"),
    ],
)  # fmt: skip
def test_what_cannot_even_be_loaded_is_one_line(error: str, told: str) -> None:
    """Before anything that could say more is there."""
    code = (
        "from kehoach.cli import entry\n\ndef ran():\n"
        f"    raise {error}\n\nentry._ran = ran\nentry.main()\n"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=False, text=True, env=environment()
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"kehoach: the system lets it go no further: {told}\n"


def test_what_was_laid_by_is_given_back_before_it_is_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """All memory may still be held by what failed; a line needs some, too."""
    left: list[int] = []

    def ran() -> int:
        raise MemoryError

    def leave(code: int) -> None:
        left.append(code)

    monkeypatch.setattr(entry, "_RESERVE", reserve := bytearray(9))
    monkeypatch.setattr(entry, "_ran", ran)
    monkeypatch.setattr(entry, "_leave", leave)
    monkeypatch.setattr(entry, "answer_stops", lambda: None)
    monkeypatch.setattr(entry, "heed_unraisable", lambda _: None)
    entry.main()
    assert (left, bytes(reserve)) == ([2], b"")
    assert capfd.readouterr().err.count("\n") == 1
