"""Which verdicts a question is about."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kehoach.model.ids import AgencyId, ItemId, PlanId
from kehoach.model.plan import Item
from kehoach.periods import PeriodName
from kehoach.verdicts.assessment import Alike, Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.words.statuses import Remark, Shown, Status, with_parts

ONLY: dict[str, Shown] = {each.filter: each for each in (*with_parts(Status), Remark.REQUESTED)}


class Selection(NamedTuple):
    """Plans, agencies, items, periods, tags and states asked for; an empty set asks for all.

    ``due_by`` asks only for what was due by that day (inclusive; extensions count).
    """

    agencies: tuple[AgencyId, ...] = ()
    items: tuple[ItemId, ...] = ()
    periods: tuple[PeriodName, ...] = ()
    only: tuple[str, ...] = ()
    plans: tuple[PlanId, ...] = ()
    tags: tuple[str, ...] = ()
    due_by: date | None = None

    def asks(self, plan: PlanId, item: Item, period: PeriodName | None = None) -> bool:
        """Say whether an item of a plan is asked for, in a period where one is meant."""
        return (
            (not self.plans or plan in self.plans)
            and (not self.items or item.id in self.items)
            and (period is None or not self.periods or period in self.periods)
            and (not self.tags or not set(self.tags).isdisjoint(item.tags))
        )

    def concerns(self, demand: Demand, agency: AgencyId, due: date | None) -> bool:
        """Say whether a demand is asked for, of an agency whose last day for it is ``due``."""
        return self.of(agency) and self._reaches(demand, due)

    def of(self, agency: AgencyId) -> bool:
        """Say whether an agency is asked about."""
        return not self.agencies or agency in self.agencies

    def _reaches(self, demand: Demand, due: date | None) -> bool:
        """Say whether a demand is asked for, of those whose last day for it is ``due``."""
        in_time = self.due_by is None or (due is not None and due <= self.due_by)
        return in_time and self.asks(demand.plan.id, demand.item, demand.period)

    def holds(self, verdict: Assessment) -> bool:
        """Say whether a verdict is asked for, were it anybody's."""
        owed, wanted = verdict.obligation, {ONLY[name] for name in self.only}
        stands = not wanted or not wanted.isdisjoint((verdict.status, *verdict.remarks))
        return stands and self._reaches(owed.demand, owed.due)

    def keep(self, alike: Iterable[Alike]) -> tuple[Alike, ...]:
        """Return the verdicts asked for."""
        return tuple(alike if self == EVERYTHING else self._kept(alike))

    def _kept(self, alike: Iterable[Alike]) -> Iterator[Alike]:
        for each in alike:
            mine = tuple(filter(self.of, each.agencies)) if self.holds(each.verdict) else ()
            if mine:
                yield each if len(mine) == len(each.agencies) else each.of(mine)


EVERYTHING = Selection()
