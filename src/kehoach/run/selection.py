"""Which verdicts a question is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.model.ids import AgencyId, ItemId
from kehoach.periods import PeriodName
from kehoach.verdicts.assessment import Assessment
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

    def keep(self, assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
        """Return the verdicts asked for."""
        if self == Selection():
            return tuple(assessments)
        wanted = {ONLY[name] for name in self.only}
        return tuple(
            each
            for each in assessments
            if self.concerns(
                each.obligation.demand.item.id, each.obligation.demand.period, each.agency
            )
            and (not wanted or not wanted.isdisjoint((each.status, *each.remarks)))
        )
