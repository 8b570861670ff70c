"""A repository as if another revision were checked out."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kehoach.sources.git import Repository, ask, run

_REGISTRY = "agencies.yaml"


def at(repository: Repository, revision: str) -> Repository | None:
    """Return the repository with ``revision`` as its head, if there is such a one.

    Where the folder lay elsewhere then, and only one place held a plan and a registry, it is looked
    for there.

    Raises:
        GitTrouble: git fails.
    """
    if revision.startswith("-"):
        return None
    name = f"{revision}^{{commit}}"
    head = ask(repository.top, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    return _where_it_lay(replace(repository, head=head)) if head else None


def shared_with(repository: Repository, revision: str) -> Repository | None:
    """Return the repository at the last commit that its head shares with ``revision``."""
    other = at(repository, revision)
    if other is None or other.head is None or repository.head is None:
        return None
    base = ask(repository.top, "merge-base", repository.head, other.head)
    return at(repository, base) if base else None


def day_of(repository: Repository, timezone: str) -> date | None:
    """Return the committer's day of the head, in ``timezone``."""
    if repository.head is None:
        return None
    seconds = ask(repository.top, "show", "-s", "--format=%ct", repository.head)
    return datetime.fromtimestamp(int(seconds), ZoneInfo(timezone)).date() if seconds else None


def files_at(repository: Repository) -> dict[str, tuple[str, str]]:
    """Return mode and blob of each file in the folder at the head, by name relative to it.

    Raises:
        GitTrouble: git fails.
    """
    if repository.head is None:
        return {}
    found = {}
    for line in _tree(repository.top, repository.head):
        about, _, path = line.partition("\t")
        mode, kind, blob = about.split(" ")
        if kind == "blob" and path.startswith(repository.prefix):
            found[path.removeprefix(repository.prefix)] = (mode, blob)
    return found


def _tree(top: Path, head: str) -> list[str]:
    """Return a line for each file of a commit."""
    raw = run(top, "ls-tree", "-r", "-z", "--full-tree", head)
    return raw.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _where_it_lay(repository: Repository) -> Repository:
    """Return the repository with the place at which the folder lay at its head."""
    paths = [line.partition("\t")[2] for line in _tree(repository.top, repository.head or "")]
    places = {path.removesuffix(_REGISTRY) for path in paths if path.endswith(_REGISTRY)}
    held = {place for place in places if any(path.startswith(f"{place}plan_") for path in paths)}
    if repository.prefix in held or len(held) != 1:
        return repository
    return replace(repository, prefix=held.pop())
