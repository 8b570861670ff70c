"""One row of a returned workbook as an entry of a submission."""

from datetime import date
from typing import Any

from kehoach.sheets.form_layout import FILLED, OF_REPORT, RowMark
from kehoach.sheets.returned.returned_sheets import Row
from kehoach.sheets.returned.returned_values import Reader, State
from kehoach.words import Text, shown_day

_STATELESS = (Text("đã điền nội dung nhưng chưa chọn trạng thái", "filled in, but without a state"),
              Text("chọn trạng thái của mục {item}", "choose the state of item {item}"))  # fmt: skip
_NOT_FOR_REPORT = (
    Text("ô này không dùng cho báo cáo: số, ngày của báo cáo ghi ở đầu tờ",
         "not for a report: its number and date stand at the head of the sheet"),
    Text("xoá ô này; nội dung khác chuyển sang Ghi chú", "clear it; other words go to the notes"),
)  # fmt: skip
_UNSENT = (Text("có ghi chú nhưng báo cáo chưa gửi", "there is a note, but the report was not sent"),
           Text("chọn “đã gửi”, hoặc chuyển ghi chú lên đầu tờ",
                "choose “sent”, or move the note to the head"))  # fmt: skip
_UNDONE_DAY = (Text("có ngày hoàn thành nhưng trạng thái không phải “hoàn thành”",
                    "there is a day of completion, but the state is not “done”"),
               Text("chọn “hoàn thành”, hoặc xoá ngày", "choose “done”, or clear the day"))  # fmt: skip
_NO_DAY = (Text("mục {item} hoàn thành nhưng không ghi ngày: sẽ tính theo ngày nhận",
                "item {item} is done, but without a day: the day of receipt will be used"),
           Text("hỏi cơ quan ngày hoàn thành", "ask the agency for the day"))  # fmt: skip
_AHEAD = (Text("ngày hoàn thành {day} chưa tới", "the day of completion {day} lies ahead"),
          Text("sửa ngày, hoặc chọn “đang thực hiện”",
               "mend the day, or choose “in progress”"))  # fmt: skip
_AFTER_LETTER = (
    Text("hoàn thành ngày {day}, sau ngày văn bản gửi kèm {letter}",
         "completed on {day}, after the letter of {letter}"),
    Text("kiểm tra lại hai ngày này", "compare the two days"),
)  # fmt: skip
_PROOF_AFTER = (
    Text("văn bản chứng minh ghi ngày {day}, sau ngày hoàn thành {completed}",
         "the document that proves it is of {day}, after the completion on {completed}"),
    Text("kiểm tra lại hai ngày này", "compare the two days"),
)  # fmt: skip
_NO_NUMBER = (Text("văn bản chứng minh không có số", "the document that proves it has no number"),
              Text("hỏi cơ quan số, ký hiệu văn bản", "ask the agency for its number"))  # fmt: skip
_TOO_FEW = (Text("mục {item} cần ít nhất {least}, mới báo {quantity}: chưa được tính là xong",
                 "item {item} needs at least {least}, {quantity} reported: it does not count as done"),
            Text("hỏi cơ quan số đã làm", "ask the agency for the number"))  # fmt: skip


class Entries:
    """The entries of one sheet, as plain text values; ``told`` is what they are about."""

    def __init__(self, reader: Reader, letter: date | None, today: date) -> None:
        self.reader = reader
        self.letter = letter
        self.today = today
        self.reports: list[dict[str, Any]] = []
        self.tasks: list[dict[str, Any]] = []
        self.told: set[RowMark] = set()

    def add(self, row: Row, about: RowMark, least: int) -> None:
        """Add what a row says; ``least`` is the number that fulfils it."""
        self.told.add(about)
        if about.kind == "report":
            self._report(row, about)
        else:
            self._task(row, about, least)

    def _put(
        self, row: Row, key: str, told: tuple[Text, Text], doubt: bool = False, **values: Any
    ) -> None:
        words, cure = (text.filled(**values) for text in told)
        self.reader.put(row.cells[key].place, words, cure, doubt=doubt)

    def _report(self, row: Row, about: RowMark) -> None:
        for key in FILLED:
            if key not in OF_REPORT and not row.cells[key].empty:
                self._put(row, key, _NOT_FOR_REPORT)
        state = self.reader.report_state(row.cells["status"])
        note = self.reader.words(row.cells["note"])
        if state is None:
            if row.cells["status"].empty:
                self._put(row, "status", _STATELESS, item=about.item)
        elif state.name != "unsent":
            nil = "true" if state.name == "nil" else None
            self.reports.append(_said(about, nil=nil, note=note))
        elif note:
            self._put(row, "note", _UNSENT)

    def _task(self, row: Row, about: RowMark, least: int) -> None:
        read, cells = self.reader, row.cells
        state = read.task_state(cells["status"])
        completed, quantity = read.day(cells["completed"]), read.count(cells["quantity"])
        proof = {
            "number": read.number(cells["number"]),
            "date": read.day(cells["date"]),
            "title": read.words(cells["subject"]),
        }
        note = read.words(cells["note"])
        if state is None:
            if cells["status"].empty:
                self._put(row, "status", _STATELESS, item=about.item)
            return
        self._doubt_days(row, state, completed, proof["date"])
        self._doubt_done(row, about, state, completed, quantity, least)
        evidence = {key: str(value) for key, value in proof.items() if value}
        if evidence and "number" not in evidence:
            self._put(row, "number", _NO_NUMBER, doubt=True)
        self.tasks.append(_said(
            about, status=state.name, completed=completed, percent=state.percent,
            quantity=quantity, evidence=[evidence] if evidence else None, note=note,
        ))  # fmt: skip

    def _doubt_days(self, row: Row, state: State, completed: date | None, proof: Any) -> None:
        """Put down days that cannot be, or do not agree with each other."""
        if completed is None:
            return
        day = shown_day(completed, "vi")
        if state.name != "done":
            self._put(row, "completed", _UNDONE_DAY)
        elif completed > self.today:
            self._put(row, "completed", _AHEAD, day=day)
        elif self.letter and completed > self.letter:
            letter = shown_day(self.letter, "vi")
            self._put(row, "completed", _AFTER_LETTER, doubt=True, day=day, letter=letter)
        if proof and proof > completed:
            of = shown_day(proof, "vi")
            self._put(row, "date", _PROOF_AFTER, doubt=True, day=of, completed=day)

    def _doubt_done(
        self, row: Row, about: RowMark, state: State, completed: date | None,
        quantity: int | None, least: int,
    ) -> None:  # fmt: skip
        """Put down what keeps a finished task from counting, or makes its day uncertain."""
        if state.name != "done":
            return
        if completed is None and row.cells["completed"].empty:
            self._put(row, "completed", _NO_DAY, doubt=True, item=about.item)
        if (quantity or 0) < least:
            self._put(row, "quantity", _TOO_FEW, doubt=True, item=about.item, least=least,
                      quantity=quantity or 0)  # fmt: skip


def _said(about: RowMark, **values: Any) -> dict[str, Any]:
    """Return an entry with what was said, every scalar as its text."""
    said: dict[str, Any] = {"item": about.item, "period": about.period}
    for key, value in values.items():
        if value is not None:
            said[key] = value if isinstance(value, list) else str(value)
    return said
