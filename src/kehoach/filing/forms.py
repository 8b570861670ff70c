"""What an agency has still to tell of a period, with what it said last: the base of every form."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kehoach.grouping import group_by
from kehoach.model.plan import Plan
from kehoach.model.submissions import Progress
from kehoach.periods import Span, parse_span
from kehoach.verdicts.assessment import Assessment, Reason, Report, Status
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.obligations.obligation import Key


class FormLine(NamedTuple):
    """One thing to tell of.

    ``last`` is the agency's latest word on the item, of whatever period; where it never spoke, that
    of the body it took the item over from. ``said`` is what it has said last of this very period.
    """

    assessment: Assessment
    last: Claim | None
    said: Claim | None

    @property
    def demand(self) -> Demand:
        """What the plan asks for."""
        return self.assessment.obligation.demand

    @property
    def progress(self) -> Progress:
        """How far the task is by its own word of this period; what has begun is under way."""
        said = self.said.progress if self.said else "not_started"
        return "in_progress" if self.demand.term.beginning and said == "done" else said


@dataclass(frozen=True)
class Form:
    """What one agency has to tell of a period of one plan.

    ``lines`` are reports first, then tasks, each in the plan's order; ``settled`` is what of that
    period need not be told again, being received or waived; ``elsewhere`` what else the agency
    still owes, in other periods.
    """

    plan: Plan
    agency: str
    period: str
    lines: tuple[FormLine, ...]
    settled: tuple[Assessment, ...]
    elsewhere: tuple[Assessment, ...]

    def __bool__(self) -> bool:
        return bool(self.lines)

    @property
    def reports(self) -> tuple[FormLine, ...]:
        """The reports to be sent."""
        return tuple(line for line in self.lines if line.demand.item.kind == "report")

    @property
    def tasks(self) -> tuple[FormLine, ...]:
        """The tasks to be told of."""
        return tuple(line for line in self.lines if line.demand.item.kind == "task")


@dataclass(frozen=True)
class Forms:
    """The forms of one plan at a date; what was said is gathered once for all agencies."""

    report: Report

    def form(self, agency: str, period: str) -> Form:
        """Return what an agency has to tell of a period.

        That is everything of this very period, one-off tasks begun by its end, and tasks of shorter
        periods within it, as far as they are not done. Another report is another letter with a file
        of its own, and stands ``elsewhere``. A period that the plan does not have, or that has not
        begun, yields an empty form.
        """
        asked = _Asked(period, _span(period))
        plan = self.report.docket.plan
        if not self._has(asked):
            return Form(plan, agency, period, (), (), ())
        wanted = filter(asked.concerns, self._untold.get(agency, ()))
        pending = self._pending.get(agency, ())
        return Form(
            plan,
            agency,
            period,
            tuple(sorted(map(self._line, wanted), key=_reports_first)),
            tuple(filter(self._told, self._by_period.get((agency, period), ()))),
            tuple(each for each in pending if not asked.concerns(each)),
        )

    def of(self, agency: str) -> tuple[Form, ...]:
        """Return the forms in which an agency has anything to tell, in the order of ``periods``."""
        untold = self._untold.get(agency, ())
        asked = (_Asked(each, _span(each)) for each in self.periods(agency))
        return tuple(
            self.form(agency, each.name) for each in asked if any(map(each.concerns, untold))
        )

    def _has(self, asked: "_Asked") -> bool:
        """Say whether the plan asks for anything in a period, to anybody, that has begun."""
        return asked.name in self._begun or any(map(asked.holds, chain(*self._begun.values())))

    @cached_property
    def _begun(self) -> Mapping[str, Sequence[Demand]]:
        """What the plan asks for, and has begun, by period."""
        demands, as_of = self.report.docket.demands, self.report.as_of
        return group_by(
            (each for each in demands if each.term.start <= as_of), lambda each: each.period
        )

    def all(self, agencies: Iterable[str], period: str) -> tuple[Form, ...]:
        """Return the forms of those agencies that have something to tell of a period."""
        return tuple(form for each in agencies if (form := self.form(each, period)))

    def periods(self, agency: str | None = None) -> tuple[str, ...]:
        """Return the names of the periods that have begun, in order of the plan; of one agency."""
        owed = self._by_agency.get(agency, ()) if agency else self.report.assessments
        return tuple(dict.fromkeys(each.obligation.demand.period for each in owed))

    @cached_property
    def _by_agency(self) -> Mapping[str, tuple[Assessment, ...]]:
        """Verdicts by who owes them now; what it inherited beside its own same debt once only."""
        owed: dict[Key, Assessment] = {}
        for each in self.report.assessments:
            key = each.obligation.key._replace(agency=each.agency)
            if each.inherited_from is None or key not in owed:
                owed[key] = each
        mine = group_by(owed.values(), lambda each: each.agency)
        return {agency: tuple(each) for agency, each in mine.items()}

    @cached_property
    def _by_period(self) -> Mapping[tuple[str, str], Sequence[Assessment]]:
        """The same by who owes them and by period."""
        return group_by(
            chain.from_iterable(self._by_agency.values()),
            lambda each: (each.agency, each.obligation.demand.period),
        )

    @cached_property
    def _pending(self) -> Mapping[str, Sequence[Assessment]]:
        """What each has still to do."""
        return {
            agency: [each for each in mine if each.status.pending]
            for agency, mine in self._by_agency.items()
        }

    @cached_property
    def _untold(self) -> Mapping[str, Sequence[Assessment]]:
        """What each has still to tell, of whatever period."""
        return {
            agency: [each for each in mine if not self._told(each)]
            for agency, mine in self._by_agency.items()
        }

    @cached_property
    def _said(self) -> Mapping[tuple[str, str], Sequence[Claim]]:
        """What had been received of each agency on each item, in order of receipt."""
        heard = sorted(self.report.heard(), key=_received)
        return group_by(heard, lambda claim: (claim.key.agency, claim.key.item))

    def _line(self, each: Assessment) -> FormLine:
        same = [claim for claim in self._heard(each) if claim.kind == "task"]
        return FormLine(each, self._last_said(each), same[-1] if same else None)

    def _last_said(self, each: Assessment) -> Claim | None:
        """Return what was said last of the same item's start or end, by the agency or those before it."""
        item = each.obligation.demand.item.id
        start = each.obligation.demand.term.beginning
        before = filter(None, (each.agency, each.inherited_from, *each.merged))
        said = (self._said.get((body, item), ()) for body in before)
        words = ([claim for claim in some if claim.of_start == start] for some in said)
        return next((some[-1] for some in words if some), None)

    def _heard(self, each: Assessment) -> tuple[Claim, ...]:
        """Return what the agency has said of one obligation."""
        demand = each.obligation.demand
        said = self._said.get((each.agency, demand.item.id), ())
        return tuple(claim for claim in said if claim.key.period == demand.period)

    def _told(self, each: Assessment) -> bool:
        """Say whether nothing more need be told: done, waived, or in the report that came."""
        if each.status is not Status.ONGOING:
            return each.status.closed
        if each.covered is not None or each.reason is Reason.NO_REPORT_DUTY:
            return bool(each.covered)
        sent = self._reports.get((each.agency, each.obligation.demand.period), ())
        return bool(sent) and (bool(self._heard(each)) or any(claim.nil for claim in sent))

    @cached_property
    def _reports(self) -> Mapping[tuple[str, str], Sequence[Claim]]:
        """The reports that cover continuous work, by agency and period."""
        reporting = self.report.docket.plan.policy.reporting
        sent = (claim for claim in self.report.counting() if claim.key.item == reporting)
        return group_by(sent, lambda claim: (claim.key.agency, claim.key.period))


