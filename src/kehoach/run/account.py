"""Where the plans stand: what pages of totals are made of, however it was reckoned."""
# ruff: noqa: D102 - the members of the protocol are told in its own words

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from kehoach.diagnostics import Finding
from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId
from kehoach.model.plan import Plan
from kehoach.model.workspace import Workspace
from kehoach.reading.positions import Located
from kehoach.reading.repositories.repository import Repository
from kehoach.run.by_parts.parts import DataPart
from kehoach.run.selection import Selection
from kehoach.run.sifting import PassedOver
from kehoach.verdicts.assessment import Alike, Assessment, Report
from kehoach.verdicts.evidence import Source
from kehoach.verdicts.obligations import Demand, Docket
from kehoach.verdicts.tables import Counts, Responsibility, responsibilities, tallied, total
from kehoach.verdicts.tables.changes_since import RecentChange, changed_since
from kehoach.words.statuses import Status

if TYPE_CHECKING:
    from kehoach.model.check_settings import Ignore
    from kehoach.model.reminders import Reminder
    from kehoach.verdicts.tables.trend import Years


class ReceiptCounts(NamedTuple):
    """By what how many entries were dated; ``own`` of git's rest on the sender's own clock only."""

    by_source: Mapping[Source, int]
    own: int


class Account(Protocol):
    """Where the plans stand, without each verdict: of a run, or of parts that were added up.

    ``part`` is what of the data was looked at.
    ``workspace`` holds at least the office's own files; which submissions were read says ``filed``
    (their names), and which files were not, ``left_out``; ``files`` restricts findings to some of
    them, where any is named; ``passed`` is what the settings of the checks pass over. ``owing`` is how
    many owe each demand; ``pressing`` what is overdue, due soon or moved to another day, ``lately``
    what changed after the end of ``since``. Verdicts and demands stand in the order of plan, item,
    period and agency. ``debts`` is what each agency has still to do: all that is overdue or due soon,
    and what falls due in as many days as the question looks ahead, or in more; ``invented``, whether
    invented data is counted anywhere, asked about or not. ``owed_on`` yields the verdicts on a demand
    from which another is compiled, whoever is asked about.
    """

    @property
    def part(self) -> DataPart: ...
    @property
    def workspace(self) -> Workspace: ...
    @property
    def dockets(self) -> tuple[Docket, ...]: ...
    @property
    def registry(self) -> Registry: ...
    @property
    def plans(self) -> tuple[Plan, ...]: ...
    @property
    def filed(self) -> Sequence[str]: ...
    @property
    def left_out(self) -> tuple[str, ...]: ...
    @property
    def files(self) -> frozenset[str]: ...
    @property
    def as_of(self) -> date: ...
    @property
    def timezone(self) -> str: ...
    @property
    def asked(self) -> Selection: ...
    @property
    def repository(self) -> Repository | None: ...
    @property
    def revision(self) -> str | None: ...
    @property
    def shown_folder(self) -> str: ...
    @property
    def sample(self) -> bool: ...
    @property
    def invented(self) -> bool: ...
    @property
    def received(self) -> ReceiptCounts: ...
    @property
    def counts(self) -> Counts: ...
    @property
    def responsibilities(self) -> tuple[Responsibility, ...]: ...
    @property
    def owing(self) -> Mapping[Demand, int]: ...
    @property
    def by_demand(self) -> Mapping[Demand, Counts]: ...
    @property
    def by_year(self) -> "Years": ...
    @property
    def pressing(self) -> Sequence[Alike]: ...
    @property
    def debts(self) -> Mapping[str, Sequence[Assessment]]: ...
    @property
    def since(self) -> date | None: ...
    @property
    def lately(self) -> Mapping[RecentChange, Sequence[Alike]]: ...
    @property
    def wrong(self) -> tuple[Finding, ...]: ...
    @property
    def passed(self) -> tuple[PassedOver, ...]: ...
    @property
    def verdicts(self) -> tuple[Finding, ...]: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def uncounted(self) -> tuple[Finding, ...]: ...
    def owed_on(self, demand: Demand, /) -> Iterable[Assessment]: ...
    def reminded(self, each: Assessment, /) -> "tuple[Reminder, ...]": ...
    def placed(self, findings: Iterable[Finding], /) -> list[Located]: ...
    def located(self, findings: Iterable[Finding] | None = None) -> list[Located]: ...
    def located_passed(self) -> list[tuple[Located, "Ignore | None"]]: ...
    def shown_file(self, file: str, /) -> str: ...
    def agency_name(self, id_: str, /) -> str: ...
    def only_files(self, names: frozenset[str], /) -> Self: ...
    def only_rules(self, codes: tuple[str, ...], /) -> Self: ...


