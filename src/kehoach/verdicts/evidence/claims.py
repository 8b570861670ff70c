"""From the entries of files and of the registry book to claims on what the plan asks for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach.diagnostics import Route
from kehoach.grouping import group_by
from kehoach.model import file_names
from kehoach.model.ids import AgencyId, ItemId
from kehoach.model.receipts import BookEntry, RegistryBook
from kehoach.model.workspace import Filing
from kehoach.periods import START, PeriodName
from kehoach.verdicts.evidence.claim import Claim
from kehoach.verdicts.evidence.entries import Entries, Mismatch, Periods
from kehoach.verdicts.evidence.meaning import Entry, Saying
from kehoach.verdicts.evidence.sendings import KeyedEntry, Sendings
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
    sendings: Sendings = field(repr=False, compare=False)

    def of(self, key: Key) -> tuple[Claim, ...]:
        """Return what was said of one obligation, first received first."""
        return self.by_key.get(key, ())

    @cached_property
    def speakers(self) -> Mapping[tuple[ItemId, PeriodName], AbstractSet[AgencyId]]:
        """Of whom anything was said, by item and period."""
        said = group_by(self.by_key, lambda key: (key.item, key.period))
        return {duty: {key.agency for key in keys} for duty, keys in said.items()}

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
    recorded = sorted(_book_entries(periods, mine, unmatched), key=lambda each: each.entry.received)
    unmatched += (_unmatched(*vain, periods) for vain in entries.vain if _at_home(vain[0]))
    sendings = Sendings(_here(entries), entries.filings, recorded, periods, arrivals)
    return Claims(sendings.all(), tuple(unmatched), sendings)


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


def _book_entries(
    periods: Periods, receipts: Iterable[tuple[int, BookEntry]], unmatched: list[Unmatched]
) -> Iterator[KeyedEntry]:
    """Yield the entries of the registry book that concern this plan, with what they mean."""
    for index, entry in receipts:
        if entry.plan not in (None, periods.plan.id):
            continue
        if entry.item is None:
            yield KeyedEntry(None, index, entry)
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
        yield KeyedEntry(Key(periods.plan.id, entry.item, entry.agency, period), index, entry)


def unmatched_in(periods: Periods, book: RegistryBook) -> tuple[Unmatched, ...]:
    """Return the entries of the registry book that name no item or period of their plan."""
    unmatched: list[Unmatched] = []
    for _ in _book_entries(periods, enumerate(book.receipts), unmatched):
        pass
    return tuple(unmatched)


def book_keys(periods: Periods, book: RegistryBook) -> frozenset[Key]:
    """Return the obligations of which the registry book knows by item when something came."""
    entries = _book_entries(periods, enumerate(book.receipts), [])
    return frozenset(each.key for each in entries if each.key is not None)
