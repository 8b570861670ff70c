"""When something was received, and how we know; and the registry book, by obligation and letter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kehoach.model.receipts import BookEntry, RegistryBook
from kehoach.model.submissions import ReportEntry
from kehoach.periods import is_start
from kehoach.verdicts.evidence.meaning import Letter, Meaning
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words import Text
from kehoach.words.labelled import Labelled


class Source(Labelled):
    """How a day of receipt is known, strongest first."""

    REGISTRY = "registry", Text("sổ văn bản đến", "registry book")
    ARRIVAL = "arrival", Text("nhật ký tiếp nhận", "arrival log")
    GIT = "git", Text("git", "git")
    UNCOMMITTED = "uncommitted", Text("chưa commit", "uncommitted")
    DECLARED = (
        "declared",
        Text("ngày ghi trên văn bản, chưa kiểm chứng", "declared date, unverified"),
    )


class Receipt(NamedTuple):
    """A calendar day in the plan's timezone, how it is known, and where that stands.

    ``file`` is a file, or a commit; ``verified`` says that the day rests on more than the sender's own
    clock or word: on the book, the arrival log, or a commit of the office's, a service's, a forge's.
    """

    day: date
    source: Source
    file: str
    entry: int | None = None
    verified: bool = False


@dataclass(frozen=True)
class Book:
    """The registry book, by obligation and by letter; the first of several days counts.

    ``completed`` are the days of the work that the office entered beside an obligation's arrival. What
    tells of fewer than are asked for stands among ``parts``: it is not the arrival of the whole.
    """

    by_key: Mapping[Key, Receipt]
    parts: Mapping[Key, Receipt]
    by_letter: Mapping[Letter, Receipt]
    completed: Mapping[Key, date]

    def names(self, meaning: Meaning) -> bool:
        """Say whether it may date a letter that is cited: it has one of that number, of whomever.

        Of most entries nothing more need be asked.
        """
        numbers = self._numbers
        if not numbers:
            return False
        entry = meaning.entry
        if meaning.document.number in numbers:
            return True
        return type(entry) is not ReportEntry and not numbers.isdisjoint(
            [each.number for each in entry.evidence]
        )

    @cached_property
    def _numbers(self) -> frozenset[str | None]:
        """The numbers of the letters that it has."""
        return frozenset(letter.number for letter in self.by_letter)

    def of_letters(self, letters: Iterable[Letter]) -> Receipt | None:
        """Return the first recorded arrival of any of these letters."""
        found = (self.by_letter[letter] for letter in letters if letter in self.by_letter)
        return min(found, default=None)


def book_of(
    entries: Iterable[tuple[Key | None, int, BookEntry]], file: str, least: Mapping[Key, int]
) -> Book:
    """Return the registry book; an entry without a key dates the letter it names.

    ``least`` is the number that is asked for, where one is.
    """
    by_key: dict[Key, Receipt] = {}
    parts: dict[Key, Receipt] = {}
    by_letter: dict[Letter, Receipt] = {}
    completed: dict[Key, date] = {}
    for key, index, entry in sorted(entries, key=lambda each: each[2].received):
        receipt = stamped(index, entry, file)
        if key is not None:
            whole = is_whole(entry, least.get(key, 0))
            first = (by_key if whole else parts).setdefault(key, receipt) is receipt
            if whole and first and (day := day_of(key, entry)):
                completed[key] = day
        elif letter := _letter(entry):
            by_letter.setdefault(letter, receipt)
    return Book(by_key, parts, by_letter, completed)


def stamped(index: int, entry: BookEntry, file: str) -> Receipt:
    """Return the arrival that an entry of the book tells of."""
    return Receipt(entry.received, Source.REGISTRY, file, index, verified=True)


def is_whole(entry: BookEntry, least: int) -> bool:
    """Say whether an entry tells of as many as are asked for; one that says no number means all."""
    return entry.quantity is None or entry.quantity >= least


def day_of(key: Key, entry: BookEntry) -> date | None:
    """Return the day of the work by an entry: of a beginning, on which it was begun."""
    begun = entry.started if is_start(key.period) else None
    return begun or entry.completed


def letters_in(book: RegistryBook) -> frozenset[Letter]:
    """Return the letters that a registry book dates, of whatever plan."""
    return frozenset(letter for entry in book.receipts if (letter := _letter(entry)))


def _letter(entry: BookEntry) -> Letter | None:
    """Return the letter that an entry dates; one that names an item dates no letter."""
    if entry.item is not None or entry.document.number is None:
        return None
    return Letter(entry.agency, entry.document.number, entry.document.date)