class _Asked(NamedTuple):
    """The period of a form, and its days (none where it is the one-off)."""

    name: str
    span: Span | None

    def concerns(self, each: Assessment) -> bool:
        """Say whether a verdict belongs into the form, done or not."""
        demand = each.obligation.demand
        if demand.period == self.name or self.span is None or demand.item.kind == "report":
            return demand.period == self.name
        return self.holds(demand) or (
            not demand.term.period.recurs and demand.term.start <= self.span.last
        )

    def holds(self, demand: Demand) -> bool:
        """Say whether a demand recurs in a period that lies within this one."""
        days = demand.term.period.span
        if self.span is None or not demand.term.period.recurs:
            return False
        return self.span.first <= days.first and days.end <= self.span.end


def unbegun(report: Report, period: str) -> bool:
    """Say whether a period is asked for by the plan, but has not begun anywhere."""
    starts = [each.term.start for each in report.docket.demands if each.period == period]
    return bool(starts) and min(starts) > report.as_of


def reporting_period(report: Report) -> str | None:
    """Return the latest period begun of the report that covers continuous work."""
    of_report = [
        each
        for each in report.docket.demands
        if each.item.id == report.docket.plan.policy.reporting and each.term.start <= report.as_of
    ]
    return max(of_report, key=lambda each: each.term.start).period if of_report else None


def _span(period: str) -> Span | None:
    with suppress(ValueError):
        return parse_span(period)
    return None


def _reports_first(line: FormLine) -> bool:
    return line.demand.item.kind != "report"


def _received(claim: Claim) -> tuple[date, str, str]:
    """Sort what was heard by receipt; of one day the later period is the later word."""
    day = claim.receipt.day if claim.receipt else date.min
    return day, claim.key.period, claim.file
