"""What a decision is about: the demands that it names, and the obligations laid under them."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kehoach.checks.review import Review
from kehoach.diagnostics import Place, Subject
from kehoach.model import file_names
from kehoach.model.decisions import AnyDecision, Event, Extension, Request, Session, Waiver
from kehoach.model.ids import AgencyId, BodyId
from kehoach.model.plan import Item, Plan
from kehoach.periods import PeriodName
from kehoach.verdicts.assessment import Report
from kehoach.verdicts.obligations import Demand, Obligation


class Decided:
    """A decision known at the date, and what it is about in one plan.

    ``place`` is where it stands; ``Event`` is about whatever waits for it, all else about an item.
    """

    def __init__(self, review: Review, report: Report, place: Place, decision: AnyDecision) -> None:
        self.review = review
        self.report = report
        self.place = place
        self.decision = decision

    @property
    def plan(self) -> Plan:
        """The plan that it is about."""
        return self.report.docket.plan

    @property
    def item(self) -> Item | None:
        """The item that it is about."""
        named = None if isinstance(self.decision, Event) else self.decision.item
        return self.plan.item.get(named) if named else None

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What its item asks for in the period that it names, or in every one."""
        asked = (each for each in self.report.docket.demands if each.item is self.item)
        return tuple(each for each in asked if self._names(each))

    def _names(self, demand: Demand) -> bool:
        """Say whether it decides on this period of its item; a request, whether it made it."""
        decision = self.decision
        if isinstance(decision, Request):
            return (demand.term.nominal, demand.term.agencies) == (decision.due, decision.agencies)
        return self.period in (None, demand.period)

    @property
    def period(self) -> PeriodName | None:
        """The period that it names."""
        decision = self.decision
        return decision.period if isinstance(decision, Session | Extension | Waiver) else None

    @property
    def names_all(self) -> bool:
        """Whether it names no period: it is about every one of its item."""
        return self.period is None and not isinstance(self.decision, Request)

    @property
    def subject(self) -> Subject:
        """What a finding on it concerns."""
        return Subject(item=self.item.id if self.item else None, period=self.period)

    @cached_property
    def owed(self) -> tuple["Held", ...]:
        """Who owes that, begun or not, and who took it over."""
        mine = {id(each.shared) for each in self.demands}
        laid = (each for demand in self.demands for each in self.report.docket.laid(demand))
        inherited = (each for each in self.report.assessments if each.inherited_from)
        return (
            *(Held(each, each.agency) for each in laid),
            *(
                Held(each.obligation, each.agency)
                for each in inherited
                if id(each.obligation.demand.shared) in mine
            ),
        )

    @property
    def agencies(self) -> tuple[BodyId, ...]:
        """The agencies and groups that it names."""
        return () if isinstance(self.decision, Event | Session) else self.decision.agencies

    def falls_on(self, body: BodyId) -> bool:
        """Say whether an agency or group that it names owes any of it."""
        return any(self._is(held, body) for held in self.owed)

    def concerned(self) -> tuple[Obligation, ...]:
        """Return the obligations of those it names, or of all."""
        return tuple(
            held.obligation
            for held in self.owed
            if not self.agencies or any(self._is(held, body) for body in self.agencies)
        )

    def _is(self, held: "Held", body: BodyId) -> bool:
        """Say whether a body is, or was at the due day, the one that owes."""
        members = self.review.workspace.registry.members_on
        return (
            held.obligation.agency in members(body, held.obligation.demand.resolved)
            or held.agency in members(body, self.report.as_of)
        )  # fmt: skip


class Held(NamedTuple):
    """An obligation, and who holds it at the date: the body it was laid on, or its heir."""

    obligation: Obligation
    agency: AgencyId


def decided(review: Review) -> Iterator[Decided]:
    """Yield each decision that is known at the date, by the plan that has what it is about."""
    for kind, index, decision in review.workspace.decisions.each():
        place = Place(file_names.DECISIONS, (kind, index))
        for report in review.reports:
            plan = report.docket.plan
            if decision.plan in (None, plan.id) and decision.known(report.as_of):
                found = Decided(review, report, place, decision)
                known = any(event.id == getattr(decision, "id", None) for event in plan.events)
                if known or found.item is not None:
                    yield found


def begun(plan: Plan) -> date:
    """Return the first day on which something could be done under a plan."""
    return min(plan.period.first, plan.issued.first) if plan.issued else plan.period.first
