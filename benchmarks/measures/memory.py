"""The peak memory of a process and all its descendants, sampled while they run (Linux only)."""

import threading
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

MIB = 1 << 20
EVERY = 0.03  # seconds between two looks, or more:
SHARE = 30  # of so many moments at most one is spent on looking
PROC = Path("/proc")


class PeakOfFamily:
    """Look at a process and its descendants until told to stop; keep the largest sum.

    Proportional set sizes are added up (``Pss`` of ``smaps_rollup``), in which a page that forked
    processes share counts once.
    """

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.mebibytes = 0.0

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Stop looking."""
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        pause = EVERY
        while not self._done.wait(pause):
            begun = perf_counter()
            together = sum(map(_proportional, _family(self._pid))) / MIB
            self.mebibytes = max(self.mebibytes, together)
            pause = max(EVERY, SHARE * (perf_counter() - begun))


def _family(pid: int) -> list[int]:
    found = [pid]
    for each in found:  # grows while it is walked
        try:
            text = (PROC / f"{each}/task/{each}/children").read_text()
        except OSError:  # it has ended, or this system has no such files
            continue
        found.extend(map(int, text.split()))
    return found


def _proportional(pid: int) -> int:
    """Return bytes, 0 for a process that has ended."""
    try:
        lines = (PROC / f"{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
