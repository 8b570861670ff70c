"""The responsibility table: an agency a row."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables.counts import Counts, count
from kehoach.words.statuses import Status


class Responsibility(NamedTuple):
    """What one agency leads, implements and coordinates, and how it stands.

    ``led`` + ``implemented`` are the listed obligations it owes; ``coordinated`` counts the
    demands (an item in a period) in which it stands beside others.
    """

    agency: str
    led: int
    implemented: int
    coordinated: int
    counts: Counts


def responsibilities(
    assessments: Iterable[Assessment], coordinating: Iterable[str]
) -> tuple[Responsibility, ...]:
    """Return a row for every agency that owes or coordinates anything, the worst first.

    Worst: most overdue, then most late, then lowest on-time rate; ties in order of id.
    """
    owed: dict[str, list[Assessment]] = defaultdict(list)
    for assessment in assessments:
        owed[assessment.agency].append(assessment)
    beside: dict[str, int] = defaultdict(int)
    for agency in coordinating:
        beside[agency] += 1
    everyone = dict.fromkeys([*owed, *beside])
    rows = (_row(agency, owed[agency], beside[agency]) for agency in everyone)
    return tuple(sorted(rows, key=worst_first))


def _row(agency: str, owed: list[Assessment], coordinated: int) -> Responsibility:
    led = sum(assessment.obligation.role == "lead" for assessment in owed)
    return Responsibility(agency, led, len(owed) - led, coordinated, count(owed))


def worst_first(row: Responsibility) -> tuple[int, int, float, str]:
    """Return the place of a row among others, the worst first (see ``responsibilities``)."""
    counts = row.counts
    rate = counts[Status.DONE_ON_TIME] / counts.due if counts.due else 1.0
    return (-counts[Status.OVERDUE], -counts[Status.DONE_LATE], rate, row.agency)
