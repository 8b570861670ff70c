"""How what was found is told: of which files, in which order, by which names."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date

from kehoach.diagnostics import Finding
from kehoach.model.agencies import Registry
from kehoach.model.plan import Plan
from kehoach.model.workspace import Workspace
from kehoach.reading.positions import Located
from kehoach.run.selection import Selection


class Reported(ABC):
    """What an account says of its findings and names, whoever reckoned it."""

    workspace: Workspace
    as_of: date
    shown_folder: str
    files: frozenset[str]
    asked: Selection

    @property
    @abstractmethod
    def wrong(self) -> tuple[Finding, ...]:
        """What is wrong in the files: everything found but verdicts of lateness."""

    @property
    @abstractmethod
    def verdicts(self) -> tuple[Finding, ...]:
        """What is late or overdue, as findings."""

    @abstractmethod
    def placed(self, findings: Iterable[Finding]) -> list[Located]:
        """Return findings with their lines and columns, in the order given."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found: what is wrong in the files, then the verdicts of lateness."""
        return (*self.wrong, *self.verdicts)

    def among_files(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings in the files asked for (all, where none was named)."""
        return tuple(
            each
            for each in found
            if not self.files
            or each.place.file in self.files
            or any(each.place.file.startswith(f"{name}/") for name in self.files)
        )

    @property
    def registry(self) -> Registry:
        """The agencies and groups."""
        return self.workspace.registry

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans asked about."""
        plans, asked = (each.plan for each in self.workspace.plans), self.asked.plans
        return tuple(each for each in plans if not asked or each.id in asked)

    def located(self, findings: Iterable[Finding] | None = None) -> list[Located]:
        """Return findings (default: all) with line and column, in order of place."""
        located = self.placed(self.findings if findings is None else findings)
        return sorted(located, key=lambda each: (
            each.finding.place.file, each.line, each.column, each.finding.rule.code,
            each.finding.subject.agency or "", each.finding.subject.period or "",
        ))  # fmt: skip

    def shown_file(self, file: str) -> str:
        """Return a file's name as the user can open it."""
        return f"{self.shown_folder}{file}"

    def agency_name(self, id_: str) -> str:
        """Return the name that an agency bears at the date of the run, or its id."""
        agency = self.registry.agency.get(id_)
        return agency.name_on(self.as_of) if agency else id_
