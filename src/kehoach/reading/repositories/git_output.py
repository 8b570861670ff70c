"""What git prints while other things are done."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL
from typing import IO

from kehoach.reading.repositories.git import GitProcess, cut_short, fault
from kehoach.reading.repositories.git_settings import environment

_NOTHING_FOUND = 1  # how `git config --get` ends where there is no such setting
_PART = 1 << 20  # bytes that are looked at together; a view can begin at no other places


def _file() -> IO[bytes]:
    """Return a new file of nobody's, which is gone once it is closed."""
    from tempfile import TemporaryFile  # noqa: PLC0415 - it costs more than what it is not used for

    return TemporaryFile()


class Running:
    """A git that is at work while other things are done.

    It prints into a file, so that nobody need stand by to read, and so that a process that was forked
    meanwhile can read it too: each by a view of its own, since they share the place in the file.
    """

    def __init__(self, folder: Path, *words: str, asked: IO[bytes] | None = None) -> None:
        self._told, self._wrong = _file(), _file()
        self._starter = os.getpid()
        self._code: int | None = None
        self._git = GitProcess(
            folder, words, environment(), stdin=asked or DEVNULL, stdout=self._told,
            stderr=self._wrong,
        )  # fmt: skip

    def wait(self) -> None:
        """Wait until git has printed all; only the process that started it can.

        Raises:
            GitTrouble: it fails.
        """
        if code := self._ended():
            self._wrong.seek(0)
            raise fault(code, self._wrong.read())

    def says(self) -> bool:
        """Say whether git has printed anything; that it finds nothing is no failure.

        Raises:
            GitTrouble: it fails.
        """
        if self._ended() != _NOTHING_FOUND:
            self.wait()
        return os.fstat(self._told.fileno()).st_size > 0

    def _ended(self) -> int:
        """Return git's exit code; a process that did not start it is told 0 by the one that did."""
        if self._code is None:
            self._code = self._git.ended().returncode if os.getpid() == self._starter else 0
        return self._code

    def told(self) -> IO[bytes]:
        """Return the file of what git has printed, from its beginning.

        Raises:
            GitTrouble: it failed.
        """
        self.wait()
        self._told.seek(0)
        return self._told

    def printed(self) -> Iterator[bytes]:
        """Yield, in parts, what git has printed.

        Raises:
            GitTrouble: it failed.
        """
        from mmap import ACCESS_READ, mmap  # noqa: PLC0415 - as above

        self.wait()
        if not (size := os.fstat(self._told.fileno()).st_size):
            return
        for start in range(0, size, _PART):
            length = min(_PART, size - start)
            with mmap(self._told.fileno(), length, access=ACCESS_READ, offset=start) as view:
                yield view[:]

    def close(self) -> None:
        """Stop git where nobody has waited for it, and forget what it printed."""
        if os.getpid() == self._starter and self._code is None:
            self._git.stop()
        self._told.close()
        self._wrong.close()


@contextmanager
def printing(folder: Path, *words: str, given: bytes) -> Iterator[IO[bytes]]:
    """Hand out what git prints, once it has printed all of it.

    Raises:
        GitTrouble: it fails.
    """
    with _file() as asked:
        asked.write(given)
        asked.seek(0)
        git = Running(folder, *words, asked=asked)
        try:
            yield git.told()
        finally:
            git.close()


def tokens(parts: Iterator[bytes]) -> Iterator[str]:
    """Yield what ends in NULs, one after another; never is the whole of it held as text.

    Raises:
        GitTrouble: the last of them has no end.
    """
    rest = b""
    for part in parts:
        whole, end, rest = (rest + part).rpartition(b"\0")
        if end:
            yield from whole.decode("utf-8", "surrogateescape").split("\0")
    if rest:
        raise cut_short()
