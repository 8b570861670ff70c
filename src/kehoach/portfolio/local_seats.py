"""Seats on this machine: a process each, so that one that dies or hangs takes no other with it.

A pool with several processes would not tell which repository killed its worker, and ends them all;
so each seat is a pool of one. Processes are begun anew rather than forked: that is the same on every
system, and a fork of a process with threads may never come back.
"""

import gc
import os
import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from kehoach.portfolio.judging import judge
from kehoach.portfolio.outcome import Outcome, Task
from kehoach.portfolio.seats import DIED, TOO_LONG
from kehoach.reading.repositories.git import stay_in_group
from kehoach.stopping import SIGNALS


class LocalSeat:
    """A process that judges one repository after the other; a new one where it had to be ended."""

    def __init__(self, seconds: float, room: Path) -> None:
        self._seconds = seconds
        self._room = room
        self._pool: ProcessPoolExecutor | None = None
        self._process = 0
        self._closed = False

    def judge(self, task: Task) -> Outcome:
        """Return what became of a repository in that process."""
        try:
            return self._begun().submit(judge_alone, task).result(self._seconds)
        except TimeoutError:
            self._end()
            return Outcome(why=TOO_LONG.filled(seconds=f"{self._seconds:g}"))
        except BrokenProcessPool:
            self._end()
            return Outcome(why=DIED, again=not self._closed)

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._closed = True
        self._end()

    def _begun(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # A Python that is begun by words (-c) looks for modules first in the folder one stands in.
            os.environ["PYTHONSAFEPATH"] = "1"
            self._pool = ProcessPoolExecutor(
                1, get_context("spawn"), initializer=begin, initargs=(str(self._room),)
            )
            with _undisturbed():
                self._process = self._pool.submit(os.getpid).result()
        return self._pool

    def _end(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            if self._process:
                _kill(self._process)
            pool.shutdown(wait=True, cancel_futures=True)
        self._process = 0


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have a process begun that no interrupt from the keyboard reaches: it would tell of it at length."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(
        signal.SIG_BLOCK, {signal.SIGINT}
    )  # whoever is begun inherits it
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin(room: str) -> None:
    """Make ready a process that is about to judge: it says nothing, and leaves nothing behind.

    What an interrupt from the keyboard ends is the program; it ends its processes itself.
    """
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN if each == signal.SIGINT else signal.SIG_DFL)
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # so that a git it has called ends with it
        stay_in_group()
    Thread(target=_end_with_parent, daemon=True).start()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    tempfile.tempdir = room
    gc.disable()  # as the program itself: while files are loaded it costs a quarter of the time


def _end_with_parent() -> None:
    """End this process once the program has gone, whatever became of it."""
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _kill(process: int) -> None:
    """End a process and what it has called; it may have ended by itself."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process, signal.SIGKILL)
        else:
            os.kill(process, signal.SIGTERM)


def judge_alone(task: Task) -> Outcome:
    """Return the outcome of judging, and let go of all that it took: the next one needs the room."""
    outcome = judge(task)
    gc.collect()
    return outcome
