"""What a merge changed by itself: neither its first parent nor what it merged says so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from kehoach.verdicts.evidence.commit import Change, Commit
from kehoach.verdicts.evidence.commit_timeline import Timeline


class MergedChanges:
    """The ``changes``, by commit, of the merges among all commits."""

    def __init__(self, known: Timeline, changes: Mapping[str, Sequence[Change]]) -> None:
        self._commits = known.commits
        self._place = known.place
        self._changes = changes

    def own(self, commit: Commit) -> Sequence[Change]:
        """Return what a commit changed by itself; for a merge, what none of the merged brought."""
        changes = self._changes.get(commit.id, ())
        if len(commit.parents) < 2 or not changes:  # noqa: PLR2004 - a merge has two parents
            return changes
        paths = {change.path for change in changes}
        brought = {
            (change.path, change.blob)
            for merged in self._merged(commit)
            for change in self._changes.get(merged.id, ())
            if change.path in paths
        }
        return tuple(each for each in changes if (each.path, each.blob) not in brought)

    def _merged(self, merge: Commit) -> Iterator[Commit]:
        """Yield the commits that a merge brought: ancestors of it, but not of its first parent.

        Gone through in order of place, a commit comes after all that build on it; once only the
        first parent's are left, nothing more was brought.
        """
        known = {merge.parents[0]}
        ahead: list[int] = []
        self._queue(ahead, merge.parents)
        while any(self._commits[place].id not in known for place in ahead):
            commit = self._commits[heappop(ahead)]
            if commit.id in known:
                known.update(commit.parents)
            else:
                yield commit
            self._queue(ahead, commit.parents)

    def _queue(self, ahead: list[int], ids: Iterable[str]) -> None:
        """Add commits to those ahead, each once."""
        last = len(self._commits)  # children stand before parents
        found = {last - self._place[each] for each in ids if each in self._place}
        for place in found.difference(ahead):
            heappush(ahead, place)
