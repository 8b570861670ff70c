"""The entries of a file, and the obligations that they mean."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache

from kehoach.diagnostics import Route
from kehoach.model.documents import Document
from kehoach.model.ids import AgencyId, ItemId
from kehoach.model.plan import Plan
from kehoach.model.submissions import ReportEntry, Submission
from kehoach.model.workspace import Filing
from kehoach.periods import ONCE, START, PeriodName
from kehoach.verdicts.evidence.begun_entries import of_beginning
from kehoach.verdicts.evidence.holdings import Said
from kehoach.verdicts.evidence.meaning import Entry, Letter, Meaning, is_done
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
        self.least: Mapping[Key, int] = least or {}
        self._meant: dict[tuple[object, ...], Key | Mismatch] = {}
        self._names: dict[ItemId, dict[PeriodName, None]] = defaultdict(dict)
        self._starts: dict[ItemId, dict[PeriodName, bool]] = defaultdict(dict)
        for demand in asked:
            self._names[demand.item.id][demand.period] = None
            if demand.term.beginning:
                self._starts[demand.item.id][demand.period] = bool(demand.term.bound)

    def period(
        self, item: ItemId, given: PeriodName | None, reported: PeriodName | None = None
    ) -> PeriodName | Mismatch:
        """Return the period an entry means, or why that cannot be said.

        Without a period of its own an entry means the one period that its file has ``reported`` on,
        where the item has it, else the one-off, else the beginning.
        """
        if item not in self.plan.item:
            return Mismatch.ITEM
        names = self._names[item]
        if given is not None:
            return given if given in names else Mismatch.PERIOD_UNKNOWN
        if reported is not None and reported in names:
            return reported
        once = (each for each in (ONCE, START) if each in names)
        return next(once, Mismatch.PERIOD_MISSING)

    def meant(
        self, kind: str, entry: Entry, agency: AgencyId, reported: PeriodName | None
    ) -> Key | Mismatch:
        """Return the obligation that an entry of an agency means, or why it means none.

        What has been found out once is kept: files of every month, and every version of each, say the
        same, and what is one object is compared at once.
        """
        asked = kind, entry.item, entry.period, agency, reported
        found = self._meant.get(asked)
        if found is None:
            found = self._meant[asked] = self._key(kind, entry, agency, reported)
        return found

    def _key(
        self, kind: str, entry: Entry, agency: AgencyId, reported: PeriodName | None
    ) -> Key | Mismatch:
        period = self.period(entry.item, entry.period, reported)
        if period is not Mismatch.ITEM and self.plan.item[entry.item].kind != kind:
            return Mismatch.KIND
        if isinstance(period, Mismatch):
            return period
        return Key(self.plan.id, entry.item, agency, period)

    def sayings(self, key: Key, entry: Entry, document: Document, route: Route) -> Iterator[Said]:
        """Yield what an entry says of its obligation, and beside that of the beginning of the same."""
        starts = self._starts.get(key.item, ())
        if key.period not in starts:
            yield Said(key, self._fulfilled(key, entry, document), Meaning(document, entry), route)
        if not starts:
            return
        said = of_beginning(entry)
        for start in self._begun(key, entry):
            about = key._replace(period=start)
            meaning = Meaning(document, said, beside=start != key.period)
            yield Said(about, self._fulfilled(about, said, document), meaning, route)

    def _begun(self, key: Key, entry: Entry) -> Iterable[PeriodName]:
        """Return the beginnings of which an entry speaks: the one that it names, or the only one.

        Of several nobody can tell which is meant, unless each binds bodies of its own; but a task that is
        done once and for all began with each of them.
        """
        starts = self._starts[key.item]
        if key.period in starts:
            return (key.period,)
        over = key.period == ONCE and is_done(entry)
        return starts if over or len(starts) == 1 or all(starts.values()) else ()

    def _fulfilled(self, key: Key, entry: Entry, document: Document) -> bool:
        """Say whether an entry is one that closes its obligation: done, proven, and enough.

        It is received on the day that the first such entry came: a file that raises the number
        later, or brings the proof, does not take the day of the one before it.
        """
        if type(entry) is ReportEntry:
            return True
        if not is_done(entry):
            return False
        proven = document.number or any(each.number for each in entry.evidence)
        return bool(proven) and (entry.quantity or 0) >= self.least.get(key, 0)

    def expected(self, item: ItemId) -> tuple[str, ...]:
        """Return the periods that an entry on an item may name."""
        return tuple(self._names.get(item, ()))


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
            found = tuple(_entries_in(filing.submission, periods))
            self.said[filing.file] = _said(found, filing.submission.document, periods)
            self.vain += (
                (filing, route, entry, meant)
                for route, entry, meant in found
                if isinstance(meant, Mismatch)
            )


def said_in(submission: Submission, periods: Periods) -> tuple[Said, ...]:
    """Return what one version of a file says of each obligation it means."""
    return _said(_entries_in(submission, periods), submission.document, periods)


def _said(
    entries: Iterable[tuple[Route, Entry, Key | Mismatch]], document: Document, periods: Periods
) -> tuple[Said, ...]:
    """Return what the entries of a file say; one on a beginning goes before what others say beside."""
    said = [
        each
        for route, entry, meant in entries
        if not isinstance(meant, Mismatch)
        for each in periods.sayings(meant, entry, document, route)
    ]
    named = {each.key for each in said if not each.meaning.beside}
    if len(named) == len(said):  # as mostly: nothing is said beside, and each thing once
        return tuple(said)
    return tuple(each for each in said if not (each.meaning.beside and each.key in named))


def _entries_in(
    submission: Submission, periods: Periods
) -> Iterator[tuple[Route, Entry, Key | Mismatch]]:
    """Yield each entry of a submission, its place, and the obligation it means or why none."""
    if submission.plan != periods.plan.id or submission.draft:
        return
    named = {entry.period for entry in submission.reports if entry.period}
    reported = named.pop() if len(named) == 1 else None
    agency = submission.agency
    for index, report in enumerate(submission.reports):
        yield _route("reports", index), report, periods.meant("report", report, agency, reported)
    for index, task in enumerate(submission.tasks):
        yield _route("tasks", index), task, periods.meant("task", task, agency, reported)


@cache
def _route(kind: str, index: int) -> Route:
    """Return the place of an entry; one for all files."""
    return kind, index


def cited_in(submission: Submission, letters: Collection[Letter]) -> Iterator[Letter]:
    """Yield which of some letters a file names: as its own, or as the evidence of its tasks."""
    if submission.draft:
        return
    evidence = (each for task in submission.tasks for each in task.evidence)
    for document in (submission.document, *evidence):
        agency, number, day = submission.agency, document.number, document.date
        if number is not None and (agency, number, day) in letters:  # so few are made
            yield Letter(agency, number, day)
