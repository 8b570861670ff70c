"""The members of a portfolio judged: here, in processes of this machine, or on a cluster."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kehoach.portfolio.members import Member
from kehoach.portfolio.outcome import Outcome, Task
from kehoach.portfolio.seats import Seat, judge_all
from kehoach.portfolio.small_results import read_result
from kehoach.words import Lang


class Judging(NamedTuple):
    """How members are judged: as of the end of which day, in which language, by whom.

    ``jobs`` is the number of processes, unless a cluster's ``scheduler`` is named; each member has so
    many ``seconds``.
    """

    as_of: date
    lang: Lang
    jobs: int
    seconds: float
    scheduler: str | None = None


def outcomes(members: Sequence[Member], how: Judging) -> list[Outcome]:
    """Return what became of each member, in their order: the same for any number of workers.

    Raises:
        NoCluster: the cluster cannot be reached, or has no workers.
    """
    tasks = [
        Task(each.source, each.revision, how.as_of, how.lang) for each in members if not each.judged
    ]
    with _seats(how, len(tasks)) as seats:
        found = iter(judge_all(tasks, seats) if tasks else ())
    return [read_result(Path(each.source)) if each.judged else next(found) for each in members]


@contextmanager
def _seats(how: Judging, most: int) -> Iterator[Sequence[Seat]]:
    """Give the seats; no more of this machine's than there are repositories to judge."""
    if not most:
        yield ()
    elif how.scheduler:
        from kehoach.portfolio.cluster_seats import cluster_seats  # noqa: PLC0415 - with Dask

        with cluster_seats(how.scheduler, how.seconds) as seats:
            yield seats
    else:
        from kehoach.portfolio.local_seats import LocalSeat  # noqa: PLC0415 - with multiprocessing

        with TemporaryDirectory(prefix="kehoach-") as room:
            yield [LocalSeat(how.seconds, Path(room)) for _ in range(min(how.jobs, most))]
