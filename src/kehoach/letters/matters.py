"""An item of the plan in one period, with what every agency says of it.

Nobody is left out: each agency that owes the item stands in exactly one place, so that the places
add up to those who owe it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from kehoach.model.submissions import Progress
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations import Demand


class Standing(StrEnum):
    """Where an agency that owes an item stands in the consolidation; exactly one holds."""

    ANSWERED = "answered"  # says something of it in this period's files
    NIL = "nil"  # its report says that nothing arose
    ELSEWHERE = "elsewhere"  # spoke of it in files of another period
    WAIVED = "waived"
    SILENT = "silent"  # reported, and left it out
    UNREPORTED = "unreported"  # its report has not come
    UNASKED = "unasked"  # owes the item but no report of this period, and said nothing


class Entry(NamedTuple):
    """What one agency says of an item; without ``verdict`` the item is not laid on it.

    ``counted``: of several by one agency, the entry on which the figures rest.
    """

    claim: Claim
    verdict: Assessment | None
    counted: bool


class Quantity(NamedTuple):
    """Quantities of one unit added up; ``met`` of ``owing`` agencies reached their minimum."""

    unit: str | None
    reached: int
    asked: int
    met: int
    owing: int


@dataclass(frozen=True)
class Matter:
    """An item of the plan in one of its periods, with what everybody says of it."""

    demand: Demand
    entries: tuple[Entry, ...]
    verdicts: tuple[Assessment, ...]
    standing: Mapping[Standing, tuple[Assessment, ...]]

    @property
    def owed(self) -> int:
        """How many owe it: the sum over all standings."""
        return len(self.verdicts)

    def those(self, standing: Standing) -> tuple[Assessment, ...]:
        """Return who stands there, in the plan's order."""
        return self.standing.get(standing, ())

    @cached_property
    def counted(self) -> tuple[Entry, ...]:
        """The entry that counts of each agency that owes it and answered, one for each."""
        return tuple(entry for entry in self.entries if entry.counted)

    @property
    def beside(self) -> tuple[Entry, ...]:
        """Entries of agencies on which it is not laid; in no sum."""
        return tuple(entry for entry in self.entries if entry.verdict is None)

    @property
    def progress(self) -> Counter[Progress]:
        """How many of those who answered say done, in progress, not started."""
        return Counter(entry.claim.progress for entry in self.counted)

    @property
    def evidence(self) -> int:
        """How many different documents are cited."""
        return len({(entry.claim.key.agency, proof.number or proof.title, proof.date)
                    for entry in self.entries for proof in entry.claim.evidence})  # fmt: skip

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The sums by unit; empty where there is neither a minimum nor a quantity."""
        said = {entry.verdict: entry.claim for entry in self.counted}
        units: dict[str | None, list[Assessment]] = defaultdict(list)
        for verdict in self.verdicts:
            quota = verdict.obligation.quota
            given = verdict in said and said[verdict].quantity is not None
            if (quota or given) and verdict.status is not Status.WAIVED:
                units[quota.unit if quota else None].append(verdict)
        return tuple(_sum(unit, verdicts, said) for unit, verdicts in units.items())


def _sum(
    unit: str | None, verdicts: list[Assessment], said: Mapping[Assessment | None, Claim]
) -> Quantity:
    """Return what some agencies reached together; what two share is added once."""
    claims = {id(claim): claim for each in verdicts if (claim := said.get(each))}
    quotas = [(each.obligation.quota, said.get(each)) for each in verdicts]
    met = sum(
        1 for quota, claim in quotas
        if quota and claim and (claim.quantity or 0) >= quota.at_least
    )  # fmt: skip
    return Quantity(
        unit,
        sum(claim.quantity or 0 for claim in claims.values()),
        sum(quota.at_least for quota, _ in quotas if quota),
        met,
        sum(1 for quota, _ in quotas if quota),
    )
