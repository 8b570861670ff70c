"""Obligations: a demand laid on an agency, with what was decided about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kehoach.calendar import WorkCalendar
from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions, Extension, Waiver
from kehoach.model.plan import OWING, Plan, Quota, Role
from kehoach.obligations.demand import Demand, demands


class Key(NamedTuple):
    """What identifies an obligation, a report and a receipt alike."""

    plan: str
    item: str
    agency: str
    period: str


@dataclass(frozen=True, slots=True, eq=False)
class Obligation:
    """A demand that one agency owes, as the plan and the decisions known so far have it."""

    demand: Demand
    agency: str
    role: Role
    quota: Quota | None = None
    extension: Extension | None = None
    waiver: Waiver | None = None

    @property
    def key(self) -> Key:
        """Plan, item, agency and period."""
        return Key(self.demand.plan.id, self.demand.item.id, self.agency, self.demand.period)

    @property
    def due(self) -> date | None:
        """The last day on which delivery is on time (inclusive), extensions included."""
        return self.extension.due if self.extension else self.demand.due

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
    coordinators: tuple[tuple[Demand, str], ...]


class _Assignment:
    """The registry and decisions by which demands are laid on agencies."""

    def __init__(self, registry: Registry, decisions: Decisions, as_of: date) -> None:
        self.registry = registry
        self.decisions = decisions
        self.as_of = as_of
        self._members: dict[tuple[str, date], tuple[str, ...]] = {}

    def members(self, id_: str, day: date) -> tuple[str, ...]:
        """Return the agencies that an id stands for on a day; looked up once."""
        found = self._members.get((id_, day))
        if found is None:
            found = self._members[id_, day] = self.registry.members_on(id_, day)
        return found

    def owed(self, demand: Demand) -> Iterator[Obligation]:
        """Yield the obligations of a demand; an agency named twice owes once, as lead first."""
        roles: dict[str, Role] = {}
        for role in OWING:
            for agency in self._named(demand, role):
                roles.setdefault(agency, role)
        for agency, role in roles.items():
            yield Obligation(
                demand,
                agency,
                role,
                self._quota(demand, agency),
                self._extension(demand, agency),
                self._waiver(demand, agency),
            )

    def coordinating(self, demand: Demand) -> Iterator[str]:
        """Yield the agencies that coordinate, each by whoever stands in its place."""
        seen: set[str] = set()
        for agency in self._named(demand, "coordinate"):
            for heir in self.registry.heirs_on(agency, demand.resolved) or (agency,):
                if heir not in seen:
                    seen.add(heir)
                    yield heir

    def _named(self, demand: Demand, role: Role) -> Iterator[str]:
        """Yield the agencies that hold a role in a demand."""
        ids: tuple[str, ...] = getattr(demand.item, role)
        asked = {m for id_ in demand.term.agencies for m in self.members(id_, demand.resolved)}
        for id_ in ids:
            for agency in self.members(id_, demand.resolved):
                if not asked or agency in asked:
                    yield agency

    def _concerns(self, agencies: tuple[str, ...], demand: Demand, agency: str) -> bool:
        """Say whether a list of agencies and groups (empty: all) includes one agency."""
        return not agencies or any(agency in self.members(id_, demand.resolved) for id_ in agencies)

    def _quota(self, demand: Demand, agency: str) -> Quota | None:
        """Return the quota that names the agency, else the one for all the others."""
        general = None
        for quota in demand.item.quota:
            if not quota.agencies:
                general = general or quota
            elif self._concerns(quota.agencies, demand, agency):
                return quota
        return general

    def _extension(self, demand: Demand, agency: str) -> Extension | None:
        """Return the extension decided last."""
        found = [
            extension
            for extension in self.decisions.extensions
            if extension.item == demand.item.id
            and extension.period in (None, demand.period)
            and self._concerns(extension.agencies, demand, agency)
        ]
        return max(found, key=lambda each: (each.document.date or date.min, each.due), default=None)

    def _waiver(self, demand: Demand, agency: str) -> Waiver | None:
        """Return a waiver that still holds."""
        for waiver in self.decisions.waivers:
            if (
                waiver.item == demand.item.id
                and waiver.period in (None, demand.period)
                and (waiver.until is None or self.as_of <= waiver.until)
                and self._concerns(waiver.agencies, demand, agency)
            ):
                return waiver
        return None


def docket(
    plan: Plan, registry: Registry, decisions: Decisions, calendar: WorkCalendar, as_of: date
) -> Docket:
    """Return the obligations of a plan as they stand at ``as_of``.

    Only what had been decided by then counts; a period that has not begun is not listed.
    """
    known = decisions.known(plan.id, as_of)
    asked = demands(plan, known, calendar)
    begun = tuple(demand for demand in asked if demand.term.start <= as_of)
    assignment = _Assignment(registry, known, as_of)
    return Docket(
        plan,
        asked,
        tuple(obligation for demand in begun for obligation in assignment.owed(demand)),
        tuple((demand, id_) for demand in begun for id_ in assignment.coordinating(demand)),
    )
