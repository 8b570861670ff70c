"""The form for agencies without git: its cells, and the marks by which a returned one is known.

The marks stand in a hidden column, two hidden rows and a hidden sheet, so that sheets may be
renamed, rows sorted, hidden or deleted, and columns moved; what people see is never relied on.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kehoach.sheets.workbook_looks import LookName
from kehoach.words import Text, captions
from kehoach.words.captions import DUE, ITEM, MATTER, NOTHING_AROSE, PERIOD

MARK = "kehoach/workbook@1"
CATALOGUE = "_kehoach"
COLUMNS_MARK = "columns"
HEAD_MARK = "head "


class FormCell(NamedTuple):
    """A column of the form, or a cell of its head: its key, what people read, how it is drawn.

    ``look`` is of what an agency fills in; without one the office says it. ``width`` is in signs.
    """

    key: str
    label: Text
    look: LookName | None = None
    width: float = 0


COLUMNS = (
    FormCell("item", ITEM, width=9),
    FormCell("title", MATTER, width=70),
    FormCell("period", PERIOD, width=8),
    FormCell("due", DUE, width=21),
    FormCell("last", Text("Lần trước đã báo", "Said last time"), width=34),
    FormCell("status", captions.STATE, "words_in", 17),
    FormCell("completed", captions.DAY_COMPLETED, "day_in", 13),
    FormCell("quantity", captions.QUANTITY, "count_in", 9),
    FormCell("number", Text("Số văn bản chứng minh", "Document: number"), "words_in", 17),
    FormCell("date", Text("Ngày văn bản", "Document: date"), "day_in", 13),
    FormCell("subject", Text("Trích yếu", "Document: title"), "words_in", 28),
    FormCell("note", Text("Ghi chú: kết quả, khó khăn", "Note: result, difficulties"),
             "words_in", 38),
    FormCell("reason", captions.WHY_UNDONE, "words_in", 28),
    FormCell("expected", captions.EXPECTED_ON, "day_in", 13),
)  # fmt: skip
"""The columns; their keys stand in a hidden row above the headings."""
LATER = ("reason", "expected")
"""The columns that forms which were sent out earlier lack."""

LETTER = (
    FormCell("number", Text("Số, ký hiệu văn bản gửi kèm", "Number of the letter"), "words_in"),
    FormCell("date", Text("Ngày văn bản", "Date of the letter"), "day_in"),
    FormCell("signer", captions.SIGNER, "words_in"),
    FormCell("note", Text("Ghi chú chung", "General note"), "words_in"),
)
"""What is filled in of the covering letter; its value stands in the column of ``status``."""

KEYS = tuple(each.key for each in COLUMNS)
FILLED = tuple(each.key for each in COLUMNS if each.look)
OF_REPORT = ("status", "note")
"""What may be filled in of a report: its number and day are the letter's own."""

STATES: Mapping[str, Mapping[str, Text]] = {
    "task": {
        "not_started": Text("chưa thực hiện", "not started"),
        "in_progress": Text("đang thực hiện", "in progress"),
        "done": Text("hoàn thành", "done"),
    },
    "report": {
        "sent": captions.SENT,
        "nil": NOTHING_AROSE,
        "unsent": Text("chưa gửi", "not sent"),
    },
}
"""The states to choose from, by what the plan asks for."""


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
    known = len(parts) == len(RowMark._fields) and parts[0] in STATES
    return RowMark(*parts) if known else None
