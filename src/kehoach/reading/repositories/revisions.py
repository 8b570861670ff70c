"""A repository as if another revision were checked out."""

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kehoach.model import file_names
from kehoach.reading.repositories.git import ask, run
from kehoach.reading.repositories.repository import Repository


def at(repository: Repository, revision: str) -> Repository | None:
    """Return the repository with ``revision`` as its head, if there is such a one.

    Where the folder lay elsewhere then it is looked for there: in the only place that held a plan
    and a registry and holds them no more.

    Raises:
        GitTrouble: git fails.
    """
    if revision.startswith("-"):
        return None
    name = f"{revision}^{{commit}}"
    head = ask(repository.top, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if head is None or not head.isalnum():  # "^main" names what it leaves out
        return None
    return _where_it_lay(repository._replace(head=head), repository.head)


def shared_with(repository: Repository, other: Repository) -> Repository | None:
    """Return the repository at the last commit that its head shares with that of another revision."""
    heads = (each.head or "HEAD" for each in (repository, other))
    base = ask(repository.top, "merge-base", *heads)
    return at(repository, base) if base else None


def day_of(repository: Repository, timezone: str) -> date | None:
    """Return the committer's day of the head, in ``timezone``."""
    seconds = ask(repository.top, "show", "-s", "--format=%ct", repository.head or "HEAD")
    with suppress(ValueError, OverflowError, OSError):  # a commit without a readable date
        return datetime.fromtimestamp(int(seconds or ""), ZoneInfo(timezone)).date()
    return None


def files_at(repository: Repository) -> dict[str, tuple[str, str]]:
    """Return mode and blob of each file in the folder at the head, by name relative to it.

    Raises:
        GitTrouble: git fails.
    """
    found = {}
    for line in _tree(repository.top, repository.head):
        about, _, path = line.partition("\t")
        mode, kind, blob = about.split(" ")
        if kind == "blob" and path.startswith(repository.prefix):
            found[path.removeprefix(repository.prefix)] = (mode, blob)
    return found


def _tree(top: Path, commit: str | None) -> list[str]:
    """Return a line for each file of a commit."""
    if commit is None:
        return []
    raw = run(top, "ls-tree", "-r", "-z", "--full-tree", commit)
    return raw.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _where_it_lay(repository: Repository, now: str | None) -> Repository:
    """Return the repository with the place at which the folder lay at its head.

    A folder that stands at ``now`` beside this one is another one, and not where this one lay.
    """
    then = _places(repository.top, repository.head)
    if repository.prefix in then:
        return repository
    gone = then - _places(repository.top, now)
    return repository._replace(prefix=gone.pop()) if len(gone) == 1 else repository


def _places(top: Path, commit: str | None) -> set[str]:
    """Return the folders of a commit that hold a plan and a registry: empty, or ending in ``/``."""
    files = [line.partition("\t")[2].rpartition("/") for line in _tree(top, commit)]
    plans = {folder + slash for folder, slash, name in files if name.startswith("plan_")}
    return plans & {folder + slash for folder, slash, name in files if name == file_names.REGISTRY}
