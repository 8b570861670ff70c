"""Everything that a run can see of a data folder, as one digest.

Whatever is read counts by its bytes, whatever is merely looked at by its name and kind: so that the same
digest means the same answer. It looks at the same names as ``reading/folder.py``, and at no fewer.
"""

import hashlib
import os
import stat
from operator import attrgetter
from typing import NamedTuple

from kehoach.model import file_names
from kehoach.reading.folder_place import MAX_BYTES, MOST_ASIDE

_ATTRIBUTES = ".gitattributes"  # git reads them where it is asked what a file should look like
_NAME = attrgetter("name")
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Survey(NamedTuple):
    """What a folder holds, and when it was last touched.

    Two equal ``content`` hold the same. Where ``moment`` is equal too, in one run of the program,
    nothing was altered in between, not even and back again.
    """

    content: bytes
    moment: int


class _Unsteady(Exception):  # noqa: N818 - it is passed on to nobody
    """A folder is a link, which could lead elsewhere unseen; or a file is being written just now."""


def survey(root: str) -> Survey | None:
    """Return the digests of a data folder; ``None`` where they would not say everything."""
    look = _Look()
    try:
        look.into(root, "")
    except (_Unsteady, OSError):
        return None
    place = os.path.realpath(root).encode("utf-8", "surrogateescape")
    look.content.update(b"%d %s" % (len(place), place))
    return Survey(look.content.digest(), look.moment)


class _Look:
    """One walk through a folder."""

    def __init__(self) -> None:
        self.content = hashlib.sha256()
        self.moment = 0
        self._aside = 0

    def into(self, folder: str, name: str) -> None:
        """Look at all that a folder holds, in order; hidden folders are not looked into.

        Raises:
            _Unsteady: what is there is not all that could be seen.
        """
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=_NAME)
        except OSError as error:
            self._say(name, f"? {error.errno}")
            return
        beside = bool(name) and name.partition("/")[0] != file_names.SUBMISSIONS
        above = f"{name}/" if name else ""
        for entry in entries:
            looked_at = not beside or self._aside < MOST_ASIDE
            if entry.is_dir():
                self._folder(entry, above + entry.name, goes_in=looked_at)
            elif looked_at:
                self._aside += beside
                self._file(entry, above + entry.name)

    def _folder(self, entry: os.DirEntry[str], name: str, *, goes_in: bool) -> None:
        if entry.is_symlink():
            raise _Unsteady
        self._say(name, "/")
        if goes_in and entry.name[0] != ".":
            self.into(entry.path, name)

    def _file(self, entry: os.DirEntry[str], name: str) -> None:
        if entry.is_symlink():
            self._say(name, f"-> {os.path.realpath(entry.path)}")
        if file_names.is_yaml(entry.name) or entry.name == _ATTRIBUTES:
            self._read(entry.path, name)
        else:
            self._say(name, "file" if entry.is_file() else "other")

    def _read(self, path: str, name: str) -> None:
        """Take in a file's bytes, or why it cannot be read."""
        try:
            file = os.open(path, _OPEN)
        except OSError as error:
            self._say(name, f"? {error.errno}")
            return
        try:
            self._take(file, name)
        except OSError as error:
            self._say(name, f"? {error.errno}")
        finally:
            os.close(file)

    def _take(self, file: int, name: str) -> None:
        about = os.fstat(file)
        if not stat.S_ISREG(about.st_mode):
            self._say(name, "other")
            return
        seen = about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns
        self.moment = hash((self.moment, seen))
        if about.st_size > MAX_BYTES:
            self._say(name, "large")
            return
        raw = os.read(file, about.st_size + 1)
        if len(raw) != about.st_size:
            raise _Unsteady
        self._say(name, f"= {len(raw)}", raw)

    def _say(self, name: str, kind: str, raw: bytes = b"") -> None:
        said = f"{name} {kind}".encode("utf-8", "surrogateescape")
        self.content.update(b"%d %s\n%s" % (len(said), said, raw))
