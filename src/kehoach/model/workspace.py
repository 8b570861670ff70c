"""Everything that was read, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kehoach.calendar import WorkCalendar
from kehoach.diagnostics import Finding, Route, Severity
from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions
from kehoach.model.plan import Plan
from kehoach.model.receipts import RegistryBook
from kehoach.model.submissions import Submission

if TYPE_CHECKING:  # few folders have these
    from kehoach.model.check_settings import CheckSettings
    from kehoach.model.holidays import Holidays
    from kehoach.model.reminders import Reminder

NO_PLAN = ""
"""The plan of a record that may be of several."""


class Filing(NamedTuple):
    """A submission as filed: its file, and the agency whose folder it lies in."""

    file: str
    folder: str | None
    submission: Submission


class PlanFile(NamedTuple):
    """A plan and the file it came from."""

    file: str
    plan: Plan


@dataclass(frozen=True)
class Workspace:
    """One data folder, read whole; or of what was filed, one part.

    ``findings`` are the mistakes met in reading; ``left_out`` the files that could not be used,
    ``lost`` by file the entries that could not, of files that count otherwise, and ``unreadable`` the
    ids that stand in these: what names one of them is not wrong for that. ``beside``: what
    else stands of the submissions.
    The other files are named by where they stand: ``agencies.yaml`` and so on.
    """

    plans: tuple[PlanFile, ...]
    registry: Registry
    decisions: Decisions
    book: RegistryBook
    calendar: WorkCalendar
    holidays: "Holidays | None"
    filings: tuple[Filing, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...]
    lost: Mapping[str, tuple[Route, ...]] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()
    reminders: "tuple[Reminder, ...]" = ()
    settings: "CheckSettings | None" = None

    def nearest(self, path: str) -> str:
        """Return what still stands of a path in the repository: the file, or a folder above it.

        The registry always stands.
        """
        parts = path.split("/")
        names = (
            "/".join(parts[start:end])
            for start, part in enumerate(parts)
            if part == file_names.SUBMISSIONS
            for end in range(len(parts), start, -1)
        )
        return next((name for name in names if name in self._standing), file_names.REGISTRY)

    @cached_property
    def taken(self) -> frozenset[str]:
        """The paths of the submissions' files and folders, without capitals: no new file may bear one."""
        return frozenset(each.casefold() for each in self._standing)

    @cached_property
    def _standing(self) -> frozenset[str]:
        """The files that were met, and the folders they lie in."""
        files = (*(each.file for each in self.filings), *self.left_out, *self.beside)
        routes = [file.split("/") for file in files]
        return frozenset("/".join(r[:end]) for r in routes for end in range(1, len(r) + 1))

    def not_counted(self, finding: Finding) -> bool:
        """Say whether a finding is why something that the office wrote does not count.

        A report that lies astray is its agency's: where it belongs (``better``) says whose it is. How
        checks are set changes no verdict.
        """
        file = finding.place.file
        if file == file_names.CHECKS:
            return False
        belongs = str(finding.values.get("better", ""))
        if any(name.startswith(f"{file_names.SUBMISSIONS}/") for name in (file, belongs)):
            return False
        office = file in file_names.OFFICE_FILES or any(each.file == file for each in self.plans)
        return file in self.left_out or (office and finding.rule.severity is Severity.ERROR)
