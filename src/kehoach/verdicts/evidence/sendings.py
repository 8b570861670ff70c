"""What was sent of each obligation, and what of it came anew after it had been sent back (trả lại)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kehoach.diagnostics import Route
from kehoach.model import file_names
from kehoach.model.receipts import BookEntry
from kehoach.model.submissions import TaskEntry
from kehoach.model.workspace import Filing
from kehoach.verdicts.evidence.claim import Claim
from kehoach.verdicts.evidence.dated_claims import Dates
from kehoach.verdicts.evidence.entries import Periods
from kehoach.verdicts.evidence.meaning import Meaning, Saying
from kehoach.verdicts.evidence.receipt import Book, book_of, is_whole, stamped
from kehoach.verdicts.evidence.telling import Told
from kehoach.verdicts.obligations.obligation import Key

if TYPE_CHECKING:
    from kehoach.verdicts.evidence.history import Arrivals


class KeyedEntry(NamedTuple):
    """An entry of the registry book, its ``number`` in that from 0, and the obligation that it names."""

    key: Key | None
    number: int
    entry: BookEntry


class Sendings:
    """Everything that files, commits and the registry book say, to be asked since a day or at all.

    ``here`` is what the files say now, ``recorded`` the entries of the book in order of receipt.
    """

    def __init__(
        self,
        here: Mapping[Key, Sequence[Saying]],
        filings: Sequence[Filing],
        recorded: Sequence[KeyedEntry],
        periods: Periods,
        arrivals: "Arrivals | None",
    ) -> None:
        self._here = here
        self._filings = {filing.file: filing for filing in filings}
        self._recorded = recorded
        self._periods = periods
        self._arrivals = arrivals
        self._dates: dict[date | None, Dates] = {}

    def all(self) -> Mapping[Key, tuple[Claim, ...]]:
        """Return the claims on each obligation, in order of receipt."""
        dates = self._since(None)
        found = dates.claims(self._here, self._filings)
        for each in self._recorded:
            for paper in _on_paper(each, self._periods, dates.book):
                if _adds(each.entry, paper, found.get(paper.key, ())):
                    found[paper.key] = [*found.get(paper.key, ()), paper]
        return {key: _in_order(of_key) for key, of_key in found.items()}

    def after(self, key: Key, day: date) -> tuple[Claim, ...]:
        """Return the claims on one obligation by what came anew after a day, in order of receipt."""
        dates = self._since(day)
        found = list(dates.of(key, self._here.get(key, ()), self._filings))
        for each in self._recorded:
            if each.entry.received > day and each.entry.agency == key.agency:
                papers = _on_paper(each, self._periods, dates.book)
                found += [one for one in papers if one.key == key and _adds(each.entry, one, found)]
        return _in_order(found)

    def sent(self, key: Key, since: date | None, until: date, as_of: date) -> bool:
        """Say whether it was told to be done on a day after one, up to another (inclusive).

        Where only files' own words are known, nobody can tell what had been sent before they were
        written anew: of what was told by ``as_of`` something else may have been.
        """
        dates = self._since(since)
        booked = (dates.book.by_key.get(key), dates.book.parts.get(key))
        if any(each is not None and each.day <= until for each in booked):
            return True
        told = [each for each in dates.tellings(key, self._here.get(key, ())) if each.meaning.done]
        last = as_of if dates.by_word else until
        return any(each.receipt.day <= last for each in told)

    def latest(self, key: Key, until: date) -> Meaning | None:
        """Return what was told last of an obligation by the end of a day."""
        told = self._since(None).tellings(key, self._here.get(key, ()))
        known = [each for each in told if each.receipt.day <= until]
        last = max(known, key=lambda each: (each.receipt.day, each.place), default=None)
        return last and last.meaning

    def _since(self, day: date | None) -> Dates:
        """Return what dates things by all that came, or by what came after a day alone."""
        if day not in self._dates:
            later = (each for each in self._recorded if day is None or each.entry.received > day)
            book = book_of(later, file_names.BOOK, self._periods.least)
            before = self._since(None).book if day else None
            self._dates[day] = Dates(book, self._arrivals, day, before)
        return self._dates[day]


_SAID = {"item", "period", "status", "started", "completed", "quantity", "evidence", "note"}
"""The keys that an entry on paper has: one set for all, a book may have ten thousand."""


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


def _adds(recorded: BookEntry, paper: Claim, said: Sequence[Claim]) -> bool:
    """Say whether an entry of the book tells more than is said already, and not only when that came.

    It does where nothing is said, and where the letter that came on paper completed a task of which the
    files only say that it goes on.
    """
    done = [each for each in said if each.progress == "done"]
    if done:
        return paper.kind == "task" and _betters(paper, done, recorded.received)
    return not said or bool(recorded.completed or recorded.started)


def _betters(paper: Claim, done: Sequence[Claim], day: date) -> bool:
    """Say whether a paper proves what was told unproven, or tells of more than was known on its day."""
    if paper.proven and not any(each.proven for each in done):
        return True
    known = (each.quantity or 0 for each in done if each.came_by(day))
    return paper.quantity is not None and paper.quantity > max(known, default=0)


def _on_paper(recorded: KeyedEntry, periods: Periods, book: Book) -> Iterator[Claim]:
    """Yield the claims of a paper arrival for which no file was committed."""
    key, index, entry = recorded
    if key is None:
        return
    evidence = (entry.document,) if entry.document.number else ()
    entered = TaskEntry.model_construct(
        _SAID, item=key.item, period=key.period, status="done", started=entry.started,
        completed=entry.completed, quantity=entry.quantity, evidence=evidence, note=entry.note,
    )  # fmt: skip
    kind = periods.plan.item[key.item].kind
    route: Route = ("receipts", index)
    whole = is_whole(entry, periods.least.get(key, 0))
    arrival = book.by_key[key] if whole else stamped(index, entry, file_names.BOOK)
    for said in periods.sayings(key, entered, entry.document, route):
        saying = Saying(file_names.BOOK, route, said.meaning, whole, entry.sample)
        day = said.meaning.completed
        told = Told(declared=day, stated=day is not None)
        yield Claim(said.key, kind, saying, arrival, told, arrival)
