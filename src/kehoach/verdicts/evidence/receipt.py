"""When something was received, and how we know: the registry book before the declared date.

Receipts from git stand between the two; they arrive as one more mapping by key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from kehoach.model.documents import Document
from kehoach.model.receipts import BookEntry
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


class Letter(NamedTuple):
    """A letter by its sender, number and day."""

    agency: str
    number: str
    day: date | None


@dataclass(frozen=True)
class Book:
    """The registry book, by obligation and by letter; the first of several days counts."""

    by_key: Mapping[Key, Receipt]
    by_letter: Mapping[Letter, Receipt]

    def receipt(self, key: Key, done: bool, document: Document) -> Receipt | None:
        """Return the recorded arrival of a report, or of the letter that carried it.

        An entry on a task dates what says that it is done, not what was reported on the way.
        """
        if done and key in self.by_key:
            return self.by_key[key]
        if document.number is None:
            return None
        return self.by_letter.get(Letter(key.agency, document.number, document.date))


def book_of(entries: Iterable[tuple[Key | None, int, BookEntry]], file: str) -> Book:
    """Return the registry book; an entry without a key dates the letter it names."""
    by_key: dict[Key, Receipt] = {}
    by_letter: dict[Letter, Receipt] = {}
    for key, index, entry in sorted(entries, key=lambda each: each[2].received):
        receipt = Receipt(entry.received, Source.REGISTRY, file, index, verified=True)
        if key is not None:
            by_key.setdefault(key, receipt)
        elif entry.item is None and entry.document.number is not None:
            letter = Letter(entry.agency, entry.document.number, entry.document.date)
            by_letter.setdefault(letter, receipt)
    return Book(by_key, by_letter)


class Arrivals(Protocol):
    """Who knows when a report came, where the registry book is silent."""

    def receipt(self, key: Key, done: bool) -> Receipt | None:
        """Return when a report first came, or when a task was first said to be done.

        ``None`` where there is no repository to know it.
        """
        ...


@dataclass(frozen=True)
class Dates:
    """The sources that date a claim, strongest first.

    The registry book; then ``arrivals``: inside a repository they know everything; and only where
    there is none the day that the file itself declares.
    """

    book: Book
    arrivals: Arrivals | None = None

    def receipt(self, key: Key, done: bool, document: Document, file: str) -> Receipt | None:
        """Return when a claim came; ``None`` where nobody knows."""
        if found := self.book.receipt(key, done, document):
            return found
        if self.arrivals is not None and (found := self.arrivals.receipt(key, done)):
            return found
        return None if document.date is None else Receipt(document.date, Source.DECLARED, file)
