"""Seats on a cluster of Dask: a thread of a worker each, on whatever machine it runs.

Dask itself hands a repository on to another worker where one dies; what kills several in turn is
given up, and told. A worker that hangs is restarted by its nanny.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from distributed import Client, Future, KilledWorker

from kehoach import __version__
from kehoach.portfolio.judging import UNEXPECTED, judge
from kehoach.portfolio.outcome import Outcome, Task
from kehoach.portfolio.seats import DIED, TOO_LONG
from kehoach.words import Text

_SECONDS = 20
_UNREACHED = Text(
    "không nối được tới cụm {address}: {told}", "cannot reach the cluster {address}: {told}"
)
_EMPTY = Text("cụm {address} không có tiến trình nào", "the cluster {address} has no workers")
_OTHER = Text(
    "cụm chạy kehoach {there}, ở đây là {here}", "the cluster runs kehoach {there}, this is {here}"
)


class NoCluster(Exception):  # noqa: N818 - it is not there, or nobody works on it
    """There is no cluster to work on; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class ClusterSeat:
    """A thread of some worker."""

    def __init__(self, client: Client, seconds: float) -> None:
        self._client = client
        self._seconds = seconds

    def judge(self, task: Task) -> Outcome:
        """Return what became of a repository on the cluster."""
        future = self._client.submit(judge, task, pure=False)
        try:
            outcome: Outcome = future.result(self._seconds)
        except TimeoutError:
            self._give_up(future)
            return Outcome(why=TOO_LONG.filled(seconds=f"{self._seconds:g}"))
        except KilledWorker:
            return Outcome(why=DIED)
        except Exception as error:  # noqa: BLE001 - the cluster's own, told in the result's place
            return Outcome(why=UNEXPECTED.filled(told=f"{type(error).__name__}: {error}"))
        return _of_this_version(outcome)

    def close(self) -> None:
        """Do nothing: the client ends what it asked for."""

    def _give_up(self, future: Future) -> None:
        """Have the worker restarted that does not end; one without a nanny stays as it is."""
        found = [worker for worker, keys in self._client.processing().items() if future.key in keys]
        future.cancel()
        with suppress(Exception):
            self._client.restart_workers(found, timeout=_SECONDS)


@contextmanager
def cluster_seats(address: str, seconds: float) -> Iterator[list[ClusterSeat]]:
    """Give a seat for each thread of a cluster's workers.

    Raises:
        NoCluster: it cannot be reached, or has no workers.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it speaks of versions and ports, on the user's terminal
        try:
            client = Client(address, timeout=_SECONDS, set_as_default=False)
        except Exception as error:  # noqa: BLE001 - whatever Dask makes of an address
            raise NoCluster(_UNREACHED.filled(address=address, told=error)) from None
        with client:
            threads = sum(client.nthreads().values())
            if not threads:
                raise NoCluster(_EMPTY.filled(address=address))
            yield [ClusterSeat(client, seconds) for _ in range(threads)]


def _of_this_version(outcome: Outcome) -> Outcome:
    """Return the outcome, but not one that another version of the program made."""
    there = outcome.result and outcome.result["tool"]["version"]
    if there in (None, __version__):
        return outcome
    return Outcome(why=_OTHER.filled(there=there, here=__version__))
