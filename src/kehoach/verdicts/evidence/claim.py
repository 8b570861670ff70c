"""A claim: what a file or the registry book says of one item, agency and period."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kehoach.diagnostics import Place, Route, Subject
from kehoach.model import file_names
from kehoach.model.documents import Document
from kehoach.model.submissions import Progress
from kehoach.verdicts.evidence.receipt import Receipt
from kehoach.verdicts.evidence.telling import Told
from kehoach.verdicts.obligations.obligation import Key

_NOTHING = Told()


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One entry: what it says, where it stands, and when it came (``None``: nobody knows).

    ``receipt`` is when its obligation was first told of so (the first file, the first wording), and
    decides; ``came`` is when this very text came, ``turn`` its place among commits of one day.
    ``told`` is what was told first. ``overwritten``: it is what the commit holds, and stands here
    though the file says something else that is not committed. ``passed_over`` is the arrival that the
    book has of its letter, where the letter came without it.
    """

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
    came: Receipt | None = None
    turn: int = 0
    told: Told = _NOTHING
    overwritten: bool = False
    passed_over: Receipt | None = None

    @property
    def subject(self) -> Subject:
        """Whom and what a finding on it concerns."""
        return Subject(self.key.agency, self.key.item, self.key.period)

    def place(self, *below: str | int) -> Place:
        """Return where it stands, or a key below it."""
        return Place(self.file, (*self.route, *below))

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
