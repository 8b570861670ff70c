"""Where a repository keeps what is its own, and what of it git would never be done with reading."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# What git reads, of a work tree's own and of what it shares; other tools keep what they like beside.
_OWN = frozenset({"HEAD", "commondir", "config.worktree", "index"})
_SHARED = frozenset({"config", "objects", "packed-refs", "refs", "shallow"})
_MOST = 50_000  # entries that are looked at
_POINTS = b"gitdir: "
_LONG = 5000  # bytes of a path


def nearest_git(folder: Path) -> Path | None:
    """Return the nearest ``.git`` upward, whatever it is, be it a link that leads nowhere."""
    above = folder.absolute()
    places = (each / ".git" for each in (above, *above.parents))
    return next((place for place in places if place.exists() or place.is_symlink()), None)


def endless(folder: Path) -> Path | None:
    """Return what is a pipe or a device where the repository that a folder lies in should have a file."""
    left = _MOST
    tops = dict(_own_folders(folder))
    waiting = [*tops]
    while waiting and left > 0:
        here = waiting.pop()
        for entry in _entries(here):
            left -= 1
            if here in tops and entry.name not in tops[here]:
                continue
            with suppress(OSError):  # a link to itself, or to what may not be seen
                if entry.is_dir():
                    waiting.append(Path(entry.path))
                elif not entry.is_file() and _has_no_end(entry.stat().st_mode):
                    return Path(entry.path)
    return None


def _has_no_end(mode: int) -> bool:
    """Say so of pipes and devices; a socket, as git's own monitor of files has one, cannot be opened."""
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISBLK(mode)


def _own_folders(folder: Path) -> Iterator[tuple[Path, frozenset[str]]]:
    """Yield the folders of a repository, of a linked work tree its own and the shared, with what counts."""
    git = nearest_git(folder.resolve())  # as git itself looks for it
    if git is not None and git.is_file():
        git = _named(git, _POINTS)
    if git is None or not git.is_dir():
        return
    shared = _named(git / "commondir") if (git / "commondir").is_file() else None
    yield git, _OWN if shared else _OWN | _SHARED
    if shared:
        yield shared, _SHARED


def _named(file: Path, before: bytes = b"") -> Path | None:
    """Return the folder that a file names, from where it lies."""
    try:
        with file.open("rb") as words:
            named = words.read(_LONG).removeprefix(before).rstrip(b"\r\n")
        return (file.parent / os.fsdecode(named)).resolve() if named else None
    except (OSError, ValueError):  # no path at all
        return None


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield what lies in a folder, as far as that may be seen."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return
