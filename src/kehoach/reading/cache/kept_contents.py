"""What the files of agencies say, kept as text by their bytes: so that only new ones are read as YAML.

Kept is what YAML made of a file, text and nothing else, in JSON. It is validated again each time: whoever
could put something false there could not make a file say what no file may say. Only files without any
mistake are kept, and each under SHA-256 of its bytes. One file of the shelf holds those of a folder.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pydantic_core import PydanticSerializationError, to_json

from kehoach.model.submissions import Submission
from kehoach.reading.cache.shelf import Shelf
from kehoach.reading.file_reading import FileReading, submission_from, submission_in

KIND = "contents"
_MOST = (
    64_000_000  # bytes that one run keeps, or takes: what a shelf has no room for costs time alone
)
_MOST_TOGETHER = 16_000_000  # bytes in one file of the shelf
_MORE = 2  # times as many as are used are kept, for whoever goes from one branch to another
_KEY = 32


class Contents:
    """How submissions are read where nothing is kept of them."""

    def reading(self, raw: bytes, name: str = "") -> FileReading[Submission]:
        """Return what an agency says in a file."""
        return submission_in(raw, name)


class _Kept(Contents):
    """The contents of some files, by the digest of their bytes; what is new is added."""

    def __init__(self, kept: dict[bytes, bytes]) -> None:
        self._kept = kept
        self._used: dict[bytes, bytes] = {}
        self._room = _MOST_TOGETHER
        self.fresh = False

    def reading(self, raw: bytes, name: str = "") -> FileReading[Submission]:
        digest = hashlib.sha256(raw).hexdigest().encode()
        if (text := self._kept.get(digest)) is not None and (content := submission_from(text)):
            self._use(digest, text)
            return FileReading(content, [])
        read = submission_in(raw, name)
        if read.content is not None and read.data is not None and not read.findings:
            with suppress(PydanticSerializationError):  # half a sign, which no text can hold
                self.fresh |= self._use(digest, to_json(read.data))
        return read

    def _use(self, digest: bytes, text: bytes) -> bool:
        """Keep a content, if there is room."""
        if len(text) > self._room:
            return False
        self._room -= len(text)
        self._used[digest] = text
        return True

    def lines(self) -> bytes:
        """Return a line for each content: those that were used, and some of the others."""
        kept = [*(self._used | self._kept).items()]
        return b"".join(b"%s %s\n" % each for each in kept[: _MORE * len(self._used)])


class KeptContents:
    """The contents of one data folder, ``place``, that stand on a shelf."""

    def __init__(self, shelf: Shelf, place: str) -> None:
        self.shelf = shelf
        self._place = place
        self._room = _MOST

    @contextmanager
    def of(self, *names: str | None) -> Iterator[Contents]:
        """Return what is kept of some folders; in the end what is new is kept too."""
        told = repr((self._place, names)).encode()
        key = hashlib.sha256(told).hexdigest()[:_KEY]
        raw = self.shelf.take(KIND, key) or b"" if self._room > 0 else b""
        contents = _Kept(dict(_lines(raw)))
        yield contents
        lines = contents.lines()
        self._room -= len(lines)
        if contents.fresh and self._room > 0:
            self.shelf.put(KIND, key, lines)


def _lines(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    for line in raw.split(b"\n")[:-1]:
        digest, _, text = line.partition(b" ")
        yield digest, text
