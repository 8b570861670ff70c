"""The program as these tests run and stop it: at a moment that is counted, or at one that is timed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cli.hostile_runs import KEPT
from kehoach import stopping

SRC = Path(stopping.__file__).parents[1]
ENDED = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
TOLD = "kehoach: stopped before it was done\n"
# Every import, file, folder and process is an event that Python tells of. They are counted from the moment
# on in which the program answers stops itself.
_COUNTING = """
import os, signal, sys
wanted, number = int(os.environ["MOMENT"]), int(os.environ["SIGNAL"])
met, default = 0, signal.default_int_handler
signal.signal(signal.SIGINT, default)  # whoever runs the tests may want it ignored
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the same
def count(event, _):
    global met
    if signal.getsignal(signal.SIGINT) is default:
        return
    met += 1
    if met == wanted:
        os.kill(os.getpid(), number)
sys.addaudithook(count)
"""


class Ended(NamedTuple):
    """How the program ended, and what it printed."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which nothing is kept, and English spoken."""
    kept = {name: os.environ[name] for name in (*KEPT, "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": str(SRC), "KEHOACH_LANG": "en", "KEHOACH_CACHE": "off", **more}


def stopped_at(
    moment: int, args: Sequence[str], here: Path, number: int = signal.SIGINT, **more: str
) -> Ended:
    """Run a command line in a folder, and stop it at an event of Python's: the first is 1."""
    (hook := here / "hook").mkdir(exist_ok=True)
    (hook / "sitecustomize.py").write_text(_COUNTING)
    counted = {"MOMENT": str(moment), "SIGNAL": str(int(number))}
    env = environment(**counted, **more)
    return _ended(args, here, {**env, "PYTHONPATH": f"{hook}{os.pathsep}{SRC}"}, None)


def stopped_after(
    seconds: float, args: Sequence[str], here: Path, number: int = signal.SIGINT
) -> Ended:
    """Run a command line in a folder, and stop it so many seconds after it was started."""
    return _ended(args, here, environment(), (seconds, number))


def _ended(
    args: Sequence[str], here: Path, env: Mapping[str, str], stop: tuple[float, int] | None
) -> Ended:
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "kehoach", *args],
        cwd=here,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as program:
        if stop:
            time.sleep(stop[0])
            program.send_signal(stop[1])
        out, err = program.communicate(timeout=120)
    return Ended(program.returncode, out, err)
