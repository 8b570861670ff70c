"""The data folder: where it is, which files it holds, and their bytes, each read once."""

import os
import stat
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from kehoach.diagnostics import Finding, Place
from kehoach.model import file_names
from kehoach.reading.blob_ids import blob_ids
from kehoach.reading.cache.kept_contents import Contents, KeptContents
from kehoach.reading.folder_place import MAX_BYTES, MOST_ASIDE, folder_place
from kehoach.reading.yaml_files.yaml_rules import UNREADABLE
from kehoach.reading.yaml_files.yaml_text import Refused, decode
from kehoach.words import Text, captions
from kehoach.words.system_reasons import system_reason

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would alter line ends
_MOST_AT_ONCE = 1 << 16
_MOST_FOLDERS = 20
_OUTSIDE = Text("liên kết ra ngoài thư mục dữ liệu", "it links out of the data folder")
_LINKED = Text("thư mục là một liên kết", "the folder is a link")
_DEEP = Text(f"thư mục lồng quá {_MOST_FOLDERS} tầng", f"folders nested over {_MOST_FOLDERS} deep")
Owners = Callable[[str | None], bool]
"""Says of which folders below ``submissions/`` the files are asked for; ``None``: files in no folder."""
_CHANGED = Text(
    "tệp {file} bị sửa trong lúc chương trình đang đọc; hãy chạy lại",
    "{file} was changed while it was being read; run again",
)
_LARGE = Text(f"lớn hơn {MAX_BYTES // 1_000_000} MB", f"larger than {MAX_BYTES // 1_000_000} MB")


def everybody(_: str | None) -> bool:
    """Ask for the files of all folders."""
    return True


class ChangedMeanwhile(Exception):  # noqa: N818 - somebody writes, the program is not wrong
    """A file is no longer what was read of it: what is said of the one would be shown in the other."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.text = _CHANGED.filled(file=name)


class Folder(ABC):
    """Plans, a registry and submissions; files are named relative to the folder.

    ``blobs`` holds git's ids for what has been taken so far, by file: what is said of a file later rests on
    the same bytes, and their text need not be kept for it. ``kept`` is what files said in earlier runs.
    """

    root: Path
    blobs: dict[str, tuple[str, ...]]
    kept: KeptContents | None = None

    def contents(self, *folders: str | None) -> AbstractContextManager[Contents]:
        """Return how the files below ``submissions/`` in some folders are read, while they are."""
        return self.kept.of(*folders) if self.kept else nullcontext(Contents())

    @abstractmethod
    def names(self) -> list[str]:
        """Return the names of the files that lie in the folder itself, in order."""

    @abstractmethod
    def submissions(self, owners: Owners = everybody) -> Iterator[str | Refused]:
        """Yield the names of the files below ``submissions/``, in order; hidden folders are not read.

        In the place of a folder that is not looked into stands the reason.
        """

    @abstractmethod
    def exists(self, name: str) -> bool:
        """Say whether there is anything of that name, readable or not."""

    @abstractmethod
    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            Refused: it cannot be read, is too large, is no regular file, or lies elsewhere.
        """

    def take(self, name: str) -> bytes:
        """Return the bytes of a file, and keep git's ids for them.

        Raises:
            Refused: as ``read``.
        """
        raw = self.read(name)
        self.blobs[name] = blob_ids(raw)
        return raw

    def again(self, name: str) -> bytes:
        """Return the bytes of a file that was taken, read anew.

        Raises:
            ChangedMeanwhile: they are others now.
        """
        try:
            raw = self.read(name)
        except Refused:
            raise ChangedMeanwhile(name) from None
        if blob_ids(raw) != self.blobs[name]:
            raise ChangedMeanwhile(name)
        return raw

    def text(self, name: str) -> str:
        """Return the text of a file that was taken; empty where it was not, or is none.

        Raises:
            ChangedMeanwhile: it is another now.
        """
        try:
            return decode(self.again(name), name) if name in self.blobs else ""
        except Refused:
            return ""

    def ids(self, name: str, like: str) -> tuple[str, ...]:
        """Return git's ids for a file that was taken, with its own line ends and with git's.

        ``like`` is any id of the repository. There are none for a file that was not taken.

        Raises:
            ChangedMeanwhile: it had to be read anew, and is another now.
        """
        if name not in self.blobs or len(like) == len(self.blobs[name][0]):
            return self.blobs.get(name, ())
        return blob_ids(self.again(name), like)

    def plans(self) -> tuple[str, ...]:
        """Return the names of the plan files, in order."""
        return tuple(name for name in self.names() if file_names.is_plan(name))

    @abstractmethod
    def aside(self) -> Iterator[str]:
        """Yield the names of files in folders beside ``submissions/``, up to a bound."""


