"""One row of a returned workbook as an entry of a submission."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from kehoach.periods import PeriodName, is_start
from kehoach.sheets.form_layout import FILLED, OF_REPORT, STATES, RowMark
from kehoach.sheets.returned.cell_reader import CellReader, ReportedState
from kehoach.sheets.returned.returned_sheets import ReturnedRow
from kehoach.sheets.returned.returned_troubles import TroubleName, Troubles
from kehoach.words import Text, captions, shown_day

_TASK = STATES["task"]
_OF_END = {"of": Text("hoàn thành", "completion"), "did": Text("hoàn thành", "completed"),
           "state": _TASK["done"], "before": _TASK["in_progress"]}  # fmt: skip
_OF_START = {"of": Text("bắt đầu", "beginning"), "did": captions.BEGUN,
             "state": _TASK["in_progress"], "before": _TASK["not_started"]}  # fmt: skip
"""How the day of a row and its states are called, by whether it is about an end or a beginning."""
Entry = Mapping[str, object]
"""An entry as a file would hold it, every scalar as its text."""


class RowAsked(NamedTuple):
    """A row with something in it: what it is about, and what it is compared with.

    ``least`` is the number that fulfils it; ``letter`` the day of the covering letter.
    """

    row: ReturnedRow
    about: RowMark
    least: int
    letter: date | None
    today: date


class _TaskSaid(NamedTuple):
    """What a row says of a task."""

    asked: RowAsked
    state: ReportedState
    completed: date | None
    quantity: int | None
    number: str | None
    proof_date: date | None
    subject: str | None
    note: str | None
    reason: str | None
    expected: date | None

    @property
    def start(self) -> bool:
        """Whether its row is about a beginning, and so is the day."""
        return is_start(PeriodName(self.asked.about.period))

    @property
    def done(self) -> bool:
        """Whether it is said to be done; of a beginning, that work has begun."""
        return self.state.name == "done" or (self.start and self.state.name == "in_progress")

    @property
    def undated(self) -> bool:
        """Whether it is said to be done, and no day is filled in."""
        return self.done and self.asked.row.cells["completed"].empty

    def finished_after(self, day: date | None) -> bool:
        """Say whether it is said to have been done on a day after this one."""
        return self.done and _after(self.completed, day)

    def proof(self) -> dict[str, str]:
        """Return the document that proves it."""
        said = {"number": self.number, "date": self.proof_date, "title": self.subject}
        return {key: str(value) for key, value in said.items() if value}

    def values(self) -> dict[str, object]:
        """Return what messages are filled in with."""
        days = {"day": self.completed, "letter": self.asked.letter, "proof": self.proof_date,
                "expected": self.expected}  # fmt: skip
        return {
            **(_OF_START if self.start else _OF_END),
            "item": self.asked.about.item, "least": self.asked.least,
            "quantity": self.quantity or 0,
            **{name: shown_day(day, "vi") for name, day in days.items() if day},
        }  # fmt: skip


def _after(day: date | None, other: date | None) -> bool:
    """Say whether both days are told, and the one comes after the other."""
    return bool(day and other and day > other)


# What cannot be, or does not agree with each other; what keeps it from counting; what lacks.
_CHECKS: tuple[tuple[TroubleName, str, Callable[[_TaskSaid], bool]], ...] = (
    ("day-undone", "completed", lambda of: of.completed is not None and not of.done),
    ("day-ahead", "completed", lambda of: of.finished_after(of.asked.today)),
    ("day-after-letter", "completed", lambda of: of.finished_after(of.asked.letter)
     and not of.finished_after(of.asked.today)),
    ("proof-after-day", "date", lambda of: _after(of.proof_date, of.completed)),
    ("day-lacks", "completed", lambda of: of.undated and not of.start),
    ("start-lacks", "completed", lambda of: of.undated and of.start),
    ("too-few", "quantity", lambda of: of.done and (of.quantity or 0) < of.asked.least),
    ("reason-done", "reason", lambda of: of.done and bool(of.reason)),
    ("expected-done", "expected", lambda of: of.done and bool(of.expected)),
    ("expected-past", "expected", lambda of: not of.done and _after(of.asked.today, of.expected)),
    ("proof-unnumbered", "number", lambda of: bool(of.proof_date or of.subject) and not of.number),
)  # fmt: skip


def entry_of(asked: RowAsked, troubles: Troubles) -> Entry | None:
    """Return the entry that a row makes; ``None`` where it makes none, and troubles say why."""
    read, row = CellReader(troubles), asked.row
    if asked.about.kind == "task":
        return _task(asked, read)
    for key in FILLED:
        if key not in OF_REPORT and not row.cell(key).empty:
            troubles.put("not-for-report", row.cell(key).place)
    state, note = read.state(row.cells["status"], "report"), read.words(row.cells["note"])
    if state is None:
        _stateless(asked, troubles)
        return None
    if state.name == "unsent":
        if note:
            troubles.put("note-unsent", row.cells["note"].place)
        return None
    return _said(asked.about, nil="true" if state.name == "nil" else None, note=note)


def _task(asked: RowAsked, read: CellReader) -> Entry | None:
    """Return the entry of a task."""
    cells = asked.row.cells
    state = read.state(cells["status"], "task")
    said = _TaskSaid(
        asked,
        state or ReportedState(""),
        read.day(cells["completed"]),
        read.count(cells["quantity"]),
        read.number(cells["number"]),
        read.day(cells["date"]),
        read.words(cells["subject"]),
        read.words(cells["note"]),
        read.words(asked.row.cell("reason")),
        read.day(asked.row.cell("expected")),
    )
    if state is None:
        _stateless(asked, read.troubles)
        return None
    for name, key, found in _CHECKS:
        if found(said):
            read.troubles.put(name, asked.row.cell(key).place, **said.values())
    proof = said.proof()
    return _said(
        asked.about, status=state.name, percent=state.percent,
        **{"started" if said.start else "completed": said.completed},
        quantity=said.quantity, evidence=[proof] if proof else None, note=said.note,
        reason=None if said.done else said.reason, expected=None if said.done else said.expected,
    )  # fmt: skip


def _stateless(asked: RowAsked, troubles: Troubles) -> None:
    """Put down that a row is filled in without a state."""
    if (cell := asked.row.cells["status"]).empty:
        troubles.put("stateless", cell.place, item=asked.about.item)


def _said(about: RowMark, **values: object) -> Entry:
    """Return an entry with what was said."""
    said = {key: value for key, value in values.items() if value is not None}
    return {"item": about.item, "period": about.period} | {
        key: value if isinstance(value, list) else str(value) for key, value in said.items()
    }
