"""What a decision is about: the demands that it names, and the obligations laid under them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kehoach.checks.review import WholeReview
from kehoach.diagnostics import Place, Subject
from kehoach.model import file_names
from kehoach.model.decisions import AnyDecision, DutyDecision, Event, Request, Session
from kehoach.model.ids import AgencyId, BodyId
from kehoach.model.plan import Item, Plan
from kehoach.periods import PeriodName
from kehoach.verdicts.obligations import Demand, Obligation
from kehoach.verdicts.obligations.extending import Extended


class Held(NamedTuple):
    """An obligation, and the body that took it over where one did."""

    obligation: Obligation
    heir: AgencyId | None = None


class _Duties:
    """Who owes each demand of a plan, and who is in each group when: each looked up once."""

    def __init__(self, review: WholeReview, number: int) -> None:
        self.docket = review.office.dockets[number]
        self.as_of = review.office.as_of
        self.registry = review.office.files.registry
        self.acting = review.crossing.acting
        self._held: dict[Demand, tuple[Held, ...]] = {}
        self._heirs: dict[tuple[Demand, AgencyId], list[AgencyId]] = defaultdict(list)
        for each in review.crossing.taken_over:
            if each.plan == number:
                self._heirs[self.docket.demands[each.demand], each.agency].append(each.heir)

    def held(self, demand: Demand) -> tuple[Held, ...]:
        """Return who owes a demand, begun or not, and who took it over."""
        if demand not in self._held:
            laid = self.docket.laid(demand)
            taken_over = (
                Held(self.docket.inherited(owed, heir), heir)
                for owed in laid
                for heir in self._heirs.get((demand, owed.agency), ())
            )
            self._held[demand] = (*map(Held, laid), *taken_over)
        return self._held[demand]


class Decided:
    """A decision known at the date, and what it is about in one plan.

    ``place`` is where it stands; ``Event`` is about whatever waits for it, all else about an item.
    """

    def __init__(self, duties: _Duties, place: Place, decision: AnyDecision) -> None:
        self._duties = duties
        self.as_of = duties.as_of
        self.place = place
        self.decision = decision

    @property
    def plan(self) -> Plan:
        """The plan that it is about."""
        return self._duties.docket.plan

    @property
    def item(self) -> Item | None:
        """The item that it is about."""
        named = None if isinstance(self.decision, Event) else self.decision.item
        return self.plan.item.get(named) if named else None

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What its item asks for in the period that it names, or in every one."""
        asked = (each for each in self._duties.docket.demands if each.item is self.item)
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
        return decision.period if isinstance(decision, Session | DutyDecision) else None

    @property
    def names_all(self) -> bool:
        """Whether it names no period: it is about every one of its item."""
        return self.period is None and not isinstance(self.decision, Request)

    @property
    def subject(self) -> Subject:
        """What a finding on it concerns."""
        return Subject(item=self.item.id if self.item else None, period=self.period)

    @cached_property
    def owed(self) -> tuple[Held, ...]:
        """Who owes that, begun or not, and who took it over."""
        return tuple(held for demand in self.demands for held in self._duties.held(demand))

    @property
    def agencies(self) -> tuple[BodyId, ...]:
        """The agencies and groups that it names."""
        return () if isinstance(self.decision, Event | Session) else self.decision.agencies

    def falls_on(self, body: BodyId) -> bool:
        """Say whether an agency or group that it names owes any of it."""
        return any(self._is(held, body) for held in self.owed)

    @cached_property
    def concerned(self) -> tuple[Obligation, ...]:
        """The obligations of those it names, or of all."""
        return tuple(
            held.obligation
            for held in self.owed
            if not self.agencies or any(self._is(held, body) for body in self.agencies)
        )

    @cached_property
    def weighed(self) -> tuple[tuple[Demand, Extended], ...]:
        """What an extension makes of the due day of each obligation that it concerns."""
        return tuple(
            (owed.demand, one)
            for owed in self.concerned
            for one in owed.extensions
            if one.extension is self.decision
        )

    def owed_by(self, body: BodyId) -> tuple[Obligation, ...]:
        """Return what an agency or group that it names owes of that."""
        return tuple(held.obligation for held in self.owed if self._is(held, body))

    def acts_on(self, owed: Obligation) -> bool:
        """Say whether a return or a pause does anything to what is owed."""
        kind, number = self.place.route
        return (kind, number, owed.key) in self._duties.acting

    def knows(self, body: BodyId) -> bool:
        """Say whether the registry has an agency or a group of this id."""
        return self._duties.registry.knows(body)

    def _is(self, held: Held, body: BodyId) -> bool:
        """Say whether a body is the one that owes, by the due day, or its heir today."""
        includes, owed = self._duties.registry.includes, held.obligation
        return includes(body, owed.agency, owed.demand.resolved) or (
            held.heir is not None and includes(body, held.heir, self.as_of)
        )


def decided(review: WholeReview) -> Iterator[Decided]:
    """Yield each decision that is known at the date, by the plan that has what it is about."""
    decisions = [*review.office.files.decisions.each()]
    everywhere = [
        _Duties(review, number) for number in range(len(review.office.dockets)) if decisions
    ]
    for kind, index, decision in decisions:
        place = Place(file_names.DECISIONS, (kind, index))
        for duties in everywhere:
            plan = duties.docket.plan
            if decision.plan in (None, plan.id) and decision.known(duties.as_of):
                found = Decided(duties, place, decision)
                known = any(event.id == getattr(decision, "id", None) for event in plan.events)
                if known or found.item is not None:
                    yield found


def begun(plan: Plan) -> date:
    """Return the first day on which something could be done under a plan."""
    return min(plan.period.first, plan.issued.first) if plan.issued else plan.period.first
