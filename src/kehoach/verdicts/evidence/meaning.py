"""What an entry says, with the letter that carried it: equal where the sense is, in whatever file."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kehoach.diagnostics import Route
from kehoach.model.documents import Document
from kehoach.model.submissions import ReportEntry, TaskEntry

Entry = ReportEntry | TaskEntry


def is_done(entry: Entry) -> bool:
    """Say whether an entry says that the work is done; a report is its own arrival."""
    return type(entry) is ReportEntry or entry.status == "done"


class Letter(NamedTuple):
    """A letter by its sender, number and day."""

    agency: str
    number: str
    day: date | None


class Meaning(NamedTuple):
    """An entry, and the head of its file.

    Of a beginning it is what the entry says of that (``begun_entries.of_beginning``); ``beside``: it
    speaks of the whole task, and so of its beginning too.
    """

    document: Document
    entry: Entry
    beside: bool = False

    @property
    def is_report(self) -> bool:
        """Whether it delivers a report, and does not speak of a task."""
        return type(self.entry) is ReportEntry

    @property
    def done(self) -> bool:
        """Whether it says that the work is done; a report is its own arrival."""
        return is_done(self.entry)

    @property
    def completed(self) -> date | None:
        """The day (inclusive) on which the work was done, by its word."""
        return None if type(self.entry) is ReportEntry else self.entry.completed

    def letters(self, agency: str) -> Iterator[Letter]:
        """Yield the documents that it cites: its letter, then the evidence of a task."""
        evidence = () if type(self.entry) is ReportEntry else self.entry.evidence
        for document in (self.document, *evidence):
            if document.number is not None:
                yield Letter(agency, document.number, document.date)


class Saying(NamedTuple):
    """What an entry says, and where it stands; ``overwritten``: where it stood, by the commit."""

    file: str
    route: Route
    meaning: Meaning
    fulfils: bool
    sample: bool
    overwritten: bool = False
