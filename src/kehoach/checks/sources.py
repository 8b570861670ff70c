"""What checks of the office may see of a run: protocols, so that none looks into what was filed."""

from typing import TYPE_CHECKING, Protocol

from kehoach.calendar import WorkCalendar
from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions
from kehoach.model.receipts import RegistryBook
from kehoach.model.workspace import PlanFile

if TYPE_CHECKING:
    from kehoach.model.holidays import Holidays
    from kehoach.model.reminders import Reminder


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
    def reminders(self) -> "tuple[Reminder, ...]":
        """The letters by which somebody was reminded."""
        ...

    @property
    def unreadable(self) -> frozenset[str]:
        """The ids that stand in entries which could not be read."""
        ...

    def nearest(self, path: str) -> str:
        """Return what still stands of a path in the repository."""
        ...
