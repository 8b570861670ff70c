"""Counts that add up: assigned = done on time + done late + in term + overdue."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kehoach.verdicts.assessment import Assessment
from kehoach.words.statuses import ASSIGNED, Remark, Shown, Status


class Rate(NamedTuple):
    """A rate is never shown without both of its numbers."""

    part: int
    whole: int


@dataclass(frozen=True)
class Counts:
    """How many obligations are in each status, and of how many something is remarked beside it.

    A remark counts a part of its status (``Remark.part_of``). What is only requested is counted
    in ``Remark.REQUESTED`` and nowhere else. ``numbers`` holds no zeros.
    """

    numbers: Mapping[Shown, int] = field(default_factory=dict)

    def __getitem__(self, shown: Shown) -> int:
        """Return how many there are of a status or remark."""
        return self.numbers.get(shown, 0)

    @property
    def assigned(self) -> int:
        """What has been laid on someone and can be on time or late."""
        return sum(self[status] for status in ASSIGNED)

    @property
    def done(self) -> int:
        """What is fulfilled, on time or late."""
        return self[Status.DONE_ON_TIME] + self[Status.DONE_LATE]

    @property
    def due(self) -> int:
        """What is fulfilled or should be: the denominator of both rates."""
        return self.done + self[Status.OVERDUE]

    @property
    def completion(self) -> Rate:
        """Done out of due."""
        return Rate(self.done, self.due)

    @property
    def on_time(self) -> Rate:
        """Done on time out of due."""
        return Rate(self[Status.DONE_ON_TIME], self.due)


def count(assessments: Iterable[Assessment]) -> Counts:
    """Return the counts over some verdicts.

    They are counted a column at a time, without a step of Python each: there may be millions.
    """
    every = list(assessments)
    owed = [each for each in every if not each.requested]
    numbers = Counter[Shown](each.status for each in owed)
    numbers[Remark.REQUESTED] = len(every) - len(owed)
    numbers[Remark.DUE_SOON] = sum(each.due_soon for each in owed)
    numbers[Remark.UNCOVERED] = sum(each.covered is False for each in owed)
    overdue = (each for each in owed if each.status is Status.OVERDUE)
    numbers[Remark.MISSING] = sum(each.missing for each in overdue)
    return Counts(+numbers)


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum of several counts."""
    numbers: dict[Shown, int] = {}
    for each in counts:
        for shown, number in each.numbers.items():
            numbers[shown] = numbers.get(shown, 0) + number
    return Counts(numbers)
