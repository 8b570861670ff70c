"""A folder of things kept by key: a file each, put there whole or not at all, the oldest going first.

A file holds a digest of its key and content before the content: what a crash, a full disk or a hand has
altered is not taken. Two runs may put and take at once: a file is replaced in one step. That nothing can
be kept is nobody's mistake: the run goes on as if there were no shelf.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kehoach.reading.cache.cache_place import is_private, made_private

MOST_BYTES = 256_000_000
_LEFT = 0.75  # of that, once it is too much: not to clean up again at the next run
_DAY, _HOUR = 86_400, 3_600  # seconds
_DIGEST = 32
_HALF_WRITTEN = ".part"


class Kept(NamedTuple):
    """A thing on the shelf: its file, of which kind it is, its size in bytes, when it was last used."""

    path: str
    kind: str
    size: int
    used: float


class Shelf(NamedTuple):
    """A folder that its user alone can write to; ``stamp`` names the program that keeps things there."""

    folder: Path
    stamp: str
    most: int = MOST_BYTES

    def take(self, kind: str, key: str) -> bytes | None:
        """Return what was put under a key; nothing where it is not there, or not as it was put."""
        path = self._path(kind, key)
        if not is_private(self.folder):
            return None
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs more than the reading itself
                raw = file.read(self.most)
        except OSError:
            return None
        content = raw[_DIGEST:]
        if raw[:_DIGEST] != self._seal(kind, key, content):
            return None
        with suppress(OSError):
            os.utime(path)
        return content

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Keep something under a key, in the place of what was there."""
        path = self._path(kind, key)
        half = f"{path}.{os.getpid()}{_HALF_WRITTEN}"
        if len(content) > self.most // 8 or not made_private(self.folder):
            return
        try:
            with open(half, "xb") as file:  # noqa: PTH123 - the same
                file.write(self._seal(kind, key, content) + content)
            os.replace(half, path)  # noqa: PTH105 - the same
        except OSError:
            with suppress(OSError):
                os.unlink(half)  # noqa: PTH108 - the same

    def _path(self, kind: str, key: str) -> str:
        return f"{self.folder}{os.sep}{self.stamp}-{key}.{kind}"

    def _seal(self, kind: str, key: str, content: bytes) -> bytes:
        """Return the digest that stands before a content: of it, and of what it was put there as."""
        return hashlib.sha256(f"{self.stamp}-{key}.{kind}\n".encode() + content).digest()

    def clean(self) -> None:
        """Drop what other versions and broken runs have left, and what was used longest ago."""
        from kehoach.reading.clock import now  # noqa: PLC0415 - where something was kept

        moment = now().timestamp()
        there = sorted(kept_in(self.folder), key=lambda each: -each.used)
        room = self.most
        if sum(each.size for each in there) > room:
            room = int(room * _LEFT)
        for each in there:
            room -= each.size
            if room < 0 or self._is_left(each, moment):
                with suppress(OSError):
                    os.unlink(each.path)  # noqa: PTH108 - the same

    def _is_left(self, each: Kept, moment: float) -> bool:
        """Say whether nobody will ask for a thing any more; two versions may be in use side by side."""
        age = abs(moment - each.used)  # a clock that was set back is no reason to keep things
        if each.kind == _HALF_WRITTEN[1:]:
            return age > _HOUR
        return age > _DAY and not os.path.basename(each.path).startswith(f"{self.stamp}-")  # noqa: PTH119


def kept_in(folder: Path) -> Iterator[Kept]:
    """Yield what is kept in a folder; what else lies there is nobody's business."""
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            stem, _, kind = entry.name.rpartition(".")
            if stem[16:17] == "-" and entry.is_file(follow_symlinks=False):
                about = entry.stat(follow_symlinks=False)
                yield Kept(entry.path, kind, about.st_size, about.st_mtime)


def clear(folder: Path) -> tuple[Kept, ...]:
    """Delete what is kept in a folder; return what could not be deleted."""
    left = []
    for each in tuple(kept_in(folder)):
        try:
            Path(each.path).unlink(missing_ok=True)
        except OSError:
            left.append(each)
    return tuple(left)
