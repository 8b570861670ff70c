"""What the arrival log covers of the main line, and which of its lines do not hold."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
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
    if log.since and any(each.id == log.since.commit for each in commits):
        skipped += open_ended
    return Coverage(tuple(skipped), tuple(pending) if recorded or not open_ended else ())


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
    latest = log.since.day(zone) if log.since else date.min
    held = [at for at, each in enumerate(log.arrivals) if each.commit in parents]
    for at, arrival in enumerate(log.arrivals):
        day = arrival.day(zone)
        under = parents.get(arrival.commit, ())
        before = [log.first[each].day(zone) for each in under if each in log.first]
        if log.first[arrival.commit] is not arrival:
            yield arrival, LineFault.AGAIN
        elif day > today:
            yield arrival, LineFault.FUTURE
        elif before and day < before[0]:
            yield arrival, LineFault.BEFORE_PARENT
        elif day < latest:
            yield arrival, LineFault.DISORDER
        elif arrival.commit not in parents and held and at < held[-1]:
            yield arrival, LineFault.GONE
        latest = max(latest, min(day, today))
