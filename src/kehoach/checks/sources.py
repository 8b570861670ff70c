"""What checks of the office may see of a run: protocols, so that none looks into what was filed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from kehoach.calendar import WorkCalendar
from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions
from kehoach.model.receipts import RegistryBook
from kehoach.model.workspace import PlanFile

if TYPE_CHECKING:
    from kehoach.model.holidays import Holidays
    from kehoach.verdicts.evidence.arrival_log import Logged
    from kehoach.verdicts.evidence.commit import Commit
    from kehoach.verdicts.evidence.commit_days import CommitDay
    from kehoach.verdicts.evidence.committers import Committers
    from kehoach.verdicts.evidence.wrong_clocks import WrongClocks


class OfficeFiles(Protocol):
    """What the office wrote: a ``Workspace`` without what agencies filed."""

    @property
    def plans(self) -> tuple[PlanFile, ...]:
        """The plans, and the files they came from."""
        ...

    @property
    def registry(self) -> Registry:
        """The agencies and groups."""
        ...

    @property
    def decisions(self) -> Decisions:
        """What was decided since."""
        ...

    @property
    def book(self) -> RegistryBook:
        """What came when, by the office's own book."""
        ...

    @property
    def calendar(self) -> WorkCalendar:
        """Which days are off."""
        ...

    @property
    def holidays(self) -> "Holidays | None":
        """The office's own file of holidays, if there is one."""
        ...

    @property
    def unreadable(self) -> frozenset[str]:
        """The ids that stand in entries which could not be read."""
        ...

    def nearest(self, path: str) -> str:
        """Return what still stands of a path in the repository."""
        ...


class CommitLog(Protocol):
    """What is known of the commits themselves: a ``History`` without what the files said."""

    @property
    def commits(self) -> "Sequence[Commit]":
        """All of them, children before parents."""
        ...

    @property
    def committers(self) -> "Committers":
        """Whose addresses they bear."""
        ...

    @property
    def foxtrots(self) -> "tuple[Commit, ...]":
        """Merges by which an agency pulled the main line into its own."""
        ...

    @property
    def days(self) -> "Mapping[str, CommitDay]":
        """On which day each counts."""
        ...

    @property
    def clocks(self) -> "WrongClocks":
        """Which of them are dated wrongly."""
        ...

    @property
    def logged(self) -> "Logged":
        """What the arrival log says of them."""
        ...

    @property
    def aside(self) -> "tuple[Commit, ...]":
        """Those that the log lists, and that are not on the main line."""
        ...

    @property
    def today(self) -> date:
        """The day of the run."""
        ...

    def known_by(self, day: date, commits: "Sequence[Commit] | None" = None) -> "Iterator[Commit]":
        """Yield the commits that had come by the end of a day."""
        ...
