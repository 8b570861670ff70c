"""What the arrival log covers of the main line, and which of its lines do not hold."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from itertools import compress
from typing import NamedTuple

from kehoach.verdicts.evidence.arrival_log import Arrival, ArrivalLog
from kehoach.verdicts.evidence.commit import Commit


class LineFault(Enum):
    """Why a line of the log cannot be true, or says nothing."""

    AGAIN = "again"
    DISORDER = "disorder"
    BEFORE_PARENT = "before_parent"
    FUTURE = "future"
    GONE = "gone"


class Coverage(NamedTuple):
    """Commits of the main line since the log began that it lacks, newest first.

    ``skipped`` are followed by one that it lists, ``pending`` are not: they may be recorded yet.
    """

    skipped: tuple[Commit, ...]
    pending: tuple[Commit, ...]


def coverage(commits: Sequence[Commit], log: ArrivalLog) -> Coverage:
    """Return what the log lacks of the first parents of the checked-out commit."""
    recorded = False
    skipped: list[Commit] = []
    pending: list[Commit] = []
    open_ended: list[Commit] = []  # skipped, if the log reaches further down
    for commit in _since(commits, log):
        if commit.id in log.first:
            recorded = True
            skipped += open_ended
            open_ended = []
        else:
            (open_ended if recorded else pending).append(commit)
    known = log.since is not None and any(each.id == log.since.commit for each in commits)
    return Coverage(
        tuple([*skipped, *open_ended] if known else skipped),
        tuple(pending if known or recorded else ()),
    )


def _since(commits: Sequence[Commit], log: ArrivalLog) -> Iterator[Commit]:
    """Yield the first parents down to where the log begins, newest first."""
    begun = {log.since.commit} if log.since else set()
    after = set(begun)
    for commit in reversed(commits):
        if not after.isdisjoint(commit.parents):
            after.add(commit.id)
    by_id = {commit.id: commit for commit in commits}
    known = not begun.isdisjoint(by_id)
    ahead = commits[0].id if commits else ""
    while ahead in by_id and ahead not in begun and (ahead in after or not known):
        yield by_id[ahead]
        ahead = next(iter(by_id[ahead].parents), "")


def line_faults(
    commits: Sequence[Commit], log: ArrivalLog, zone: str, today: date
) -> Iterator[tuple[Arrival, LineFault]]:
    """Yield the lines that cannot be true, each with the first reason why."""
    parents = {commit.id: commit.parents[:1] for commit in commits}
    last_held = max(
        (at for at, each in enumerate(log.arrivals) if each.commit in parents), default=0
    )
    latest = log.since.day(zone) if log.since else date.min
    for at, arrival in enumerate(log.arrivals):
        day = arrival.day(zone)
        faults = {
            LineFault.AGAIN: log.first[arrival.commit] is not arrival,
            LineFault.FUTURE: day > today,
            LineFault.BEFORE_PARENT: _under(parents.get(arrival.commit, ()), log, zone) > day,
            LineFault.DISORDER: day < latest,
            LineFault.GONE: arrival.commit not in parents and at < last_held,
        }
        yield from ((arrival, fault) for fault in list(compress(faults, faults.values()))[:1])
        latest = max(latest, min(day, today))


def _under(parents: Iterable[str], log: ArrivalLog, zone: str) -> date:
    """Return the latest day of the log on any of these commits."""
    return max(
        (log.first[each].day(zone) for each in parents if each in log.first), default=date.min
    )
