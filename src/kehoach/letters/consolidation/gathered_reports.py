"""All agencies' reports of one period, gathered by item of the plan.

The base of the consolidated report (Plan 06, III.1.c: "để tổng hợp báo cáo theo quy định"): who
reported and who did not, and what each said of each item.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from kehoach.grouping import group_by
from kehoach.letters.consolidation.consolidated_items import (
    ConsolidatedItem,
    ItemEntry,
    Standing,
)
from kehoach.model.ids import AgencyId, ItemId
from kehoach.model.plan import Plan
from kehoach.model.workspace import Filing
from kehoach.periods import ONCE, PeriodName
from kehoach.verdicts.assessment import Assessment, Report
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations import Demand
from kehoach.words.statuses import Status


@dataclass(frozen=True)
class Consolidation:
    """Everything reported for one report in one period, as of the end of ``as_of``.

    ``reports`` are the verdicts on who owes the report; ``beside`` reports of agencies that need
    not send one; ``unheard`` reports that are there but do not count by that day; ``remarks`` what
    the files say as a whole, by agency.
    """

    plan: Plan
    demand: Demand
    as_of: date
    reports: tuple[Assessment, ...]
    beside: tuple[Claim, ...]
    unheard: tuple[Claim, ...]
    items: tuple[ConsolidatedItem, ...]
    remarks: tuple[tuple[AgencyId, str], ...]

    @property
    def waived(self) -> tuple[Assessment, ...]:
        """Who is excused from reporting; counted apart."""
        return tuple(each for each in self.reports if each.status is Status.WAIVED)

    @property
    def sent(self) -> tuple[Assessment, ...]:
        """Who reported, nil reports included, the first received first."""
        sent = (each for each in self.reports if each.done)
        return tuple(sorted(sent, key=_received))

    @property
    def late(self) -> tuple[Assessment, ...]:
        """Who reported after the last day; a part of ``sent``."""
        return tuple(each for each in self.sent if each.status is Status.DONE_LATE)

    @property
    def nil(self) -> tuple[Assessment, ...]:
        """Who reported that nothing arose; a part of ``sent``."""
        return tuple(each for each in self.sent if each.claim and each.claim.nil)

    @property
    def unsent(self) -> tuple[Assessment, ...]:
        """Who has not reported, whether its last day has passed or not."""
        return tuple(each for each in self.reports if not each.done and each not in self.waived)

    @property
    def asked(self) -> int:
        """How many have to report: those who did and those who did not."""
        return len(self.sent) + len(self.unsent)

    @property
    def sample(self) -> bool:
        """Whether anything gathered is invented, illustrative data."""
        entries = (entry.claim for item in self.items for entry in item.entries)
        sent = (each.claim for each in self.sent if each.claim)
        return any(claim.sample for claim in (*entries, *sent, *self.beside))


def consolidate(report: Report, demand: Demand, filings: Iterable[Filing]) -> Consolidation:
    """Return what was received by ``report.as_of`` for one report (``demand``), by item."""
    heard, scope = tuple(report.counting()), _Scope.of(report, demand)
    verdicts = tuple(
        each for each in report.assessments if _asked(each.obligation.demand) == _asked(demand)
    )
    sent = tuple(filter(scope.is_report, heard))
    senders = _Senders.of(verdicts, sent)
    late = (claim for claim in report.claims if not claim.came_by(report.as_of))
    unheard = tuple(filter(scope.is_report, late))
    claims = tuple(filter(scope.holds, heard))
    return Consolidation(
        report.docket.plan,
        demand,
        report.as_of,
        verdicts,
        tuple(claim for claim in sent if claim.key.agency not in senders.owing),
        tuple(claim for claim in unheard if claim.key.agency not in senders.reported),
        tuple(_items(report, scope, senders, claims)),
        _remarks(sent, claims, filings),
    )


@dataclass(frozen=True)
class _Scope:
    """What belongs to one report in one period.

    ``mine`` are the files that deliver this report and no other period's, ``others`` those that
    deliver it for other periods only; ``demands`` all that the plan asks, by item and period.
    """

    demand: Demand
    mine: frozenset[str]
    others: frozenset[str]
    demands: Mapping[tuple[ItemId, PeriodName], Demand]

    @classmethod
    def of(cls, report: Report, demand: Demand) -> "_Scope":
        """Return the scope of a report in a period."""
        periods = _periods_by_file(report, demand.item.id)
        return cls(
            demand,
            frozenset(file for file, of in periods.items() if of == {demand.period}),
            frozenset(file for file, of in periods.items() if demand.period not in of),
            {_asked(each): each for each in report.docket.demands},
        )

    def is_report(self, claim: Claim) -> bool:
        """Say whether a claim is the report itself."""
        return (claim.key.item, claim.key.period) == _asked(self.demand)

    def holds(self, claim: Claim) -> bool:
        """Say whether an entry belongs to what is gathered.

        It does where its file delivers this report and no other period's; otherwise by the period
        it names, and an entry without one by the day on which it was done or received. What an entry
        says of the beginning beside the task belongs only to the period in which that was due.
        """
        if claim.key.item == self.demand.item.id:
            return False
        asked = self.demands[claim.key.item, claim.key.period]
        if claim.beside and not self.includes(asked):
            return False
        if claim.file in self.mine:
            return True
        if asked.term.period.recurs:
            return self.includes(asked)
        if claim.file in self.others or self.demand.period == ONCE:
            return False
        return claim.finished is not None and claim.finished in self.demand.term.period.span

    def includes(self, asked: Demand) -> bool:
        """Say whether a demand falls in the period: its own period lies in it, or its due day."""
        span = self.demand.term.period.span
        if asked.item.id == self.demand.item.id or self.demand.period == ONCE:
            return False
        if not asked.term.period.recurs:
            return asked.due is not None and asked.due in span
        return span.first <= asked.term.period.span.first and asked.term.period.span.end <= span.end


def _periods_by_file(report: Report, item: ItemId) -> Mapping[str, set[PeriodName]]:
    """Return of which periods each file delivers a report; the registry book is no such file."""
    found: dict[str, set[PeriodName]] = {}
    for claim in report.heard():
        if claim.key.item == item and not claim.on_paper:
            found.setdefault(claim.file, set()).add(claim.key.period)
    return found


@dataclass(frozen=True)
class _Senders:
    """Who owes the report, who sent it, who sent a nil report and who is excused from it."""

    owing: frozenset[AgencyId]
    reported: frozenset[AgencyId]
    nil: frozenset[AgencyId]
    excused: frozenset[AgencyId]

    @classmethod
    def of(cls, verdicts: Iterable[Assessment], sent: Iterable[Claim]) -> "_Senders":
        """Return who stands where by the verdicts on a report and what came of it."""
        claims, owing = tuple(sent), tuple(verdicts)
        return cls(
            frozenset(body for verdict in owing for body in _bodies(verdict)),
            frozenset(claim.key.agency for claim in claims),
            frozenset(claim.key.agency for claim in claims if claim.nil),
            frozenset(each.agency for each in owing if each.status is Status.WAIVED),
        )

    def standing(self, verdict: Assessment, answered: Iterable[AgencyId], spoke: bool) -> Standing:
        """Return where one agency stands, what it said itself before what its report says."""
        bodies = _bodies(verdict)
        tests = (
            (Standing.ANSWERED, not bodies.isdisjoint(answered)),
            (Standing.WAIVED, verdict.status is Status.WAIVED),
            (Standing.ELSEWHERE, spoke),
            (Standing.NIL, not bodies.isdisjoint(self.nil)),
            (Standing.SILENT, not bodies.isdisjoint(self.reported)),
            (
                Standing.UNREPORTED,
                not bodies.isdisjoint(self.owing) and verdict.agency not in self.excused,
            ),
        )
        return next((standing for standing, holds in tests if holds), Standing.UNASKED)


def _items(
    report: Report, scope: _Scope, senders: _Senders, claims: Iterable[Claim]
) -> Iterator[ConsolidatedItem]:
    """Yield, in the plan's order, what falls in the period or was spoken of in its files."""
    said = group_by(claims, lambda claim: (claim.key.item, claim.key.period))
    verdicts = group_by(report.assessments, lambda each: _asked(each.obligation.demand))
    for key, asked in scope.demands.items():
        owing, told = tuple(verdicts.get(key, ())), said.get(key, [])
        if told or (owing and scope.includes(asked)):
            entries = tuple(_entries(owing, told))
            standing = _standings(report, senders, owing, told)
            yield ConsolidatedItem(asked, entries, owing, standing)


