"""Which repositories a portfolio is put together from: named one by one, or listed in a file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kehoach.model import file_names
from kehoach.model.portfolio_list import PortfolioList
from kehoach.reading.repositories.remotes import is_remote, without_secrets

RESULT = ".json"
"""How the file of a small result ends."""


class Member(NamedTuple):
    """A repository of a portfolio: ``source`` is a folder, an address, or the file of a small result.

    ``shown`` is the source as it was given, without secrets; ``revision`` the one it is judged at.
    """

    id: str
    name: str
    source: str
    shown: str
    revision: str | None = None

    @property
    def judged(self) -> bool:
        """Whether it has been judged already, so that its source is a small result."""
        return not is_remote(self.source) and self.source.lower().endswith(RESULT)


def named_members(sources: Iterable[str], revision: str | None, here: Path) -> tuple[Member, ...]:
    """Return the members that are named one by one, each called by the name of its folder or file."""
    return tuple(_member(_called(each), None, each, revision, here) for each in sources)


def listed_members(listed: PortfolioList, revision: str | None, here: Path) -> tuple[Member, ...]:
    """Return the members that a file in the folder ``here`` lists.

    What has no revision of its own is judged at ``revision``.
    """
    return tuple(
        _member(each.id, each.name, each.path, each.rev or revision, here)
        for each in listed.repositories
    )


def called_alike(members: Iterable[Member]) -> Iterator[str]:
    """Yield the ids that more than one member bears."""
    numbers = Counter(each.id for each in members)
    return (id_ for id_, number in numbers.items() if number > 1)


def _member(id_: str, name: str | None, source: str, revision: str | None, here: Path) -> Member:
    """Return a member; a path is told from ``here``, so that any worker can open it."""
    where = source if is_remote(source) else str((here / source).resolve())
    member = Member(id_, name or id_, where, without_secrets(source), revision)
    return member._replace(revision=None) if member.judged else member


def _called(source: str) -> str:
    """Return the name of a folder or file; that of the repository where its folder is ``data``."""
    path = Path(source.rstrip("/").removesuffix(".git")).resolve()
    if is_remote(source):
        return path.name.rpartition(":")[2]
    if path.name == "data" and (path / file_names.REGISTRY).exists():
        return path.parent.name
    return path.stem if path.suffix.lower() == RESULT else path.name
