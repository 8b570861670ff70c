"""Where the plans stand, added up from the results of the parts of the data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, reduce
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Self

from kehoach.checks import OfficeReview, WholeReview, joined, letters, wrong_across, wrong_in_office
from kehoach.diagnostics import Finding
from kehoach.grouping import group_by
from kehoach.model.ids import PlanId
from kehoach.model.workspace import Workspace
from kehoach.reading.folder import everybody
from kehoach.reading.positions import Located, Positions
from kehoach.reading.repositories.repository import Repository
from kehoach.reading.strays import Unread
from kehoach.reading.workspace_reading import Filings, each_filing
from kehoach.run.account import ReceiptCounts, is_debt
from kehoach.run.by_parts.part_result import DemandPlace, Listed, PartResult
from kehoach.run.by_parts.parts import WHOLE, DataPart
from kehoach.run.few_alike import few_alike
from kehoach.run.inquiry import Inquiry
from kehoach.run.reported import Reported
from kehoach.run.selection import Selection
from kehoach.run.sifting import Sifted, sift
from kehoach.verdicts.assessment import Alike, Assessment
from kehoach.verdicts.assessment.alike import alone
from kehoach.verdicts.evidence import Source
from kehoach.verdicts.obligations import Demand, Docket
from kehoach.verdicts.tables import Counts, Responsibility, total
from kehoach.verdicts.tables.changes_since import RecentChange
from kehoach.verdicts.tables.responsibility import worst_first
from kehoach.verdicts.tables.trend import Years

if TYPE_CHECKING:
    from kehoach.verdicts.evidence.commit_timeline import Timeline


@dataclass(frozen=True)
class Ledger(Reported):
    """An account of everything, part by part; ``logs`` is what git knows of the commits, by plan.

    Whatever its parts are, and in whatever order they were judged, the same comes out: figures are
    added up, and lists put in order by the places of demands and agencies.
    """

    inquiry: Inquiry
    results: tuple[PartResult, ...]
    logs: "Mapping[PlanId, Timeline]"
    files: frozenset[str] = field(default=frozenset())
    codes: tuple[str, ...] = ()

    part: DataPart = field(default=WHOLE, init=False)

    @property
    def as_of(self) -> date:  # type: ignore[override]
        """The day judged."""
        return self.inquiry.as_of

    @property
    def shown_folder(self) -> str:  # type: ignore[override]
        """What prefixes file names so that they can be opened from where the user stands."""
        return self.inquiry.shown_folder

    @property
    def timezone(self) -> str:
        """The timezone by whose days everything is judged."""
        return self.inquiry.timezone

    @property
    def dockets(self) -> tuple[Docket, ...]:
        """All obligations of each plan."""
        return self.inquiry.dockets

    @property
    def asked(self) -> Selection:  # type: ignore[override]
        """What was asked for."""
        return self.inquiry.asked

    @property
    def repository(self) -> Repository | None:  # type: ignore[override]
        """The repository that the data lies in."""
        return self.inquiry.around.repository

    @property
    def revision(self) -> str | None:
        """The revision asked for."""
        return self.inquiry.question.rev

    @cached_property
    def workspace(self) -> Workspace:  # type: ignore[override]
        """The office's files, with the names of what was filed."""
        unread = reduce(Unread.beside, (each.unread for each in self.results), Unread())
        left_out = tuple(chain.from_iterable(each.left_out for each in self.results))
        return self.inquiry.office.workspace(Filings((), (), left_out, unread, self.filed))

    @cached_property
    def filed(self) -> tuple[str, ...]:
        """The submissions that were read, by the names of their files."""
        names = chain.from_iterable(each.filed for each in self.results)
        return tuple(sorted(names, key=lambda name: name.split("/")))

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files that could not be read at all."""
        return self.workspace.left_out

    @property
    def sample(self) -> bool:
        """Whether any verdict shown rests on invented data."""
        return any(each.sample for each in self.results)

    @property
    def invented(self) -> bool:
        """Whether invented data is counted anywhere."""
        return any(each.invented for each in self.results)

    @cached_property
    def received(self) -> ReceiptCounts:
        """By what how many entries received so far were dated."""
        found = [each.received for each in self.results]
        by_source = {each: sum(one.by_source[each] for one in found) for each in Source}
        return ReceiptCounts(by_source, sum(each.own for each in found))

    @cached_property
    def counts(self) -> Counts:
        """Counts over the verdicts asked for: the sum of all agencies'."""
        return total(row.counts for row in self.responsibilities)

    @cached_property
    def responsibilities(self) -> tuple[Responsibility, ...]:
        """The responsibility table: an agency stands in one part only."""
        rows = chain.from_iterable(each.responsibilities for each in self.results)
        return tuple(sorted(rows, key=worst_first))

    @cached_property
    def _tallies(self) -> dict[Demand, tuple[int, Counts]]:
        """How many owe each demand and how they stand, in the order of the plans."""
        every = chain.from_iterable(each.demands for each in self.results)
        found: dict[DemandPlace, tuple[int, Counts]] = {}
        for place, owing, counts in every:
            before = found.get(place)
            found[place] = (
                (before[0] + owing, total((before[1], counts))) if before else (owing, counts)
            )
        return {self._demand(place): found[place] for place in sorted(found, key=_order)}

    @cached_property
    def owing(self) -> Mapping[Demand, int]:
        """How many owe what is asked for in a period."""
        return {demand: owing for demand, (owing, _) in self._tallies.items()}

    @cached_property
    def by_demand(self) -> Mapping[Demand, Counts]:
        """The counts of what is asked for in a period."""
        return {demand: counts for demand, (_, counts) in self._tallies.items()}

    @cached_property
    def by_year(self) -> Years:
        """The counts by year of the due day."""
        years = dict.fromkeys(chain.from_iterable(each.by_year for each in self.results))
        return {
            year: total(each.by_year[year] for each in self.results if year in each.by_year)
            for year in sorted(years, key=lambda year: year or 9999)
        }

    @cached_property
    def pressing(self) -> tuple[Alike, ...]:
        """What is overdue or due soon, and what a decision gave another day."""
        return self._in_order(each.pressing for each in self.results)

    @cached_property
    def debts(self) -> Mapping[str, Sequence[Assessment]]:
        """What each agency has still to do, as far ahead as the question looks."""
        listed = self._in_order(chain(each.pressing, each.ahead) for each in self.results)
        owed = (each.verdict for each in listed if is_debt(each.verdict))
        return group_by(owed, lambda each: each.agency)

    def owed_on(self, demand: Demand) -> Sequence[Assessment]:
        """Return the verdicts on a demand from which another is compiled."""
        return self._compiled.get(demand, ())

    @cached_property
    def _compiled(self) -> Mapping[Demand, Sequence[Assessment]]:
        listed = self._in_order(each.compiled for each in self.results)
        return group_by((e.verdict for e in listed), lambda each: each.obligation.demand.shared)

    @property
    def since(self) -> date | None:
        """The day from whose end on is told what changed."""
        return self.inquiry.since

    @cached_property
    def lately(self) -> Mapping[RecentChange, tuple[Alike, ...]]:
        """What changed since that day."""
        changes = dict.fromkeys(chain.from_iterable(each.lately for each in self.results))
        return {
            change: self._in_order(each.lately[change] for each in self.results)
            for change in changes
        }

    def _in_order(self, listed: Iterable[Iterable[Listed]]) -> tuple[Alike, ...]:
        every = chain.from_iterable(listed)
        ordered = sorted(every, key=lambda each: (*each.demand[:2], each.number))
        return tuple(alone(self._assessment(each)) for each in ordered)

    def _assessment(self, each: Listed) -> Assessment:
        """Return a verdict as it was, without the entry that it rests on."""
        docket = self.dockets[each.demand.plan]
        owed = docket.owed_by(docket.demands[each.demand.demand], each.agency)
        if each.owing != each.agency:
            owed = docket.inherited(owed, each.owing)
        sent_back = [one for one in owed.returns if one.day == each.returned]
        owed = owed._replace(returns=tuple(sent_back[:1]))
        return Assessment(
            owed, each.owing, each.status, each.reason, each.days, each.due_soon, None, None,
            each.covered, each.inherited_from, each.heirless, each.merged, None, each.excuse,
        )  # fmt: skip

    def _demand(self, place: DemandPlace) -> Demand:
        docket = self.dockets[place.plan]
        shared = docket.demands[place.demand]
        return docket.assignment.local[place.calendar, shared] if place.calendar else shared

    @cached_property
    def sifted(self) -> Sifted:
        """What is wrong in all the files, and what of it is passed over."""
        return sift(self._wrong, self.workspace.settings, self.as_of)

    @cached_property
    def _wrong(self) -> tuple[Finding, ...]:
        found = tuple(few_alike(chain(self.workspace.findings, self._wrong_in_all())))
        thorough = self.inquiry.question.wordings
        return (*found, *few_alike(self.in_settings(found, thorough=thorough)))

    def _wrong_in_all(self) -> Iterator[Finding]:
        """Yield what the checks find: of the office's files, of what was filed, of both."""
        inquiry, office = self.inquiry, self.workspace
        review = OfficeReview(
            office,
            self.dockets,
            inquiry.as_of,
            self.logs,
            None,
            inquiry.question.wordings,
            inquiry.today,
        )
        yield from wrong_in_office(review)
        yield from chain.from_iterable(each.wrong for each in self.results)
        told = joined(each.crossing for each in self.results)
        filings = each_filing(inquiry.folder, everybody)
        yield from wrong_across(WholeReview(review, told, lambda: letters(filings)))

    @cached_property
    def uncounted(self) -> tuple[Finding, ...]:
        """What of the office's own files does not count: it cannot be read, or is an error."""
        return tuple(filter(self.workspace.not_counted, self._wrong))

    @cached_property
    def verdicts(self) -> tuple[Finding, ...]:
        """What is late or overdue, as findings, the worst first in each plan."""
        every = chain.from_iterable(each.verdicts for each in self.results)
        ordered = sorted(every, key=lambda each: (each.plan, -each.days, each.demand, each.number))
        return self.asked_about(map(attrgetter("finding"), ordered))

    def placed(self, findings: Iterable[Finding]) -> list[Located]:
        """Return findings with their lines and columns, in the order given.

        Of what stands in submissions their parts found the places, where they are shown.
        """
        return self._positions.located(findings)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.inquiry.folder.text, self.inquiry.office.lost)

    def only_files(self, names: frozenset[str]) -> Self:
        """Return the same with the findings of some files only (or of folders of them)."""
        return replace(self, files=names)

    def only_rules(self, codes: tuple[str, ...]) -> Self:
        """Return the same with the findings of some rules only, by their codes or how those begin."""
        return replace(self, codes=codes)


def _order(place: DemandPlace) -> tuple[int, int, str]:
    return place.plan, place.demand, place.calendar or ""
