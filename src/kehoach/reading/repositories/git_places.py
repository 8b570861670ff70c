"""Where a repository keeps what is its own, and what of it git would never be done with reading."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# What git reads of it; other tools keep what they like beside.
_READ = frozenset({
    "HEAD", "config", "config.worktree", "commondir", "index", "packed-refs", "shallow", "objects", "refs",
})  # fmt: skip
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
    tops = frozenset(_own_folders(folder))
    waiting = [*tops]
    while waiting and left > 0:
        here = waiting.pop()
        for entry in _entries(here):
            left -= 1
            if here in tops and entry.name not in _READ:
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


def _own_folders(folder: Path) -> Iterator[Path]:
    """Yield the folders of a repository: that of a linked work tree, and the one it shares."""
    git = nearest_git(folder.resolve())  # as git itself looks for it
    if git is not None and git.is_file():
        git = _named(git, _POINTS)
    if git is None or not git.is_dir():
        return
    yield git
    if (git / "commondir").is_file() and (shared := _named(git / "commondir")):
        yield shared


def _named(file: Path, before: bytes = b"") -> Path | None:
    """Return the folder that a file names, from where it lies."""
    try:
        with file.open("rb") as words:
            named = words.read(_LONG).removeprefix(before).rstrip(b"\r\n")
        return file.parent / os.fsdecode(named) if named and b"\0" not in named else None
    except OSError:
        return None


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield what lies in a folder, as far as that may be seen."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return
