"""A folder put in the place of another, in one step where the system can."""

import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: both paths are as they are given
_SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def exchange(made: Path, folder: Path) -> None:
    """Let two folders change names.

    Raises:
        OSError: the system will not; both are as they were.
    """
    if _exchanged(made, folder):
        return
    aside = made.with_suffix(".aside")
    folder.rename(aside)
    try:
        made.rename(folder)
    except OSError:
        aside.rename(folder)
        raise
    aside.rename(made)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; say whether the system can."""
    if sys.platform == "win32":
        return False
    import ctypes  # noqa: PLC0415 - most commands print, and put no folder in another's place

    system = ctypes.CDLL(None)
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        return hasattr(system, "renamex_np") and system.renamex_np(*paths, _SWAP) == 0
    if not hasattr(system, "renameat2"):
        return False
    return bool(system.renameat2(_HERE, paths[0], _HERE, paths[1], _SWAP) == 0)
