"""What stands beside its target until it is whole; what a run that was killed left of it is taken away.

A run holds a lock on what it is still making. What nobody holds has been left.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from glob import escape
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE, S_ISLNK

from kehoach.stopping import unstopped

NEEDED = "needed"
"""A file in a folder that is to stay, although its run was ended: what must be put back lies there."""

_SHORT = 40
"""Signs of a name that are kept: of three bytes each, they leave room for the rest of a longest name."""


@contextmanager
def half_made(target: Path, make: Callable[[Path], None]) -> Iterator[Path]:
    """Lend a new file or folder beside a target, made by ``make``; what is left there goes in the end.

    Raises:
        OSError: nothing can be made there.
    """
    stem = target.name[:_SHORT]
    for left in abandoned(target.parent, f".{escape(stem)}.????????.part"):
        remove(left)
    with ExitStack() as afterwards:
        with unstopped():
            part, lock = _locked(lambda: target.parent / f".{stem}.{token_hex(4)}.part", make)
            afterwards.callback(_let_go, part, lock)
        yield part


def _let_go(part: Path, lock: int | None) -> None:
    with unstopped():
        remove(part)
        if lock is not None:
            os.close(lock)


def abandoned(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield what has such a name and is in nobody's hands; it is held while it is looked at."""
    for left in [*folder.glob(pattern)]:
        with suppress(OSError):
            lock = _lock(left, wait=False)
            try:
                yield left
            finally:
                if lock is not None:
                    os.close(lock)


def keep_rights(part: Path, target: Path) -> None:
    """Give what is to take the place of a file that file's rights, and its owner where one may."""
    with suppress(FileNotFoundError):
        about = target.lstat()
        if S_ISLNK(about.st_mode):
            return
        if sys.platform != "win32":
            with suppress(PermissionError):
                os.chown(part, about.st_uid, about.st_gid)
        part.chmod(S_IMODE(about.st_mode))


def remove(part: Path) -> None:
    """Take away a file or a folder; what cannot be taken away, or is needed, stays for the next run."""
    if part.is_dir() and not part.is_symlink():
        if not (part / NEEDED).exists():
            shutil.rmtree(part, ignore_errors=True)
    else:
        with suppress(OSError):
            part.unlink()


def _locked(name: Callable[[], Path], make: Callable[[Path], None]) -> tuple[Path, int | None]:
    """Return something new that is held: another may take it for abandoned until it is."""
    while True:
        make(part := name())
        lock = _lock(part, wait=True)
        if part.exists():
            return part, lock
        if lock is not None:
            os.close(lock)


def _lock(part: Path, *, wait: bool) -> int | None:
    """Return a lock on a file or folder; Windows has none, but deletes no file that is open.

    Raises:
        OSError: somebody else holds it.
    """
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 - Windows has none

    try:
        file = os.open(part, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        if not wait:
            raise
        return None  # a disk without locks
    return file
