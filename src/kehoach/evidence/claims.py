"""Claims: what a file or the registry book says of one item, agency and period."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from kehoach.diagnostics import Route
from kehoach.evidence.receipts import Book, Receipt, book_of, declared
from kehoach.model.documents import Document
from kehoach.model.plan import Plan
from kehoach.model.receipts import BookEntry, RegistryBook
from kehoach.model.submissions import Progress, ReportEntry, TaskEntry
from kehoach.model.workspace import Filing
from kehoach.obligations import Demand
from kehoach.obligations.obligation import Key
from kehoach.periods import ONCE

RECEIPTS_FILE = "receipts.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One entry: what it says, where it stands, and when it came (``None``: nobody knows)."""

    key: Key
    kind: Literal["report", "task"]
    progress: Progress
    file: str
    route: Route
    receipt: Receipt | None
    document: Document
    sample: bool
    nil: bool = False
    completed: date | None = None
    percent: int | None = None
    quantity: int | None = None
    evidence: tuple[Document, ...] = ()
    note: str | None = None

    def came_by(self, as_of: date) -> bool:
        """Say whether it had been received by the end of that day."""
        return self.receipt is not None and self.receipt.day <= as_of

    @property
    def proven(self) -> bool:
        """Whether a document stands behind it: its own evidence, or the numbered letter."""
        return bool(self.evidence or self.document.number)

    @property
    def finished(self) -> date | None:
        """The day a task was completed: as stated, else the day we were told (inclusive)."""
        return self.completed or (self.receipt.day if self.receipt else None)


class Why(StrEnum):
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
    agency: str
    item: str
    period: str | None
    why: Why
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


class _Calendar:
    """The periods in which each item of a plan is asked for."""

    def __init__(self, plan: Plan, asked: Iterable[Demand]) -> None:
        self.plan = plan
        self.names: dict[str, list[str]] = defaultdict(list)
        for demand in asked:
            self.names[demand.item.id].append(demand.period)

    def period(self, item: str, given: str | None, reported: frozenset[str]) -> str | Why:
        """Return the period an entry means, or why that cannot be said.

        Without a period of its own an entry means the period that its file reports on, where the
        item has it, else the one-off.
        """
        names = self.names[item]
        if given is not None:
            return given if given in names else Why.PERIOD_UNKNOWN
        if len(reported) == 1 and (only := next(iter(reported))) in names:
            return only
        return ONCE if ONCE in names else Why.PERIOD_MISSING


def claims(
    plan: Plan, asked: Iterable[Demand], filings: Iterable[Filing], book: RegistryBook
) -> Claims:
    """Return everything said about a plan.

    A file in another agency's folder, or of another plan, says nothing.
    """
    calendar = _Calendar(plan, asked)
    unmatched: list[Unmatched] = []
    entries = tuple(_book_entries(calendar, book, unmatched))
    arrivals = book_of(entries, RECEIPTS_FILE)
    found: dict[Key, list[Claim]] = defaultdict(list)
    for filing in filings:
        if filing.submission.plan == plan.id and filing.folder == filing.submission.agency:
            for claim in _filed(filing, calendar, arrivals, unmatched):
                found[claim.key].append(claim)
    for key, index, entry in entries:
        if key is not None and key not in found:
            found[key].append(_recorded(key, index, entry, calendar, arrivals))
    return Claims({key: tuple(sorted(of_key, key=_order)) for key, of_key in found.items()},
                  tuple(unmatched))  # fmt: skip


def _order(claim: Claim) -> tuple[date, str, str]:
    """Sort by receipt; what is undated comes last, and file names break ties."""
    return (claim.receipt.day if claim.receipt else date.max, claim.file, str(claim.route))


def _filed(
    filing: Filing, calendar: _Calendar, arrivals: Book, unmatched: list[Unmatched]
) -> Iterator[Claim]:
    """Yield what one file says."""
    submission = filing.submission
    reported = frozenset(entry.period for entry in submission.reports if entry.period)
    entries: list[tuple[str, int, ReportEntry | TaskEntry]] = [
        *(("reports", index, report) for index, report in enumerate(submission.reports)),
        *(("tasks", index, task) for index, task in enumerate(submission.tasks)),
    ]
    for part, index, entry in entries:
        route: Route = (part, index)
        kind = part.removesuffix("s")
        item = calendar.plan.item.get(entry.item)
        period = calendar.period(entry.item, entry.period, reported) if item else Why.ITEM
        if item is not None and item.kind != kind:
            period = Why.KIND
        if isinstance(period, Why):
            expected = tuple(dict.fromkeys(calendar.names[entry.item])) if item else ()
            unmatched.append(
                Unmatched(
                    filing.file,
                    route,
                    submission.agency,
                    entry.item,
                    entry.period,
                    period,
                    expected,
                )
            )
            continue
        key = Key(calendar.plan.id, entry.item, submission.agency, period)
        yield _claim(filing, key, route, entry, arrivals)


def _claim(
    filing: Filing, key: Key, route: Route, entry: ReportEntry | TaskEntry, arrivals: Book
) -> Claim:
    """Return the claim of one entry, dated by the strongest source there is."""
    document = filing.submission.document
    receipt = arrivals.receipt(key, document) or declared(document, filing.file)
    sample = filing.submission.sample
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
    calendar: _Calendar, book: RegistryBook, unmatched: list[Unmatched]
) -> Iterator[tuple[Key | None, int, BookEntry]]:
    """Yield the entries of the registry book that concern this plan, with what they mean."""
    for index, entry in enumerate(book.receipts):
        if entry.plan not in (None, calendar.plan.id):
            continue
        if entry.item is None:
            yield None, index, entry
            continue
        known = entry.item in calendar.plan.item
        none: frozenset[str] = frozenset()
        period = calendar.period(entry.item, entry.period, none) if known else Why.ITEM
        if isinstance(period, Why):
            expected = tuple(dict.fromkeys(calendar.names[entry.item])) if known else ()
            route: Route = ("receipts", index)
            unmatched.append(
                Unmatched(
                    RECEIPTS_FILE, route, entry.agency, entry.item, entry.period, period, expected
                )
            )
            continue
        yield Key(calendar.plan.id, entry.item, entry.agency, period), index, entry


def _recorded(key: Key, index: int, entry: BookEntry, calendar: _Calendar, arrivals: Book) -> Claim:
    """Return the claim of a paper arrival for which no file was committed."""
    return Claim(
        key,
        calendar.plan.item[key.item].kind,
        "done",
        RECEIPTS_FILE,
        ("receipts", index),
        arrivals.by_key[key],
        entry.document,
        entry.sample,
        completed=entry.completed,
        quantity=entry.quantity,
        evidence=(entry.document,) if entry.document.number else (),
        note=entry.note,
    )
