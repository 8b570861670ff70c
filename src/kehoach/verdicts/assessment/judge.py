"""From obligations and claims to verdicts at a date."""

from collections.abc import Iterator
from datetime import date

from kehoach.model.agencies import Registry
from kehoach.model.deadlines import Term
from kehoach.model.decisions import Return
from kehoach.model.ids import AgencyId
from kehoach.periods import PeriodName
from kehoach.verdicts.assessment.alike import Alike
from kehoach.verdicts.assessment.alike_agencies import AlikeAgencies
from kehoach.verdicts.assessment.assessment import Assessment, Excuse, excuse_of
from kehoach.verdicts.assessment.reason import Reason
from kehoach.verdicts.assessment.starting import of_start
from kehoach.verdicts.assessment.timing import TellingDays, Timing
from kehoach.verdicts.evidence import Claim, Claims, Source
from kehoach.verdicts.obligations import Demand, Docket, Obligation
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words.statuses import Status

# Whether continuous work is covered, why, and the report that covers it or leaves it out.
Cover = tuple[bool | None, Reason, Claim | None]
# What an entry of the agency's own, in whatever file of the period, makes good.
_SILENT = (Reason.NOT_COVERED, Reason.REPORT_MISSING, Reason.COVER_ON_PAPER)
_NOBODY_ASKED: Cover = (None, Reason.NO_REPORT_DUTY, None)


