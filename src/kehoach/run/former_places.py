"""Where a data folder's submissions have lain: here, and wherever the whole folder came from."""

from collections.abc import Collection, Sequence

from kehoach.model import file_names
from kehoach.run.folder_moves import FILED, FolderMoves, Move
from kehoach.verdicts.evidence.commit import Change, Commit


def filed_under(commits: Sequence[Commit], prefix: str) -> list[Commit]:
    """Return the commits with only the changes to the folder's own submissions.

    ``commits`` stand children before parents. Where a commit moved the whole data folder, what is
    no descendant of it is looked for at the old place too; a second folder next door is another,
    and so is what lay here before a commit that carried it elsewhere and began this one anew.
    """
    came, begun = _past(FolderMoves(commits), prefix)
    if not came and not begun:
        here = (f"{prefix}{FILED}",)
        return [_mine(commit, here) for commit in commits]
    after = [(f"{move.source}{FILED}", _descendants(commits, move.commit)) for move in came]
    since = [_descendants(commits, move.commit) for move in begun]
    return [_in_its_time(commit, f"{prefix}{FILED}", after, since) for commit in commits]


def _in_its_time(
    commit: Commit,
    filed: str,
    after: Sequence[tuple[str, Collection[str]]],
    since: Sequence[Collection[str]],
) -> Commit:
    """Return a commit with its changes to submissions, wherever they lay at its time.

    ``filed`` is where they lie now; ``after`` are former places with the commits that came after the
    folder had left each; ``since`` those that came after it was begun.
    """
    if any(commit.id not in later for later in since):
        return commit._replace(changes=())
    here = tuple(place for place, later in after if commit.id not in later)
    left = tuple(place for place, later in after if commit.id in later)
    return _mine(commit, (filed, *here), left)


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


def _mine(commit: Commit, below: tuple[str, ...], left: tuple[str, ...] = ()) -> Commit:
    """Return a commit with its changes to submissions below these places, each with its folder.

    Of the places that were ``left``, only what is removed there.
    """
    if not commit.changes:
        return commit
    places = (*below, *left)
    mine = [
        Change(change.path, change.blob, change.before, _folder(change.path, places))
        for change in commit.changes
        if change.path.startswith(below) or (change.blob is None and change.path.startswith(left))
        if file_names.is_yaml(change.path) and not _hidden(change.path, places)
    ]
    return commit._replace(changes=tuple(mine))


def _folder(path: str, below: Sequence[str]) -> str | None:
    """Return the folder below ``submissions/`` that a file lies in, at the first of its places."""
    place = next(place for place in below if path.startswith(place))
    folder, slash, _ = path.removeprefix(place).partition("/")
    return folder if slash else None


def _hidden(path: str, below: Sequence[str]) -> bool:
    """Say whether a file, or a folder above it, is hidden: such files are never read."""
    if "/." not in path:
        return False
    return all("/." in path[len(place) - 1 :] for place in below if path.startswith(place))


def _descendants(commits: Sequence[Commit], root: Commit) -> frozenset[str]:
    """Return a commit and all that build on it."""
    found = {root.id}
    for commit in reversed(commits):
        if not found.isdisjoint(commit.parents):
            found.add(commit.id)
    return frozenset(found)
