"""A folder of files that is the earlier one or the new one, whole: what others put there stays.

Everything is written into a folder of its own in there first. What fails fails then, and nothing has
changed. Then each file is put in its place, the earlier ones aside; should one refuse (a program
holds it open), all go back to where they were.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

_PARTS = ".kehoach-*.part"


def holds_others(folder: Path) -> bool:
    """Say whether anything is in a folder but what an interrupted delivery left."""
    return any(not each.match(_PARTS) for each in folder.iterdir())


def deliver_folder(
    folder: Path, files: Iterable[tuple[str, str]], gone: Iterable[str]
) -> list[str]:
    """Write files by their names, take away what is ``gone``; return the names that were written.

    A file is replaced, never written through: a link does not lead elsewhere.

    Raises:
        OSError: something cannot be written; the folder is as it was.
    """
    with _beside(folder) as part:
        new, old = part / "new", part / "old"
        names = [_written(new, name, text) for name, text in files]
        moved: list[tuple[Path, Path]] = []
        try:
            for name in dict.fromkeys((*gone, *names)):
                for pair in _put(folder, new, old, name):
                    moved.append(pair)  # noqa: PERF402 - also those before one that fails
        except OSError:
            for now, before in reversed(moved):
                before.parent.mkdir(parents=True, exist_ok=True)
                now.rename(before)
            raise
    return names


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Lend an empty folder within another, on the same disk; a folder made for it goes if it fails."""
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(_PARTS):
        shutil.rmtree(left, ignore_errors=True)
    part = folder / _PARTS.replace("*", token_hex(4))
    part.mkdir()
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()


def _written(new: Path, name: str, text: str) -> str:
    path = new / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return name


def _put(folder: Path, new: Path, old: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """Put one file in its place, and yield where what was moved is now and where it was."""
    place, made, kept = folder / name, new / name, old / name
    if place.parent.is_symlink():
        place.parent.unlink()
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_symlink() or place.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        place.rename(kept)
        yield kept, place
    if made.exists():
        made.rename(place)
        yield place, made
