"""The entries of a file, and the obligations that they mean."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from kehoach.diagnostics import Route
from kehoach.model.documents import Document
from kehoach.model.ids import ItemId
from kehoach.model.plan import Plan
from kehoach.model.submissions import ReportEntry, Submission
from kehoach.model.workspace import Filing
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
        self._names: dict[ItemId, dict[PeriodName, None]] = defaultdict(dict)
        for demand in asked:
            self._names[demand.item.id][demand.period] = None

    def period(
        self, item: ItemId, given: PeriodName | None, reported: PeriodName | None = None
    ) -> PeriodName | Mismatch:
        """Return the period an entry means, or why that cannot be said.

        Without a period of its own an entry means the one period that its file has ``reported`` on,
        where the item has it, else the one-off.
        """
        if item not in self.plan.item:
            return Mismatch.ITEM
        names = self._names[item]
        if given is not None:
            return given if given in names else Mismatch.PERIOD_UNKNOWN
        if reported is not None and reported in names:
            return reported
        return ONCE if ONCE in names else Mismatch.PERIOD_MISSING

    def fulfilled(self, key: Key, entry: Entry, document: Document) -> bool:
        """Say whether an entry is one that closes its obligation: done, proven, and enough.

        It is received on the day that the first such entry came: a file that raises the number
        later, or brings the proof, does not take the day of the one before it.
        """
        if type(entry) is ReportEntry:
            return True
        if entry.status != "done":
            return False
        proven = document.number or any(each.number for each in entry.evidence)
        return bool(proven) and (entry.quantity or 0) >= self._least.get(key, 0)

    def expected(self, item: ItemId) -> tuple[str, ...]:
        """Return the periods that an entry on an item may name."""
        return tuple(self._names[item]) if item in self.plan.item else ()


class Saying(NamedTuple):
    """What an entry says, and where it stands; ``overwritten``: where it stood, by the commit."""

    file: str
    route: Route
    meaning: Meaning
    fulfils: bool
    sample: bool
    overwritten: bool = False


class Entries:
    """What files say of a plan, each entry matched once for all who ask.

    ``said`` is what each file says, by its name, of obligations; ``vain`` are the entries that name none.
    A draft says nothing, today and in every commit that holds it: what is still being filled in has
    not been sent.
    """

    def __init__(self, periods: Periods, filings: Iterable[Filing]) -> None:
        self.periods = periods
        self.filings = tuple(filings)
        self.said: dict[str, tuple[Said, ...]] = {}
        self.vain: list[tuple[Filing, Route, Entry, Mismatch]] = []
        for filing in self.filings:
            found = []
            for route, entry, meant in _entries_in(filing.submission, periods):
                if isinstance(meant, Mismatch):
                    self.vain.append((filing, route, entry, meant))
                else:
                    found.append(_said(route, entry, meant, filing.submission.document, periods))
            self.said[filing.file] = tuple(found)


def said_in(submission: Submission, periods: Periods) -> tuple[Said, ...]:
    """Return what one version of a file says of each obligation it means."""
    return tuple(
        _said(route, entry, meant, submission.document, periods)
        for route, entry, meant in _entries_in(submission, periods)
        if not isinstance(meant, Mismatch)
    )


def _said(route: Route, entry: Entry, key: Key, document: Document, periods: Periods) -> Said:
    return Said(key, periods.fulfilled(key, entry, document), Meaning(document, entry), route)


def _entries_in(
    submission: Submission, periods: Periods
) -> Iterator[tuple[Route, Entry, Key | Mismatch]]:
    """Yield each entry of a submission, its place, and the obligation it means or why none."""
    if submission.plan != periods.plan.id or submission.draft:
        return
    periods_reported = {entry.period for entry in submission.reports if entry.period}
    reported = periods_reported.pop() if len(periods_reported) == 1 else None
    kinds: tuple[tuple[str, Sequence[Entry]], ...] = (
        ("report", submission.reports),
        ("task", submission.tasks),
    )
    for kind, of_kind in kinds:
        for index, entry in enumerate(of_kind):
            period = periods.period(entry.item, entry.period, reported)
            if period is not Mismatch.ITEM and periods.plan.item[entry.item].kind != kind:
                period = Mismatch.KIND
            route = _route(f"{kind}s", index)
            if isinstance(period, Mismatch):
                yield route, entry, period
            else:
                yield route, entry, Key(periods.plan.id, entry.item, submission.agency, period)


@cache
def _route(kind: str, index: int) -> Route:
    """Return the place of an entry; one for all files."""
    return kind, index


def cited_in(submission: Submission) -> Iterator[Letter]:
    """Yield the documents that a file names: its letter, and the evidence of its tasks."""
    if submission.draft:
        return
    evidence = (each for task in submission.tasks for each in task.evidence)
    for document in (submission.document, *evidence):
        if document.number is not None:
            yield Letter(submission.agency, document.number, document.date)
