"""Everything that was read, and what was left out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Self, TypeVar

from kehoach.calendar import WorkCalendar
from kehoach.diagnostics import Finding, Route, Severity
from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.decisions import KINDS, Decision, Decisions
from kehoach.model.plan import Plan
from kehoach.model.receipts import BookEntry, RegistryBook
from kehoach.model.submissions import Submission

if TYPE_CHECKING:  # few folders have a calendar
    from kehoach.model.holidays import Holidays

NO_PLAN = ""
R = TypeVar("R", Decision, BookEntry)


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

    ``findings`` are the mistakes met in reading; ``left_out`` the files that could not be used,
    ``lost`` by file the entries that could not, of files that count otherwise, and ``unreadable`` the
    ids that stand in these: what names one of them is not wrong for that.
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
    def _standing(self) -> frozenset[str]:
        """The files that were met, and the folders they lie in."""
        files = (*(each.file for each in self.filings), *self.left_out)
        routes = [file.split("/") for file in files]
        return frozenset("/".join(r[:end]) for r in routes for end in range(1, len(r) + 1))

    def not_counted(self, finding: Finding) -> bool:
        """Say whether a finding is why something that the office wrote does not count.

        A report that lies astray is its agency's: where it belongs (``better``) says whose it is.
        """
        file = finding.place.file
        belongs = str(finding.values.get("better", ""))
        if any(name.startswith(f"{file_names.SUBMISSIONS}/") for name in (file, belongs)):
            return False
        office = file in file_names.OFFICE_FILES or any(each.file == file for each in self.plans)
        return file in self.left_out or (office and finding.rule.severity is Severity.ERROR)

    def attributed(self) -> Self:
        """Return the workspace with each record that names no plan given to the one it is of.

        Of several plans that have its item it is of none (``NO_PLAN``) until it says which.
        """
        if len(self.plans) == 1:
            return self
        owners: dict[str, list[str]] = defaultdict(list)
        for each in self.plans:
            for id_ in {*each.plan.item, *(event.id for event in each.plan.events)}:
                owners[id_].append(each.plan.id)

        def of(records: tuple[R, ...]) -> tuple[R, ...]:
            return tuple(_attributed(record, owners) for record in records)

        decisions = self.decisions.model_copy(
            update={kind: of(getattr(self.decisions, kind)) for kind in KINDS}
        )
        book = self.book.model_copy(update={"receipts": of(self.book.receipts)})
        return replace(self, decisions=decisions, book=book)


def _attributed(record: R, owners: Mapping[str, list[str]]) -> R:
    """Return a record with the plan it is of."""
    about: str | None = getattr(record, "item", None) or getattr(record, "id", None)
    if record.plan is not None or about is None or not owners.get(about):
        return record
    only = owners[about][0] if len(owners[about]) == 1 else NO_PLAN
    return record.model_copy(update={"plan": only})
