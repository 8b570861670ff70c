"""Stopped at many moments, counted and timed: a long run, which has a command of its own.

``pytest -s -n 0 tests/faults/stops_at_every_moment.py`` (the default run does not collect it). What Python
says before it has come to the first module of ours nobody can alter; the last test counts and tells it.
"""

import json
import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from faults.stopping_runs import ENDED, TOLD, Ended, stopped_after, stopped_at
from kehoach.cli.app import run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
_COMMANDS = {
    "status": ["status", "--jobs", "2"],
    "site": ["site", "-o", "out"],
    "letters": ["summary", "--each", "--anyway", "-o", "out", "--as-of", "2022-12-20"],
    "export": ["export", "-o", "out.json"],
    "receive": ["receive", "so-y-te", "II.1", "--period", "2023", "--on", "2023-12-01"],
    "portfolio": ["portfolio", ".", "--jobs", "2"],
    "demo": ["demo", "out"],
}
_STEP = int(os.environ.get("KEHOACH_STEP", "50"))
_MOST = 200_000


@pytest.fixture(scope="module", name="demo")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("stops") / "demo"
    assert run(["demo", str(place)]) == 0
    return place


def _sound(place: Path, ended: Ended, number: int) -> bool:
    """Prove that the program was stopped in one line, or was done; say whether it was stopped."""
    if ended.code == ENDED[signal.Signals(number)]:
        assert ended.err.endswith(TOLD)
        assert not list(place.rglob("*.part"))
    else:
        assert ended.code == 0
    assert "Traceback" not in ended.err
    assert "ignored" not in ended.err
    for made in place.glob("out.json"):
        json.loads(made.read_text(encoding="utf-8"))
        made.unlink()
    return ended.code != 0


@pytest.mark.parametrize("command", _COMMANDS)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_at_each_moment_that_is_counted(
    demo: Path, tmp_path: Path, command: str, number: signal.Signals
) -> None:
    """Every so many events of Python's, from the first to the last: ``KEHOACH_STEP``."""
    stopped = 0
    for moment in range(1, _MOST, _STEP):
        place = tmp_path / str(moment)
        shutil.copytree(demo, place)
        if not _sound(place, stopped_at(moment, _COMMANDS[command], place, number), number):
            break
        stopped += 1
    print(f"\n{command}: {stopped} moments, {number.name}")  # noqa: T201 - the figure that is asked for
    assert stopped > 5


def test_at_sixty_early_moments(demo: Path) -> None:
    """Spread over a whole run, from when Python itself is still starting."""
    silent = told = python = 0
    began = time.monotonic()
    assert stopped_after(0, ["status", "--jobs", "2"], demo, 0).code == 0
    whole = time.monotonic() - began
    for moment in range(60):
        ended = stopped_after(whole * moment / 60, ["status", "--jobs", "2"], demo)
        if ended.code in {130, 0}:
            assert "Traceback" not in ended.err
            told += ended.code == 130
            assert ended.err in {"", TOLD}
        elif "Traceback" in ended.err or "Fatal Python" in ended.err:
            assert "/kehoach/" not in ended.err.replace("/kehoach/__main__.py", "")
            python += 1
        else:
            silent += 1
    print(f"\nof 60: {told} in one line, {python} by Python before us, {silent} without a word")  # noqa: T201
    assert told > 20
