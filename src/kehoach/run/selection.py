"""Which verdicts a question is about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kehoach.model.ids import AgencyId, ItemId
from kehoach.periods import PeriodName
from kehoach.verdicts.assessment import Assessment, Status

ONLY: dict[str, Callable[[Assessment], bool]] = {
    "overdue": lambda each: each.overdue,
    "missing": lambda each: each.missing,
    "late": lambda each: each.status is Status.DONE_LATE,
    "on-time": lambda each: each.status is Status.DONE_ON_TIME,
    "in-term": lambda each: each.status is Status.IN_TERM,
    "due-soon": lambda each: each.due_soon,
    "waiting": lambda each: each.status is Status.WAITING,
    "ongoing": lambda each: each.status is Status.ONGOING,
    "uncovered": lambda each: each.uncovered,
    "waived": lambda each: each.status is Status.WAIVED,
    "requested": lambda each: each.requested,
}


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
        wanted = [ONLY[name] for name in self.only]
        return tuple(
            each
            for each in assessments
            if self.concerns(
                each.obligation.demand.item.id, each.obligation.demand.period, each.agency
            )
            and (not wanted or any(test(each) for test in wanted))
        )
