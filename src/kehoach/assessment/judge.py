"""From obligations and claims to verdicts at a date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kehoach.assessment.assessment import Assessment
from kehoach.assessment.status import Reason, Status
from kehoach.evidence import Claim, Claims
from kehoach.model.agencies import Registry
from kehoach.obligations import Docket, Obligation
from kehoach.obligations.obligation import Key


@dataclass(frozen=True)
class Report:
    """All verdicts on one plan at ``as_of``, with what they were reached from."""

    docket: Docket
    claims: Claims
    as_of: date
    assessments: tuple[Assessment, ...]


class Case:
    """What is needed to judge the obligations of one plan at one date."""

    def __init__(self, docket: Docket, claims: Claims, registry: Registry, as_of: date) -> None:
        self.docket = docket
        self.claims = claims
        self.registry = registry
        self.as_of = as_of
        self.warn_until = as_of + timedelta(days=docket.plan.policy.warning_days)
        self._reports = {
            (obligation.agency, obligation.demand.period): obligation
            for obligation in docket.obligations
            if obligation.demand.item.id == docket.plan.policy.reporting
        }

    def verdict(self, obligation: Obligation, agency: str) -> Assessment:
        """Return the verdict on an obligation that ``agency`` now has to fulfil."""
        heard = tuple(
            claim
            for claim in self.claims.of(obligation.key._replace(agency=agency))
            if claim.came_by(self.as_of)
        )
        if obligation.waiver:
            return Assessment(obligation, agency, Status.WAIVED, Reason.WAIVED)
        if obligation.demand.term.state == "continuous":
            return self._ongoing(obligation, agency, heard)
        for claim in sorted(heard, key=_fulfilled_on):
            if self._shortfall(obligation, claim) is None:
                return self._done(obligation, agency, claim)
        return self._undone(obligation, agency, heard)

    def _shortfall(self, obligation: Obligation, claim: Claim) -> Reason | None:
        """Return why a claim does not fulfil its obligation, or ``None`` where it does."""
        if claim.kind == "report":
            return None
        if claim.progress != "done":
            return Reason.NOT_DONE
        if not claim.proven:
            return Reason.UNPROVEN
        if claim.finished and claim.finished > self.as_of:
            return Reason.NOT_COMPLETED_YET
        quota = obligation.quota
        if quota and (claim.quantity or 0) < quota.at_least:
            return Reason.TOO_FEW
        return None

    def _done(self, obligation: Obligation, agency: str, claim: Claim) -> Assessment:
        """Return the verdict on a fulfilled obligation."""
        day = _fulfilled_on(claim)
        late = (day - obligation.due).days if obligation.due else None
        reason = Reason.RECEIVED
        if claim.kind == "task":
            reason = Reason.COMPLETED if claim.completed else Reason.COMPLETED_UNSTATED
        return Assessment(
            obligation,
            agency,
            Status.DONE_LATE if late and late > 0 and obligation.binding else Status.DONE_ON_TIME,
            reason,
            late,
            claim=claim,
            completed=day if claim.kind == "task" else None,
        )

    def _undone(self, obligation: Obligation, agency: str, heard: tuple[Claim, ...]) -> Assessment:
        """Return the verdict on an obligation that nothing received so far fulfils."""
        last = heard[-1] if heard else None
        due = obligation.due
        if due is None:
            waiting = obligation.demand.term.state == "waiting"
            status = Status.WAITING if waiting else Status.IN_TERM
            reason = Reason.EVENT_AWAITED if waiting else Reason.NO_DATE
            return Assessment(obligation, agency, status, reason, claim=last)
        short = self._shortfall(obligation, last) if last else None
        reason = short or Reason.NOTHING_CAME
        overdue = self.as_of > due
        if overdue and not obligation.binding:
            overdue = False
            aim = obligation.demand.term.aspirational
            reason = Reason.AIM_ONLY if aim else Reason.REQUEST_ONLY
        return Assessment(
            obligation,
            agency,
            Status.OVERDUE if overdue else Status.IN_TERM,
            reason,
            (self.as_of - due).days,
            due_soon=not overdue and self.as_of <= due <= self.warn_until,
            claim=last,
        )

    def _ongoing(self, obligation: Obligation, agency: str, heard: tuple[Claim, ...]) -> Assessment:
        """Return the verdict on continuous work, by the report of its period."""
        covered, reason = self._cover(obligation, agency, heard)
        claim = heard[0] if heard else None
        return Assessment(obligation, agency, Status.ONGOING, reason, claim=claim, covered=covered)

    def _cover(
        self, obligation: Obligation, agency: str, heard: tuple[Claim, ...]
    ) -> tuple[bool | None, Reason]:
        """Say whether the period's report speaks of the work; nobody knows until it is due."""
        report = self._reports.get((agency, obligation.demand.period))
        if report is None or report.waiver or obligation.demand.item.binding == "requested":
            return None, Reason.NO_REPORT_DUTY
        if report.due is None or self.as_of <= report.due:
            return None, Reason.COVER_NOT_DUE
        if heard:
            return True, Reason.COVERED
        sent = [c for c in self.claims.of(report.key) if c.came_by(self.as_of)]
        if any(claim.nil for claim in sent):
            return True, Reason.COVERED_BY_NIL
        return False, Reason.NOT_COVERED if sent else Reason.REPORT_MISSING

    def passes_on(self, assessment: Assessment) -> bool:
        """Say whether the body ended with this still owed."""
        last = self.registry.agency[assessment.agency].valid.last
        if last is None or self.as_of <= last or assessment.done:
            return False
        if assessment.status is Status.ONGOING:
            return last < assessment.obligation.demand.resolved
        return assessment.status is not Status.WAIVED


def _fulfilled_on(claim: Claim) -> date:
    """Return the day that counts: receipt for a report, completion for a task."""
    day = claim.finished if claim.kind == "task" else None
    return day or (claim.receipt.day if claim.receipt else date.max)


def assess(case: Case) -> Report:
    """Return the verdict on every obligation whose period has begun."""
    own = {
        obligation.key: case.verdict(obligation, obligation.agency)
        for obligation in case.docket.obligations
    }
    merged: dict[Key, list[str]] = defaultdict(list)
    verdicts = list(_with_heirs(case, own, merged))
    return Report(case.docket, case.claims, case.as_of, tuple(_told(verdicts, merged)))


def _with_heirs(
    case: Case, own: dict[Key, Assessment], merged: dict[Key, list[str]]
) -> Iterator[Assessment]:
    """Yield the verdicts, each debt of a body that ended with whoever took it over."""
    for key, verdict in own.items():
        if not case.passes_on(verdict):
            yield verdict
            continue
        heirs = case.registry.heirs_on(key.agency, case.as_of)
        if not heirs:
            yield replace(verdict, heirless=True)
        for heir in heirs:
            theirs = key._replace(agency=heir)
            if theirs in own:
                merged[theirs].append(key.agency)
            else:
                inherited = case.verdict(verdict.obligation, heir)
                yield replace(inherited, inherited_from=key.agency)


def _told(verdicts: Iterable[Assessment], merged: dict[Key, list[str]]) -> Iterator[Assessment]:
    """Yield the verdicts, those that absorbed another body's same debt saying so."""
    for verdict in verdicts:
        names = merged.get(verdict.obligation.key) if verdict.inherited_from is None else None
        yield replace(verdict, merged=tuple(names)) if names else verdict
