"""The data folder: where it is, which files it holds, and their bytes, each read once."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.diagnostics import Finding, Place
from kehoach.sources.yaml_rules import UNREADABLE
from kehoach.sources.yaml_text import Refused
from kehoach.texts import Text

MAX_BYTES = 5_000_000
_SUFFIXES = (".yaml", ".yml")
_REGULAR = Text("không phải tệp thường", "not a regular file")
_OUTSIDE = Text("liên kết ra ngoài thư mục dữ liệu", "it links out of the data folder")
_LARGE = Text(f"lớn hơn {MAX_BYTES // 1_000_000} MB", f"larger than {MAX_BYTES // 1_000_000} MB")


class NoDataFolder(Exception):  # noqa: N818 - it is the user's path that is wrong
    """There is no data folder where it was looked for."""


@dataclass(frozen=True)
class DataFolder:
    """A folder with plans, a registry and submissions; files are named relative to it."""

    root: Path
    texts: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def plans(self) -> tuple[str, ...]:
        """Return the names of the plan files, in order."""
        return tuple(
            name
            for name in sorted(entry.name for entry in self.root.iterdir())
            if name.startswith("plan_") and name.lower().endswith(_SUFFIXES)
        )

    def submissions(self) -> Iterator[str]:
        """Yield the names of all files below ``submissions/``, in order; hidden ones are not."""
        yield from self._below("submissions")

    def _below(self, name: str) -> Iterator[str]:
        folder = self.root / name
        if not folder.is_dir():
            return
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.startswith("."):
                    continue
                inside = f"{name}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    yield from self._below(inside)
                else:
                    yield inside

    def exists(self, name: str) -> bool:
        """Say whether there is a file of that name."""
        return (self.root / name).is_file()

    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            Refused: it cannot be read, is too large, is no regular file, or lies elsewhere.
        """
        path = self.root / name
        try:
            if path.is_symlink() and not path.resolve().is_relative_to(self.root.resolve()):
                raise _refused(name, _OUTSIDE)
            about = path.stat()
            if not stat.S_ISREG(about.st_mode):
                raise _refused(name, _REGULAR)
            if about.st_size > MAX_BYTES:
                raise _refused(name, _LARGE)
            return path.read_bytes()
        except OSError as error:
            raise _refused(name, error.strerror or type(error).__name__) from None


def _refused(name: str, reason: Text | str) -> Refused:
    return Refused(Finding(UNREADABLE, Place(name, (), (1, 1)), {"reason": reason}))


def find_data_folder(given: Path | None, here: Path) -> DataFolder:
    """Return the folder given, or the nearest ``data/`` or folder of plans upward from ``here``.

    Raises:
        NoDataFolder: the folder given is none, or there is none upward.
    """
    if given is not None:
        if not given.is_dir():
            raise NoDataFolder(str(given))
        below = given / "data"
        return DataFolder(below if not _has_plan(given) and _has_plan(below) else given)
    for folder in (here, *here.parents):
        for candidate in (folder, folder / "data"):
            if _has_plan(candidate):
                return DataFolder(candidate)
    raise NoDataFolder(str(here))


def _has_plan(folder: Path) -> bool:
    return folder.is_dir() and any(folder.glob("plan_*.y*ml"))