class Tallied:
    """The figures of an account, reckoned from verdicts that are all at hand."""

    workspace: Workspace
    reports: tuple[Report, ...]
    alike: tuple[Alike, ...]
    coordinating: tuple[AgencyId, ...]
    since: date | None

    @cached_property
    def assessments(self) -> tuple[Assessment, ...]:
        """Each verdict asked for, written out."""
        return tuple(self.each())

    def each(self) -> Iterator[Assessment]:
        """Yield each verdict asked for; what writes them one by one keeps none."""
        return (verdict for each in self.alike for verdict in each.each())

    def those(self, wanted: Callable[[Assessment], bool]) -> Iterator[Assessment]:
        """Yield each verdict of which something is true, be it whose it may."""
        return (verdict for each in self.alike if wanted(each.verdict) for verdict in each.each())

    @cached_property
    def filed(self) -> tuple[str, ...]:
        """The submissions that were read, by the names of their files."""
        return tuple(each.file for each in self.workspace.filings)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files that could not be read at all."""
        return self.workspace.left_out

    @cached_property
    def sample(self) -> bool:
        """Whether any verdict shown rests on invented data."""
        return any(each.verdict.sample for each in self.alike)

    @cached_property
    def invented(self) -> bool:
        """Whether invented data is counted anywhere, asked about or not."""
        return any(each.verdict.sample for report in self.reports for each in report.alike)

    @cached_property
    def received(self) -> ReceiptCounts:
        """By what how many entries received so far were dated."""
        heard = (claim for report in self.reports for claim in report.heard() if not claim.beside)
        dated = (claim.receipt for claim in heard)
        number = Counter((receipt.source, receipt.verified) for receipt in dated if receipt)
        by_source = {each: number[each, True] + number[each, False] for each in Source}
        return ReceiptCounts(by_source, number[Source.GIT, False])

    @cached_property
    def counts(self) -> Counts:
        """Counts over the verdicts asked for: the sum of all agencies'."""
        return total(row.counts for row in self.responsibilities)

    @cached_property
    def responsibilities(self) -> tuple[Responsibility, ...]:
        """The responsibility table over the verdicts asked for."""
        return responsibilities(self.alike, self.coordinating)

    @cached_property
    def owing(self) -> Mapping[Demand, int]:
        """How many owe what is asked for in a period."""
        owing: Counter[Demand] = Counter()
        for each in self.alike:
            owing[each.verdict.obligation.demand] += len(each.agencies)
        return owing

    @cached_property
    def by_demand(self) -> Mapping[Demand, Counts]:
        """The counts of what is asked for in a period."""
        return tallied(self.alike, lambda each: each.obligation.demand)

    @cached_property
    def by_year(self) -> "Years":
        """The counts by year of the due day."""
        from kehoach.verdicts.tables.trend import (  # noqa: PLC0415 - for a few answers only
            due_year,
            in_order,
        )

        return in_order(tallied(self.alike, due_year))

    @cached_property
    def pressing(self) -> tuple[Alike, ...]:
        """What is overdue or due soon, and what a decision gave another day."""
        return tuple(each for each in self.alike if presses(each.verdict))

    @cached_property
    def debts(self) -> Mapping[str, Sequence[Assessment]]:
        """What each agency has still to do, however far ahead it falls due."""
        return group_by(self.those(is_debt), lambda each: each.agency)

    def owed_on(self, demand: Demand) -> Iterator[Assessment]:
        """Yield the verdicts on a demand, whoever is asked about."""
        for report in self.reports:
            if report.docket.plan is demand.plan:
                for each in report.alike:
                    if each.verdict.obligation.demand.shared is demand:
                        yield from each.each()

    @cached_property
    def lately(self) -> Mapping[RecentChange, tuple[Alike, ...]]:
        """What changed since the day that was asked about; nothing where none was."""
        return changed_since(self.alike, self.since) if self.since else {}

    @cached_property
    def owed_by(self) -> dict[str, list[Assessment]]:
        """The verdicts asked for, by who owes it: whoever writes to each agency asks this often."""
        return group_by(self.assessments, lambda each: each.agency)


def is_debt(verdict: Assessment) -> bool:
    """Say whether something is still to be done by a day."""
    return verdict.status in (Status.OVERDUE, Status.IN_TERM)


def presses(verdict: Assessment) -> bool:
    """Say whether it is overdue or due soon, or a decision gave it another day."""
    return verdict.overdue or verdict.due_soon or verdict.obligation.moved is not None
