"""When the main line of a repository first held each report.

The main line is the first parents of the checked-out commit: a merge dates what it brings, so that
one verdict comes out whether the office merges, squashes or rebases. A receipt belongs to the
report, agency x item x period, and never to a file: renaming, moving, splitting, joining and
reformatting change nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kehoach.evidence.receipts import Receipt, Source
from kehoach.obligations.obligation import Key


class Change(NamedTuple):
    """A file that a commit touched: its content after (``None``: removed) and before."""

    path: str
    blob: str | None
    before: str | None = None


class Commit(NamedTuple):
    """A commit; ``committed`` is its committer's day in the plan's timezone.

    ``changes`` are those against its first parent: for a merge, all that it brings.
    """

    id: str
    parents: tuple[str, ...]
    committed: date
    author: str
    committer: str
    subject: str
    changes: tuple[Change, ...]


class Said(NamedTuple):
    """What one version of a file says of one key; ``meaning`` is equal where the sense is."""

    key: Key
    done: bool
    meaning: int


class Version(NamedTuple):
    """What was said of a key from a commit on."""

    day: date
    commit: str
    done: bool
    meaning: int


@dataclass(frozen=True)
class History:
    """What the main line has held of each key, oldest first; and where branches had it earlier.

    ``foxtrots`` are merges by which an agency pulled the main line into its own; ``skewed`` are
    commits dated before an ancestor, ``future`` those dated after the day of the run.
    """

    versions: Mapping[Key, Sequence[Version]]
    branches: Mapping[Key, Version]
    foxtrots: tuple[Commit, ...] = ()
    skewed: tuple[Commit, ...] = ()
    future: tuple[Commit, ...] = ()

    def receipt(self, key: Key, done: bool) -> Receipt | None:
        """Return when the main line first held a report, or first said that a task is done."""
        for version in self.versions.get(key, ()):
            if version.done or not done:
                return Receipt(version.day, Source.GIT, version.commit)
        return None


def history(
    commits: Sequence[Commit],
    main: str,
    today: date,
    said: Callable[[Change], Iterable[Said]],
) -> History:
    """Return the history of every key.

    ``commits`` are all ancestors of the checked-out commit, which stands first, children before
    parents; ``main`` is the name of the main branch; ``said`` reads one version of a file (nothing
    for what is no readable submission).
    """
    by_id = {commit.id: commit for commit in commits}
    days, skewed = _days(commits)
    line, foxtrots = _main_line(commits, by_id, main)
    versions: dict[Key, list[Version]] = defaultdict(list)
    branches: dict[Key, Version] = {}
    for commit in reversed(commits):
        day = days[commit.id]
        for each in _said(commit, said):
            version = Version(day, commit.id, each.done, each.meaning)
            if commit.id in line:
                versions[each.key].append(version)
            elif each.key not in branches or day < branches[each.key].day:
                branches[each.key] = version
    for found in versions.values():
        found.sort(key=lambda version: version.day)
    future = tuple(commit for commit in commits if commit.committed > today)
    return History(versions, branches, foxtrots, skewed, future)


def _said(commit: Commit, said: Callable[[Change], Iterable[Said]]) -> Iterator[Said]:
    for change in commit.changes:
        if change.blob is not None:
            yield from said(change)


def _days(commits: Sequence[Commit]) -> tuple[dict[str, date], tuple[Commit, ...]]:
    """Return the day of each commit, never before an ancestor's, and the commits dated so."""
    days: dict[str, date] = {}
    skewed = []
    for commit in reversed(commits):
        after = max((days[parent] for parent in commit.parents if parent in days), default=date.min)
        if commit.committed < after:
            skewed.append(commit)
        days[commit.id] = max(commit.committed, after)
    return days, tuple(skewed)


def _main_line(
    commits: Sequence[Commit], by_id: Mapping[str, Commit], main: str
) -> tuple[frozenset[str], tuple[Commit, ...]]:
    """Return the commits of the main line, and the foxtrot merges on it.

    Below a foxtrot merge both sides belong to it: the agency's own commits keep their older dates,
    and the true main line goes on at the second parent.
    """
    line: set[str] = set()
    foxtrots = []
    ahead = [commits[0].id] if commits else []
    while ahead:
        commit = by_id.get(ahead.pop())
        if commit is None or commit.id in line:
            continue
        line.add(commit.id)
        ahead += commit.parents[:1]
        if len(commit.parents) > 1 and merges_main(commit.subject, main):
            foxtrots.append(commit)
            ahead += commit.parents[1:]
    return frozenset(line), tuple(foxtrots)


def merges_main(subject: str, main: str) -> bool:
    """Say whether a merge, by git's own words for it, pulled the main branch into another."""
    named = subject.removeprefix("Merge ").removeprefix("remote-tracking ").removeprefix("branch ")
    if named == subject or not named.startswith("'"):
        return False
    branch = named[1:].partition("'")[0]
    return branch == main or branch.partition("/")[2] == main
