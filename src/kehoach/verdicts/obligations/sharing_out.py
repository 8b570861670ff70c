"""Which agency is bound by which of the deadlines that one item has for several bodies."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from kehoach.calendar import WorkCalendar
from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId, ItemId
from kehoach.model.plan import Role
from kehoach.periods import PeriodKind, PeriodName
from kehoach.verdicts.obligations.demand import Demand

Roles = Mapping[AgencyId, "RolePlace"]
"""By agency, in which place among all that owe a demand, and as what."""


class RolePlace(NamedTuple):
    """The place of an agency among all that owe a demand, from 0, and its role in it."""

    number: int
    role: Role


class Naming(IntEnum):
    """How a deadline names an agency: the nearer it comes to its name, the more it counts."""

    NOT = 0  # it names others
    ALL = 1  # it names nobody, and so means everybody
    GROUP = 2
    ITSELF = 3


class Sharing:
    """The demands of one item and period that are laid on different bodies.

    "Cấp xã trước 20/8, cấp tỉnh trước 30/8; riêng xã A trước 25/8": a body is bound by the deadline that
    names it, before that of its group, before that of all. Of two groups in which it is, the later
    day holds: nobody is late by a day that may not be theirs (``check`` tells the office).
    """

    def __init__(
        self, registry: Registry, calendar: WorkCalendar, demands: Iterable[Demand]
    ) -> None:
        self._registry = registry
        self._calendar = calendar
        several = group_by(demands, lambda each: (each.item.id, each.period))
        self._beside: Mapping[tuple[ItemId, PeriodName], Sequence[Demand]] = {
            asked: those
            for asked, those in several.items()
            if any(each.term.bound for each in those)
        }

    def beside(self, demand: Demand) -> Sequence[Demand]:
        """Return the demands of the same item and period, itself among them, if any names bodies."""
        return self._beside.get((demand.item.id, demand.period), ())

    def narrowed(self, demand: Demand, laid: Roles) -> Roles:
        """Return those of the agencies on which an item is laid whom its deadline binds."""
        beside, by_day = self.beside(demand), demand.term.period.kind is PeriodKind.WORKING_DAY
        if not (beside or (by_day and self._calendar.named)):
            return laid
        mine = {
            agency: place
            for agency, place in laid.items()
            if (not beside or self.binding(beside, agency) is demand.shared)
            and (not by_day or self._works(agency, demand.term.period.span.first))
        }
        return mine if len(mine) < len(laid) else laid

    def binding(self, beside: Sequence[Demand], agency: AgencyId) -> Demand | None:
        """Return which of several demands binds an agency; ``None`` where all name others."""
        those = self.nearest(beside, agency)
        return max(those, key=lambda each: each.due or date.max) if those else None

    def nearest(self, beside: Sequence[Demand], agency: AgencyId) -> Sequence[Demand]:
        """Return those of several demands that come nearest to naming an agency: one, if all is well."""
        named = [(self._naming(each, agency), each) for each in beside]
        nearest = max(naming for naming, _ in named)
        return [each for naming, each in named if naming is nearest is not Naming.NOT]

    def _naming(self, demand: Demand, agency: AgencyId) -> Naming:
        """Return how a demand's deadline names an agency."""
        ids = demand.term.bound
        if agency in ids:
            return Naming.ITSELF
        includes, day = self._registry.includes, demand.resolved
        if any(includes(id_, agency, day) for id_ in ids):
            return Naming.GROUP
        return Naming.NOT if ids else Naming.ALL

    def _works(self, agency: AgencyId, day: date) -> bool:
        """Say whether a day is a working day by the agency's own calendar."""
        calendar = self._calendar.of(self._registry.agency[agency].calendar)
        return calendar.why_off(day) is None
