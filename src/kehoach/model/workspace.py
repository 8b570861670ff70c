"""Everything that was read, and what was left out."""

from dataclasses import dataclass

from kehoach.calendar import WorkCalendar
from kehoach.diagnostics import Finding
from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions
from kehoach.model.plan import Plan
from kehoach.model.receipts import RegistryBook
from kehoach.model.submissions import Submission


@dataclass(frozen=True, slots=True)
class Filing:
    """A submission as filed: its file, and the agency whose folder it lies in."""

    file: str
    folder: str | None
    submission: Submission


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan and the file it came from."""

    file: str
    plan: Plan


@dataclass(frozen=True)
class Workspace:
    """One data folder, read whole.

    ``findings`` are the mistakes met in reading; ``left_out`` the files that could not be used.
    The other files are named by where they stand: ``agencies.yaml`` and so on.
    """

    plans: tuple[PlanFile, ...]
    registry: Registry
    decisions: Decisions
    book: RegistryBook
    calendar: WorkCalendar
    filings: tuple[Filing, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...]
