"""Where a data folder's submissions have lain: here, and wherever the whole folder came from."""

from collections.abc import Iterator, Sequence

from kehoach.model import file_names
from kehoach.verdicts.evidence.commit import Change, Commit

_FOLDER = f"{file_names.SUBMISSIONS}/"


def filed_under(commits: Sequence[Commit], prefix: str) -> list[Commit]:
    """Return the commits with only the changes to the folder's own submissions.

    ``commits`` stand children before parents. Where a commit moved the whole data folder, what is
    no descendant of it is looked for at the old place too; a second folder next door is another.
    """
    moves = _moves(commits, prefix)
    if not moves:
        return [_mine(commit, (prefix,)) for commit in commits]
    after = [_descendants(commits, commit) for commit, _ in moves]
    return [
        _mine(commit, (prefix, *(place for (_, place), later in zip(moves, after, strict=True)
                                 if commit.id not in later)))
        for commit in commits
    ]  # fmt: skip


def _mine(commit: Commit, prefixes: Sequence[str]) -> Commit:
    """Return a commit with its changes to submissions below these places, each with its folder."""
    if not commit.changes:
        return commit
    below = tuple([f"{prefix}{_FOLDER}" for prefix in prefixes])
    mine = [
        change._replace(folder=_folder(change.path, below))
        for change in commit.changes
        if change.path.startswith(below)
        and file_names.is_yaml(change.path)
        and not _hidden(change.path, below)
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


def _moves(commits: Sequence[Commit], prefix: str) -> list[tuple[Commit, str]]:
    """Return the commits that moved the whole data folder, each with the place it came from."""
    places = [prefix]
    moves = []
    for commit in commits:
        for place in _moved_from(commit.changes, places):
            places.append(place)
            moves.append((commit, place))
    return moves


def _moved_from(changes: Sequence[Change], places: Sequence[str]) -> Iterator[str]:
    """Yield the old place where a registry or a plan came to one of the places from it.

    Reports alone that go from one data folder to another do not make the two folders one.
    """
    came = frozenset(_mark(change.path, places) for change in changes if change.before is None)
    if came <= {None}:
        return
    gone = {change.path for change in changes if change.blob is None and change.before is not None}
    seen = set(places)
    for path in sorted(gone):
        folder, slash, name = path.rpartition("/")
        place = folder + slash
        if name in came and place not in seen:
            seen.add(place)
            yield place


def _mark(path: str, places: Sequence[str]) -> str | None:
    """Return the name of a registry or a plan that lies in one of the places, else none."""
    for place in places:
        name = path.removeprefix(place)
        if path.startswith(place) and (name == file_names.REGISTRY or file_names.is_plan(name)):
            return name
    return None


def _descendants(commits: Sequence[Commit], root: Commit) -> frozenset[str]:
    """Return a commit and all that build on it."""
    found = {root.id}
    for commit in reversed(commits):
        if not found.isdisjoint(commit.parents):
            found.add(commit.id)
    return frozenset(found)
