"""How it goes over time: rates by year, delays, and how old what is overdue has become."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import chain
from operator import itemgetter
from statistics import median
from typing import NamedTuple

from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.verdicts.tables.counts import Counts, count, total

Years = Mapping[int | None, Counts]
"""Counts by the year in which they fall due; ``None`` holds what has no due day."""

_A_MONTH, _A_QUARTER = 30, 90
LONGEST = 30 * 12
"""How many months a trend goes back at most: each is judged, and drawn."""


class MonthEnd(NamedTuple):
    """How everybody stood at the end of a day: the last of a month, or that of the verdicts."""

    day: date
    by_agency: Mapping[str, Counts]

    def counts(self, agencies: Iterable[str] | None = None) -> Counts:
        """Return the counts of some agencies, or of all."""
        names = self.by_agency if agencies is None else agencies
        return total(self.by_agency[each] for each in names if each in self.by_agency)


class Delay(NamedTuple):
    """How many were late, and by how many calendar days in the middle and at the worst."""

    number: int = 0
    median: float = 0
    longest: int = 0


class Ageing(NamedTuple):
    """How many have been overdue for how many calendar days: up to 30, 31 to 90, more than 90."""

    month: int = 0
    quarter: int = 0
    longer: int = 0

    @property
    def total(self) -> int:
        """Everything that is overdue."""
        return sum(self)


def ends_of_months(first: date, last: date) -> list[date]:
    """Return the last days of months from that of ``first`` on, before ``last``, and ``last`` itself.

    Of more months than ``LONGEST`` the last ones.
    """
    end = last.year * 12 + last.month
    months = range(max(first.year * 12 + first.month, end - LONGEST), end)
    ends = (date(at // 12, at % 12 + 1, 1) - timedelta(1) for at in months)
    return [*ends, last]


def merged_months(plans: Iterable[Iterable[MonthEnd]]) -> list[MonthEnd]:
    """Return several plans' ends of months as one: what each agency owes under any of them."""
    days = group_by(chain.from_iterable(plans), lambda each: each.day)
    return [MonthEnd(day, _summed(days[day])) for day in sorted(days)]


def _summed(ends: Iterable[MonthEnd]) -> Mapping[str, Counts]:
    rows = group_by(chain.from_iterable(each.by_agency.items() for each in ends), itemgetter(0))
    return {agency: total(counts for _, counts in found) for agency, found in rows.items()}


def by_year(assessments: Iterable[Assessment]) -> Years:
    """Return the counts by year of the due day (extensions included), in order, undated last.

    What is only requested, waiting, ongoing or waived is counted in the same places as in the
    whole, so that the years add up to it.
    """
    return in_order({year: count(of) for year, of in group_by(assessments, due_year).items()})


def in_order(years: Years) -> Years:
    """Return counts by year in order, undated last."""
    return {year: years[year] for year in sorted(years, key=lambda year: year or date.max.year + 1)}


def by_agency(assessments: Iterable[Assessment]) -> Mapping[str, Years]:
    """Return, for whoever owes it at the date, the counts by year."""
    groups = group_by(assessments, lambda each: each.agency)
    return {agency: by_year(owed) for agency, owed in groups.items()}


def by_group(
    assessments: Iterable[Assessment], registry: Registry, groups: Iterable[str]
) -> Mapping[str, Years]:
    """Return, for each group, the counts by year of what was laid on its members.

    Membership is that of the body named by the plan on the day at which groups are resolved. One
    body may belong to several groups: these counts do not add up to the whole.
    """

    @cache
    def members(group: str, day: date) -> frozenset[str]:
        return frozenset(registry.members_on(group, day))

    owed = list(assessments)
    return {
        group: by_year(
            each
            for each in owed
            if each.obligation.agency in members(group, each.obligation.demand.resolved)
        )
        for group in groups
    }


def owing_groups(assessments: Iterable[Assessment], registry: Registry) -> list[str]:
    """Return the groups on which the plan lays any of this, in the registry's order."""
    items = {id(each.obligation.demand.item): each.obligation.demand.item for each in assessments}
    named = {id_ for item in items.values() for id_ in (*item.lead, *item.implement)}
    return [group.id for group in registry.groups if group.id in named and not group.open]


def late_deliveries(assessments: Iterable[Assessment]) -> Delay:
    """Return by how much what is done was late."""
    return _delay(each.days for each in assessments if each.status is Status.DONE_LATE)


def overdue_so_far(assessments: Iterable[Assessment]) -> Delay:
    """Return by how much what is not done is late at the date of the verdicts."""
    return _delay(each.days for each in assessments if each.overdue)


def ageing(assessments: Iterable[Assessment]) -> Ageing:
    """Return how old what is overdue has become."""
    days = [each.days or 0 for each in assessments if each.overdue]
    month = sum(day <= _A_MONTH for day in days)
    quarter = sum(_A_MONTH < day <= _A_QUARTER for day in days)
    return Ageing(month, quarter, len(days) - month - quarter)


def ageing_by_recipient(assessments: Iterable[Assessment]) -> Mapping[str | None, Ageing]:
    """Return the ageing by who waits for it: through whom it goes, else to whom it is addressed.

    ``None`` holds what the plan addresses to nobody; so the recipients add up to the whole.
    """
    groups = group_by((each for each in assessments if each.overdue), awaited_by)
    ages = {recipient: ageing(owed) for recipient, owed in groups.items()}
    return dict(sorted(ages.items(), key=lambda row: (-row[1].total, str(row[0]))))


def awaited_by(each: Assessment) -> str | None:
    """Return who waits first for what is owed: ``via``, else ``to``, else nobody named."""
    item = each.obligation.demand.item
    return item.via or item.to


def due_within(assessments: Iterable[Assessment], days: int) -> list[Assessment]:
    """Return what is owed, not done, and falls due today or within so many days, soonest first.

    What the plan only requests is not owed.
    """
    ahead = [
        each
        for each in assessments
        if each.status is Status.IN_TERM
        and not each.requested
        and each.days is not None
        and -days <= each.days <= 0
    ]
    return sorted(ahead, key=lambda each: -(each.days or 0))


def due_year(each: Assessment) -> int | None:
    """Return the year of the due day (extensions included)."""
    return each.obligation.due.year if each.obligation.due else None


def _delay(days: Iterable[int | None]) -> Delay:
    known = [day for day in days if day is not None]
    return Delay(len(known), median(known), max(known)) if known else Delay()
