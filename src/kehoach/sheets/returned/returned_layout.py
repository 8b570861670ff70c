"""The workbook for agencies without git: the marks by which a returned one is known and read.

The marks stand in a hidden column, two hidden rows and a hidden sheet, so that sheets may be
renamed, rows sorted, hidden or deleted, and columns moved; what people see is never relied on.
"""

from typing import NamedTuple

from kehoach.words import Text

MARK = "kehoach/workbook@1"
CATALOGUE = "_kehoach"
COLUMNS_MARK = "columns"

# What an agency fills in, and what it is shown; the keys stand in a hidden row above the headings.
SHOWN = ("item", "title", "period", "due", "last")
FILLED = ("status", "completed", "quantity", "number", "date", "subject", "note")
KEYS = (*SHOWN, *FILLED)
DAYS = ("completed", "date")
HEADS = ("number", "date", "signer", "note")
"""What is filled in of the covering letter; its value stands in the column of ``status``."""

OF_REPORT = ("status", "note")
"""What may be filled in of a report: its number and day are the letter's own."""

TASK_STATES = {
    "not_started": Text("chưa thực hiện", "not started"),
    "in_progress": Text("đang thực hiện", "in progress"),
    "done": Text("hoàn thành", "done"),
}
REPORT_STATES = {
    "sent": Text("đã gửi", "sent"),
    "nil": Text("không phát sinh", "nothing arose"),
    "unsent": Text("chưa gửi", "not sent"),
}


class SheetMark(NamedTuple):
    """Whose sheet it is, of which period and plan."""

    agency: str
    period: str
    plan: str

    def __str__(self) -> str:
        return " ".join([MARK, *self])


class RowMark(NamedTuple):
    """What a row is about."""

    kind: str
    item: str
    period: str

    def __str__(self) -> str:
        return " ".join(self)


def sheet_mark(words: str) -> SheetMark | None:
    """Return the mark of an agency's sheet; a plan's id may hold spaces, so it stands last."""
    mark, *parts = words.split(" ", 3)
    return SheetMark(*parts) if mark == MARK and len(parts) == len(SheetMark._fields) else None


def row_mark(words: str) -> RowMark | None:
    """Return the mark of a row: neither an item nor a period holds a space."""
    parts = words.split(" ")
    known = len(parts) == len(RowMark._fields) and parts[0] in ("report", "task")
    return RowMark(*parts) if known else None
