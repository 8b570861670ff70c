"""Receipts from git, found out only when a claim is met that the registry book does not date."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach.model import file_names
from kehoach.model.workspace import Workspace
from kehoach.run.past import Past
from kehoach.verdicts.evidence.entries import Entries
from kehoach.verdicts.evidence.history import History, history
from kehoach.verdicts.evidence.receipt import letters_in

if TYPE_CHECKING:
    from kehoach.run.versions import Versions


class GitArrivals:
    """When the main line of a repository first held what is claimed.

    What it does not hold is not committed: it is received on the real day.
    """

    def __init__(
        self,
        past: Past,
        versions: "Versions",
        entries: Entries,
        office: Workspace,
        as_of: date,
    ) -> None:
        self._plan = entries.periods.plan
        self.plan = self._plan.id
        self._past = past
        self._versions = versions
        self._entries = entries
        self._office = office
        self._as_of = as_of

    @property
    def today(self) -> date:
        """The real day in the plan's timezone."""
        return self._past.around.today(self._plan.timezone)

    @cached_property
    def history(self) -> History:
        """The whole history of the folder's submissions.

        Raises:
            GitTrouble: the repository does not hold it.
        """
        repository = self._past.repository
        known = self._past.timeline(self._plan, self._office.registry)
        reading = self._versions.reading(self._entries, letters_in(self._office.book))
        folder = f"{repository.prefix}{file_names.SUBMISSIONS}/"
        found = history(known, self._versions.changes, self._as_of, reading, folder)
        return replace(found, changes=self._versions.own_changes)

    @property
    def asked(self) -> History | None:
        """The history, if it has been asked for and there is one."""
        found: History | None = vars(self).get("history")
        return found