class Case:
    """What is needed to judge the obligations of one plan at one date."""

    def __init__(self, docket: Docket, claims: Claims, registry: Registry, as_of: date) -> None:
        self.docket = docket
        self.claims = claims
        self.registry = registry
        self.as_of = as_of
        last = as_of.toordinal() + docket.plan.policy.warning_days
        self.warn_until = date.fromordinal(min(last, date.max.toordinal()))
        self._telling = TellingDays(docket, registry)
        self._ended = {
            agency.id: agency.valid.last
            for agency in registry.agencies
            if agency.valid.last is not None and agency.valid.last < as_of
        }
        self._bodies_ended = frozenset(self._ended)
        self._unverified = frozenset(
            agency.id
            for agency in registry.agencies
            if agency.unverified_from is not None and agency.unverified_from <= as_of
        )
        self._covers: dict[tuple[AgencyId, PeriodName], Cover] = {}
        self._alike = AlikeAgencies(docket, claims, registry, self._unverified)

    def judged(self, demand: Demand) -> Iterator[Alike]:
        """Yield the verdicts on a demand, in order; what holds of many alike is judged once."""
        for agencies in self._alike.runs(demand):
            owed = self.docket.owed_by(demand, agencies[0])
            yield Alike(self.verdict(owed, owed.agency), agencies)

    def verdict(self, obligation: Obligation, agency: AgencyId) -> Assessment:
        """Return the verdict on an obligation that ``agency`` now has to fulfil."""
        if obligation.waiver:
            return Assessment(obligation, agency, Status.WAIVED, Reason.WAIVED)
        if obligation.returns:
            obligation = self._sent_back(obligation, agency)
        found = self._found(obligation, agency)
        if obligation.demand.term.beginning:
            found = found._replace(reason=of_start(found.reason, found.claim))
        if found.done:
            return found
        if obligation.still.holding:
            return _paused(found)
        return _unverified(found) if agency in self._unverified else found

    def _found(self, obligation: Obligation, agency: AgencyId) -> Assessment:
        """Return the verdict by what has been received."""
        heard = self._heard(obligation, agency)
        if obligation.demand.term.state == "continuous":
            return self._ongoing(obligation, agency, heard)
        for claim in heard:  # of several that fulfil it the first received counts
            if self._shortfall(obligation, claim) is None:
                return self._done(obligation, agency, claim)
        return self._undone(obligation, agency, heard)

    def _sent_back(self, obligation: Obligation, agency: AgencyId) -> Obligation:
        """Return an obligation with those returns alone that sent something back."""
        key, real = _told_by(obligation, agency), list[Return]()
        for each in obligation.returns:
            since = real[-1].day if real else None
            if each.day and self.claims.sendings.sent(key, since, each.day, self.as_of):
                real.append(each)
        return obligation._replace(returns=tuple(real))

    def _heard(self, obligation: Obligation, agency: AgencyId) -> tuple[Claim, ...]:
        """Return what had been received by the date, first received first.

        Once something has been sent back, it is what came anew since.
        """
        key, day = _told_by(obligation, agency), obligation.returned
        said = self.claims.sendings.after(key, day) if day else self.claims.of(key)
        return tuple(claim for claim in said if claim.came_by(self.as_of))

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

    def _done(self, obligation: Obligation, agency: AgencyId, claim: Claim) -> Assessment:
        """Return the verdict on a fulfilled obligation."""
        timing = self._telling.timing(obligation, claim) if claim.kind == "task" else None
        received = claim.receipt.day if claim.receipt else date.max
        day, reason = _counted(claim, timing) if timing else (received, Reason.RECEIVED)
        late = _days(obligation, day)
        return Assessment(
            obligation,
            agency,
            Status.DONE_LATE if late and late > 0 and obligation.binding else Status.DONE_ON_TIME,
            reason,
            late,
            claim=claim,
            completed=day if claim.kind == "task" else None,
            timing=timing,
        )

    def _undone(
        self, obligation: Obligation, agency: AgencyId, heard: tuple[Claim, ...]
    ) -> Assessment:
        """Return the verdict on an obligation that nothing received so far fulfils."""
        last, due = heard[-1] if heard else None, obligation.due
        excuse = self._excuse(last) if last else None
        if due is None:
            status, reason = _undated(obligation.demand.term)
            return Assessment(obligation, agency, status, reason, claim=last, excuse=excuse)
        reason, overdue = self._wanting(obligation, last), self.as_of > due
        if overdue and not obligation.binding:
            overdue = False
            aim = obligation.demand.term.aspirational
            reason = Reason.AIM_ONLY if aim else Reason.REQUEST_ONLY
        return Assessment(
            obligation,
            agency,
            Status.OVERDUE if overdue else Status.IN_TERM,
            reason,
            _days(obligation, self.as_of),
            due_soon=not overdue and self.as_of <= due <= self.warn_until,
            claim=last,
            excuse=excuse,
        )

    def _wanting(self, obligation: Obligation, last: Claim | None) -> Reason:
        """Return what is wanting to an obligation, by what was said of it last."""
        short = self._shortfall(obligation, last) if last else None
        return short or (Reason.RETURNED if obligation.returns else Reason.NOTHING_CAME)

    def _excuse(self, last: Claim) -> Excuse | None:
        """Return what had been told last of a task by the date: why it is not done, and when it will be."""
        if last.came is None or last.came.day <= self.as_of:
            return excuse_of(last.saying.meaning)
        told = self.claims.sendings.latest(last.key, self.as_of)
        return excuse_of(told) if told else None

    def _ongoing(
        self, obligation: Obligation, agency: AgencyId, heard: tuple[Claim, ...]
    ) -> Assessment:
        """Return the verdict on continuous work, by the report of its period."""
        demand = obligation.demand
        covered, reason, report = self._cover(agency, demand.period)
        if demand.item.binding == "requested":
            covered, reason, report = _NOBODY_ASKED
        elif reason in _SILENT and (heard or self._enclosed(obligation, agency, report)):
            covered, reason = True, Reason.COVERED
        claim = heard[0] if heard else report
        return Assessment(obligation, agency, Status.ONGOING, reason, claim=claim, covered=covered)

    def _enclosed(self, obligation: Obligation, agency: AgencyId, report: Claim | None) -> bool:
        """Say whether the report's own file speaks of it, when the book dated the report alone.

        The letter came as a whole on the day that the book gives, whatever dates its other entries.
        """
        if report is None or report.receipt is None or report.receipt.source is not Source.REGISTRY:
            return False
        said = self.claims.of(obligation.key._replace(agency=agency))
        return any(claim.file == report.file for claim in said)

    def _cover(self, agency: AgencyId, period: PeriodName) -> Cover:
        """Return what the report that an agency owes of a period says of continuous work."""
        found = self._covers.get((agency, period))
        if found is None:
            report = self.docket.report_of(agency, period)
            found = self._cover_of(report) if report else _NOBODY_ASKED
            self._covers[agency, period] = found
        return found

    def _cover_of(self, report: Obligation) -> Cover:
        """Return what a report says of continuous work it does not mention.

        Nobody knows until it is due, nor what a paper says that nobody typed; a nil report speaks
        of everything.
        """
        if report.waiver:
            return _NOBODY_ASKED
        if report.due is None or self.as_of <= report.due or report.still.holding:
            return None, Reason.COVER_NOT_DUE, None
        if report.returns:
            report = self._sent_back(report, report.agency)
        sent = self._heard(report, report.agency)
        return _told_in(sent) if sent else (False, Reason.REPORT_MISSING, None)

    def passing_on(self, each: Alike) -> frozenset[AgencyId]:
        """Return which of the bodies of which a verdict holds ended with this still owed."""
        verdict, ended = each.verdict, self._bodies_ended.intersection(each.agencies)
        if not ended or verdict.done or verdict.status is Status.WAIVED:
            return frozenset()
        if verdict.status is not Status.ONGOING:
            return ended
        day = verdict.obligation.demand.resolved
        return frozenset(agency for agency in ended if self._ended[agency] < day)


