"""When the main line of a repository first held each report.

The main line is the first parents of the checked-out commit: a merge dates what it brings, so that
one verdict comes out whether the office merges, squashes or rebases. A receipt belongs to the
report, agency x item x period, and never to a file: renaming, moving, splitting, joining and
reformatting change nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Protocol

from kehoach.model import file_names
from kehoach.verdicts.evidence.arrival_log import NOT_LOGGED, Logged
from kehoach.verdicts.evidence.commit import Commit, ancestors, first_parents
from kehoach.verdicts.evidence.commit_days import Clock, CommitDay, commit_days
from kehoach.verdicts.evidence.committers import Committers
from kehoach.verdicts.evidence.holdings import Holdings, Version, VersionReading
from kehoach.verdicts.evidence.main_line import main_line
from kehoach.verdicts.evidence.meaning import Letter
from kehoach.verdicts.evidence.receipt import Receipt, Source
from kehoach.verdicts.evidence.wrong_clocks import WrongClocks, wrong_clocks
from kehoach.verdicts.obligations.obligation import Key


@dataclass(frozen=True)
class History:
    """What the main line has held of each key, oldest first; and the same of the other branches.

    ``foxtrots`` are merges by which an agency pulled the main line into its own. ``commits`` are all
    of them, children before parents, with who made them and which submissions they touched;
    ``committers`` knows whose addresses they bear, ``days`` on which day each counts, ``clocks`` which
    of them are dated wrongly. ``logged`` is what the arrival log says of them, ``aside`` are those that
    it lists and that are not on the main line as it now stands; ``today`` is the day of the run.
    ``standing`` is what the checked-out commit holds of each key, ``touched``
    where and when the main line wrote or removed a file, ``folder`` where the submissions lie
    now, ``cited`` when a file of its sender first named a letter.
    """

    versions: Mapping[Key, Sequence[Version]]
    committers: Committers
    branches: Mapping[Key, Sequence[Version]] = field(default_factory=dict)
    commits: Sequence[Commit] = ()
    foxtrots: tuple[Commit, ...] = ()
    days: Mapping[str, CommitDay] = field(default_factory=dict)
    clocks: WrongClocks = field(default_factory=WrongClocks)
    logged: Logged = NOT_LOGGED
    aside: tuple[Commit, ...] = ()
    today: date = date.max
    standing: Mapping[Key, Sequence[Version]] = field(default_factory=dict)
    touched: Mapping[str, Sequence[tuple[int, date]]] = field(default_factory=dict)
    folder: str = ""
    cited: Mapping[Letter, date] = field(default_factory=dict)

    def first(self, key: Key, done: bool) -> Version | None:
        """Return what the main line first held of a report, or of a task that is ``done``."""
        return _first(self.versions.get(key, ()), done)

    def on_branch(self, key: Key, done: bool) -> Version | None:
        """Return what a branch held of it on an earlier day than the main line."""
        here, there = self.first(key, done), _first(self.branches.get(key, ()), done)
        return there if here and there and there.day < here.day else None

    def receipt(self, version: Version) -> Receipt:
        """Return when the main line first held a version."""
        dated = self.days[version.commit]
        source = Source.ARRIVAL if dated.clock is Clock.LOG else Source.GIT
        lost = self.logged.required and self.logged.log is None
        return Receipt(version.day, source, version.commit, verified=dated.verified and not lost)

    def file_of(self, version: Version) -> str:
        """Return the file's name within the data folder, as it lies now."""
        return f"{file_names.SUBMISSIONS}/{version.path.removeprefix(self.folder)}"

    def until(self, version: Version) -> date | None:
        """Return the day on which a version was replaced or removed; ``None`` if it never was."""
        touched = self.touched.get(version.path, ())
        after = bisect_right(touched, version.place, key=itemgetter(0))
        return touched[after][1] if after < len(touched) else None

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
        above = ancestors(self.commits, commit)
        day = self.days[commit].day
        return [each for each in self.commits if each.id in above and each.committed > day]


def _first(versions: Sequence[Version], done: bool) -> Version | None:
    return next((version for version in versions if version.done or not done), None)


class Arrivals(Protocol):
    """Who knows what came when, where the registry book is silent."""

    @property
    def history(self) -> History | None:
        """What the main line has held; ``None`` where there is no repository to know it."""
        ...

    @property
    def today(self) -> date:
        """The real day, on which what is not committed has been received."""
        ...


def history(
    commits: Sequence[Commit],
    committers: Committers,
    today: date,
    as_of: date,
    reading: VersionReading,
    logged: Logged = NOT_LOGGED,
    folder: str = "",
) -> History:
    """Return the history of every key.

    ``commits`` are all ancestors of the checked-out commit, which stands first, children before
    parents; ``committers`` knows whose address a commit bears; ``as_of`` is the day judged; ``reading``
    reads one version of a file (nothing for what is no readable submission); ``logged`` is what the
    arrival log says; ``folder`` is where the submissions lie now.
    """
    days = commit_days(commits, today, committers.witnessed, logged.days)
    line, foxtrots = main_line(commits, committers)
    aside = tuple(each for each in commits if each.id in logged.days and each.id not in line)
    line = line.union(logged.days)  # whatever was merged into what since, the main line held them
    main, side = Holdings(reading, as_of), Holdings(reading, as_of)
    for commit in reversed(commits):
        (main if commit.id in line else side).take(commit, days[commit.id].day)
    main.sort()
    side.sort()
    return History(
        main.versions, committers, side.versions, commits, foxtrots, days,
        wrong_clocks(commits, days, today, logged.days), logged, aside, today,
        _standing(commits, main.versions, folder), main.touched, folder, main.cited,
    )  # fmt: skip


def _standing(
    commits: Sequence[Commit], versions: Mapping[Key, Sequence[Version]], folder: str
) -> dict[Key, list[Version]]:
    """Return what the checked-out commit holds.

    Of each file it is what its line, from first parent to first parent, wrote last.
    """
    last: dict[str, str] = {}
    for commit in first_parents(commits, commits[0].id if commits else ""):
        for change in commit.changes:
            if change.path.startswith(folder):
                last.setdefault(change.path, commit.id)
    standing = {
        key: [each for each in found if last.get(each.path) == each.commit]
        for key, found in versions.items()
    }
    return {key: found for key, found in standing.items() if found}
