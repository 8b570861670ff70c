"""Which folder of this machine what is kept between runs lies in, and when none is used.

Nobody but its user may write into it: not another user, and not the data, which agencies send in.
"""

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "KEHOACH_CACHE"
OFF = "off"
_NAME = "kehoach"
_OTHERS = 0o077


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the folder that is named, or the user's own; ``None`` where nothing is to be kept.

    On a build server (``CI``) only a folder that is named is used: what a job finds in its home may
    have been put there by another.
    """
    named = environment.get(VARIABLE)
    if named:
        return None if named == OFF else Path(named).absolute()
    if environment.get("CI", "").casefold() not in ("", "0", "false"):
        return None
    users = _users_folder(environment)
    return users / _NAME if users and users.is_absolute() else None


def _users_folder(environment: Mapping[str, str]) -> Path | None:
    """Return where programs keep what can be made again; nothing is guessed without a home."""
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) if local else None
    home = environment.get("HOME")
    if sys.platform == "darwin":
        return Path(home, "Library", "Caches") if home else None
    given = environment.get("XDG_CACHE_HOME")
    if given and Path(given).is_absolute():
        return Path(given)
    return Path(home, ".cache") if home else None


def is_in_repository(folder: Path) -> bool:
    """Say whether a folder lies in a work tree of git.

    What lies there may come with the data: a change that somebody proposes could bring answers along.
    """
    place = folder.resolve()
    return any(os.path.lexists(above / ".git") for above in (place, *place.parents))


def is_private(folder: Path) -> bool:
    """Say whether a folder belongs to the user who runs this, and to nobody else."""
    try:
        about = folder.stat()
    except OSError:
        return False
    if not stat.S_ISDIR(about.st_mode):
        return False
    if sys.platform == "win32":  # the user's own folders are closed to others there
        return True
    return about.st_uid == os.geteuid() and not about.st_mode & _OTHERS


def made_private(folder: Path) -> bool:
    """Make a folder for the user alone where there is none; say whether it can be trusted."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return False
    return is_private(folder)
