"""The docket of a plan: everything that it asks for, and who owes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Self

from kehoach.calendar import WorkCalendar
from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions
from kehoach.model.ids import AgencyId
from kehoach.model.plan import Plan, Quota
from kehoach.periods import PeriodName
from kehoach.verdicts.obligations.assignment import Assignment
from kehoach.verdicts.obligations.demand import Demand, demands, local_demands
from kehoach.verdicts.obligations.obligation import Key, Obligation
from kehoach.verdicts.obligations.sharing_out import Roles, Sharing


@dataclass(frozen=True)
class Docket:
    """All obligations of one plan, and who coordinates each demand; of ``agencies`` only, if named.

    ``begun`` are the demands whose period has begun, ``demands`` those of the plan's whole life.
    Obligations are laid out when they are asked for: there may be millions.
    """

    plan: Plan
    demands: tuple[Demand, ...]
    begun: tuple[Demand, ...]
    assignment: Assignment = field(repr=False, compare=False)
    agencies: frozenset[AgencyId] | None = None

    def of(self, agencies: frozenset[AgencyId]) -> Self:
        """Return the same docket of some agencies only, in the same order."""
        return replace(self, agencies=agencies)

    def on(self, day: date) -> Self:
        """Return the same docket at another day, by which the same had been decided."""
        begun = tuple(each for each in self.demands if each.term.start <= day)
        other = replace(self, begun=begun, assignment=self.assignment.on(day))
        vars(other)["_undecided"] = self._undecided
        return other

    @cached_property
    def obligations(self) -> tuple[Obligation, ...]:
        """What is owed of the demands that have begun."""
        return tuple(owed for demand in self.begun for owed in self.laid(demand))

    @cached_property
    def coordinators(self) -> tuple[tuple[Demand, AgencyId], ...]:
        """Who coordinates each demand that has begun."""
        beside = ((each, id_) for each in self.begun for id_ in self.assignment.coordinating(each))
        mine = self.agencies
        return tuple(each for each in beside if mine is None or each[1] in mine)

    @cached_property
    def reports(self) -> tuple[Obligation, ...]:
        """The reports that cover continuous work (``policy.reporting``), over the plan's whole life.

        Also those whose period has not begun, without those that are waived, in order of due days.
        """
        owed = (
            report
            for demand in self._covering
            for report in self._undecided.get(demand) or self.laid(demand)
        )
        dated = [report for report in owed if report.due is not None and not report.waiver]
        return tuple(sorted(dated, key=lambda report: report.due or date.max))

    @cached_property
    def _covering(self) -> tuple[Demand, ...]:
        """The demands for such reports."""
        asked = self.plan.policy.reporting
        return tuple(each for each in self.demands if each.item.id == asked)

    @cached_property
    def _undecided(self) -> Mapping[Demand, tuple[Obligation, ...]]:
        """Who owes those of which nothing was decided: many, and the same at any day."""
        return {each: self.laid(each) for each in self._covering if not self.decided(each)}

    @cached_property
    def least(self) -> Mapping[Key, int]:
        """The least number that fulfils what is owed and has begun, also by whom it may pass to.

        Where debts of several numbers may come to one, the greatest: the first part is not the whole.
        """
        counted = (each for demand in self.begun if demand.item.quota for each in self.laid(demand))
        own = {each.key: each.quota.at_least for each in counted if each.quota}
        passed: dict[Key, int] = {}
        for key, number in own.items():
            for heir in self.assignment.registry.succession(key.agency):
                theirs = key._replace(agency=heir)
                passed[theirs] = max(number, passed.get(theirs, number))
        return passed | own

    def laid(self, demand: Demand) -> tuple[Obligation, ...]:
        """Return who owes a demand, begun or not, with what has been decided of it."""
        return tuple(self.owed_by(demand, agency) for agency in self.owing(demand))

    def owing(self, demand: Demand) -> Iterable[AgencyId]:
        """Return who owes a demand, begun or not, in order."""
        roles = self.roles(demand)
        mine = self.agencies
        return roles if mine is None else sorted(roles.keys() & mine, key=roles.__getitem__)

    def owed_by(self, demand: Demand, agency: AgencyId) -> Obligation:
        """Return the obligation of an agency that owes a demand, with what was decided of it."""
        return self.assignment.owed_by(demand, agency)

    def roles(self, demand: Demand) -> Roles:
        """Return the places and roles of all that owe a demand."""
        return self.assignment.roles(demand)

    def quota(self, demand: Demand, agency: AgencyId) -> Quota | None:
        """Return the quota of an agency in a demand."""
        return self.assignment.quota(demand, agency)

    def decided(self, demand: Demand) -> bool:
        """Say whether any extension or waiver is about a demand."""
        return bool(self.assignment.decided_of(demand))

    def reporting(self, period: PeriodName) -> tuple[Demand, ...]:
        """Return the demands for the report that covers a period, where it has begun."""
        return self._reporting.get(period, ())

    def report_of(self, agency: AgencyId, period: PeriodName) -> Obligation | None:
        """Return the report that an agency owes of a period."""
        asked = (each for each in reversed(self.reporting(period)) if agency in self.roles(each))
        mine = self.agencies is None or agency in self.agencies
        return next((self.owed_by(each, agency) for each in asked), None) if mine else None

    @cached_property
    def _reporting(self) -> Mapping[PeriodName, tuple[Demand, ...]]:
        asked = (each for each in self.begun if each.item.id == self.plan.policy.reporting)
        return {name: tuple(each) for name, each in group_by(asked, lambda one: one.period).items()}

    def inherited(self, obligation: Obligation, heir: AgencyId) -> Obligation:
        """Return an obligation as ``heir`` owes it: what was decided for either of them holds."""
        if not self.assignment.decided:
            return obligation
        return self.assignment.decided_for(obligation, heir)

    def place(self, owed: Obligation) -> tuple[int, int]:
        """Return the place of an obligation among all: its demand's, and its agency's in that.

        It is the same in a docket of some agencies as in that of all.
        """
        shared = owed.demand.shared
        return self._places[shared], self.assignment.roles(shared)[owed.agency].number

    @cached_property
    def _places(self) -> Mapping[Demand, int]:
        return {demand: place for place, demand in enumerate(self.demands)}


def docket(
    plan: Plan,
    registry: Registry,
    decisions: Decisions,
    calendar: WorkCalendar,
    as_of: date,
) -> Docket:
    """Return the obligations of a plan as they stand at ``as_of``.

    Only what had been decided by then counts; a period that has not begun is not listed.
    """
    known = decisions.known(plan.id, as_of)
    asked = demands(plan, known, calendar)
    begun = tuple(demand for demand in asked if demand.term.start <= as_of)
    local = local_demands(plan, known, calendar, asked)
    sharing = Sharing(registry, calendar, asked)
    assignment = Assignment(registry, known, calendar, as_of, local, sharing)
    return Docket(plan, asked, begun, assignment)
