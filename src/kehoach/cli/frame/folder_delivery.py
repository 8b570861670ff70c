"""A folder of files that is the earlier one or the new one, whole: what others put there stays.

Everything is written aside first. What fails fails then, and nothing has changed. Where the folder holds
nothing that would stay, the new one takes its place in one step. Where others have put something there too,
each file takes its place in one step, and the earlier ones are kept: should one refuse (a program holds it
open) all go back to where they were, and where the program is ended in between, the next run puts them back
first.
"""

import errno
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from stat import S_ISLNK, S_ISREG

from kehoach.cli.frame.exchanged import exchange
from kehoach.cli.frame.half_made import NEEDED, abandoned, half_made, keep_rights, remove
from kehoach.stopping import unstopped

_INSIDE = "kehoach"
_LEFT = f".{_INSIDE}.????????.part"
_NEW, _OLD = "new", "old"


def holds_others(folder: Path, ours: Collection[str] = ()) -> bool:
    """Say whether anything is in a folder but files of ours, and what an interrupted delivery left."""
    restore(folder)
    return any(each.name not in ours and not each.match(_LEFT) for each in folder.iterdir())


def deliver_folder(
    folder: Path,
    files: Iterable[tuple[str, str | bytes]],
    gone: Collection[str] = (),
    *,
    replace: bool = True,
) -> list[str]:
    """Write files by their names, each on the disk before it has its name: as ``deliver_filled``."""

    def fill(part: Path) -> list[str]:
        return [put(part, *each, lasting=True) for each in files]

    return deliver_filled(folder, fill, gone, replace=replace)


def deliver_filled(
    folder: Path,
    fill: Callable[[Path], list[str]],
    gone: Collection[str] = (),
    *,
    replace: bool = True,
) -> list[str]:
    """Have an empty folder filled with files, and take away what is ``gone``; return the names written.

    A file is replaced, if it may be, and never written through: a link does not lead elsewhere.

    Raises:
        OSError: something cannot be written; the folder is as it was.
    """
    restore(folder)
    if _is_ours(folder, gone):
        with new_folder(folder, gone) as part:
            return fill(part)
    with half_made(folder / _INSIDE, Path.mkdir) as part:
        names = fill(part / _NEW)
        before = {name: _stands(folder / name, replace) for name in (*gone, *names)}
        with unstopped():
            _move_in(folder, part, before)
    return names


@contextmanager
def new_folder(folder: Path, gone: Collection[str] = ()) -> Iterator[Path]:
    """Lend an empty folder that takes another's place once it is whole: an empty one's, or of what is gone.

    Raises:
        OSError: it cannot be made or put there, or somebody has put something else there meanwhile.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with half_made(folder, Path.mkdir) as part:
        yield part
        keep_rights(part, folder)
        if not (gone and folder.exists()):
            if sys.platform == "win32" and folder.exists():
                folder.rmdir()
            part.replace(folder)
            return
        with unstopped():
            exchange(part, folder)
            if not _holds_more(part, gone):
                return
            exchange(part, folder)
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))


def restore(folder: Path) -> None:
    """Put back what a run that was killed had moved: the folder is as it was before that."""
    for part in abandoned(folder, _LEFT):
        with suppress(FileNotFoundError):
            names = os.fsdecode((part / NEEDED).read_bytes()).split("\0")
            _move_back(folder, part, names)
        remove(part)


def _is_ours(folder: Path, gone: Collection[str]) -> bool:
    """Say whether a folder holds nothing that is to stay, and may itself be replaced."""
    if folder.is_symlink() or not folder.exists():
        return not folder.is_symlink()
    fixed = folder.is_mount() or Path.cwd().is_relative_to(folder.resolve())
    return not (fixed or _holds_more(folder, gone)) and os.access(folder.parent, os.W_OK)


def _holds_more(folder: Path, gone: Collection[str]) -> bool:
    """Say whether a folder holds anything but such files, and the folders that they lie in."""
    ours = {*gone, *(str(above) for name in gone for above in PurePosixPath(name).parents)}
    return any(
        each.is_symlink()
        or not (each.is_file() or each.is_dir())
        or each.relative_to(folder).as_posix() not in ours
        for each in folder.rglob("*")
    )


def put(new: Path, name: str, text: str | bytes, *, lasting: bool) -> str:
    """Write a file of a new folder, and return its name; ``lasting``: it is on the disk then.

    Raises:
        OSError: it cannot be written.
    """
    path = new / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    if lasting:
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    return name


def _move_in(folder: Path, part: Path, before: Mapping[str, bool]) -> None:
    """Put each file in its place, one that stood there ``before`` aside; all of them or none.

    Raises:
        OSError: one cannot be moved.
    """
    told = [f"{'' if there else '+'}{name}" for name, there in before.items()]
    told += [f"+{each}/" for each in _lacking(folder, before)]
    (part / NEEDED).write_bytes(os.fsencode("\0".join(told)))
    try:
        for name, there in before.items():
            _put(part / _NEW / name, folder / name, part / _OLD / name if there else None)
        (part / NEEDED).unlink()
    except OSError:
        _move_back(folder, part, told)
        raise


def _put(made: Path, place: Path, old: Path | None) -> None:
    """Put a file in its place, where one was made, and what stands there aside as ``old``."""
    if place.parent.is_symlink():
        place.parent.unlink()
    place.parent.mkdir(parents=True, exist_ok=True)
    if made.exists():
        keep_rights(made, place)
    if old:
        old.parent.mkdir(parents=True, exist_ok=True)
        _keep(place, old)
    if made.exists():
        made.replace(place)
    elif old:
        place.unlink(missing_ok=True)


def _keep(place: Path, old: Path) -> None:
    """Give a file another name too, so that it has its own until another takes its place in one step."""
    try:
        os.link(place, old, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a disk without links
        place.rename(old)


def _lacking(folder: Path, names: Iterable[str]) -> list[str]:
    """Return the folders in which files are to lie and that are not there yet, the innermost first."""
    above = {each for name in names for each in PurePosixPath(name).parents}
    lacking = (each for each in above if not (folder / each).exists())
    return [str(each) for each in sorted(lacking, key=lambda each: -len(each.parts))]


def _stands(place: Path, replace: bool) -> bool:
    """Say whether a file, or a link, stands in a place.

    Raises:
        OSError: it may not be replaced; a device, a pipe or a folder never may.
    """
    try:
        mode = place.lstat().st_mode
    except FileNotFoundError:
        return False
    if not (replace and (S_ISREG(mode) or S_ISLNK(mode))):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
    return True


def _move_back(folder: Path, part: Path, names: Iterable[str]) -> None:
    """Undo what of the moving was done; what is new has a ``+`` before it, a folder a ``/`` behind it."""
    for each in names:
        name = each.removeprefix("+")
        if name.endswith("/"):
            with suppress(OSError):  # it was not made yet, or somebody has put something there
                (folder / name).rmdir()
        elif (part / _OLD / name).is_symlink() or (part / _OLD / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (part / _OLD / name).replace(folder / name)
        elif each.startswith("+") and not (part / _NEW / name).exists():
            (folder / name).unlink(missing_ok=True)
    (part / NEEDED).unlink()
