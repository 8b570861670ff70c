"""The answer to a question as a run: every verdict asked for, and everything found wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from kehoach.checks import (
    OfficeReview,
    PartReview,
    WholeReview,
    crossing,
    late_in,
    letters,
    wrong_across,
    wrong_in_office,
    wrong_in_part,
)
from kehoach.diagnostics import Finding
from kehoach.model.ids import AgencyId, PlanId
from kehoach.model.workspace import Filing, Workspace
from kehoach.reading.positions import Located, Positions
from kehoach.reading.repositories.repository import Repository
from kehoach.run.account import Tallied
from kehoach.run.by_parts.parts import WHOLE, DataPart
from kehoach.run.few_alike import few_alike
from kehoach.run.reported import Reported
from kehoach.run.selection import Selection
from kehoach.run.sifting import Sifted, sift, sift_change
from kehoach.verdicts.assessment import Alike, Report
from kehoach.verdicts.obligations import Docket
from kehoach.words import Text

if TYPE_CHECKING:
    from kehoach.verdicts.evidence.history import History


@dataclass(frozen=True)
class Run(Tallied, Reported):
    """The answer: what was read, the verdicts asked for, and everything found wrong.

    ``shown_folder`` prefixes file names so that they can be opened from where the user stands;
    ``files`` and ``codes`` restrict findings to some of them, ``base`` to what is new since that run.
    ``blind`` is why git could not tell what was withdrawn, amended or merged late; ``histories`` what it
    knows, by plan, where it has been asked. ``today`` is the real day of the run, or ``as_of`` where
    that is later. Findings are looked for when they are asked for. ``part`` is what of the data was
    read, ``others`` reads what all others filed; ``dockets`` are those of everybody.
    """

    workspace: Workspace
    reports: tuple[Report, ...]
    alike: tuple[Alike, ...]
    coordinating: tuple[AgencyId, ...]
    as_of: date
    timezone: str
    shown_folder: str
    asked: Selection
    repository: Repository | None
    positions: Positions = field(repr=False)
    histories: "Mapping[PlanId, History]"
    dockets: tuple[Docket, ...]
    blind: Text | None = None
    revision: str | None = None
    files: frozenset[str] = frozenset()
    codes: tuple[str, ...] = ()
    base: "Run | None" = None
    wordings: bool = False
    today: date | None = None
    part: DataPart = WHOLE
    others: Callable[[], tuple[Filing, ...]] = tuple
    since: date | None = None

    @cached_property
    def sifted(self) -> Sifted:
        """What is wrong in all the files (or was brought by a change), and what of it is passed over."""
        settings = self.workspace.settings
        if self.base is None:
            return sift(self._wrong, settings, self.as_of)

        from kehoach.run.doubtful_settings import grown  # noqa: PLC0415 - only where a change is asked about
        from kehoach.run.since import brought, lowered_or_moved  # noqa: PLC0415 - the same

        new = brought(self.base._wrong, self._wrong)  # noqa: SLF001 - of the same kind
        taken = lowered_or_moved(self.base.reports, self.reports, self.workspace)
        before = self.base.workspace.settings
        return sift_change((*new, *taken, *grown(before, settings)), before, settings, self.as_of)

    @cached_property
    def _wrong(self) -> tuple[Finding, ...]:
        """What is wrong in all the files, new or not."""
        found = tuple(few_alike(chain(self.workspace.findings, self._wrong_in_all())))
        thorough = self.wordings and self.part == WHOLE
        return (*found, *few_alike(self.in_settings(found, thorough=thorough)))

    def _wrong_in_all(self) -> Iterator[Finding]:
        """Yield what the checks find: of the office's files, of what was filed, of both.

        Of one part that is read alone, nothing that only all of them together tell.
        """
        office = OfficeReview(
            self.workspace,
            self.dockets,
            self.as_of,
            {plan: history.timeline for plan, history in self.histories.items()},
            self.blind,
            self.wordings,
            self.today,
        )
        yield from filter(self._concerns, wrong_in_office(office))
        yield from wrong_in_part(self._part)
        told = crossing(self._part)
        if self.part == WHOLE:
            filings = self.workspace.filings
            yield from wrong_across(WholeReview(office, told, lambda: letters(filings)))
        elif told.gone:
            yield from self._withdrawn(WholeReview(office, told, lambda: ()))

    def _concerns(self, finding: Finding) -> bool:
        """Say whether a finding is about what was read: commits in files of others are theirs."""
        if self.part == WHOLE or "commit" not in finding.values:
            return True
        file = finding.place.file
        return "/" in file and self.part.reads(file)

    def _withdrawn(self, review: WholeReview) -> Iterator[Finding]:
        """Yield what was withdrawn, of a part that was read alone; others may hold it astray."""
        from kehoach.checks.commits import withdrawn_reports  # noqa: PLC0415 - as in the checks

        elsewhere = replace(self._part, workspace=replace(self.workspace, filings=self.others()))
        astray = review.crossing.astray.union(withdrawn_reports.astray(elsewhere))
        crossing = review.crossing._replace(astray=astray)
        yield from withdrawn_reports.across(replace(review, crossing=crossing))

    @property
    def _part(self) -> PartReview:
        """Everything filed, as one part."""
        return PartReview(self.workspace, self.reports, self.histories)

    @cached_property
    def uncounted(self) -> tuple[Finding, ...]:
        """What of the office's own files does not count: it cannot be read, or is an error."""
        return tuple(filter(self.workspace.not_counted, self._wrong))

    @cached_property
    def verdicts(self) -> tuple[Finding, ...]:
        """What is late or overdue, as findings."""
        found = late_in(self._part)
        if self.base is None:
            return self.asked_about(found)

        from kehoach.run.since import brought, turned_in  # noqa: PLC0415 - as above

        late = tuple(brought(self.base.verdicts, found))
        told = (*self.wrong, *late)
        turns = turned_in(self.base.reports, self.reports, self.workspace, told)
        return self.asked_about((*late, *turns))

    def only_files(self, names: frozenset[str]) -> "Run":
        """Return the same with the findings of some files only (or of folders of them)."""
        return replace(self, files=names)

    def only_rules(self, codes: tuple[str, ...]) -> "Run":
        """Return the same with the findings of some rules only, by their codes or how those begin."""
        return replace(self, codes=codes)

    def placed(self, findings: Iterable[Finding]) -> list[Located]:
        """Return findings with their lines and columns, in the order given."""
        return self.positions.located(findings)
