"""Where repositories are judged: so many seats, each judging one after the other."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Protocol

from kehoach.portfolio.outcome import Outcome, Task
from kehoach.words import Text

TRIES = 3
"""How often a repository is tried whose worker died, or that could not be fetched."""

DIED = Text(
    "tiến trình bị kết thúc giữa chừng (bị dừng, hoặc hết bộ nhớ)",
    "its worker ended before it was done (killed, or out of memory)",
)
TOO_LONG = Text(
    "chưa xong sau {seconds} giây (--timeout)", "not done after {seconds} seconds (--timeout)"
)


class Seat(Protocol):
    """A place where one repository at a time is judged."""

    def judge(self, task: Task) -> Outcome:
        """Return what became of a repository; whatever goes wrong is an outcome."""

    def close(self) -> None:
        """End what is still at work."""


def judge_all(tasks: Iterable[Task], seats: Sequence[Seat]) -> list[Outcome]:
    """Return what became of each repository, in their order, whichever seat was free first.

    What can end otherwise is tried again, up to ``TRIES`` times in all.
    """
    free: SimpleQueue[Seat] = SimpleQueue()
    for seat in seats:
        free.put(seat)

    def seated(task: Task) -> Outcome:
        seat = free.get()
        try:
            return _tried(seat, task)
        finally:
            free.put(seat)

    with ThreadPoolExecutor(len(seats)) as threads:
        try:
            return list(threads.map(seated, tasks))
        finally:
            for seat in seats:  # when interrupted, nobody waits for what is still at work
                seat.close()


def _tried(seat: Seat, task: Task) -> Outcome:
    """Return the outcome of the first try that is final."""
    outcome = seat.judge(task)
    while outcome.again and outcome.tries < TRIES:
        outcome = seat.judge(task)._replace(tries=outcome.tries + 1)
    return outcome
