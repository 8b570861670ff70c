"""What is overdue, by what can still be mended: the recent first, what is old or nobody's only counted."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.grouping import group_by
from kehoach.verdicts.assessment import Alike
from kehoach.verdicts.obligations import Demand

A_YEAR = 365
"""A debt overdue for more calendar days than these is old: what it was owed for has passed."""


class Debt(NamedTuple):
    """One item in one period that several owe since the same day, for ``days`` calendar days."""

    demand: Demand
    due: date
    days: int
    owing: tuple[Alike, ...]

    @property
    def number(self) -> int:
        """How many owe it."""
        return count_of(self.owing)


class Debts(NamedTuple):
    """What is overdue: what can still be mended, and how many obligations are ``old``, or ``ownerless``.

    An overdue obligation can still be mended while it is no older than a year and somebody is there
    who owes it; it is ownerless where its body ended without a successor. So the numbers of these
    three add up to everything overdue.
    """

    mendable: Sequence[Debt]
    old: int
    ownerless: int


def debts(pressing: Iterable[Alike]) -> Debts:
    """Return what of some verdicts is overdue; of what can be mended the most recent first.

    Of several as recent that which more owe comes first.
    """
    overdue = [each for each in pressing if each.verdict.overdue]
    owned = [each for each in overdue if not each.verdict.heirless]
    recent = [each for each in owned if (each.verdict.days or 0) <= A_YEAR]
    return Debts(
        sorted(_joined(recent), key=lambda each: (each.days, -each.number)),
        count_of(owned) - count_of(recent),
        count_of(overdue) - count_of(owned),
    )


def _joined(recent: Iterable[Alike]) -> Iterator[Debt]:
    """Yield what several owe of one item and period since the same day, as one."""
    groups = group_by(recent, lambda each: (each.verdict.obligation.demand, each.verdict.days))
    for (demand, days), those in groups.items():
        due = those[0].verdict.obligation.due or date.max
        yield Debt(demand, due, days or 0, tuple(those))


def count_of(those: Iterable[Alike]) -> int:
    """Return of how many obligations some verdicts hold."""
    return sum(len(each.agencies) for each in those)
