"""The entries of a file, and the obligations that they mean."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from kehoach.diagnostics import Route
from kehoach.model.documents import Document
from kehoach.model.ids import ItemId
from kehoach.model.plan import Plan
from kehoach.model.submissions import ReportEntry, Submission
from kehoach.periods import ONCE, PeriodName
from kehoach.verdicts.evidence.holdings import Said
from kehoach.verdicts.evidence.meaning import Entry, Letter, Meaning
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.obligations.obligation import Key


class Mismatch(StrEnum):
    """Why an entry could not be matched to anything the plan asks for."""

    ITEM = "item"
    KIND = "kind"
    PERIOD_MISSING = "period_missing"
    PERIOD_UNKNOWN = "period_unknown"


class Periods:
    """The periods in which each item of a plan is asked for, and the least that fulfils it."""

    def __init__(
        self, plan: Plan, asked: Iterable[Demand], least: Mapping[Key, int] | None = None
    ) -> None:
        self.plan = plan
        self._least = least or {}
        self.names: dict[ItemId, list[PeriodName]] = defaultdict(list)
        for demand in asked:
            self.names[demand.item.id].append(demand.period)

    def period(
        self, item: ItemId, given: PeriodName | None, reported: frozenset[PeriodName]
    ) -> PeriodName | Mismatch:
        """Return the period an entry means, or why that cannot be said.

        Without a period of its own an entry means the period that its file reports on, where the
        item has it, else the one-off.
        """
        if item not in self.plan.item:
            return Mismatch.ITEM
        names = self.names[item]
        if given is not None:
            return given if given in names else Mismatch.PERIOD_UNKNOWN
        if len(reported) == 1 and (only := next(iter(reported))) in names:
            return only
        return ONCE if ONCE in names else Mismatch.PERIOD_MISSING

    def fulfilled(self, key: Key, entry: Entry, document: Document) -> bool:
        """Say whether an entry is one that closes its obligation: done, proven, and enough.

        It is received on the day that the first such entry came: a file that raises the number
        later, or brings the proof, does not take the day of the one before it.
        """
        if isinstance(entry, ReportEntry):
            return True
        proven = any(each.number for each in (*entry.evidence, document))
        enough = (entry.quantity or 0) >= self._least.get(key, 0)
        return entry.status == "done" and proven and enough

    def expected(self, item: ItemId) -> tuple[str, ...]:
        """Return the periods that an entry on an item may name."""
        return tuple(dict.fromkeys(self.names[item])) if item in self.plan.item else ()


class Saying(NamedTuple):
    """What an entry says, and where it stands; ``overwritten``: where it stood, by the commit."""

    file: str
    route: Route
    meaning: Meaning
    fulfils: bool
    sample: bool
    overwritten: bool = False


def entries_in(
    submission: Submission, periods: Periods
) -> Iterator[tuple[Route, Entry, Key | Mismatch]]:
    """Yield each entry of a submission, its place, and the obligation it means or why none.

    A draft says nothing, today and in every commit that holds it: what is still being filled in
    has not been sent.
    """
    if submission.plan != periods.plan.id or submission.draft:
        return
    reported = frozenset(entry.period for entry in submission.reports if entry.period)
    entries: list[tuple[Route, Entry]] = [
        *((("reports", index), report) for index, report in enumerate(submission.reports)),
        *((("tasks", index), task) for index, task in enumerate(submission.tasks)),
    ]
    for route, entry in entries:
        period = _period_meant(entry, periods, reported)
        if isinstance(period, Mismatch):
            yield route, entry, period
        else:
            yield route, entry, Key(periods.plan.id, entry.item, submission.agency, period)


def cited_in(submission: Submission) -> Iterator[Letter]:
    """Yield the documents that a file names: its letter, and the evidence of its tasks."""
    if submission.draft:
        return
    evidence = (each for task in submission.tasks for each in task.evidence)
    for document in (submission.document, *evidence):
        if document.number is not None:
            yield Letter(submission.agency, document.number, document.date)


def _period_meant(
    entry: Entry, periods: Periods, reported: frozenset[PeriodName]
) -> PeriodName | Mismatch:
    """Return the period that an entry means, or why it matches nothing."""
    kind = "report" if isinstance(entry, ReportEntry) else "task"
    period = periods.period(entry.item, entry.period, reported)
    if period is not Mismatch.ITEM and periods.plan.item[entry.item].kind != kind:
        return Mismatch.KIND
    return period


def said_in(submission: Submission, periods: Periods) -> Iterator[Said]:
    """Yield what one version of a file says of each obligation it means."""
    for _, entry, meant in entries_in(submission, periods):
        if isinstance(meant, Key):
            done = periods.fulfilled(meant, entry, submission.document)
            yield Said(meant, done, Meaning(submission.document, entry))