@dataclass(frozen=True)
class DataFolder(Folder):
    """A folder on the disk."""

    root: Path
    blobs: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    kept: KeptContents | None = field(default=None, compare=False, repr=False)

    def names(self) -> list[str]:
        """Return the names of what lies in the folder itself, in order."""
        return sorted(entry.name for entry in self.root.iterdir())

    def submissions(self, owners: Owners = everybody) -> Iterator[str | Refused]:
        """Yield the names of the files below ``submissions/``; links to folders are refused.

        A disk that does not tell capitals apart opens ``Submissions`` too; git, and others, do not.
        """
        if file_names.SUBMISSIONS in self.names():
            yield from self._below(file_names.SUBMISSIONS, owners)

    def aside(self) -> Iterator[str]:
        """Yield the names of files in folders beside ``submissions/``, up to a bound."""
        found = (name for each in self._folders_aside() for name in self._below(each))
        yield from (name for name in islice(found, MOST_ASIDE) if isinstance(name, str))

    def _folders_aside(self) -> Iterator[str]:
        """Yield the folders in this one that are not read; where case matters not, by any case."""
        names, read = self.names(), file_names.SUBMISSIONS
        same = str.casefold if read not in names and self.exists(read) else str
        for name in names:
            if same(name) != read and name[0] != "." and (self.root / name).is_dir():
                yield name

    def _below(self, name: str, owners: Owners = everybody) -> Iterator[str | Refused]:
        """Yield the files below a folder; ``owners`` asks for those in some of the folders in it."""
        try:
            entries = self._entries(name)
        except Refused as refused:
            yield refused
            return
        for entry in entries:
            inside = f"{name}/{entry.name}"
            linked = entry.is_symlink() and (self.root / inside).is_dir()
            if linked or entry.is_dir(follow_symlinks=False):
                if owners(entry.name):
                    yield from self._below(inside)
            elif owners(None):
                yield inside

    def _entries(self, name: str) -> list[os.DirEntry[str]]:
        """Return what a folder below this one holds, in order; hidden folders are not read.

        Raises:
            Refused: it is a link, lies too deep, or cannot be listed.
        """
        folder = self.root / name
        if folder.is_symlink():
            raise _refused(name, _LINKED)
        if name.count("/") > _MOST_FOLDERS:
            raise _refused(name, _DEEP)
        try:
            with os.scandir(folder) as found:
                shown = [entry for entry in found if entry.name[0] != "." or not entry.is_dir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _refused(name, system_reason(error)) from None
        return sorted(shown, key=lambda entry: entry.name)

    def exists(self, name: str) -> bool:
        """Say whether there is anything of that name, readable or not."""
        path = self.root / name
        return path.exists() or path.is_symlink()

    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            Refused: it cannot be read, is too large, is no regular file, or lies elsewhere.
        """
        path = f"{self._at}/{name}"
        try:
            if os.path.islink(path):  # noqa: PTH114 - pathlib costs more than the reading itself
                self._check_link(name)
            # Not to wait for ever for somebody to write into a named pipe.
            file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
            try:
                return _content(file, name)
            finally:
                os.close(file)
        except OSError as error:
            raise _refused(name, system_reason(error)) from None

    @cached_property
    def _at(self) -> str:
        return str(self.root)

    def _check_link(self, name: str) -> None:
        """Pass a link that leads to somewhere within the folder, or, as reading it will tell, nowhere.

        Raises:
            Refused: it leads out of the folder.
        """
        place = Path(
            os.path.realpath(self.root / name)
        )  # no Python makes an error of a loop of links
        if not place.is_relative_to(os.path.realpath(self.root)):
            raise _refused(name, _OUTSIDE)


def _content(file: int, name: str) -> bytes:
    """Return the bytes of an open file.

    Raises:
        Refused: it is no regular file, or too large.
    """
    about = os.fstat(file)
    if not stat.S_ISREG(about.st_mode):
        raise _refused(name, captions.NO_REGULAR_FILE)
    if about.st_size > MAX_BYTES:
        raise _refused(name, _LARGE)
    content = os.read(file, about.st_size + 1)  # one call, and no more memory than the file has
    if len(content) == about.st_size:
        return content
    parts = [content]  # it grows or shrinks while it is read, or does not know its own size
    while part := os.read(file, _MOST_AT_ONCE):
        parts.append(part)
    return b"".join(parts)


def _refused(name: str, reason: Text) -> Refused:
    return Refused(Finding(UNREADABLE, Place.whole(name), {"reason": reason}))


def find_data_folder(given: Path | None, here: Path) -> DataFolder:
    """Return the folder given, or the nearest ``data/`` or folder of plans upward from ``here``.

    Raises:
        NoDataFolder: the folder given is none, or there is none upward.
    """
    return DataFolder(folder_place(given, here))