def _told_in(sent: tuple[Claim, ...]) -> Cover:
    """Return what a report that came says of continuous work it does not mention."""
    if nil := next((claim for claim in sent if claim.nil), None):
        return True, Reason.COVERED_BY_NIL, nil
    if all(claim.on_paper for claim in sent):
        return None, Reason.COVER_ON_PAPER, sent[0]
    return False, Reason.NOT_COVERED, sent[0]


def _told_by(obligation: Obligation, agency: AgencyId) -> Key:
    """Return under which key an agency tells of an obligation that it now has to fulfil."""
    key = obligation.key
    return key if agency == key.agency else key._replace(agency=agency)


def _days(obligation: Obligation, day: date) -> int | None:
    """Return the days from the due day to another; of those after it, the ones that count."""
    if (due := obligation.due) is None:
        return None
    return (day - due).days - obligation.still.between(due, day)


def _paused(found: Assessment) -> Assessment:
    """Return the verdict on what is not fulfilled while the clock stands still: no day is counted."""
    return found._replace(
        status=Status.PAUSED, reason=Reason.PAUSED, days=None, due_soon=False, covered=None
    )


def _unverified(found: Assessment) -> Assessment:
    """Return the verdict on a body of which nobody knows whether it still exists: it waits."""
    ongoing = found.status is Status.ONGOING
    return found._replace(
        status=found.status if ongoing else Status.WAITING,
        reason=Reason.BODY_UNVERIFIED,
        days=None,
        due_soon=False,
        covered=None,
    )


def _undated(term: Term) -> tuple[Status, Reason]:
    """Return how something stands that has no due day."""
    if term.state == "waiting":
        return Status.WAITING, Reason.EVENT_AWAITED
    return Status.IN_TERM, Reason.NO_DATE


def _counted(claim: Claim, timing: Timing) -> tuple[date, Reason]:
    """Return the day of a task that counts: the declared one if told in time, else when it was told."""
    if timing.sent_back:
        return timing.told, Reason.DONE_AGAIN
    if timing.late:
        return timing.told, Reason.TOLD_LATE if claim.told.stated else Reason.COMPLETED_UNSTATED
    return timing.day, Reason.COMPLETED if claim.told.stated else Reason.COMPLETED_UNSTATED
