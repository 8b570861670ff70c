"""What people type into a cell, read as what it can only mean; whatever else it says is trouble.

Days are read in the order in which Vietnamese write them, states by the words in use. A percentage
below the whole is work in progress. Nothing is guessed: what is not known here is named.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kehoach.sheets.form_layout import STATES
from kehoach.sheets.returned.returned_sheets import Cell, Trouble
from kehoach.words import Text, fold

# Also with the tone on the wrong vowel, as some keyboards put it.
_DONE = (
    "hoàn thành", "đã hoàn thành", "hòan thành", "đã hòan thành", "xong", "đã xong",
    "đã thực hiện xong", "done",
)  # fmt: skip
_GOING = ("đang thực hiện", "đang làm", "đang triển khai", "đang tiến hành", "in progress")
_NOT_BEGUN = ("chưa thực hiện", "chưa làm", "chưa triển khai", "chưa bắt đầu", "not started")
_TASK = {
    fold(words): state
    for state, known in (("done", _DONE), ("in_progress", _GOING), ("not_started", _NOT_BEGUN))
    for words in (*known, state)
}
_SENT = ("đã gửi", "đã gửi báo cáo", "đã báo cáo", "có", "sent")
_NIL = ("không phát sinh", "không có phát sinh", "nothing arose")
_UNSENT = ("chưa gửi", "chưa gửi báo cáo", "chưa báo cáo", "chưa", "không", "not sent")
_REPORT = {
    fold(words): state
    for state, known in (("sent", _SENT), ("nil", _NIL), ("unsent", _UNSENT))
    for words in (*known, state)
}
_PERCENT = re.compile(
    r"(?:(?:đã |đang )?(?:hoàn thành|hòan thành|thực hiện|đạt)(?: được| khoảng)?:? ?)?(\d{1,3}) ?%"
)
_WHOLE, _SHOWN = 100, 60
_DAY_WORDS = (
    re.compile(r"(?:ngày )?(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})"),
    re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})"),
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEARS = range(1990, 2101)
_DIGITS = re.compile(r"\d{1,6}")
_SIGNS = re.compile(r"[^\W_]")
_BREAK = re.compile(r"[;\n]")

_CHOOSE = Text("chọn một trong: {known}", "choose one of: {known}")
_STATE = Text("không rõ trạng thái “{value}”", "the state “{value}” is not known")
_PART = Text("“{value}” được hiểu là đang thực hiện, {percent}%",
             "“{value}” is taken for in progress, {percent}%")  # fmt: skip
_IF_DONE = Text("nếu đã xong, chọn “hoàn thành” và nhập lại", "if it is done, choose “done” anew")
_NO_DAY = Text("“{value}” không phải một ngày đầy đủ có thật", "“{value}” is no full, real day")
_WRITE_DAY = Text("ghi ngày/tháng/năm, ví dụ 05/12/2026", "write day/month/year, e.g. 05/12/2026")
_SERIAL = Text("số {value} được hiểu là ngày {day}", "the number {value} is taken for {day}")
_CHECK_DAY = Text("kiểm tra lại ngày này với văn bản", "compare the day with the document")
_NO_COUNT = Text("“{value}” không phải một số nguyên", "“{value}” is no whole number")
_WRITE_COUNT = Text("chỉ ghi số, ví dụ 2; phần chữ chuyển sang cột Ghi chú",
                    "write the number alone, e.g. 2; words belong into the notes")  # fmt: skip
_BECAME_DAY = Text(
    "số văn bản đã bị bảng tính đổi thành ngày {value}",
    "the spreadsheet has made a day of the document's number: {value}",
)
_RETYPE = Text(
    "định dạng ô là Văn bản (Text) rồi gõ lại số, ký hiệu đầy đủ, ví dụ 125/BC-STC",
    "format the cell as Text and type number and sign anew, e.g. 125/BC-STC",
)
_NO_NUMBER = Text("“{value}” không phải số, ký hiệu văn bản", "“{value}” is no document's number")
_SEVERAL = Text("“{value}” có vẻ là nhiều văn bản; ghi nguyên như một",
                "“{value}” seems to be several documents; it is kept as one")  # fmt: skip
_DIVIDE = Text("kiểm tra tệp đã nhập, tách thành từng văn bản ở evidence nếu cần",
               "look at the imported file, and divide them under evidence if need be")  # fmt: skip
_NO_WORDS = Text("ô chứa giá trị không phải chữ: {value}", "the cell holds no words: {value}")
_TYPE_WORDS = Text("gõ lại bằng chữ", "type it as words")


class State(NamedTuple):
    """How far something is; ``percent`` where only a part was said to be done."""

    name: str
    percent: int | None = None


class Reader:
    """Reads the cells of one sheet and puts down what is wrong with them."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.troubles: list[Trouble] = []

    def put(self, cell: str, words: Text, cure: Text, *, doubt: bool = False) -> None:
        """Put down a trouble."""
        self.troubles.append(Trouble(self.sheet, cell, words, cure, doubt))

    def task_state(self, cell: Cell) -> State | None:
        """Return how far a task is."""
        if not self._usable(cell):
            return None
        words = fold(_words(cell)).rstrip(" .")
        if known := _TASK.get(words):
            return State(known)
        if (match := _PERCENT.fullmatch(words)) and 0 < (percent := int(match[1])) <= _WHOLE:
            if percent == _WHOLE:
                return State("done")
            about = _PART.filled(value=_quoted(cell), percent=percent)
            self.put(cell.place, about, _IF_DONE, doubt=True)
            return State("in_progress", percent)
        self._unknown(cell, STATES["task"])
        return None

    def report_state(self, cell: Cell) -> State | None:
        """Return whether a report was sent, and whether anything arose."""
        if not self._usable(cell):
            return None
        known = _REPORT.get(fold(_words(cell)).rstrip(" ."))
        if known:
            return State(known)
        self._unknown(cell, STATES["report"])
        return None

    def day(self, cell: Cell) -> date | None:
        """Return a day."""
        if not self._usable(cell):
            return None
        found = cell.value if isinstance(cell.value, date) else _day_in(_words(cell))
        if found is None and cell.serial and not isinstance(cell.value, str):
            found = cell.serial
            about = _SERIAL.filled(value=_quoted(cell), day=f"{found:%d/%m/%Y}")
            self.put(cell.place, about, _CHECK_DAY, doubt=True)
        if found is None or found.year not in _YEARS:
            self.put(cell.place, _NO_DAY.filled(value=_quoted(cell)), _WRITE_DAY)
            return None
        return found

    def count(self, cell: Cell) -> int | None:
        """Return a whole number."""
        if not self._usable(cell):
            return None
        value = cell.value
        whole = (
            isinstance(value, int | float) and not isinstance(value, bool) and value == int(value)
        )
        digits = str(int(value)) if whole else _words(cell)  # type: ignore[arg-type]
        if not _DIGITS.fullmatch(digits) or not digits.isascii():
            self.put(cell.place, _NO_COUNT.filled(value=_quoted(cell)), _WRITE_COUNT)
            return None
        return int(digits)

    def number(self, cell: Cell) -> str | None:
        """Return the number and sign of a document."""
        if not self._usable(cell):
            return None
        if isinstance(cell.value, date):
            self.put(cell.place, _BECAME_DAY.filled(value=f"{cell.value:%d/%m/%Y}"), _RETYPE)
            return None
        words = _words(cell)
        fraction = isinstance(cell.value, float) and cell.value != int(cell.value)
        if isinstance(cell.value, bool) or fraction or not _SIGNS.search(words):
            self.put(cell.place, _NO_NUMBER.filled(value=_quoted(cell)), _RETYPE)
            return None
        if isinstance(cell.value, str) and _BREAK.search(words):
            self.put(cell.place, _SEVERAL.filled(value=_quoted(cell)), _DIVIDE, doubt=True)
        return words

    def words(self, cell: Cell) -> str | None:
        """Return words; lines stay lines."""
        if not self._usable(cell):
            return None
        if isinstance(cell.value, date | bool):
            self.put(cell.place, _NO_WORDS.filled(value=_quoted(cell)), _TYPE_WORDS)
            return None
        return _words(cell)

    def _usable(self, cell: Cell) -> bool:
        """Say whether there is anything to read; what cannot be used is put down."""
        if cell.flaw:
            self.put(cell.place, *cell.flaw)
            return False
        return not cell.empty

    def _unknown(self, cell: Cell, known: Mapping[str, Text]) -> None:
        names = Text(*(", ".join(words) for words in zip(*known.values(), strict=True)))
        self.put(cell.place, _STATE.filled(value=_quoted(cell)), _CHOOSE.filled(known=names))


def _words(cell: Cell) -> str:
    """Return a value as the words that people see."""
    value = cell.value
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    lines = str(value).replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)


def _quoted(cell: Cell) -> str:
    """Return a value as it is quoted in a message."""
    words = " ".join(_words(cell).split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _day_in(words: str) -> date | None:
    """Return the day that words name: day, month, year, or as ISO 8601 has it."""
    flat = fold(words)
    try:
        if _ISO.fullmatch(flat):
            return date.fromisoformat(flat)
        for pattern in _DAY_WORDS:
            if match := pattern.fullmatch(flat):
                day, month, year = map(int, match.groups())
                return date(year, month, day)
    except ValueError:
        return None
    return None
