"""What the commits of a repository say by themselves, whatever they did to which file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kehoach.verdicts.evidence.arrival_log import NOT_LOGGED, Logged
from kehoach.verdicts.evidence.commit import Commit, ancestors, first_parents
from kehoach.verdicts.evidence.commit_days import CommitDay, commit_days
from kehoach.verdicts.evidence.committers import Committers
from kehoach.verdicts.evidence.main_line import main_line
from kehoach.verdicts.evidence.wrong_clocks import WrongClocks, wrong_clocks


@dataclass(frozen=True)
class Timeline:
    """The commits that the checked-out one rests on, which stands first, children before parents.

    It is worked out once for all that is asked of one repository: it knows no file. ``committers``
    knows whose addresses they bear, ``days`` on which day each counts, ``clocks`` which of them are dated
    wrongly. ``line`` is the main line and whatever the arrival log lists, ``trunk`` the first parents
    alone, ``foxtrots`` are merges by which an agency pulled the main line into its own. ``logged`` is what
    the arrival log says of them, ``aside`` are those that it lists and that are not on the main line as
    it now stands; ``today`` is the day of the run.
    """

    committers: Committers
    commits: Sequence[Commit] = ()
    days: Mapping[str, CommitDay] = field(default_factory=dict)
    clocks: WrongClocks = field(default_factory=WrongClocks)
    line: frozenset[str] = frozenset()
    trunk: frozenset[str] = frozenset()
    foxtrots: tuple[Commit, ...] = ()
    logged: Logged = NOT_LOGGED
    aside: tuple[Commit, ...] = ()
    today: date = date.max

    @cached_property
    def commit(self) -> Mapping[str, Commit]:
        """The commits by their ids."""
        return {commit.id: commit for commit in self.commits}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The place of each commit, from 1: what is built upon before what builds on it."""
        return {commit.id: place for place, commit in enumerate(reversed(self.commits), 1)}

    def known_by(self, day: date, commits: Sequence[Commit] | None = None) -> Iterator[Commit]:
        """Yield the commits (default: all) that had come by the end of a day, as they are counted.

        One dated after the day of the run is here already, whenever it came.
        """
        future = {each.id for each in self.clocks.future}
        for commit in self.commits if commits is None else commits:
            if self.days[commit.id].day <= day or commit.id in future:
                yield commit

    def passed_over(self, commit: str) -> list[Commit]:
        """Return those on which a commit rests that are dated after the day on which it counts."""
        day = self.days[commit].day
        if (
            self._latest[commit] <= day
        ):  # so it is with nearly all, and they need not be gone through
            return []
        above = ancestors(self.commits, commit)
        return [each for each in self.commits if each.id in above and each.committed > day]

    @cached_property
    def _latest(self) -> Mapping[str, date]:
        """The latest day of any clock by which a commit, or one that it rests on, is dated."""
        latest: dict[str, date] = {}
        for commit in reversed(self.commits):
            before = (latest[each] for each in commit.parents if each in latest)
            latest[commit.id] = max((commit.committed, *before))
        return latest


def timeline(
    commits: Sequence[Commit], committers: Committers, today: date, logged: Logged = NOT_LOGGED
) -> Timeline:
    """Return what commits say by themselves."""
    days = commit_days(commits, today, committers.witnessed, logged.days)
    line, foxtrots = main_line(commits, committers)
    aside = tuple(each for each in commits if each.id in logged.days and each.id not in line)
    clocks = wrong_clocks(commits, days, today, logged.days)
    trunk = frozenset(each.id for each in first_parents(commits, commits[0].id if commits else ""))
    held = line.union(logged.days)  # whatever was merged into what since, the main line held them
    return Timeline(committers, commits, days, clocks, held, trunk, foxtrots, logged, aside, today)
