"""What is printed, put down piece by piece as it is printed."""

import io
import sys
from collections.abc import Iterable
from typing import Any, NamedTuple

MOST = 32_000_000
"""The bytes of an answer that is put down; of a larger one nothing is."""
STREAMS = ("stdout", "stderr")


class PrintedPiece(NamedTuple):
    """What was printed at once, and on which stream."""

    stream: str
    content: bytes


class Transcript:
    """Everything printed from now on, until ``ended``; nothing of what could not be printed whole."""

    def __init__(self) -> None:
        self._pieces: list[PrintedPiece] | None = []
        self._size = 0
        self._streams = {name: getattr(sys, name) for name in STREAMS}
        for name, stream in self._streams.items():
            setattr(sys, name, _heard(stream, name, self))

    def hear(self, piece: PrintedPiece) -> None:
        """Put a piece down."""
        self._size += len(piece.content)
        if self._size > MOST:
            self.fail()
        elif self._pieces is not None:
            self._pieces.append(piece)

    def fail(self) -> None:
        """Forget everything: some of it was not printed, or it is too much."""
        self._pieces = None

    def ended(self) -> list[PrintedPiece] | None:
        """Leave the streams as they were and return what was printed, if that is all of it.

        Where a stream takes no more it is left, to tell so where it is flushed at the very end.
        """
        for name in STREAMS:
            try:
                getattr(sys, name).flush()
            except OSError:
                return None
        for name, stream in self._streams.items():
            setattr(sys, name, stream)
        return self._pieces


def printed_again(pieces: Iterable[PrintedPiece]) -> None:
    """Print what was put down, piece by piece as it was printed then."""
    for piece in pieces:
        stream = getattr(sys, piece.stream)
        stream.flush()
        stream.buffer.write(piece.content)
        stream.buffer.flush()


class _Heard(io.RawIOBase):
    """The end of a stream, where nothing waits any more; what it takes is put down."""

    def __init__(self, end: Any, name: str, transcript: Transcript) -> None:
        super().__init__()
        self._end, self._name, self._transcript = end, name, transcript

    def write(self, content: Any, /) -> int | None:
        """Write, and put down what was taken."""
        try:
            taken: int | None = self._end.write(content)
        except OSError:
            self._transcript.fail()
            raise
        self._transcript.hear(PrintedPiece(self._name, bytes(content[: taken or 0])))
        return taken

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return bool(self._end.isatty())

    def fileno(self) -> int:
        return int(self._end.fileno())


def _heard(stream: io.TextIOWrapper, name: str, transcript: Transcript) -> io.TextIOWrapper:
    """Return a stream like this one, of which everything is put down."""
    stream.flush()
    end = getattr(stream.buffer, "raw", stream.buffer)
    ear: Any = _Heard(end, name, transcript)
    return io.TextIOWrapper(
        io.BufferedWriter(ear),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
    )
