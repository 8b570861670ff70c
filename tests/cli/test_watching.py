"""``--watch`` and the line of a long command, in a real terminal where that matters."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.cli.app import run
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.watching import watched
from kehoach.stopping import Stopped

pytestmark = pytest.mark.skipif(os.name == "nt", reason="terminals of Unix")
PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch
period: {from: 2025-01-01, to: 2025-12-31}
items: [{id: "1", kind: task, title: Việc, text: Làm., lead: [so-y-te], deadline: {by: 2025-06-30}}]
"""


def test_a_change_of_the_folder_is_answered_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Answered at once, not again where nothing changed, again after a change, and never after the end."""
    (tmp_path / "plan_07.yaml").write_text(PLAN)
    answers: list[int] = []
    looks: list[int] = []

    def rest(_: float) -> None:
        looks.append(len(answers))
        if len(looks) == 2:
            (tmp_path / "agencies.yaml").write_text("schema: kehoach/agencies@1\nagencies: []\n")
        if len(looks) == 4:
            raise Stopped(signal.SIGINT)

    monkeypatch.setattr("kehoach.cli.frame.watching.sleep", rest)

    def answer() -> int:
        answers.append(len(looks))
        return len(answers)

    assert watched(Settings(tmp_path, "en", "auto"), answer) == 2
    assert answers == [0, 2]
    assert len(looks) == 4
    assert capsys.readouterr().err.rstrip().endswith("kehoach: no longer watching")


def _in_terminal(code: str) -> str:
    """Return what a program writes to a terminal that is its standard error, its output elsewhere."""
    master, slave = pty.openpty()
    path = os.pathsep.join(sys.path)
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=slave,
        env={**os.environ, "PYTHONPATH": path},
    ) as program:  # fmt: skip
        os.close(slave)
        written = b""
        while piece := _read(master):
            written += piece
        assert program.stdout is not None
        assert program.stdout.read() == b""
    os.close(master)
    assert program.returncode == 0, written
    return written.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # Linux: the other side is closed
        return b""


def test_a_long_command_says_that_it_is_at_work_and_leaves_nothing() -> None:
    written = _in_terminal(
        "import time; from kehoach.cli.frame.waiting import waiting\n"
        "with waiting('en', after=0.05):\n    time.sleep(0.5)\n"
    )
    assert "at work … 0 s" in written
    assert written.endswith("\r\x1b[K")


def test_a_short_command_says_nothing() -> None:
    assert (
        _in_terminal(
            "from kehoach.cli.frame.waiting import waiting\nwith waiting('en', after=9):\n    pass\n"
        )
        == ""
    )


def test_off_a_terminal_nothing_is_said() -> None:
    code = (
        "import time; from kehoach.cli.frame.waiting import waiting\n"
        "with waiting('en', after=0.01):\n    time.sleep(0.2)\n"
    )
    path = os.pathsep.join(sys.path)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert done.stderr == b""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, None)])
def test_a_command_line_watches_until_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    number: signal.Signals, code: int | None,
) -> None:  # fmt: skip
    """Refused, then answered on an empty screen. Ctrl-C is how it is meant to end."""
    (tmp_path / "plan_07.yaml").write_text(PLAN)
    rests = iter([False, True])

    def rest(_: float) -> None:
        if next(rests):
            raise Stopped(number)
        (tmp_path / "agencies.yaml").write_text("schema: kehoach/agencies@1\nagencies: []\n")

    monkeypatch.setattr("kehoach.cli.frame.watching.sleep", rest)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    asked = ["status", "--watch", "--data", str(tmp_path), "--as-of", "2025-06-30", "--lang", "en"]
    if code is None:
        with pytest.raises(Stopped):
            run(asked)
    else:
        assert run(asked) == code
    first, again = capsys.readouterr().out.split("\x1b[2J\x1b[H")
    assert (first, "Plan 07" in again) == ("", True)


def test_where_there_is_nothing_to_watch_that_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["status", "--watch", "--data", str(tmp_path / "none"), "--lang", "en"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
