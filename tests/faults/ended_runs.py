"""The program run in a fork of this process: watched, or ended, whenever it touches the disk.

This process has run the same before, so that a fork has loaded all of it and only does its work. Moments
are counted by an audit hook. What a kill leaves on a disk is what lies there just then: a watched run shows
it of every moment. To be told of a full disk, or interrupted, a run must have that happen to it.
``{room}`` in its words is the room's whole path.
"""

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable, Collection, Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from kehoach.cli.app import run
from kehoach.cli.entry import main

MAKING = {"open", "os.rename", "os.link", "os.mkdir"}
TOUCHING = MAKING | {
    "os.remove", "os.rmdir", "os.chmod", "os.truncate", "os.chown", "subprocess.Popen",
}  # fmt: skip
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
# What is done at a touch of the disk: it is given the touch's number, and where to tell that it came.
At = Callable[[int, int], None]


class Run(NamedTuple):
    """How a shell tells the end, whether the moment asked for came, and what was printed."""

    code: int
    came: bool
    out: bytes


def load(room: Path, words: Sequence[str]) -> int:
    """Run the program in a room and in this process, and return its exit code."""
    here = Path.cwd()
    os.chdir(room)
    try:
        return run(_said(room, words))
    finally:
        os.chdir(here)


def ended(room: Path, words: Sequence[str], way: str, moment: int) -> Run:
    """Run the program in a room; at the moment it is killed, told of a full disk, or interrupted."""

    def end(number: int, told: int) -> None:
        if number != moment:
            return
        os.write(told, b"x")
        if way == "full":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.kill(os.getpid(), signal.SIGKILL if way == "kill" else signal.SIGINT)

    return _forked(room, words, MAKING if way == "full" else TOUCHING, end)


def done(room: Path, words: Sequence[str]) -> Run:
    """Run the program in a room, to its end."""
    return _forked(room, words, frozenset(), lambda *_: None)


def watched(room: Path, words: Sequence[str], aside: Path) -> Run:
    """Run the program in a room, and put a copy of the room aside before each touch of the disk."""

    def copy(number: int, _: int) -> None:
        shutil.copytree(room, aside / f"{number:04}")

    return _forked(room, words, TOUCHING, copy)


def _forked(room: Path, words: Sequence[str], counted: Collection[str], at: At) -> Run:
    """Run the program in a child, in which ``at`` is called at each touch of the disk."""
    reader, writer = os.pipe()
    printed = room.parent / "printed"
    if child := os.fork():
        os.close(writer)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with os.fdopen(reader, "rb") as told:
            return Run(code if code >= 0 else 128 - code, bool(told.read()), printed.read_bytes())
    try:
        os.chdir(room)
        for stream, place in ((1, printed), (2, os.devnull)):
            os.dup2(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - it ends with the process
        sys.argv[1:] = _said(room, words)
        if counted:
            sys.addaudithook(_counting(counted, at, writer))
        main()
    finally:
        os._exit(99)


def _said(room: Path, words: Sequence[str]) -> list[str]:
    return [each.replace("{room}", str(room.resolve())) for each in words]


def _counting(
    counted: Collection[str], at: At, told: int
) -> Callable[[str, tuple[Any, ...]], None]:
    """Return a hook that numbers the touches of the disk, but for those that ``at`` makes itself."""
    numbers = count()
    busy = False

    def hook(name: str, said: tuple[Any, ...]) -> None:
        nonlocal busy
        if busy or name not in counted or not isinstance(said[0], str | bytes):
            return
        reads = name == "open" and not (isinstance(said[2], int) and said[2] & WRITES)
        if reads or os.fsdecode(said[0]).startswith("/dev/null"):
            return
        busy = True
        try:
            at(next(numbers), told)
        finally:
            busy = False

    return hook
