"""Seats where a system has neither groups of processes nor masks of signals (Windows)."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kehoach.portfolio.local_seats import LocalSeat
from kehoach.portfolio.outcome import Task
from portfolio.provinces import province

_SEAT = """\
import os, signal, sys, tempfile
if sys.argv[2]:
    delattr(os, sys.argv[2])
from kehoach.portfolio.local_seats import begin
begin(sys.argv[1])
print("nobody hears this", file=sys.stderr)
print(tempfile.gettempdir(), signal.getsignal(signal.SIGINT) is signal.SIG_IGN)
"""


@pytest.mark.parametrize("lacking", ["", "setpgrp"])
def test_a_process_without_a_group_is_made_ready_all_the_same(tmp_path: Path, lacking: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _SEAT, str(tmp_path), lacking],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == (f"{tmp_path} True\n", "")


def test_a_seat_is_ended_where_no_group_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "killpg")
    monkeypatch.delattr(signal, "pthread_sigmask")
    seat = LocalSeat(60, tmp_path)
    outcome = seat.judge(Task(str(province(tmp_path, "an-giang")), None, date(2022, 6, 30), "vi"))
    process = seat._process  # noqa: SLF001 - which one is to be gone
    seat.close()
    assert outcome.why is None
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
