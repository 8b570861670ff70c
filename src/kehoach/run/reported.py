"""How what was found is told: of which files, in which order, by which names."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kehoach.diagnostics import Finding
from kehoach.model.agencies import Registry
from kehoach.model.plan import Plan
from kehoach.model.workspace import Workspace
from kehoach.reading.positions import Located
from kehoach.reading.repositories.repository import Repository
from kehoach.run.selection import Selection
from kehoach.run.sifting import PassedOver, Sifted
from kehoach.verdicts.assessment import Assessment

if TYPE_CHECKING:  # few folders have such a file
    from kehoach.model.check_settings import Ignore
    from kehoach.model.reminders import Reminder
    from kehoach.verdicts.tables.reminded import ReminderBook


class Reported(ABC):
    """What an account says of its findings and names, whoever reckoned it."""

    workspace: Workspace
    as_of: date
    shown_folder: str
    files: frozenset[str]
    asked: Selection
    codes: tuple[str, ...]
    repository: Repository | None

    @property
    @abstractmethod
    def sifted(self) -> Sifted:
        """What is wrong in all the files, and what of it the settings of the checks pass over."""

    @cached_property
    def wrong(self) -> tuple[Finding, ...]:
        """What is wrong in the files: everything found but verdicts of lateness."""
        return self.asked_about(self.sifted.kept)

    @cached_property
    def passed(self) -> tuple[PassedOver, ...]:
        """What is passed over."""
        return tuple(each for each in self.sifted.passed if self._is_asked_about(each.finding))

    def in_settings(self, found: tuple[Finding, ...], *, thorough: bool) -> Iterator[Finding]:
        """Yield what is wrong in the settings of the checks, given all else; ``thorough``: it is all."""
        if (settings := self.workspace.settings) is not None:
            from kehoach.run.doubtful_settings import (  # noqa: PLC0415 - few folders have such a file
                doubtful_settings,
            )

            git = self.repository is not None
            yield from doubtful_settings(
                settings, self.workspace, found, self.as_of, thorough=thorough, git=git
            )

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

    def asked_about(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings of the rules and in the files asked for (all, where none was named)."""
        return tuple(filter(self._is_asked_about, found))

    def _is_asked_about(self, finding: Finding) -> bool:
        file = finding.place.file
        return (not self.codes or finding.rule.code.startswith(self.codes)) and (
            not self.files
            or file in self.files
            or any(file.startswith(f"{name}/") for name in self.files)
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
        return sorted(self.placed(self.findings if findings is None else findings), key=_by_place)

    def located_passed(self) -> list[tuple[Located, "Ignore | None"]]:
        """Return what is passed over with line and column, in order of place, and by which entry."""
        located = self.placed(each.finding for each in self.passed)
        pairs = zip(located, (each.ignore for each in self.passed), strict=True)
        return sorted(pairs, key=lambda pair: _by_place(pair[0]))

    def reminded(self, each: Assessment) -> "tuple[Reminder, ...]":
        """Return by which letters somebody was reminded of a debt, the earliest first."""
        return self._reminders.about(each) if self.workspace.reminders else ()

    @cached_property
    def _reminders(self) -> "ReminderBook":
        from kehoach.verdicts.tables.reminded import ReminderBook  # noqa: PLC0415 - few keep one

        return ReminderBook(self.registry, self.workspace.reminders, self.as_of)

    def shown_file(self, file: str) -> str:
        """Return a file's name as the user can open it."""
        return f"{self.shown_folder}{file}"

    def agency_name(self, id_: str) -> str:
        """Return the name that an agency bears at the date of the run, or its id."""
        agency = self.registry.agency.get(id_)
        return agency.name_on(self.as_of) if agency else id_


def _by_place(located: Located) -> Any:
    finding = located.finding
    return (
        finding.place.file, located.line, located.column, finding.rule.code,
        finding.subject.agency or "", finding.subject.period or "",
    )  # fmt: skip
