"""A claim: what a file or the registry book says of one item, agency and period."""

from datetime import date
from typing import Literal, NamedTuple

from kehoach.diagnostics import Place, Route, Subject
from kehoach.model import file_names
from kehoach.model.documents import Document
from kehoach.model.submissions import Progress, ReportEntry
from kehoach.periods import is_start
from kehoach.verdicts.evidence.meaning import Saying
from kehoach.verdicts.evidence.receipt import Receipt
from kehoach.verdicts.evidence.telling import Told
from kehoach.verdicts.obligations.obligation import Key


class Claim(NamedTuple):
    """One entry: what it says, where it stands, and when it came (``None``: nobody knows).

    ``receipt`` is when its obligation was first told of so (the first file, the first wording), and
    decides; ``came`` is when this very text came, ``turn`` its place among commits of one day.
    ``told`` is what was told first. ``passed_over`` is the arrival that the book has of its letter, where
    the letter came without it.
    """

    key: Key
    kind: Literal["report", "task"]
    saying: Saying
    receipt: Receipt | None
    told: Told
    came: Receipt | None
    turn: int = 0
    passed_over: Receipt | None = None

    @property
    def file(self) -> str:
        """The file in which it stands."""
        return self.saying.file

    @property
    def route(self) -> Route:
        """Where in its file it stands."""
        return self.saying.route

    @property
    def sample(self) -> bool:
        """Whether its file is marked as invented."""
        return self.saying.sample

    @property
    def overwritten(self) -> bool:
        """Whether it is what the commit holds, where the file says something else, not committed."""
        return self.saying.overwritten

    @property
    def document(self) -> Document:
        """The letter that carried it."""
        return self.saying.meaning.document

    @property
    def progress(self) -> Progress:
        """How far it says the work is; a report is its own arrival."""
        entry = self.saying.meaning.entry
        return "done" if type(entry) is ReportEntry else entry.status

    @property
    def nil(self) -> bool:
        """Whether it reports that nothing arose."""
        entry = self.saying.meaning.entry
        return type(entry) is ReportEntry and entry.nil

    @property
    def completed(self) -> date | None:
        """The day (inclusive) on which the work was done, by its own word."""
        return self.saying.meaning.completed

    @property
    def told_end(self) -> date | None:
        """The day on which the whole task was done, by its own word; none where it names its beginning."""
        return None if self.of_start and self.started else self.completed

    @property
    def percent(self) -> int | None:
        """How much of the work is done, of a hundred."""
        entry = self.saying.meaning.entry
        return None if type(entry) is ReportEntry else entry.percent

    @property
    def quantity(self) -> int | None:
        """How many of what the plan asks for a number of."""
        entry = self.saying.meaning.entry
        return None if type(entry) is ReportEntry else entry.quantity

    @property
    def evidence(self) -> tuple[Document, ...]:
        """The documents that prove it."""
        entry = self.saying.meaning.entry
        return () if type(entry) is ReportEntry else entry.evidence

    @property
    def note(self) -> str | None:
        """What it adds in words."""
        return self.saying.meaning.entry.note

    @property
    def subject(self) -> Subject:
        """Whom and what a finding on it concerns."""
        return Subject(self.key.agency, self.key.item, self.key.period)

    def place(self, *below: str | int) -> Place:
        """Return where it stands, or a key below it."""
        return Place(self.file, (*self.route, *below))

    @property
    def of_start(self) -> bool:
        """Whether it speaks of the beginning of a task: then *done* means begun."""
        return is_start(self.key.period)

    @property
    def beside(self) -> bool:
        """Whether its entry is about the whole task, so that another claim speaks of that."""
        return self.saying.meaning.beside

    @property
    def started(self) -> date | None:
        """The day (inclusive) on which the work began, by its own word."""
        entry = self.saying.meaning.entry
        return None if type(entry) is ReportEntry else entry.started

    def came_by(self, as_of: date) -> bool:
        """Say whether it had been received by the end of that day."""
        return self.receipt is not None and self.receipt.day <= as_of

    @property
    def on_paper(self) -> bool:
        """Say whether only the registry book knows of it: no file says what it holds."""
        return self.file == file_names.BOOK

    @property
    def proven(self) -> bool:
        """Whether a numbered document stands behind it: its own evidence, or the letter."""
        return any(document.number for document in (*self.evidence, self.document))

    @property
    def finished(self) -> date | None:
        """The day a task was completed: as first declared, else the day we were told (inclusive)."""
        return self.told.declared or (self.receipt.day if self.receipt else None)
