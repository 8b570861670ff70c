"""Commits whose clocks cannot have been right, each with the commit that shows it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.verdicts.evidence.commit import Commit
from kehoach.verdicts.evidence.commit_days import Bound, Clock, CommitDay


class WrongClocks(NamedTuple):
    """Commits by what is wrong with their dates.

    ``ahead``: a witness or the arrival log saw it on an earlier day than its own (a pair: it, and
    the commit that shows it). ``behind``: dated before a commit on which it rests, whose clock is not
    known to run ahead. ``future``: dated after the day of the run.
    """

    ahead: tuple[tuple[Commit, str], ...] = ()
    behind: tuple[tuple[Commit, str], ...] = ()
    future: tuple[Commit, ...] = ()


def wrong_clocks(
    commits: Sequence[Commit],
    days: Mapping[str, CommitDay],
    today: date,
    logged: Mapping[str, date],
) -> WrongClocks:
    """Return the wrong clocks among ``commits``, which stand children before parents."""
    future = tuple(commit for commit in commits if commit.committed > today)
    ahead = _ahead(commits, days, logged)
    wrong = {commit.id for commit in future} | {commit.id for commit, _ in ahead}
    return WrongClocks(ahead, _behind(commits, wrong), future)


def _ahead(
    commits: Sequence[Commit], days: Mapping[str, CommitDay], logged: Mapping[str, date]
) -> tuple[tuple[Commit, str], ...]:
    found = []
    seen: dict[str, Bound] = {}  # the first day on which a witness built on a commit
    for commit in commits:
        first = min(_witnessed(commit, days, logged), seen.get(commit.id, _NEVER))
        if commit.committed > first.day:
            found.append((commit, first.commit))
        for parent in commit.parents:
            seen[parent] = min(first, seen.get(parent, _NEVER))
    return tuple(found)


_NEVER = Bound(date.max, "")


def _witnessed(commit: Commit, days: Mapping[str, CommitDay], logged: Mapping[str, date]) -> Bound:
    """Return the day on which somebody else than its sender saw a commit, if anybody did."""
    if commit.id in logged:
        return Bound(logged[commit.id], commit.id)
    counted = days[commit.id]
    return Bound(counted.day, commit.id) if counted.clock is Clock.WITNESS else _NEVER


def _behind(commits: Sequence[Commit], wrong: set[str]) -> tuple[tuple[Commit, str], ...]:
    found = []
    latest: dict[str, Bound] = {}  # of a commit and its ancestors
    for commit in reversed(commits):
        under = max((latest[each] for each in commit.parents if each in latest), default=_EVER)
        if commit.committed < under.day:
            found.append((commit, under.commit))
        own = _EVER if commit.id in wrong else Bound(commit.committed, commit.id)
        latest[commit.id] = max(own, under)
    return tuple(found)


_EVER = Bound(date.min, "")
