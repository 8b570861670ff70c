"""All agencies' reports of one period, gathered by item of the plan.

The base of the consolidated report (Plan 06, III.1.c: "để tổng hợp báo cáo theo quy định"): who
reported and who did not, and what each said of each item.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kehoach.letters.matters import Entry, Matter, Standing
from kehoach.model.ids import AgencyId
from kehoach.model.plan import Plan
from kehoach.model.workspace import Filing
from kehoach.periods import ONCE
from kehoach.verdicts.assessment import Assessment, Report, Status
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations import Demand


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
    matters: tuple[Matter, ...]
    remarks: tuple[tuple[str, str], ...]

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
        entries = (entry.claim for matter in self.matters for entry in matter.entries)
        sent = (each.claim for each in self.sent if each.claim)
        return any(claim.sample for claim in (*entries, *sent, *self.beside))


def consolidate(report: Report, demand: Demand, filings: Iterable[Filing]) -> Consolidation:
    """Return what was received by ``report.as_of`` for one report (``demand``), by item."""
    heard = tuple(report.heard())
    gathering = _Gathering(report, demand, heard)
    own = {claim.key.agency for claim in gathering.sent}
    named = set(gathering.owing)
    claims = tuple(claim for claim in heard if gathering.holds(claim))
    return Consolidation(
        report.docket.plan,
        demand,
        report.as_of,
        gathering.verdicts,
        tuple(claim for claim in gathering.sent if claim.key.agency not in named),
        tuple(
            claim
            for claim in report.claims
            if gathering.is_report(claim) and not claim.came_by(report.as_of)
            if claim.key.agency not in own
        ),
        tuple(gathering.matters(claims)),
        tuple(_remarks(gathering.sent, claims, filings)),
    )


class _Gathering:
    """One report in one period, and which claims and demands belong to it."""

    def __init__(self, report: Report, demand: Demand, heard: tuple[Claim, ...]) -> None:
        self.report = report
        self.demand = demand
        self.demands = {(each.item.id, each.period): each for each in report.docket.demands}
        self.by_demand: dict[tuple[str, str], list[Assessment]] = defaultdict(list)
        for verdict in report.assessments:
            asked = verdict.obligation.demand
            self.by_demand[asked.item.id, asked.period].append(verdict)
        self.verdicts = tuple(self.by_demand[demand.item.id, demand.period])
        self.sent = tuple(claim for claim in heard if self.is_report(claim))
        self.owing = [body for verdict in self.verdicts for body in _bodies(verdict)]
        self.senders = {claim.key.agency for claim in self.sent}
        self.nil = {claim.key.agency for claim in self.sent if claim.nil}
        self.excused = {
            verdict.agency for verdict in self.verdicts if verdict.status is Status.WAIVED
        }
        periods: dict[str, set[str]] = defaultdict(set)
        for claim in heard:
            if claim.key.item == demand.item.id and not claim.on_paper:
                periods[claim.file].add(claim.key.period)
        self.mine = {file for file, of in periods.items() if of == {demand.period}}
        self.others = {file for file, of in periods.items() if demand.period not in of}

    def is_report(self, claim: Claim) -> bool:
        """Say whether a claim is the report itself."""
        return (claim.key.item, claim.key.period) == (self.demand.item.id, self.demand.period)

    def holds(self, claim: Claim) -> bool:
        """Say whether an entry belongs to what is gathered.

        It does where its file delivers this report and no other period's; otherwise by the period
        it names, and an entry without one by the day on which it was done or received.
        """
        if claim.key.item == self.demand.item.id:
            return False
        if claim.file in self.mine:
            return True
        asked = self.demands[claim.key.item, claim.key.period]
        if asked.term.period.recurs:
            return self._within(asked)
        if claim.file in self.others or self.demand.period == ONCE:
            return False
        return claim.finished is not None and claim.finished in self.demand.term.period.span

    def _within(self, asked: Demand) -> bool:
        """Say whether a demand falls in the period: its own period lies in it, or its due day."""
        span = self.demand.term.period.span
        if asked.item.id == self.demand.item.id or self.demand.period == ONCE:
            return False
        if not asked.term.period.recurs:
            return asked.due is not None and asked.due in span
        return span.first <= asked.term.period.span.first and asked.term.period.span.end <= span.end

    def matters(self, claims: Iterable[Claim]) -> Iterator[Matter]:
        """Yield, in the plan's order, what falls in the period or was spoken of in its files."""
        said: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            said[claim.key.item, claim.key.period].append(claim)
        for key, asked in self.demands.items():
            verdicts = tuple(self.by_demand.get(key, ()))
            if key in said or (verdicts and self._within(asked)):
                entries = tuple(_entries(verdicts, said.get(key, [])))
                yield Matter(asked, entries, verdicts, self._standing(verdicts, entries))

    def _standing(
        self, verdicts: tuple[Assessment, ...], entries: tuple[Entry, ...]
    ) -> Mapping[Standing, tuple[Assessment, ...]]:
        """Return who stands where."""
        answered = {entry.claim.key.agency for entry in entries}
        found: dict[Standing, list[Assessment]] = defaultdict(list)
        for verdict in verdicts:
            found[self._stands(verdict, answered)].append(verdict)
        return {standing: tuple(of) for standing, of in found.items()}

    def _stands(self, verdict: Assessment, answered: set[AgencyId]) -> Standing:
        """Return where one agency stands, what it said itself before what its report says."""
        bodies = _bodies(verdict)
        tests = (
            (Standing.ANSWERED, not bodies.isdisjoint(answered)),
            (Standing.WAIVED, verdict.status is Status.WAIVED),
            (Standing.ELSEWHERE, self._spoke(verdict, bodies)),
            (Standing.NIL, not bodies.isdisjoint(self.nil)),
            (Standing.SILENT, not bodies.isdisjoint(self.senders)),
            (
                Standing.UNREPORTED,
                not bodies.isdisjoint(self.owing) and verdict.agency not in self.excused,
            ),
        )
        return next((standing for standing, holds in tests if holds), Standing.UNASKED)

    def _spoke(self, verdict: Assessment, bodies: frozenset[AgencyId]) -> bool:
        """Say whether anything at all was received from them on this obligation."""
        key = verdict.obligation.key
        return any(
            claim.came_by(self.report.as_of)
            for body in bodies
            for claim in self.report.claims.of(key._replace(agency=body))
        )


