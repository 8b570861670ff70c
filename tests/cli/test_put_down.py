"""What is printed is put down as it is printed, and nothing of what was not printed whole."""

import io
import sys
from typing import Any

import pytest

from kehoach.cli.frame import recording
from kehoach.cli.frame.recording import PrintedPiece, Transcript, printed_again

Patch = pytest.MonkeyPatch


class End(io.RawIOBase):
    """The end of a stream that takes so much at once, and then no more at all."""

    def __init__(self, at_once: int | None, most: int = 1_000) -> None:
        super().__init__()
        self.taken, self._at_once, self.most = b"", at_once, most

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True

    def fileno(self) -> int:
        """Return a number that no other has."""
        return 77

    def write(self, content: Any, /) -> int | None:
        """Take some of it, or refuse."""
        if len(self.taken) >= self.most:
            raise OSError
        piece = bytes(content)[: self._at_once]
        self.taken += piece
        return len(piece)


def _streams(patch: Patch, out: End) -> None:
    for name, end in (("stdout", out), ("stderr", End(None))):
        patch.setattr(sys, name, io.TextIOWrapper(io.BufferedWriter(end), encoding="utf-8"))


def test_what_goes_to_both_streams_is_put_down_in_its_order(monkeypatch: Patch) -> None:
    """Also what the system takes piece by piece; the streams are what they were for whoever asks."""
    _streams(monkeypatch, End(4))
    before = sys.stdout, sys.stderr
    transcript = Transcript()
    assert (sys.stdout.isatty(), sys.stdout.fileno()) == (True, 77)
    _say("stdout", "một\n")
    _say("stderr", "hai\n")
    pieces = transcript.ended()
    assert (sys.stdout, sys.stderr) == before
    assert pieces is not None
    assert [each.stream for each in pieces[-1:]] == ["stderr"]
    assert b"".join(each.content for each in pieces) == "một\nhai\n".encode()
    _streams(monkeypatch, again := End(None))
    printed_again(pieces)
    assert again.taken == "một\n".encode()


def _say(stream: str, words: str) -> None:
    getattr(sys, stream).write(words)
    getattr(sys, stream).flush()


@pytest.mark.parametrize("late", [False, True])
def test_of_what_is_not_taken_nothing_is_kept(monkeypatch: Patch, late: bool) -> None:
    """Told where it is printed, or where it is flushed at the very end."""
    _streams(monkeypatch, end := End(None, 0))
    transcript = Transcript()
    sys.stdout.write("một")
    if not late:
        with pytest.raises(OSError):  # noqa: PT011 - whatever the system says
            sys.stdout.flush()
    assert transcript.ended() is None
    end.most = 1_000  # what is left in the stream goes there when it is thrown away


def test_of_a_long_answer_nothing_is_kept(monkeypatch: Patch) -> None:
    monkeypatch.setattr(recording, "MOST", 5)
    _streams(monkeypatch, End(None))
    transcript = Transcript()
    for _ in range(3):
        _say("stdout", "một\n")
    assert transcript.ended() is None


def test_what_takes_nothing_just_now_is_asked_again(monkeypatch: Patch) -> None:
    """A pipe that does not block: None is no number of bytes."""
    end = End(None)
    monkeypatch.setattr(end, "write", lambda _: None)
    _streams(monkeypatch, end)
    transcript = Transcript()
    raw: Any = sys.stdout.buffer
    assert raw.raw.write(b"x") is None
    assert transcript.ended() == [PrintedPiece("stdout", b"")]
