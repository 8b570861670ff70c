"""Counts that add up: assigned = done on time + done late + in term + overdue."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from kehoach.verdicts.assessment import Alike, Assessment
from kehoach.words.statuses import ASSIGNED, Remark, Shown, Status

K = TypeVar("K", bound=Hashable)


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

    def __hash__(self) -> int:
        return hash(frozenset(self.numbers.items()))

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

    @property
    def explained(self) -> Rate:
        """Of what is overdue, that of which a reason or an expected day was told."""
        return Rate(self[Remark.EXPLAINED], self[Status.OVERDUE])


def count(assessments: Iterable[Assessment]) -> Counts:
    """Return the counts over some verdicts."""
    return Counts(Counter(shown for each in assessments for shown in each.counted))


def tallied(alike: Iterable[Alike], key: Callable[[Assessment], K]) -> dict[K, Counts]:
    """Return the counts by what ``key`` makes of a verdict, in the order in which each first occurs.

    ``key`` must say the same of verdicts that are alike: each of these is counted in one step.
    """
    numbers: dict[K, Counter[Shown]] = {}
    for each in alike:
        of_key = numbers.setdefault(key(each.verdict), Counter())
        for shown in each.verdict.counted:
            of_key[shown] += len(each.agencies)
    return {of: Counts(number) for of, number in numbers.items()}


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum of several counts."""
    numbers: dict[Shown, int] = {}
    for each in counts:
        for shown, number in each.numbers.items():
            numbers[shown] = numbers.get(shown, 0) + number
    return Counts(numbers)
