"""What a run is handed beside the files: the repository that they lie in, and the clock."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, Self

from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.repository import Repository, open_repository
from kehoach.reading.repositories.revisions import at
from kehoach.run.question import WrongQuestion
from kehoach.words import Text


class Surroundings(NamedTuple):
    """The repository (``None`` outside git, or where git refuses it) and the real day by timezone.

    ``trouble`` is why git refuses: no mistake as long as nothing needs it. ``thorough``: how the
    arrival log was kept is looked into as well.
    """

    repository: Repository | None
    today: Callable[[str], date]
    trouble: GitTrouble | None = None
    thorough: bool = False

    @property
    def needed(self) -> Repository | None:
        """The repository, for what cannot be told without it.

        Raises:
            GitTrouble: git refuses it.
        """
        if self.trouble is not None:
            raise self.trouble
        return self.repository

    def at(self, repository: Repository) -> Self:
        """Return the same with another revision as if it were checked out."""
        return self._replace(repository=repository)


def surroundings(root: Path, today: Callable[[str], date], *, git: bool) -> Surroundings:
    """Return what surrounds a data folder; without ``git``, as if there were no repository."""
    try:
        return Surroundings(open_repository(root) if git else None, today)
    except GitTrouble as trouble:
        return Surroundings(None, today, trouble)


def at_revision(repository: Repository | None, revision: str) -> Repository:
    """Return the repository at a revision.

    Raises:
        WrongQuestion: there is no repository, or no such revision in it.
    """
    if repository is None:
        raise WrongQuestion(
            Text(
                f"không có kho git để tìm bản “{revision}”",
                f"there is no git repository to find revision “{revision}” in",
            )
        )
    then = at(repository, revision)
    if then is None:
        raise WrongQuestion(
            Text(f"không có bản “{revision}” trong git", f"git has no revision “{revision}”")
        )
    return then