def _standings(
    report: Report, senders: _Senders, owing: Iterable[Assessment], told: Iterable[Claim]
) -> Mapping[Standing, Sequence[Assessment]]:
    """Return who stands where, of those who owe an item of which some told."""
    answered = {claim.key.agency for claim in told}
    return group_by(owing, lambda each: senders.standing(each, answered, _spoke(report, each)))


def _spoke(report: Report, verdict: Assessment) -> bool:
    """Say whether anything at all was received from them on this obligation."""
    key = verdict.obligation.key
    said = (report.counting_of(key._replace(agency=body)) for body in _bodies(verdict))
    return any(True for _ in chain.from_iterable(said))


def _asked(demand: Demand) -> tuple[ItemId, PeriodName]:
    """Return what is asked for, by which claims and verdicts are found."""
    return demand.item.id, demand.period


def _bodies(verdict: Assessment) -> frozenset[AgencyId]:
    """Return all whose word counts for a verdict: who owes it, and in whose place it stands."""
    return frozenset((verdict.agency, verdict.obligation.agency, *verdict.merged))


def _entries(verdicts: tuple[Assessment, ...], claims: list[Claim]) -> Iterator[ItemEntry]:
    """Yield the entries in the order of those who owe the item, then of the others.

    The entry that counts is the one on which the verdict rests, else the last received. One entry
    of a body that was divided stands under each of its successors.
    """
    rest = list(claims)
    for verdict in verdicts:
        theirs = [claim for claim in claims if claim.key.agency in _bodies(verdict)]
        counts = verdict.claim if verdict.claim in theirs else theirs[-1] if theirs else None
        for claim in theirs:
            yield ItemEntry(claim, verdict, claim is counts)
        rest = [claim for claim in rest if claim not in theirs]
    for claim in rest:
        yield ItemEntry(claim, None, counted=False)


def _received(verdict: Assessment) -> date:
    """Sort by the day of receipt."""
    receipt = verdict.claim.receipt if verdict.claim else None
    return receipt.day if receipt else date.max


def _remarks(
    sent: tuple[Claim, ...], claims: tuple[Claim, ...], filings: Iterable[Filing]
) -> tuple[tuple[AgencyId, str], ...]:
    """Return what the reports, and the files of all that is gathered, say as a whole, each once."""
    notes = {filing.file: filing.submission.note for filing in filings}
    said = [(claim.key.agency, claim.note) for claim in sent]
    said += [(claim.key.agency, notes.get(claim.file)) for claim in (*sent, *claims)]
    return tuple(dict.fromkeys((agency, note) for agency, note in said if note))
