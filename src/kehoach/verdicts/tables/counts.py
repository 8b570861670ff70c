"""Counts that add up: assigned = done on time + done late + in term + overdue."""

from collections.abc import Iterable
from typing import NamedTuple

from kehoach.verdicts.assessment import Assessment, Status


class Rate(NamedTuple):
    """A rate is never shown without both of its numbers."""

    part: int
    whole: int


class Counts(NamedTuple):
    """How many obligations are in each state.

    ``due_soon`` is a part of ``in_term``, ``missing_reports`` of ``overdue``, ``uncovered`` of
    ``ongoing``. What is only requested is counted in ``requested`` and nowhere else.
    """

    done_on_time: int = 0
    done_late: int = 0
    in_term: int = 0
    due_soon: int = 0
    overdue: int = 0
    missing_reports: int = 0
    waiting: int = 0
    ongoing: int = 0
    uncovered: int = 0
    waived: int = 0
    requested: int = 0

    @property
    def assigned(self) -> int:
        """What has been laid on someone and can be on time or late."""
        return self.done_on_time + self.done_late + self.in_term + self.overdue

    @property
    def done(self) -> int:
        """What is fulfilled, on time or late."""
        return self.done_on_time + self.done_late

    @property
    def due(self) -> int:
        """What is fulfilled or should be: the denominator of both rates."""
        return self.done + self.overdue

    @property
    def completion(self) -> Rate:
        """Done out of due."""
        return Rate(self.done, self.due)

    @property
    def on_time(self) -> Rate:
        """Done on time out of due."""
        return Rate(self.done_on_time, self.due)


def count(assessments: Iterable[Assessment]) -> Counts:
    """Return the counts over some verdicts."""
    tally = dict.fromkeys(Counts._fields, 0)
    for assessment in assessments:
        if assessment.requested:
            tally["requested"] += 1
            continue
        status = assessment.status
        tally[status] += 1
        if status is Status.ONGOING:
            tally["uncovered"] += assessment.covered is False
        elif status is Status.IN_TERM:
            tally["due_soon"] += assessment.due_soon
        elif status is Status.OVERDUE:
            tally["missing_reports"] += assessment.missing
    return Counts(**tally)


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum of several counts."""
    return Counts(*map(sum, zip(*counts, strict=True))) if (counts := list(counts)) else Counts()
