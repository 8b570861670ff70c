"""Small results added up: every number is the sum of the repositories', and none is left out unsaid."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kehoach.contract.counts_contract import AgencyCounts
from kehoach.contract.summary_contract import SummaryOutput
from kehoach.grouping import group_by
from kehoach.portfolio.members import Member
from kehoach.portfolio.outcome import Outcome
from kehoach.portfolio.sums import counts_of
from kehoach.verdicts.tables import Counts, Responsibility, total
from kehoach.verdicts.tables.responsibility import worst_first
from kehoach.words import Text, day_words

_AHEAD = Text(
    "kết quả tính đến {day}, sau ngày được hỏi", "its result is of {day}, after the day asked about"
)


class MemberResult(NamedTuple):
    """A member and what it adds to the whole: its small result, or nothing, with the reason."""

    member: Member
    result: SummaryOutput | None
    why: Text | None
    tries: int
    counts: Counts

    @property
    def day(self) -> date | None:
        """The day as of whose end it was judged."""
        return date.fromisoformat(self.result["as_of"]) if self.result else None


class MemberAgency(NamedTuple):
    """An agency among those of all repositories, and how it stands."""

    member: Member
    name: str
    row: Responsibility


@dataclass(frozen=True)
class Merged:
    """The members of a portfolio and their sum, as of the end of a day."""

    name: str | None
    as_of: date
    members: Sequence[MemberResult]

    @cached_property
    def counted(self) -> Sequence[MemberResult]:
        """The members whose numbers are in the sum."""
        return [each for each in self.members if each.result]

    @cached_property
    def failed(self) -> Sequence[MemberResult]:
        """The members that add nothing, each with its reason."""
        return [each for each in self.members if not each.result]

    @cached_property
    def outdated(self) -> Sequence[MemberResult]:
        """The members that are counted by a result of an earlier day, the oldest first."""
        old = [(each.day, each) for each in self.counted if each.day and each.day < self.as_of]
        return [each for _, each in sorted(old, key=lambda pair: pair[0])]

    @cached_property
    def counts(self) -> Counts:
        """The sum of all that is counted."""
        return total(each.counts for each in self.counted)

    @cached_property
    def years(self) -> dict[int | None, Counts]:
        """The sum by the year of the due day, in order, what has none last."""
        rows = (row for each in self.counted if each.result for row in each.result["years"])
        groups = group_by(rows, lambda row: row["year"])
        years = sorted(groups, key=lambda year: year or 9999)
        return {year: total(map(counts_of, groups[year])) for year in years}

    @cached_property
    def agencies(self) -> Sequence[MemberAgency]:
        """The agencies of all repositories, the worst first; ties in order of the repositories."""
        return sorted(self._agencies(), key=lambda each: worst_first(each.row))

    @property
    def sample(self) -> bool:
        """Whether invented data is counted."""
        return any(each.result["sample"] for each in self.counted if each.result)

    def _agencies(self) -> Iterator[MemberAgency]:
        for each in self.counted:
            for row in each.result["summary"]["agencies"] if each.result else ():
                yield MemberAgency(each.member, row["name"], _row(row))


def merged(
    name: str | None, as_of: date, members: Iterable[Member], outcomes: Iterable[Outcome]
) -> Merged:
    """Return the portfolio of these members."""
    pairs = zip(members, outcomes, strict=True)
    return Merged(name, as_of, [_result(member, each, as_of) for member, each in pairs])


def _result(member: Member, outcome: Outcome, as_of: date) -> MemberResult:
    """Return what a member adds; a result of a later day knows what was not known on the day asked."""
    result = outcome.result
    if result is None:
        return MemberResult(member, None, outcome.why, outcome.tries, Counts())
    day = date.fromisoformat(result["as_of"])
    if day > as_of:
        why = _AHEAD.filled(day=day_words(day))
        return MemberResult(member, None, why, outcome.tries, Counts())
    return MemberResult(member, result, None, outcome.tries, counts_of(result["summary"]))


def _row(of: AgencyCounts) -> Responsibility:
    return Responsibility(
        of["agency"], of["led"], of["implemented"], of["coordinated"], counts_of(of)
    )
