"""When one commit carried a whole data folder from one place of the repository to another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from kehoach.model import file_names
from kehoach.reading.repositories.commit_log import LoggedCommit, change_of, is_new
from kehoach.verdicts.evidence.commit import Change, first_parents

FILED = f"{file_names.SUBMISSIONS}/"


class Move(NamedTuple):
    """A commit, and the places of the data folder before and after (empty, or ending in ``/``)."""

    commit: LoggedCommit
    source: str
    target: str


class FolderMoves:
    """The moves among some commits, children before parents.

    A data folder came to a place with its registry. It came from where, in the same commit, a
    registry or plan of that name went, or every submission did: what is begun anew at the old place
    is another folder. Of several places from which it may have come it is the one from which most
    came unaltered: a neighbour that dissolves in the same commit is not it. Reports alone that go
    from one folder to another do not make the two one.
    """

    def __init__(self, commits: Sequence[LoggedCommit]) -> None:
        self._commits = commits

    @cached_property
    def all(self) -> tuple[Move, ...]:
        """Every move, the latest first."""
        return tuple(move for commit in self._commits for move in self._of(commit))

    def undone(self, move: Move) -> bool:
        """Say whether one later commit took back from there all that was filed at the old place."""
        gone = _below(_removed(move.commit), f"{move.source}{FILED}")
        return bool(gone) and any(
            gone <= _below(_removed(commit), f"{move.target}{FILED}")
            and gone <= _below(_brought(commit), f"{move.source}{FILED}")
            for commit in self._commits
        )

    def _of(self, commit: LoggedCommit) -> Iterator[Move]:
        if not may_move(commit):
            return
        targets = {
            change.path.removesuffix(file_names.REGISTRY)
            for change in _brought(commit)
            if change.path.endswith(file_names.REGISTRY)
        }
        for target in sorted(place for place in targets if not place or place.endswith("/")):
            if (source := self._source(commit, target)) is not None:
                yield Move(commit, source, target)

    def _source(self, commit: LoggedCommit, target: str) -> str | None:
        """Return the place from which most of a folder came unaltered, if there is one such."""
        came = {
            change.path.removeprefix(target): change.blob
            for change in _brought(commit)
            if change.path.startswith(target)
        }
        found = _likeness(commit, came)
        left = {
            place: likeness
            for place, likeness in found.items()
            if place != target and self._left(commit, place, came)
        }
        best = [place for place, likeness in left.items() if likeness == max(left.values())]
        return best[0] if len(best) == 1 else None

    def _left(self, commit: LoggedCommit, place: str, came: Iterable[str]) -> bool:
        """Say whether a data folder left a place: its registry, a plan, or all that was filed."""
        removed = {each.path for each in _removed(commit)}
        if any(f"{place}{name}" in removed for name in came if _is_mark(name)):
            return True
        filed = f"{place}{FILED}"
        return any(path.startswith(filed) for path in removed) and not self._remains(commit, filed)

    def _remains(self, commit: LoggedCommit, filed: str) -> bool:
        """Say whether anything filed below a place before a commit is still there after it."""
        met = {change.path for change in commit.changes()}
        for earlier in first_parents(self._commits, "".join(commit.parents[:1])):
            for change in earlier.changes():
                if change.path.startswith(filed) and change.path not in met:
                    met.add(change.path)
                    if change.blob and file_names.is_yaml(change.path):
                        return True
        return False


def may_move(commit: LoggedCommit) -> bool:
    """Say whether a commit may have moved a data folder: it brought a registry, and touched what was."""
    return any(
        path.endswith(file_names.REGISTRY) and change_of(line, path).before is None
        for line, path in commit.touched
    ) and not all(is_new(line) for line, _ in commit.touched)


def _likeness(commit: LoggedCommit, came: Mapping[str, str | None]) -> dict[str, tuple[int, int]]:
    """Return, by place, how many files that a commit touched there came unaltered, and how many."""
    found: dict[str, tuple[int, int]] = {}
    for change in commit.changes():
        for name in _names(change.path) if change.before else ():
            if name in came:
                place = change.path.removesuffix(name)
                equal, named = found.get(place, (0, 0))
                found[place] = (equal + (came[name] == change.before), named + 1)
    return found


def _brought(commit: LoggedCommit) -> Iterator[Change]:
    """Yield the files that a commit brought."""
    return (change for change in commit.changes() if change.before is None and change.blob)


def _removed(commit: LoggedCommit) -> Iterator[Change]:
    """Yield the files that a commit took away."""
    return (change for change in commit.changes() if change.blob is None and change.before)


def _below(changes: Iterable[Change], place: str) -> set[str]:
    """Return the names below a place of what was changed there."""
    paths = (change.path for change in changes)
    return {path.removeprefix(place) for path in paths if path.startswith(place)}


def _names(path: str) -> Iterator[str]:
    """Yield by what names a file may belong to data folders above it."""
    start = 0
    while True:
        name = path[start:]
        if _is_mark(name) or name.startswith(FILED):
            yield name
        start = path.find("/", start) + 1
        if not start:
            return


def _is_mark(name: str) -> bool:
    """Say whether a file of this name makes a folder one of data: its registry, or a plan."""
    return name == file_names.REGISTRY or file_names.is_plan(name)
