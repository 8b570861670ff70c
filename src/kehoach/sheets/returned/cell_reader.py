"""What people type into a cell, read as what it can only mean; whatever else it says is trouble.

Days are read in the order in which Vietnamese write them, states by the words in use. A percentage
below the whole is work in progress. Nothing is guessed: what is not known here is named.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.sheets.form_layout import STATES
from kehoach.sheets.returned.returned_sheets import ReturnedCell
from kehoach.sheets.returned.returned_troubles import Troubles
from kehoach.words import Text, fold, typed_day
from kehoach.words.shortening import flat

# Also with the tone on the wrong vowel, as some keyboards put it.
_IN_USE: Mapping[str, Mapping[str, Sequence[str]]] = {
    "task": {
        "done": ("hoàn thành", "đã hoàn thành", "hòan thành", "đã hòan thành", "xong", "đã xong",
                 "đã thực hiện xong"),
        "in_progress": ("đang thực hiện", "đang làm", "đang triển khai", "đang tiến hành",
                        "in progress"),
        "not_started": ("chưa thực hiện", "chưa làm", "chưa triển khai", "chưa bắt đầu",
                        "not started"),
    },
    "report": {
        "sent": ("đã gửi", "đã gửi báo cáo", "đã báo cáo", "có"),
        "nil": ("không phát sinh", "không có phát sinh", "nothing arose"),
        "unsent": ("chưa gửi", "chưa gửi báo cáo", "chưa báo cáo", "chưa", "không", "not sent"),
    },
}  # fmt: skip
_STATE = {
    (kind, fold(words)): state
    for kind, states in _IN_USE.items()
    for state, known in states.items()
    for words in (*known, state)
}
_PERCENT = re.compile(
    r"(?:(?:đã |đang )?(?:hoàn thành|hòan thành|thực hiện|đạt)(?: được| khoảng)?:? ?)?(\d{1,3}) ?%"
)
_WHOLE, _SHOWN = 100, 60
_YEARS = range(1990, 2101)
_DIGITS = re.compile(r"[0-9]{1,6}")
_SIGNS = re.compile(r"[^\W_]")
_BREAK = re.compile(r"[;\n]")


class ReportedState(NamedTuple):
    """How far something is; ``percent`` where only a part was said to be done."""

    name: str
    percent: int | None = None


class CellReader:
    """Reads the cells of one sheet and puts down what is wrong with them; empty ones say nothing."""

    def __init__(self, troubles: Troubles) -> None:
        self.troubles = troubles

    def state(self, cell: ReturnedCell, kind: str) -> ReportedState | None:
        """Return how far a task is; of a report, whether it was sent and anything arose."""
        if not self._usable(cell):
            return None
        words = fold(_words(cell)).rstrip(" .")
        if known := _STATE.get((kind, words)):
            return ReportedState(known)
        part = _PERCENT.fullmatch(words) if kind == "task" else None
        percent = int(part[1]) if part else 0
        if percent == _WHOLE:
            return ReportedState("done")
        if 0 < percent < _WHOLE:
            self.troubles.put("part-done", cell.place, value=_quoted(cell), percent=percent)
            return ReportedState("in_progress", percent)
        choice = Text(*(", ".join(words) for words in zip(*STATES[kind].values(), strict=True)))
        self.troubles.put("unknown-state", cell.place, value=_quoted(cell), known=choice)
        return None

    def day(self, cell: ReturnedCell) -> date | None:
        """Return a day."""
        if not self._usable(cell):
            return None
        value = cell.value
        found = value if isinstance(value, date) else typed_day(_words(cell))
        if found is None and cell.serial and not isinstance(value, str):
            found, shown = cell.serial, f"{cell.serial:%d/%m/%Y}"
            self.troubles.put("serial-day", cell.place, value=_quoted(cell), day=shown)
        if found is None or found.year not in _YEARS:
            self.troubles.put("no-day", cell.place, value=_quoted(cell))
            return None
        return found

    def count(self, cell: ReturnedCell) -> int | None:
        """Return a whole number."""
        if not self._usable(cell):
            return None
        digits = _words(cell)
        if not _DIGITS.fullmatch(digits):
            self.troubles.put("no-count", cell.place, value=_quoted(cell))
            return None
        return int(digits)

    def number(self, cell: ReturnedCell) -> str | None:
        """Return the number and sign of a document."""
        if not self._usable(cell):
            return None
        words, value = _words(cell), cell.value
        if isinstance(value, date):
            self.troubles.put("number-became-day", cell.place, value=words)
            return None
        fraction = isinstance(value, float) and not value.is_integer()
        if isinstance(value, bool) or fraction or not _SIGNS.search(words):
            self.troubles.put("no-number", cell.place, value=_quoted(cell))
            return None
        if isinstance(value, str) and _BREAK.search(words):
            self.troubles.put("several-documents", cell.place, value=_quoted(cell))
        return words

    def words(self, cell: ReturnedCell) -> str | None:
        """Return words; lines stay lines."""
        if not self._usable(cell):
            return None
        if isinstance(cell.value, date | bool):
            self.troubles.put("no-words", cell.place, value=_quoted(cell))
            return None
        return _words(cell)

    def _usable(self, cell: ReturnedCell) -> bool:
        """Say whether there is anything to read; what cannot be used is put down."""
        if cell.flaw:
            self.troubles.put(cell.flaw, cell.place, value=cell.value)
            return False
        return not cell.empty


def _words(cell: ReturnedCell) -> str:
    """Return a value as the words that people see."""
    value = cell.value
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "\n".join(map(flat, re.split("\r\n?|\n", str(value).strip())))


def _quoted(cell: ReturnedCell) -> str:
    """Return a value as it is quoted in a message."""
    words = flat(_words(cell))
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
