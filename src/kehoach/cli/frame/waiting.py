"""A line on the terminal that says a long command is at work; nothing of it is left when it has ended.

It is drawn by a timer of the system and not by a thread: work is shared out by forking, which threads
would forbid. Where there is no such timer (Windows) nothing is drawn.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count

from kehoach.words import Lang, Text

_AFTER, _EVERY = 2.0, 0.25
_SIGNS = "|/-\\"
_CLEARED = "\r\x1b[K"
_AT_WORK = Text("đang tính … {seconds} giây", "at work … {seconds} s")


@contextmanager
def waiting(lang: Lang, after: float = _AFTER) -> Iterator[None]:
    """Say on the terminal that the program is at work, once it has been for ``after`` seconds."""
    if not _can_be_drawn():
        yield
        return
    turns = count()

    def draw(*_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, _EVERY, _EVERY)
        turn = next(turns)
        words = _AT_WORK.to(lang, seconds=int(after + turn * _EVERY))
        _write(f"{_CLEARED}{_SIGNS[turn % len(_SIGNS)]} {words}")

    before = signal.signal(signal.SIGALRM, draw)
    signal.setitimer(signal.ITIMER_REAL, after)
    try:
        yield
    finally:
        waited()
        signal.signal(signal.SIGALRM, before)


def waited() -> None:
    """Take the line away for good: something is about to be printed."""
    if _can_be_drawn():
        _, repeated = signal.setitimer(signal.ITIMER_REAL, 0)
        if repeated:  # only once it has been drawn
            _write(_CLEARED)


def _can_be_drawn() -> bool:
    return hasattr(signal, "setitimer") and sys.stderr is not None and sys.stderr.isatty()


def _write(words: str) -> None:
    """Write past the stream's own buffer: it may be busy where the timer interrupts."""
    with suppress(OSError):
        os.write(2, words.encode())
