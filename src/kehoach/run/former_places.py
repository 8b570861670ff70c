"""Where a data folder's submissions have lain: here, and wherever the whole folder came from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from sys import intern

from kehoach.model import file_names
from kehoach.reading.repositories.commit_log import CommitLog, LoggedCommit, change_of
from kehoach.run.folder_moves import FILED, FolderMoves, Move, may_move
from kehoach.verdicts.evidence import arrival_log
from kehoach.verdicts.evidence.commit import Change


@dataclass(frozen=True)
class FiledCommits:
    """The commits of a repository, children before parents, and what they did to its submissions.

    ``changes`` are those of each commit that touched any, ``log`` the changes of the arrival log's file.
    """

    commits: list[LoggedCommit] = field(default_factory=list)
    changes: dict[str, tuple[Change, ...]] = field(default_factory=dict)
    log: dict[str, Change] = field(default_factory=dict)

    def first(self, commit: str) -> str:
        """Return the first submission that a commit touched; empty: it touched none."""
        return next((change.path for change in self.changes.get(commit, ())), "")

    def take(
        self, record: LoggedCommit, below: tuple[str, ...], left: tuple[str, ...] = ()
    ) -> None:
        """Take in a commit with its changes to submissions below these places, each with its folder.

        Of the places that were ``left``, only what is removed there.
        """
        places = (*below, *left)
        mine = []
        for line, path in record.touched:
            if path.startswith(places) and file_names.is_yaml(path) and not _hidden(path, places):
                change = change_of(line, path, _folder(path, places))
                if change.blob is None or path.startswith(below):
                    mine.append(change)
            elif path == arrival_log.FILE:
                self.log[record.id] = change_of(line, path)
        if mine:
            self.changes[record.id] = tuple(mine)
        self.commits.append(record._replace(touched=()))


def filed_under(log: CommitLog, prefix: str) -> FiledCommits:
    """Return the commits of a log with only the changes to the folder's own submissions.

    Where a commit moved the whole data folder, what is no descendant of it is looked for at the old
    place too; a second folder next door is another, and so is what lay here before a commit that
    carried it elsewhere and began this one anew. The log is gone through as it is read, but where a
    commit may have moved a folder: then all of it is looked at.
    """
    here = (f"{prefix}{FILED}",)
    found = FiledCommits()
    for record in log.records():
        if may_move(record):
            return _wherever(list(log.records()), prefix)
        found.take(record, here)
    return found


def _wherever(commits: Sequence[LoggedCommit], prefix: str) -> FiledCommits:
    """Return the same, where a folder may have been moved."""
    came, begun = _past(FolderMoves(commits), prefix)
    after = [(f"{move.source}{FILED}", _descendants(commits, move.commit)) for move in came]
    since = [_descendants(commits, move.commit) for move in begun]
    found = FiledCommits()
    for commit in commits:
        here, left = _in_its_time(commit, f"{prefix}{FILED}", after, since)
        found.take(commit, here, left)
    return found


def _in_its_time(
    commit: LoggedCommit,
    filed: str,
    after: Sequence[tuple[str, Collection[str]]],
    since: Sequence[Collection[str]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the places of a commit's submissions at its time, and those left by then.

    ``filed`` is where they lie now; ``after`` are former places with the commits that came after the
    folder had left each; ``since`` those that came after it was begun.
    """
    if any(commit.id not in later for later in since):
        return (), ()
    here = tuple(place for place, later in after if commit.id not in later)
    return (filed, *here), tuple(place for place, later in after if commit.id in later)


def _past(moves: FolderMoves, prefix: str) -> tuple[list[Move], list[Move]]:
    """Return the moves by which a folder came to its place, and those after which it was begun."""
    places = {prefix}
    came, begun = [], []
    for move in moves.all:
        if move.target in places:
            if move.source not in places:
                came.append(move)
            places.add(move.source)
        elif move.source == prefix and not moves.undone(move):
            begun.append(move)
    return came, begun


def _folder(path: str, below: Sequence[str]) -> str | None:
    """Return the folder below ``submissions/`` that a file lies in, at the first of its places."""
    place = next(place for place in below if path.startswith(place))
    folder, slash, _ = path[len(place) :].partition("/")
    return intern(folder) if slash else None  # one for all of its files


def _hidden(path: str, below: Sequence[str]) -> bool:
    """Say whether a file, or a folder above it, is hidden: such files are never read."""
    if "/." not in path:
        return False
    return all("/." in path[len(place) - 1 :] for place in below if path.startswith(place))


def _descendants(commits: Sequence[LoggedCommit], root: LoggedCommit) -> frozenset[str]:
    """Return a commit and all that build on it."""
    found = {root.id}
    for commit in reversed(commits):
        if not found.isdisjoint(commit.parents):
            found.add(commit.id)
    return frozenset(found)
