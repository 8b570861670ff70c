"""Work in shares, a process each: the program forks, so that what has been read is there for all.

Every share ends in plain data in a file that nobody else can open; nothing of a child is believed
that did not end well. Where a process cannot be forked safely there is one share.
"""

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from tempfile import TemporaryFile
from typing import IO, Any, NoReturn, TypeVar

from kehoach.reading.repositories.git import stay_in_group
from kehoach.run.by_parts.reckoning import PartLost

P = TypeVar("P")
Work = Callable[[Sequence[P]], Iterator[Any]]
"""What is done for the parts of a share, one after another; plain data come of each."""


def processes(asked: int | None = None) -> int:
    """Return how many processes are to work at once: as many as asked for, else as there are cores.

    Where this one cannot safely be forked (Windows, macOS, among threads), it is one.
    """
    if not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        return 1
    return asked or machine_cores()


def machine_cores() -> int:
    """Return on how many cores this process may run; at least 1."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Child:
    """A process that does a share; ``told`` is the file for what comes of it."""

    def __init__(self, told: IO[bytes], pid: int) -> None:
        self._told = told
        self._pid = pid
        self._ended = False

    @classmethod
    def begun(cls, share: Sequence[P], work: "Work[P]") -> "_Child":
        """Return the process that does a share from now on.

        Raises:
            PartLost: the system gives no process, or no file.
        """
        try:
            with ExitStack() as held:
                told = held.enter_context(TemporaryFile())
                with _unsettled():
                    pid = os.fork()
                    if not pid:
                        _do(share, work, told)
                    with suppress(OSError):  # it has done so itself, and may have ended
                        os.setpgid(pid, pid)
                held.pop_all()  # it is closed when the share is over
        except OSError:
            raise PartLost from None
        return cls(told, pid)

    def result(self) -> list[Any]:
        """Return what came of the share, once it is over.

        Raises:
            PartLost: it did not come to its end.
        """
        _, status = os.waitpid(self._pid, 0)
        self._ended = True
        if status:
            raise PartLost
        self._told.seek(0)
        found: list[Any] = json.loads(self._told.read())
        return found

    def stop(self) -> None:
        """Leave no process behind, nor a git that it has called, nor its file."""
        if not self._ended:
            with suppress(ProcessLookupError):
                os.killpg(self._pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(self._pid, 0)
        self._told.close()


@contextmanager
def _unsettled() -> Iterator[None]:
    """Put all signals off until it is settled whose they are: the parent's, or a child's."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _do(share: Sequence[P], work: "Work[P]", told: IO[bytes]) -> NoReturn:
    """Do a share and leave: nothing of what this process inherited is flushed or tidied up.

    A signal ends it without a word: its parent ends it too, and speaks of it.
    """
    code = 1
    try:
        os.setpgid(0, 0)
        stay_in_group()
        for each in signal.valid_signals():
            if callable(signal.getsignal(each)):
                signal.signal(each, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, set())
        told.write(json.dumps(list(work(share))).encode())
        told.flush()
        code = 0
    finally:
        os._exit(code)  # whoever asked does it again where it went wrong, and tells of it


def in_shares(shares: Sequence[Sequence[P]], work: "Work[P]") -> Iterator[Any]:
    """Yield what comes of each part of each share; the first share is done here.

    Raises:
        PartLost: a share did not come to its end.
    """
    with _children(shares[1:], work) as children:
        yield from work(shares[0])
        for child in children:
            yield from child.result()


@contextmanager
def _children(shares: Iterable[Sequence[P]], work: "Work[P]") -> "Iterator[list[_Child]]":
    begun: list[_Child] = []
    try:
        begun.extend(_Child.begun(share, work) for share in shares)
        yield begun
    finally:
        for each in begun:
            each.stop()
