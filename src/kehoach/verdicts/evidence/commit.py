"""A commit, and the files that it touched."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar


class Change(NamedTuple):
    """A file that a commit touched: its content after (``None``: removed) and before.

    ``folder`` is the one below ``submissions/`` in which it lies, where that has been asked.
    """

    path: str
    blob: str | None
    before: str | None = None
    folder: str | None = None


class Linked(Protocol):
    """What names itself and what it rests on: a commit, however much of it is known."""

    @property
    def id(self) -> str:
        """The commit."""
        ...

    @property
    def parents(self) -> tuple[str, ...]:
        """Those on which it rests, the first of them first."""
        ...


L = TypeVar("L", bound=Linked)


class Commit(NamedTuple):
    """A commit; ``committed`` is its committer's day in the plan's timezone.

    ``author`` and ``committer`` are raw addresses: no mail-map has been applied. ``first`` is the first
    of the submissions that it touched; empty: it touched none.
    """

    id: str
    parents: tuple[str, ...]
    committed: date
    author: str
    committer: str
    subject: str
    first: str = ""


def ancestors(commits: Iterable[Linked], tip: str) -> frozenset[str]:
    """Return what a commit rests on, without itself; ``commits`` stand children before parents."""
    found: set[str] = set()
    for commit in commits:
        if commit.id == tip or commit.id in found:
            found.update(commit.parents)
    return frozenset(found)


def first_parents(commits: Iterable[L], tip: str) -> Iterator[L]:
    """Yield a commit, its first parent, and so on; ``commits`` stand children before parents."""
    for commit in commits:
        if commit.id == tip:
            yield commit
            tip = commit.parents[0] if commit.parents else ""


def held_by(commits: Sequence[L], tip: str) -> list[L]:
    """Return a commit and what it rests on, in the same order."""
    below = ancestors(commits, tip)
    return [commit for commit in commits if commit.id == tip or commit.id in below]
