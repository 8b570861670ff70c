"""Which verdicts a question is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kehoach.model.ids import AgencyId, ItemId
from kehoach.periods import PeriodName
from kehoach.verdicts.assessment import Alike
from kehoach.words.statuses import Remark, Shown, Status, with_parts

ONLY: dict[str, Shown] = {each.filter: each for each in (*with_parts(Status), Remark.REQUESTED)}


@dataclass(frozen=True)
class Selection:
    """Agencies, items, periods and states asked for; an empty set asks for all."""

    agencies: tuple[AgencyId, ...] = ()
    items: tuple[ItemId, ...] = ()
    periods: tuple[PeriodName, ...] = ()
    only: tuple[str, ...] = ()

    def concerns(self, item: ItemId, period: PeriodName, agency: AgencyId) -> bool:
        """Say whether an item, period and agency are asked for."""
        return (
            (not self.items or item in self.items)
            and (not self.periods or period in self.periods)
            and (not self.agencies or agency in self.agencies)
        )

    def keep(self, alike: Iterable[Alike]) -> tuple[Alike, ...]:
        """Return the verdicts asked for."""
        return tuple(alike if self == Selection() else self._kept(alike))

    def _kept(self, alike: Iterable[Alike]) -> Iterator[Alike]:
        wanted = {ONLY[name] for name in self.only}
        for each in alike:
            demand = each.verdict.obligation.demand
            item, period = demand.item.id, demand.period
            if wanted and wanted.isdisjoint((each.verdict.status, *each.verdict.remarks)):
                continue
            mine = tuple(one for one in each.agencies if self.concerns(item, period, one))
            if mine:
                yield each if len(mine) == len(each.agencies) else each.of(mine)
