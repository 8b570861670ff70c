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
    days = log.days(zone)
    held = [at for at, each in enumerate(log.arrivals) if each.commit in parents]
    latest = log.since.day(zone) if log.since else date.min
    for at, arrival in enumerate(log.arrivals):
        day = arrival.day(zone)
        under = [days[each] for each in parents.get(arrival.commit, ()) if each in days]
        faults = {
            LineFault.AGAIN: log.first[arrival.commit] is not arrival,
            LineFault.FUTURE: day > today,
            LineFault.BEFORE_PARENT: max(under, default=day) > day,
            LineFault.DISORDER: day < latest,
            LineFault.GONE: arrival.commit not in parents and at < max(held, default=-1),
        }
        if any(faults.values()):
            yield arrival, next(fault for fault, is_so in faults.items() if is_so)
        latest = max(latest, min(day, today))
