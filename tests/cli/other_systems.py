"""Systems and disks that are not those of the tests, as far as delivery meets them."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

fcntl = pytest.importorskip("fcntl")  # Windows itself has no other system to show
Patch = pytest.MonkeyPatch
HERE = -100  # AT_FDCWD
SWAP = 2  # RENAME_EXCHANGE (linux/fs.h), RENAME_SWAP (sys/stdio.h of macOS)


def _swap(one: bytes, other: bytes) -> int:
    here, there = Path(os.fsdecode(one)), Path(os.fsdecode(other))
    aside = here.rename(f"{here}-aside")
    there.rename(here)
    aside.rename(there)
    return 0


def _renamex(one: bytes, other: bytes, how: int) -> int:
    assert how == SWAP
    return _swap(one, other)


def _renameat(here: int, one: bytes, there: int, other: bytes, how: int) -> int:
    assert (here, there, how) == (HERE, HERE, SWAP)
    return _swap(one, other)


def refuse(*_args: object, **_ways: object) -> NoReturn:
    """Refuse whatever is asked, as a system does."""
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def _system(platform: str, **calls: Callable[..., int]) -> Callable[[Patch], None]:
    def be(patch: Patch) -> None:
        patch.setattr(sys, "platform", platform)
        patch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace(**calls))

    return be


SYSTEMS: dict[str, Callable[[Patch], None]] = {
    "this one": lambda _patch: None,
    "Linux": _system("linux", renameat2=_renameat),
    "Linux, a disk that exchanges nothing": _system("linux", renameat2=lambda *_: -1),
    "an old Linux": _system("linux"),
    "macOS": _system("darwin", renamex_np=_renamex),
    "macOS, a disk that exchanges nothing": _system("darwin", renamex_np=lambda *_: -1),
    "an old macOS": _system("darwin"),
    "Windows": _system("win32"),
    "a disk without locks": lambda patch: patch.setattr(fcntl, "flock", refuse),
    "a disk without links": lambda patch: patch.setattr(os, "link", refuse),
    "somebody else's files": lambda patch: patch.setattr(os, "chown", refuse),
}


def found(folder: Path) -> dict[str, str]:
    """Return what files hold, by their names; nothing may stand beside them."""
    return {
        each.relative_to(folder).as_posix(): each.read_text(encoding="utf-8")
        for each in folder.rglob("*")
        if each.is_file()
    }
