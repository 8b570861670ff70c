"""From the entries of files and of the registry book to claims on what the plan asks for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach.diagnostics import Route
from kehoach.model import file_names
from kehoach.model.documents import Document
from kehoach.model.ids import AgencyId, ItemId
from kehoach.model.plan import Plan
from kehoach.model.receipts import BookEntry, RegistryBook
from kehoach.model.submissions import ReportEntry, Submission, TaskEntry
from kehoach.model.workspace import Filing
from kehoach.periods import ONCE, PeriodName
from kehoach.verdicts.evidence.claim import Claim
from kehoach.verdicts.evidence.holdings import Said
from kehoach.verdicts.evidence.receipt import Arrivals, Book, Dates, book_of
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.obligations.obligation import Key


class Mismatch(StrEnum):
    """Why an entry could not be matched to anything the plan asks for."""

    ITEM = "item"
    KIND = "kind"
    PERIOD_MISSING = "period_missing"
    PERIOD_UNKNOWN = "period_unknown"


@dataclass(frozen=True, slots=True, eq=False)
class Unmatched:
    """An entry that names no item or period of the plan."""

    file: str
    route: Route
    agency: AgencyId
    item: ItemId
    period: PeriodName | None
    why: Mismatch
    expected: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claims:
    """All claims by obligation, in order of receipt, and the entries that match nothing."""

    by_key: Mapping[Key, tuple[Claim, ...]]
    unmatched: tuple[Unmatched, ...]

    def of(self, key: Key) -> tuple[Claim, ...]:
        """Return what was said of one obligation, first received first."""
        return self.by_key.get(key, ())

    def __iter__(self) -> Iterator[Claim]:
        for claims in self.by_key.values():
            yield from claims


Entry = ReportEntry | TaskEntry


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


def claims(
    periods: Periods,
    filings: Iterable[Filing],
    book: RegistryBook,
    arrivals: Arrivals | None = None,
) -> Claims:
    """Return everything said about a plan.

    The registry book dates what it knows; ``arrivals`` the rest, and where there are none a file's
    own date does. A file in another agency's folder, of another plan, or a draft, says nothing.
    """
    unmatched: list[Unmatched] = []
    entries = sorted(_book_entries(periods, book, unmatched), key=lambda each: each[2].received)
    dates = Dates(book_of(entries, file_names.BOOK), arrivals)
    found: dict[Key, list[Claim]] = defaultdict(list)
    for filing in filings:
        if filing.folder == filing.submission.agency:
            for route, entry, meant in entries_in(filing.submission, periods):
                if isinstance(meant, Mismatch):
                    unmatched.append(_unmatched(filing, route, entry, meant, periods))
                else:
                    found[meant].append(_claim(filing, meant, route, entry, periods, dates))
    for key, index, recorded in entries:
        if key is not None and _adds(recorded, found.get(key, ())):
            found[key].append(_recorded(key, index, recorded, periods, dates.book))
    return Claims({key: tuple(sorted(of_key, key=_order)) for key, of_key in found.items()},
                  tuple(unmatched))  # fmt: skip


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
            yield Said(meant, done, (submission.document, entry))


def _unmatched(
    filing: Filing, route: Route, entry: Entry, why: Mismatch, periods: Periods
) -> Unmatched:
    """Return an entry of a file that matches nothing."""
    expected = periods.expected(entry.item)
    agency = filing.submission.agency
    return Unmatched(filing.file, route, agency, entry.item, entry.period, why, expected)


def _order(claim: Claim) -> tuple[date, str, str]:
    """Sort by receipt; what is undated comes last, and file names break ties."""
    return (claim.receipt.day if claim.receipt else date.max, claim.file, str(claim.route))


def _claim(
    filing: Filing, key: Key, route: Route, entry: Entry, periods: Periods, dates: Dates
) -> Claim:
    """Return the claim of one entry, dated by the strongest source there is."""
    document, sample = filing.submission.document, filing.submission.sample
    done = periods.fulfilled(key, entry, document)
    receipt = dates.receipt(key, done, document, filing.file)
    if isinstance(entry, ReportEntry):
        return Claim(
            key, "report", "done", filing.file, route, receipt, document, sample,
            nil=entry.nil, note=entry.note,
        )  # fmt: skip
    return Claim(
        key, "task", entry.status, filing.file, route, receipt, document, sample,
        completed=entry.completed, percent=entry.percent, quantity=entry.quantity,
        evidence=entry.evidence, note=entry.note,
    )  # fmt: skip


def _book_entries(
    periods: Periods, book: RegistryBook, unmatched: list[Unmatched]
) -> Iterator[tuple[Key | None, int, BookEntry]]:
    """Yield the entries of the registry book that concern this plan, with what they mean."""
    for index, entry in enumerate(book.receipts):
        if entry.plan not in (None, periods.plan.id):
            continue
        if entry.item is None:
            yield None, index, entry
            continue
        period = periods.period(entry.item, entry.period, frozenset())
        if isinstance(period, Mismatch):
            expected = periods.expected(entry.item)
            route: Route = ("receipts", index)
            unmatched.append(
                Unmatched(
                    file_names.BOOK, route, entry.agency, entry.item, entry.period, period, expected
                )
            )
            continue
        yield Key(periods.plan.id, entry.item, entry.agency, period), index, entry


def _adds(recorded: BookEntry, said: Sequence[Claim]) -> bool:
    """Say whether an entry of the book tells more than the files do, and not only when they came.

    It does where there is no file, and where the letter that came on paper completed a task of
    which the files only say that it goes on.
    """
    return not said or bool(recorded.completed and all(c.progress != "done" for c in said))


def _recorded(key: Key, index: int, entry: BookEntry, periods: Periods, book: Book) -> Claim:
    """Return the claim of a paper arrival for which no file was committed."""
    return Claim(
        key,
        periods.plan.item[key.item].kind,
        "done",
        file_names.BOOK,
        ("receipts", index),
        book.by_key[key],
        entry.document,
        entry.sample,
        completed=entry.completed,
        quantity=entry.quantity,
        evidence=(entry.document,) if entry.document.number else (),
        note=entry.note,
    )