def _bodies(verdict: Assessment) -> frozenset[AgencyId]:
    """Return all whose word counts for a verdict: who owes it, and in whose place it stands."""
    return frozenset((verdict.agency, verdict.obligation.agency, *verdict.merged))


def _entries(verdicts: tuple[Assessment, ...], claims: list[Claim]) -> Iterator[Entry]:
    """Yield the entries in the order of those who owe the item, then of the others.

    The entry that counts is the one on which the verdict rests, else the last received. One entry
    of a body that was divided stands under each of its successors.
    """
    rest = list(claims)
    for verdict in verdicts:
        theirs = [claim for claim in claims if claim.key.agency in _bodies(verdict)]
        counts = verdict.claim if verdict.claim in theirs else theirs[-1] if theirs else None
        for claim in theirs:
            yield Entry(claim, verdict, claim is counts)
        rest = [claim for claim in rest if claim not in theirs]
    for claim in rest:
        yield Entry(claim, None, counted=False)


def _received(verdict: Assessment) -> date:
    """Sort by the day of receipt."""
    receipt = verdict.claim.receipt if verdict.claim else None
    return receipt.day if receipt else date.max


def _remarks(
    sent: Iterable[Claim], claims: Iterable[Claim], filings: Iterable[Filing]
) -> Iterator[tuple[str, str]]:
    """Yield what the reports, and the files of all that is gathered, say as a whole, each once."""
    notes = {filing.file: filing.submission.note for filing in filings}
    found: dict[tuple[str, str], None] = {}
    for claim in sent:
        if claim.note:
            found[claim.key.agency, claim.note] = None
    for claim in (*sent, *claims):
        if note := notes.get(claim.file):
            found[claim.key.agency, note] = None
    yield from found
