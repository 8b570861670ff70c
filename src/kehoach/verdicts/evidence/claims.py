"""From the entries of files and of the registry book to claims on what the plan asks for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kehoach.diagnostics import Route
from kehoach.model import file_names
from kehoach.model.ids import AgencyId, ItemId
from kehoach.model.receipts import BookEntry, RegistryBook
from kehoach.model.submissions import TaskEntry
from kehoach.model.workspace import Filing
from kehoach.periods import START, PeriodName
from kehoach.verdicts.evidence.claim import Claim
from kehoach.verdicts.evidence.dated_claims import Dates
from kehoach.verdicts.evidence.entries import Entries, Mismatch, Periods
from kehoach.verdicts.evidence.meaning import Entry, Saying
from kehoach.verdicts.evidence.receipt import Book, book_of
from kehoach.verdicts.evidence.telling import Told
from kehoach.verdicts.obligations.obligation import Key

if TYPE_CHECKING:
    from kehoach.verdicts.evidence.history import Arrivals


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


def claims(
    entries: Entries,
    book: RegistryBook,
    arrivals: "Arrivals | None" = None,
    concerns: Callable[[AgencyId], bool] = lambda _: True,
) -> Claims:
    """Return everything said about a plan by some agencies: by those that filed, and ``concerns``.

    The registry book dates what it knows; ``arrivals`` the rest, and where there are none a file's
    own date does. A file in another agency's folder, of another plan, or a draft, says nothing.
    """
    periods = entries.periods
    unmatched: list[Unmatched] = []
    mine = (each for each in enumerate(book.receipts) if concerns(each[1].agency))
    recorded = sorted(_book_entries(periods, mine, unmatched), key=lambda each: each[2].received)
    unmatched += (_unmatched(*vain, periods) for vain in entries.vain if _at_home(vain[0]))
    dates = Dates(book_of(recorded, file_names.BOOK), arrivals)
    found = dates.claims(_here(entries), entries.filings)
    for key, index, entry in recorded:
        for paper in _recorded(key, index, entry, periods, dates.book) if key else ():
            if _adds(entry, found.get(paper.key, ())):
                found[paper.key] = [*found.get(paper.key, ()), paper]
    return Claims({key: _in_order(of_key) for key, of_key in found.items()}, tuple(unmatched))


def _here(entries: Entries) -> dict[Key, list[Saying]]:
    """Return what the files say now, each in its agency's own folder, by obligation."""
    here: dict[Key, list[Saying]] = defaultdict(list)
    for filing in filter(_at_home, entries.filings):
        file, sample = filing.file, filing.submission.sample
        for key, done, meaning, route in entries.said[file]:
            here[key].append(Saying(file, route, meaning, done, sample))
    return here


def _at_home(filing: Filing) -> bool:
    """Say whether a file lies in the folder of the agency that it is of."""
    return filing.folder == filing.submission.agency


def _unmatched(
    filing: Filing, route: Route, entry: Entry, why: Mismatch, periods: Periods
) -> Unmatched:
    """Return an entry of a file that matches nothing."""
    expected = periods.expected(entry.item)
    agency = filing.submission.agency
    return Unmatched(filing.file, route, agency, entry.item, entry.period, why, expected)


def _in_order(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=_order) if len(claims) > 1 else claims)


def _order(claim: Claim) -> tuple[date, int, int, str, str]:
    """Sort by when each text came; what is undated comes last.

    Of what came at once the worse comes first, since nothing tells which was before. No verdict
    rests on the names of files: they only keep equal things in one order.
    """
    came = claim.came.day if claim.came else date.max
    worse = -claim.completed.toordinal() if claim.completed else -date.max.toordinal()
    return came, claim.turn, worse, claim.file, str(claim.route)


def _book_entries(
    periods: Periods, receipts: Iterable[tuple[int, BookEntry]], unmatched: list[Unmatched]
) -> Iterator[tuple[Key | None, int, BookEntry]]:
    """Yield the entries of the registry book that concern this plan, with what they mean."""
    for index, entry in receipts:
        if entry.plan not in (None, periods.plan.id):
            continue
        if entry.item is None:
            yield None, index, entry
            continue
        begun = START if entry.started and not entry.completed else None
        period = periods.period(entry.item, entry.period or begun)
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


def unmatched_in(periods: Periods, book: RegistryBook) -> tuple[Unmatched, ...]:
    """Return the entries of the registry book that name no item or period of their plan."""
    unmatched: list[Unmatched] = []
    for _ in _book_entries(periods, enumerate(book.receipts), unmatched):
        pass
    return tuple(unmatched)


def book_keys(periods: Periods, book: RegistryBook) -> frozenset[Key]:
    """Return the obligations of which the registry book knows by item when something came."""
    entries = _book_entries(periods, enumerate(book.receipts), [])
    return frozenset(key for key, _, _ in entries if key is not None)


def _adds(recorded: BookEntry, said: Sequence[Claim]) -> bool:
    """Say whether an entry of the book tells more than the files do, and not only when they came.

    It does where there is no file, and where the letter that came on paper completed a task of
    which the files only say that it goes on.
    """
    done = recorded.completed or recorded.started
    return not said or bool(done and all(c.progress != "done" for c in said))


def _recorded(
    key: Key, index: int, entry: BookEntry, periods: Periods, book: Book
) -> Iterator[Claim]:
    """Yield the claims of a paper arrival for which no file was committed."""
    evidence = (entry.document,) if entry.document.number else ()
    entered = TaskEntry.model_construct(
        item=key.item, period=key.period, status="done", started=entry.started,
        completed=entry.completed, quantity=entry.quantity, evidence=evidence, note=entry.note,
    )  # fmt: skip
    kind, arrival = periods.plan.item[key.item].kind, book.by_key[key]
    route: Route = ("receipts", index)
    for said in periods.sayings(key, entered, entry.document, route):
        saying = Saying(file_names.BOOK, route, said.meaning, fulfils=True, sample=entry.sample)
        day = said.meaning.completed
        told = Told(declared=day, stated=day is not None)
        yield Claim(said.key, kind, saying, arrival, told, arrival)
