"""Ended at any moment while it writes: the earlier files or the new ones, whole, and the next run works.

Each family of outputs is written by the program itself, in a process in which an audit hook counts what
touches the disk. At the moment asked for it is killed, told that the disk is full, or interrupted. A few
kills are tried by default, every moment where ``KEHOACH_EVERY_MOMENT`` is set.
"""

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from kehoach.cli.entry import main
from run.histories import PLAN, REGISTRY, report

MAKING = {"open", "os.rename", "os.link", "os.mkdir"}
TOUCHING = MAKING | {"os.remove", "os.rmdir", "os.chmod", "os.truncate", "os.chown"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
BOOK = "schema: kehoach/receipts@1\nreceipts: []\n"
EVERY = bool(os.environ.get("KEHOACH_EVERY_MOMENT"))
A_FEW = (2, 9)
DAY = ("--as-of", "2023-06-15")
Contents = dict[str, bytes]


def prepared(room: Path) -> None:
    """Make a data folder in which three agencies owe reports."""
    files = {
        "plan_07.yaml": PLAN,
        "agencies.yaml": REGISTRY,
        "receipts.yaml": BOOK,
        "submissions/so-noi-vu/bc.yaml": report("so-noi-vu", 2022).replace(
            "2022-11-01", "1/11/2022"
        ),
    }
    for name, text in files.items():
        (room / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (room / "data" / name).write_text(text, encoding="utf-8")


def with_site(room: Path) -> None:
    """Make an earlier site, and one page too many in it."""
    prepared(room)
    done(room, ("site", "-o", "trang", "--as-of", "2022-01-15", "--anyway"))


def with_letters(room: Path) -> None:
    """Make earlier letters, beside something of somebody else's."""
    prepared(room)
    done(room, ("summary", "--each", "--all", "-o", "thu", "--as-of", "2023-01-15"))
    (room / "thu" / "cua-toi.txt").write_text("mine", encoding="utf-8")


def with_git(room: Path) -> None:
    """Make a folder that holds an empty clone."""
    (room / "kho" / ".git").mkdir(parents=True)
    (room / "kho" / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")


def nothing(room: Path) -> None:
    """Make nothing."""


EACH = ("summary", "--each", "--all", *DAY)
# What is written, and beside or over what.
FAMILIES: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "a file": (prepared, ("export", "--format", "csv", "-o", "out.csv", *DAY)),
    "letters": (prepared, (*EACH, "-o", "thu")),
    "letters over others": (with_letters, (*EACH, "-o", "thu", "--force")),
    "site": (prepared, ("site", "-o", "trang", *DAY, "--anyway")),
    "site over another": (with_site, ("site", "-o", "trang", *DAY, "--anyway")),
    "init": (nothing, ("init", "kho", "--package", "kehoach==1.0")),
    "init in a clone": (with_git, ("init", "kho", "--package", "kehoach==1.0")),
    "book": (
        prepared,
        ("receive", "so-tai-chinh", "1", "--period", "2022", "--on", "2022-11-21", "--number", "9/BC",
         "--dated", "2022-11-20", "--anyway", *DAY),
    ),
    "mended": (prepared, ("check", "--fix", "--yes", *DAY)),
    "baseline": (prepared, ("check", "--baseline", *DAY)),
}  # fmt: skip


def done(
    room: Path, words: tuple[str, ...], way: str = "kill", moment: int = 10**6
) -> tuple[int, bool]:
    """Run the program in a room, ended in some way at some moment, if it comes to that.

    Return how a shell tells the end, and whether it came to that.
    """
    reader, writer = os.pipe()
    if child := os.fork():
        os.close(writer)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with os.fdopen(reader, "rb") as told:
            return code if code >= 0 else 128 - code, bool(told.read())
    try:
        os.chdir(room)
        os.environ.update(KEHOACH_LANG="en")
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - it ends with the process
        sys.argv[1:] = words
        sys.addaudithook(_ending(way, moment, writer))
        main()
    finally:
        os._exit(99)


def _ending(way: str, moment: int, writer: int) -> Callable[[str, tuple[Any, ...]], None]:
    """Return a hook that ends the program once so many times something has touched the disk."""
    left = moment

    def hook(name: str, said: tuple[Any, ...]) -> None:
        nonlocal left
        if name not in (MAKING if way == "full" else TOUCHING) or not isinstance(
            said[0], str | bytes
        ):
            return
        reads = name == "open" and not (isinstance(said[2], int) and said[2] & WRITES)
        if reads or os.fsdecode(said[0]).startswith("/dev/null"):
            return
        left -= 1
        if left != -1:
            return
        os.write(writer, b"x")
        if way == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if way == "full":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.kill(os.getpid(), signal.SIGINT)

    return hook


def seen(room: Path) -> Contents:
    """Return what is in a room, but for what stands under a name that hides it."""
    return {
        path.relative_to(room).as_posix(): path.read_bytes()
        for path in room.rglob("*")
        if path.is_file()
        and not any(part.endswith(".part") for part in path.relative_to(room).parts)
    }


def left(room: Path) -> list[str]:
    """Return what was left of what was not finished."""
    return [path.name for path in room.rglob("*.part")]


def moments(
    tmp_path: Path, way: str, family: str
) -> Iterator[tuple[Path, int, Contents, Contents]]:
    """Yield a room for each moment, the code, what was there before and what is to be there."""
    prepare, words = FAMILIES[family]
    before, whole = tmp_path / "before", tmp_path / "whole"
    before.mkdir()
    prepare(before)
    shutil.copytree(before, whole)
    code, _ = done(whole, words)
    assert code in (0, 1)
    for moment in count() if EVERY else A_FEW:
        room = tmp_path / "room"
        shutil.copytree(before, room)
        ended, came = done(room, words, way, moment)
        if not came:
            assert (ended, moment > 1) == (code, True), moment
            return
        yield room, ended, seen(before), seen(whole)
        shutil.rmtree(room)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("way", ["kill", "full", "interrupt"] if EVERY else ["kill"])
def test_the_earlier_or_the_new_whole(tmp_path: Path, way: str, family: str) -> None:
    _, words = FAMILIES[family]
    for room, ended, before, whole in moments(tmp_path, way, family):
        assert ended in {"kill": (137, 0, 1), "full": (2, 0, 1), "interrupt": (130, 0, 1)}[way]
        there = seen(room)
        if family != "letters over others" or way != "kill":
            assert there in (before, whole)
        if way != "kill":
            assert left(room) == []
        if there == whole and "--force" not in words and words[0] != "site":
            continue
        assert done(room, words)[0] in (0, 1)
        assert (seen(room), left(room)) == (whole, [])
