"""The responsibility table: an agency a row."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kehoach.model.ids import AgencyId
from kehoach.model.plan import Role
from kehoach.verdicts.assessment import Alike
from kehoach.verdicts.tables.counts import Counts
from kehoach.words.statuses import Shown, Status


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
    alike: Iterable[Alike], coordinating: Iterable[AgencyId]
) -> tuple[Responsibility, ...]:
    """Return a row for every agency that owes or coordinates anything, the worst first.

    Worst: most overdue, then most late, then lowest on-time rate; ties in order of id. The agencies
    of each role and of what is counted alike are gathered first, so that nothing is done for each
    obligation but to count it: there may be millions.
    """
    gathered: dict[tuple[Role, tuple[Shown, ...]], list[AgencyId]] = defaultdict(list)
    for each in alike:
        gathered[each.verdict.obligation.role, each.verdict.counted].extend(each.agencies)
    rows: dict[AgencyId, _RowTally] = defaultdict(_RowTally)
    for (role, counted), agencies in gathered.items():
        for agency, number in Counter(agencies).items():
            rows[agency].add(role, counted, number)
    for agency, number in Counter(coordinating).items():
        rows[agency].coordinated = number
    return tuple(sorted((rows[each].row(each) for each in rows), key=worst_first))


class _RowTally:
    """What is being counted of one agency."""

    def __init__(self) -> None:
        self.led = self.implemented = self.coordinated = 0
        self.numbers: Counter[Shown] = Counter()

    def add(self, role: Role, counted: tuple[Shown, ...], number: int) -> None:
        """Count some more obligations."""
        self.led += number if role == "lead" else 0
        self.implemented += 0 if role == "lead" else number
        self.numbers.update(dict.fromkeys(counted, number))

    def row(self, agency: AgencyId) -> Responsibility:
        """Return the row of the agency."""
        counts = Counts(self.numbers)
        return Responsibility(agency, self.led, self.implemented, self.coordinated, counts)


def worst_first(row: Responsibility) -> tuple[int, int, float, str]:
    """Return by what a row stands among others."""
    """Return the place of a row among others, the worst first (see ``responsibilities``)."""
    counts = row.counts
    rate = counts[Status.DONE_ON_TIME] / counts.due if counts.due else 1.0
    return (-counts[Status.OVERDUE], -counts[Status.DONE_LATE], rate, row.agency)
