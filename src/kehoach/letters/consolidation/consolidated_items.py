"""An item of the plan in one period, with what every agency says of it.

Nobody is left out: each agency that owes the item stands in exactly one place, so that the places
add up to those who owe it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Self

from kehoach.grouping import group_by
from kehoach.model.plan import Quota
from kehoach.model.submissions import Progress
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text
from kehoach.words.statuses import Status


class Standing(StrEnum):
    """Where an agency that owes an item stands in the consolidation; exactly one holds.

    ``label`` tells it in a sentence, ``counted`` heads its numbers in a table.
    """

    label: Text
    counted: Text
    _value_: str

    def __new__(cls, name: str, label: Text, counted: Text) -> Self:
        """Return a member equal to its name."""
        member = str.__new__(cls, name)
        member._value_, member.label, member.counted = name, label, counted
        return member

    # It says something of it in this period's files.
    ANSWERED = "answered", Text("có nêu kết quả", "told of it"), Text("Có nêu", "Told")
    # Its report says that nothing arose.
    NIL = (
        "nil", Text("báo cáo không phát sinh", "nothing arose"),
        Text("Không phát sinh", "Nothing arose"),
    )  # fmt: skip
    # It spoke of it in files of another period.
    ELSEWHERE = (
        "elsewhere", Text("đã nêu ở tệp của kỳ khác", "told of it for another period"),
        Text("Nêu ở kỳ khác", "Another period"),
    )  # fmt: skip
    WAIVED = "waived", Text("được miễn", "excused"), Text("Miễn", "Excused")
    # It reported, and left it out.
    SILENT = (
        "silent", Text("đã báo cáo nhưng không nêu mục này", "reported, and left it out"),
        Text("Không nêu", "Left out"),
    )  # fmt: skip
    # Its report has not come.
    UNREPORTED = (
        "unreported", Text("chưa gửi báo cáo", "have not reported"),
        Text("Chưa báo cáo", "Not reported"),
    )  # fmt: skip
    # It owes the item but no report of this period, and said nothing.
    UNASKED = (
        "unasked",
        Text("không thuộc diện báo cáo kỳ này và chưa nêu", "need not report, and said nothing"),
        Text("Không thuộc diện", "Not asked"),
    )  # fmt: skip


class ItemEntry(NamedTuple):
    """What one agency says of an item; without ``verdict`` the item is not laid on it.

    ``counted``: of several by one agency, the entry on which the figures rest.
    """

    claim: Claim
    verdict: Assessment | None
    counted: bool


class QuantitySum(NamedTuple):
    """Quantities of one unit added up; ``met`` of ``owing`` agencies reached their minimum."""

    unit: str | None
    reached: int
    asked: int
    met: int
    owing: int


@dataclass(frozen=True)
class ConsolidatedItem:
    """An item of the plan in one of its periods, with what everybody says of it."""

    demand: Demand
    entries: tuple[ItemEntry, ...]
    verdicts: tuple[Assessment, ...]
    standing: Mapping[Standing, Sequence[Assessment]]

    @property
    def owed(self) -> int:
        """How many owe it: the sum over all standings."""
        return len(self.verdicts)

    def those(self, standing: Standing) -> tuple[Assessment, ...]:
        """Return who stands there, in the plan's order."""
        return tuple(self.standing.get(standing, ()))

    @cached_property
    def counted(self) -> tuple[ItemEntry, ...]:
        """The entry that counts of each agency that owes it and answered, one for each."""
        return tuple(entry for entry in self.entries if entry.counted)

    @property
    def beside(self) -> tuple[ItemEntry, ...]:
        """Entries of agencies on which it is not laid; in no sum."""
        return tuple(entry for entry in self.entries if entry.verdict is None)

    @property
    def progress(self) -> Counter[Progress]:
        """How many of those who answered say done, in progress, not started."""
        return Counter(entry.claim.progress for entry in self.counted)

    @property
    def evidence(self) -> int:
        """How many different documents are cited."""
        cited = (
            (entry.claim.key.agency, proof.number or proof.title, proof.date)
            for entry in self.entries
            for proof in entry.claim.evidence
        )
        return len(set(cited))

    @property
    def quantities(self) -> tuple[QuantitySum, ...]:
        """The sums by unit; empty where there is neither a minimum nor a quantity."""
        said = {entry.verdict: entry.claim for entry in self.counted}
        shares = (
            _Share(verdict.obligation.quota, said.get(verdict))
            for verdict in self.verdicts
            if verdict.status is not Status.WAIVED
        )
        told = (share for share in shares if share.quota or share.given)
        units = group_by(told, lambda share: share.quota.unit if share.quota else None)
        return tuple(_sum(unit, of) for unit, of in units.items())


class _Share(NamedTuple):
    """What one agency has to reach, and what it says."""

    quota: Quota | None
    claim: Claim | None

    @property
    def given(self) -> bool:
        """Whether it gives any quantity."""
        return self.claim is not None and self.claim.quantity is not None

    @property
    def reached(self) -> int:
        """How many it says; none where it says nothing."""
        return (self.claim.quantity if self.claim else None) or 0


def _sum(unit: str | None, shares: Sequence[_Share]) -> QuantitySum:
    """Return what some agencies reached together; what two share is added once."""
    reached = {id(share.claim): share.reached for share in shares}
    owing = [(share.quota.at_least, share) for share in shares if share.quota]
    return QuantitySum(
        unit,
        reached=sum(reached.values()),
        asked=sum(least for least, _ in owing),
        met=sum(share.claim is not None and share.reached >= least for least, share in owing),
        owing=len(owing),
    )
