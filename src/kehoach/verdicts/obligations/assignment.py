"""On whom each demand is laid, by the registry and by what was decided."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from itertools import chain
from typing import Self

from kehoach.calendar import WorkCalendar
from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.model.decisions import (
    D,
    Decisions,
    DutyDecision,
    Extension,
    Pause,
    Return,
    Waiver,
    decided,
)
from kehoach.model.ids import AgencyId, BodyId, ItemId
from kehoach.model.plan import OWING, Quota, Role
from kehoach.periods import PeriodName
from kehoach.verdicts.obligations.decided import DecisionsByBody
from kehoach.verdicts.obligations.demand import Demand
from kehoach.verdicts.obligations.extending import MoreTime
from kehoach.verdicts.obligations.obligation import Key, Obligation
from kehoach.verdicts.obligations.pausing import standstill
from kehoach.verdicts.obligations.sharing_out import RolePlace, Roles, Sharing

_Members = tuple[tuple[AgencyId, ...], ...]


class Assignment:
    """The registry and decisions by which demands are laid on agencies."""

    def __init__(
        self,
        registry: Registry,
        decisions: Decisions,
        calendar: WorkCalendar,
        as_of: date,
        local: Mapping[tuple[str, Demand], Demand],
        sharing: Sharing,
    ) -> None:
        self.registry = registry
        self.decisions = decisions
        self.calendar = calendar
        self.as_of = as_of
        self.local = local
        self.sharing = sharing
        self._on_item = group_by(decisions.on_duties(), lambda each: each.item)
        self.decided = bool(self._on_item)
        self._of_period: dict[tuple[ItemId, PeriodName], DecisionsByBody] = {}
        self._roles: dict[tuple[tuple[_Members, ...], _Members | None], Roles] = {}
        self._of_demand: dict[Demand, Roles] = {}

    def on(self, day: date) -> Self:
        """Return the same at another day; what has been found of demands does not depend on it."""
        other = copy(self)
        other.as_of = day
        return other

    def roles(self, demand: Demand) -> Roles:
        """Return who owes a demand, in order; an agency named twice owes once, as lead first.

        The many periods of an item mostly lie on the same agencies: they share one answer.
        """
        found = self._of_demand.get(demand)
        if found is None:
            found = self._of_demand[demand] = self.sharing.narrowed(demand, self.laid(demand))
        return found

    def laid(self, demand: Demand) -> Roles:
        """Return on whom the item, or a request, lays a demand, whomever its deadline binds."""
        day, only = demand.resolved, demand.term.agencies
        named = tuple(self._standing(getattr(demand.item, role), day) for role in OWING)
        asked = self._standing(only, day) if only else None
        found = self._roles.get((named, asked))
        if found is None:
            found = self._roles[named, asked] = _roles(named, asked)
        return found

    def owed_by(self, demand: Demand, agency: AgencyId) -> Obligation:
        """Return the obligation of an agency that owes a demand, with what was decided of it."""
        here = self._reckoned_by(agency, demand) if self.local else demand
        key = Key(demand.plan.id, demand.item.id, agency, demand.period)
        owed = Obligation(here, agency, self.roles(demand)[agency].role, key)
        decided = demand.item.quota or self.decided_of(demand)
        return self.decided_for(owed) if decided else owed

    def _reckoned_by(self, agency: AgencyId, demand: Demand) -> Demand:
        """Return the demand with its days by the calendar of the agency."""
        calendar = self.registry.agency[agency].calendar
        return self.local.get((calendar, demand), demand) if calendar else demand

    def decided_of(self, demand: Demand) -> DecisionsByBody:
        """Return what was decided of an item and period, also what has expired; found once."""
        asked = demand.item.id, demand.period
        if asked not in self._of_period:
            on_item = self._on_item.get(demand.item.id, ())
            self._of_period[asked] = DecisionsByBody(
                (each for each in on_item if _is_about(each, demand)), self.registry
            )
        return self._of_period[asked]

    def decided_for(self, owed: Obligation, heir: AgencyId | None = None) -> Obligation:
        """Return the obligation with its quota and what was decided for its agency, or its heir."""
        about = self.decided_of(owed.demand)
        mine = about.naming((owed.agency, heir), lambda id_: self._is_for(id_, owed, heir))
        still = standstill(_of_kind(Pause, mine), self.as_of)
        calendar = self.calendar.of(owed.demand.calendar)
        time = MoreTime(owed.demand, _of_kind(Extension, mine), still, calendar)
        waivers = _of_kind(Waiver, mine)
        waiver = next((each for each in waivers if each.holds(self.as_of)), None)
        return owed._replace(
            quota=self.quota(owed.demand, owed.agency),
            extensions=time.extensions,
            waiver=waiver,
            lapsed=next(iter(waivers), None) if waiver is None else None,
            returns=self._returned(_of_kind(Return, mine)),
            still=still,
            moved=time.due,
        )

    def _returned(self, returns: Iterable[Return]) -> tuple[Return, ...]:
        """Return those that have taken effect by the date, the latest last."""
        dated = ((each.day or date.max, decided(each), each) for each in returns)
        past = [each for each in dated if each[0] <= self.as_of and not each[2].before_letter]
        return tuple(each for _, _, each in sorted(past, key=lambda one: one[:2]))

    def _is_for(self, id_: BodyId, owed: Obligation, heir: AgencyId | None) -> bool:
        """Say whether an agency or group includes the one that owes, or its heir today."""
        includes = self.registry.includes
        if includes(id_, owed.agency, owed.demand.resolved):
            return True
        return heir is not None and includes(id_, heir, self.as_of)

    def coordinating(self, demand: Demand) -> Iterator[AgencyId]:
        """Yield the agencies that coordinate, each by whoever stands in its place."""
        day, only = demand.resolved, demand.term.agencies
        beside = self._standing(demand.item.coordinate, day)
        heirs = (
            heir
            for agency in _chosen(beside, self._standing(only, day) if only else None)
            for heir in self.registry.heirs_on(agency, day) or (agency,)
        )
        yield from dict.fromkeys(heirs)

    def _standing(self, ids: tuple[BodyId, ...], day: date) -> _Members:
        """Return for each id the agencies that it stands for on a day."""
        return tuple(self.registry.members_on(id_, day) for id_ in ids)

    def _concerns(self, agencies: tuple[BodyId, ...], demand: Demand, agency: AgencyId) -> bool:
        """Say whether a list of agencies and groups (empty: all) includes the one that owes."""
        includes, day = self.registry.includes, demand.resolved
        return not agencies or any(includes(id_, agency, day) for id_ in agencies)

    def quota(self, demand: Demand, agency: AgencyId) -> Quota | None:
        """Return the quota that names an agency, else the one for all the others; none for a beginning."""
        quotas = () if demand.term.beginning else demand.item.quota
        named = (each for each in quotas if each.agencies)
        mine = (each for each in named if self._concerns(each.agencies, demand, agency))
        general = (each for each in quotas if not each.agencies)
        return next(mine, None) or next(general, None)


def _of_kind(kind: type[D], decisions: Iterable[DutyDecision]) -> list[D]:
    return [each for each in decisions if isinstance(each, kind)]


def _is_about(decision: DutyDecision, demand: Demand) -> bool:
    """Say whether a decision on its item is about a demand: of every period where it names none.

    More time for a task is more time for its end, not for its beginning; and what is sent back is its
    end. Of several periods a return has to name the one: nothing is sent back that was not meant.
    """
    if decision.period is not None:
        return decision.period == demand.period
    if isinstance(decision, Return) and demand.term.period.recurs:
        return False
    return isinstance(decision, Waiver | Pause) or not demand.beside_end


def _roles(named: tuple[_Members, ...], asked: _Members | None) -> Roles:
    """Return in which place and role each agency owes, of those that hold each role."""
    roles: dict[AgencyId, Role] = {}
    for role, bodies in zip(OWING, named, strict=True):
        for agency in _chosen(bodies, asked):
            roles.setdefault(agency, role)
    return {agency: RolePlace(number, role) for number, (agency, role) in enumerate(roles.items())}


def _chosen(bodies: _Members, asked: _Members | None) -> Iterator[AgencyId]:
    """Yield the agencies of some bodies; of a request, those alone of whom it is made."""
    among = None if asked is None else set(chain.from_iterable(asked))
    for agency in chain.from_iterable(bodies):
        if among is None or agency in among:
            yield agency
