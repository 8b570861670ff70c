"""The day on which each commit counts, and whose clock that day is read from.

Whoever makes a commit dates it. What keeps a day from being bought is that a commit is never
received before its ancestors; what keeps one wrong clock from making everybody late is that not
every ancestor's clock binds everybody. Clocks have ranks: the sender's own, that of a witness (the
consolidating office, a listed service, a forge), that of the arrival log. A clock binds only what
was dated by none stronger: the merge of a witness forgets what senders' clocks said before it, and
never what witnesses said. So a day follows from a commit and its ancestors, and from nothing that
is pushed later; a sender's own commits never take a bound away; and commits dated into the past gain
nothing beyond the last witness on which they build.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from kehoach.verdicts.evidence.commit import Commit

Witness = Callable[[Commit], bool]
"""Says whether a commit was made by the consolidating office, a listed service or a forge."""


class Clock(IntEnum):
    """Whose clock dates a commit, weakest first."""

    OWN = 0
    WITNESS = 1
    LOG = 2


class Bound(NamedTuple):
    """A day before which nothing was received that builds on a commit."""

    day: date
    commit: str


class CommitDay(NamedTuple):
    """The day on which a commit counts, and by whose clock.

    ``after`` is the ancestor before which it cannot have been received, where its own clock said so.
    """

    day: date
    clock: Clock
    after: str | None = None

    @property
    def verified(self) -> bool:
        """Whether somebody else than the sender saw it on that day."""
        return self.clock is not Clock.OWN


_NONE = Bound(date.min, "")


def commit_days(
    commits: Sequence[Commit],
    today: date = date.max,
    witness: Witness = lambda _: False,
    logged: Mapping[str, date] | None = None,
) -> dict[str, CommitDay]:
    """Return the day of each commit.

    ``commits`` stand children before parents; ``logged`` are the days on which the arrival log saw
    a commit: it was received on that day at the earliest. A commit dated after ``today`` counts on
    the day it names, and binds nobody: its clock is certainly wrong.
    """
    logged = logged or {}
    days: dict[str, CommitDay] = {}
    bounds: dict[str, tuple[Bound, ...]] = {}
    for commit in reversed(commits):
        under = _under([bounds[parent] for parent in commit.parents if parent in bounds])
        clock = _clock(commit, witness, logged)
        seen = logged.get(commit.id, commit.committed)
        own = Bound(max(seen, under[clock].day), commit.id)
        days[commit.id] = _day(commit, clock, seen, under[clock])
        bounds[commit.id] = (own,) * (clock + 1) + under[clock + 1 :] if seen <= today else under
    return days


def _under(parents: Sequence[tuple[Bound, ...]]) -> tuple[Bound, ...]:
    """Return what binds a commit of each rank that builds on these."""
    if len(parents) == 1:
        return parents[0]
    return tuple(max((bounds[rank] for bounds in parents), default=_NONE) for rank in Clock)


def _clock(commit: Commit, witness: Witness, logged: Mapping[str, date]) -> Clock:
    if commit.id in logged:
        return Clock.LOG
    return Clock.WITNESS if witness(commit) else Clock.OWN


def _day(commit: Commit, clock: Clock, seen: date, bound: Bound) -> CommitDay:
    """Return the day of a commit: the latest of what it says, what saw it, and what binds it."""
    day = max(commit.committed, seen, bound.day)
    if day > seen and day == commit.committed:
        return CommitDay(day, Clock.OWN)  # its own clock runs ahead of who saw it
    return CommitDay(day, clock, bound.commit if day > seen else None)
