"""Obligations: a demand laid on an agency, with what was decided about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kehoach.calendar import WorkCalendar
from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions, Extension, Waiver
from kehoach.model.ids import AgencyId, BodyId, ItemId, PlanId
from kehoach.model.plan import OWING, Plan, Quota, Role
from kehoach.periods import PeriodName
from kehoach.verdicts.obligations.demand import Demand, demands, local_demands
from kehoach.verdicts.obligations.extending import Extended, extended


class Key(NamedTuple):
    """What identifies an obligation, a report and a receipt alike."""

    plan: PlanId
    item: ItemId
    agency: AgencyId
    period: PeriodName


class Obligation(NamedTuple):
    """A demand that one agency owes, as the plan and the decisions known so far have it.

    ``extensions`` are all that concern it, in the order decided, those not applied too; ``lapsed``
    is a waiver that has expired, so that the obligation counts again.
    """

    demand: Demand
    agency: AgencyId
    role: Role
    key: Key
    quota: Quota | None = None
    extensions: tuple[Extended, ...] = ()
    waiver: Waiver | None = None
    lapsed: Waiver | None = None

    @property
    def granted(self) -> tuple[Extended, ...]:
        """The extensions that moved its due day, each later than the one before."""
        return tuple(each for each in self.extensions if each.refusal is None)

    @property
    def due(self) -> date | None:
        """The last day on which delivery is on time (inclusive), extensions included."""
        if self.extensions and (granted := self.granted):
            return granted[-1].due
        return self.demand.due

    @property
    def binding(self) -> bool:
        """Whether it can be overdue at all: neither a mere request nor an aspiration."""
        return self.demand.item.binding == "required" and not self.demand.term.aspirational


@dataclass(frozen=True)
class Docket:
    """All obligations of one plan, and who coordinates each demand.

    ``obligations`` holds those whose period has begun; ``demands`` the plan's whole life.
    """

    plan: Plan
    demands: tuple[Demand, ...]
    obligations: tuple[Obligation, ...]
    coordinators: tuple[tuple[Demand, AgencyId], ...]
    _assignment: "_Assignment" = field(repr=False, compare=False)

    @cached_property
    def reports(self) -> tuple[Obligation, ...]:
        """The reports that cover continuous work (``policy.reporting``), over the plan's whole life.

        Also those whose period has not begun, without those that are waived, in order of due days.
        """
        asked = (each for each in self.demands if each.item.id == self.plan.policy.reporting)
        owed = (report for demand in asked for report in self._assignment.owed(demand))
        dated = [report for report in owed if report.due is not None and not report.waiver]
        return tuple(sorted(dated, key=lambda report: report.due or date.max))

    def laid(self, demand: Demand) -> tuple[Obligation, ...]:
        """Return who owes a demand, begun or not, with what has been decided of it."""
        return tuple(self._assignment.owed(demand))

    def inherited(self, obligation: Obligation, heir: AgencyId) -> Obligation:
        """Return an obligation as ``heir`` owes it: what was decided for either of them holds."""
        if not self._assignment.decided:
            return obligation
        return self._assignment.decided_for(obligation, heir)


class _Assignment:
    """The registry and decisions by which demands are laid on agencies."""

    def __init__(
        self,
        registry: Registry,
        decisions: Decisions,
        calendar: WorkCalendar,
        as_of: date,
        local: Mapping[tuple[str, Demand], Demand],
    ) -> None:
        self.registry = registry
        self.decisions = decisions
        self.calendar = calendar
        self.as_of = as_of
        self.local = local
        self.decided = bool(decisions.extensions or decisions.waivers)
        self._members: dict[tuple[BodyId, date], tuple[AgencyId, ...]] = {}
        self._of_period: dict[tuple[ItemId, PeriodName], tuple[Extension | Waiver, ...]] = {}

    def members(self, id_: BodyId, day: date) -> tuple[AgencyId, ...]:
        """Return the agencies that an id stands for on a day; looked up once."""
        found = self._members.get((id_, day))
        if found is None:
            found = self._members[id_, day] = self.registry.members_on(id_, day)
        return found

    def owed(self, demand: Demand) -> Iterator[Obligation]:
        """Yield the obligations of a demand; an agency named twice owes once, as lead first."""
        roles: dict[AgencyId, Role] = {}
        for role in OWING:
            for agency in self._named(demand, role):
                roles.setdefault(agency, role)
        plan, item, period = demand.plan.id, demand.item.id, demand.period
        decided = bool(self._decided(demand))
        for agency, role in roles.items():
            here = self._reckoned_by(agency, demand) if self.local else demand
            owed = Obligation(here, agency, role, Key(plan, item, agency, period))
            yield self.decided_for(owed) if decided or demand.item.quota else owed

    def _reckoned_by(self, agency: AgencyId, demand: Demand) -> Demand:
        """Return the demand with its days by the calendar of the agency."""
        calendar = self.registry.agency[agency].calendar
        return self.local.get((calendar, demand), demand) if calendar else demand

    def _decided(self, demand: Demand) -> tuple[Extension | Waiver, ...]:
        """Return the extensions and waivers of an item and period, expired ones too; found once."""
        item, period = asked = demand.item.id, demand.period
        if asked not in self._of_period:
            decisions: tuple[Extension | Waiver, ...] = (
                *self.decisions.extensions, *self.decisions.waivers
            )  # fmt: skip
            self._of_period[asked] = tuple(
                each for each in decisions if each.item == item and each.period in (None, period)
            )
        return self._of_period[asked]

    def decided_for(self, owed: Obligation, heir: AgencyId | None = None) -> Obligation:
        """Return the obligation with its quota and what was decided for its agency, or its heir."""
        decided = self._decided(owed.demand)
        mine = [each for each in decided if self._is_for(each.agencies, owed, heir)]
        extensions = [each for each in mine if isinstance(each, Extension)]
        waivers = [each for each in mine if isinstance(each, Waiver)]
        holds = [each for each in waivers if each.holds(self.as_of)]
        return owed._replace(
            quota=self._quota(owed),
            extensions=extended(owed.demand, extensions, self.calendar.of(owed.demand.calendar)),
            waiver=next(iter(holds), None),
            lapsed=None if holds else next(iter(waivers), None),
        )

    def _is_for(
        self, agencies: tuple[BodyId, ...], owed: Obligation, heir: AgencyId | None
    ) -> bool:
        """Say whether a list of agencies includes the one that owes, or its heir today."""
        inherits = (heir in self.members(id_, self.as_of) for id_ in agencies)
        return self._concerns(agencies, owed) or any(inherits)

    def coordinating(self, demand: Demand) -> Iterator[AgencyId]:
        """Yield the agencies that coordinate, each by whoever stands in its place."""
        seen: set[AgencyId] = set()
        for agency in self._named(demand, "coordinate"):
            for heir in self.registry.heirs_on(agency, demand.resolved) or (agency,):
                if heir not in seen:
                    seen.add(heir)
                    yield heir

    def _named(self, demand: Demand, role: Role) -> Iterator[AgencyId]:
        """Yield the agencies that hold a role in a demand."""
        ids: tuple[BodyId, ...] = getattr(demand.item, role)
        asked = {m for id_ in demand.term.agencies for m in self.members(id_, demand.resolved)}
        for id_ in ids:
            for agency in self.members(id_, demand.resolved):
                if not demand.term.agencies or agency in asked:
                    yield agency

    def _concerns(self, agencies: tuple[BodyId, ...], owed: Obligation) -> bool:
        """Say whether a list of agencies and groups (empty: all) includes the one that owes."""
        day = owed.demand.resolved
        return not agencies or any(owed.agency in self.members(id_, day) for id_ in agencies)

    def _quota(self, owed: Obligation) -> Quota | None:
        """Return the quota that names the agency, else the one for all the others."""
        quotas = owed.demand.item.quota
        named = (each for each in quotas if each.agencies and self._concerns(each.agencies, owed))
        general = (each for each in quotas if not each.agencies)
        return next(named, None) or next(general, None)


def docket(
    plan: Plan, registry: Registry, decisions: Decisions, calendar: WorkCalendar, as_of: date
) -> Docket:
    """Return the obligations of a plan as they stand at ``as_of``.

    Only what had been decided by then counts; a period that has not begun is not listed.
    """
    known = decisions.known(plan.id, as_of)
    asked = demands(plan, known, calendar)
    begun = tuple(demand for demand in asked if demand.term.start <= as_of)
    local = local_demands(plan, known, calendar, asked)
    assignment = _Assignment(registry, known, calendar, as_of, local)
    return Docket(
        plan,
        asked,
        tuple(obligation for demand in begun for obligation in assignment.owed(demand)),
        tuple((demand, id_) for demand in begun for id_ in assignment.coordinating(demand)),
        assignment,
    )
