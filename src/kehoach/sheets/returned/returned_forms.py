"""From the sheets of a returned workbook to submissions, with everything that had to be refused.

A sheet becomes a submission only where every filled cell of it is understood; what an import lets
pass, ``kehoach check`` does not complain of, or the doubt has been named here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId, BodyId, ItemId, PlanId
from kehoach.model.plan import Plan
from kehoach.model.submissions import Submission
from kehoach.periods import ONCE, PeriodName
from kehoach.sheets.form_layout import FILLED, RowMark
from kehoach.sheets.returned.returned_rows import Entries
from kehoach.sheets.returned.returned_sheets import Cell, Row, Sheet, Trouble, Workbook
from kehoach.sheets.returned.returned_values import Reader
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words import Text, fold, shown_day

_ONE_OFF = ("một lần", "once")
_NO_AGENCY = (Text("không có cơ quan “{id}” trong agencies.yaml",
                   "there is no agency “{id}” in agencies.yaml"),
              Text("nhập vào đúng thư mục dữ liệu đã lập mẫu",
                   "import it into the data folder that the template was made from"))  # fmt: skip
_NO_PLAN = (Text("không có kế hoạch “{id}” trong thư mục dữ liệu", "there is no plan “{id}” here"),
            _NO_AGENCY[1])  # fmt: skip
_TWICE = (Text("tờ này và tờ “{other}” cùng là của {agency}, kỳ {period}",
               "this sheet and “{other}” are both of {agency}, {period}"),
          Text("giữ lại một tờ", "keep one of them"))  # fmt: skip
_BLANK = (Text("chưa điền gì nên không lập tệp", "nothing is filled in: no file is made of it"),
          Text("nếu cơ quan có báo cáo, đề nghị điền và gửi lại",
               "if the agency has anything to report, ask for it anew"))  # fmt: skip
_HEAD_LACKS = {
    "number": (Text("chưa ghi số, ký hiệu văn bản gửi kèm", "the letter's number is missing"),
               Text("ghi số, ký hiệu, ví dụ 125/BC-STC", "write it, e.g. 125/BC-STC")),
    "date": (Text("chưa ghi ngày văn bản gửi kèm", "the letter's date is missing"),
             Text("ghi ngày/tháng/năm", "write day/month/year")),
}  # fmt: skip
_AHEAD = (Text("văn bản ghi ngày {day}, sau hôm nay", "the letter is dated {day}, after today"),
          Text("sửa lại ngày văn bản", "mend the date"))  # fmt: skip
_LONG_AGO = (
    Text("văn bản ghi ngày {day}, trước hôm nay {days} ngày",
         "the letter is dated {day}, {days} days before today"),
    Text("nếu văn bản đã đến từ trước, ghi ngày đến vào receipts.yaml",
         "if it came before, enter the day of arrival in receipts.yaml"),
)  # fmt: skip
_ROWS_GONE = (Text("các hàng của mẫu không còn: {items}", "rows of the template are gone: {items}"),
              Text("coi như không báo cáo các mục này; nếu bị xoá nhầm, điền lại vào mẫu",
                   "they count as not reported; if that was a slip, fill them in anew"))  # fmt: skip
_NOT_FILLED = (Text("chưa chọn trạng thái, không có trong tệp: {items}",
                    "no state was chosen, left out of the file: {items}"),
               Text("nếu có nội dung cần báo cáo, đề nghị điền và gửi lại",
                    "if there is anything to report on them, ask for it anew"))  # fmt: skip
_NO_CATALOGUE = (
    Text("tờ ẩn của mẫu không còn nên không biết có hàng nào bị xoá",
         "the template's hidden sheet is gone: deleted rows cannot be noticed"),
    Text("đối chiếu số hàng với mẫu đã gửi", "compare the rows with the template that was sent"),
)  # fmt: skip
_NO_MARK = (Text("hàng thêm bằng tay, không nhận ra mục nào của kế hoạch",
                 "a row added by hand, which names no item of the plan"),
            Text("ghi đúng số mục và kỳ như kế hoạch, hoặc chuyển nội dung sang ô Ghi chú rồi xoá hàng",
                 "write item and period as the plan has them, or move it to the notes"))  # fmt: skip
_BY_NAME = (Text("hàng không có dấu của mẫu; nhận theo số mục và kỳ: {item}, {period}",
                 "the row lacks its mark; known by item and period: {item}, {period}"),
            Text("kiểm tra lại hàng này", "look at this row again"))  # fmt: skip
_OTHER_ITEM = (Text("hàng này là của mục {item} nhưng cột Mục ghi “{shown}”",
                    "this row is of item {item}, but its first column says “{shown}”"),
               Text("chỉ một phần của hàng bị chuyển chỗ: điền lại vào mẫu gốc",
                    "only a part of the row was moved: fill in the original template"))  # fmt: skip
_ROW_TWICE = (Text("mục {item} được điền ở hai hàng (hàng {first} và {second})",
                   "item {item} is filled in on two rows ({first} and {second})"),
              Text("giữ lại một hàng", "keep one of them"))  # fmt: skip
_NOT_OWED = (Text("kế hoạch không giao mục {item} kỳ {period} cho {agency}",
                  "the plan does not lay item {item}, {period}, on {agency}"),
             Text("lập lại mẫu mới nếu kế hoạch hoặc danh sách cơ quan đã thay đổi",
                  "make a new template if the plan or the registry has changed"))  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What a workbook is read against; ``owed`` are the least numbers by what is owed (0: none)."""

    registry: Registry
    plans: Mapping[str, Plan]
    owed: Mapping[Key, int]
    today: date


class Filled(NamedTuple):
    """One sheet as a submission."""

    sheet: str
    period: str
    submission: Submission


class Returned(NamedTuple):
    """What a workbook holds, and the troubles with it; with an error none of it may be written."""

    filled: tuple[Filled, ...]
    troubles: tuple[Trouble, ...]

    @property
    def errors(self) -> tuple[Trouble, ...]:
        """What could not be read."""
        return tuple(each for each in self.troubles if not each.doubt)

    @property
    def doubts(self) -> tuple[Trouble, ...]:
        """What was read, but should be looked at."""
        return tuple(each for each in self.troubles if each.doubt)


def returned(book: Workbook, known: Known) -> Returned:
    """Return the submissions of a workbook."""
    troubles = [*book.troubles, *_twice(book)]
    filled = []
    for sheet in book.sheets:
        form = _SheetReading(sheet, known)
        submission = form.submission()
        troubles += form.reader.troubles
        if submission is not None:
            filled.append(Filled(sheet.name, sheet.mark.period, submission))
    return Returned(tuple(filled), tuple(troubles))


def _twice(book: Workbook) -> Iterator[Trouble]:
    """Yield the sheets that are of the same agency, period and plan as one before."""
    seen: dict[object, str] = {}
    for sheet in book.sheets:
        other = seen.setdefault(sheet.mark, sheet.name)
        if other != sheet.name:
            agency, period = sheet.mark.agency, sheet.mark.period
            words = _TWICE[0].filled(other=other, agency=agency, period=period)
            yield Trouble(sheet.name, "", words, _TWICE[1])


class _SheetReading:
    """One sheet, read against what is known."""

    def __init__(self, sheet: Sheet, known: Known) -> None:
        self.sheet = sheet
        self.known = known
        self.reader = Reader(sheet.name)

    def submission(self) -> Submission | None:
        """Return what the sheet says; nothing where it is blank, or is nobody's."""
        mark = self.sheet.mark
        plan = self.known.plans.get(mark.plan)
        if mark.agency not in self.known.registry.agency:
            self._put("", _NO_AGENCY, id=mark.agency)
        if plan is None:
            self._put("", _NO_PLAN, id=mark.plan)
        if plan is None or self.reader.troubles:
            return None
        if self._blank():
            self._put("", _BLANK, doubt=True)
            return None
        entries = Entries(self.reader, self._letter_day(plan), self.known.today)
        for row, about in self._rows(plan):
            entries.add(row, about, self._least(about))
        self._completeness(entries)
        return Submission.model_validate(self._data(entries))

    def _put(
        self, cell: str, told: tuple[Text, Text], *, doubt: bool = False, **values: Any
    ) -> None:
        self.reader.put(cell, told[0].filled(**values), told[1], doubt=doubt)

    def _blank(self) -> bool:
        cells = [*self.sheet.head.values(), *(c for row in self.sheet.rows for c in _inputs(row))]
        return all(cell.empty for cell in cells)

    def _letter_day(self, plan: Plan) -> date | None:
        """Return the day of the covering letter, once number and day are known to be there."""
        for name, told in _HEAD_LACKS.items():
            cell = self.sheet.head.get(name, Cell(""))
            if cell.empty:
                self._put(cell.place, told)
        cell = self.sheet.head.get("date", Cell(""))
        day = Reader(self.sheet.name).day(cell)
        if day and day > self.known.today:
            self._put(cell.place, _AHEAD, day=shown_day(day, "vi"))
        elif day and (days := (self.known.today - day).days) > plan.policy.tolerance_days:
            self._put(cell.place, _LONG_AGO, doubt=True, day=shown_day(day, "vi"), days=days)
        return day

    def _rows(self, plan: Plan) -> Iterator[tuple[Row, RowMark]]:
        """Yield the rows in which something is filled in, each with what it is about, once."""
        seen: dict[RowMark, int] = {}
        for row in self.sheet.rows:
            if all(cell.empty for cell in _inputs(row)):
                continue
            about = self._about(row, plan)
            if about is None:
                continue
            first = seen.setdefault(about, row.number)
            if first != row.number:
                place = row.cells["status"].place
                self._put(place, _ROW_TWICE, item=about.item, first=first, second=row.number)
            elif self._owed(row, about):
                yield row, about

    def _about(self, row: Row, plan: Plan) -> RowMark | None:
        """Return what a row is about: by its mark; without one, by the item and period it shows."""
        shown, place = _shown(row, "item"), row.cells["item"].place
        if row.mark is None:
            item = plan.item.get(shown)
            period = ONCE if fold(_shown(row, "period")) in _ONE_OFF else _shown(row, "period")
            if item is None or not period:
                self._put(place, _NO_MARK)
                return None
            self._put(place, _BY_NAME, doubt=True, item=shown, period=period)
            return RowMark(item.kind, shown, period)
        if shown and shown != row.mark.item:
            self._put(place, _OTHER_ITEM, item=row.mark.item, shown=shown)
            return None
        return row.mark

    def _key(self, about: RowMark) -> Key:
        mark = self.sheet.mark
        return Key(
            PlanId(mark.plan),
            ItemId(about.item),
            AgencyId(BodyId(mark.agency)),
            PeriodName(about.period),
        )

    def _least(self, about: RowMark) -> int:
        return self.known.owed.get(self._key(about), 0)

    def _owed(self, row: Row, about: RowMark) -> bool:
        """Say whether the agency owes what a row is about."""
        if self._key(about) in self.known.owed:
            return True
        agency = self.sheet.mark.agency
        self._put(row.cells["item"].place, _NOT_OWED, item=about.item, period=about.period,
                  agency=agency)  # fmt: skip
        return False

    def _completeness(self, entries: Entries) -> None:
        """Put down what the template asked for and the sheet does not answer."""
        here = {row.mark for row in self.sheet.rows if row.mark}
        if self.sheet.expected is None:
            self._put("", _NO_CATALOGUE, doubt=True)
        elif gone := sorted(self.sheet.expected - here - entries.told):
            self._put("", _ROWS_GONE, doubt=True, items=_items(gone))
        silent = [mark for row in self.sheet.rows if (mark := row.mark) and mark not in entries.told
                  and all(cell.empty for cell in _inputs(row))]  # fmt: skip
        if silent:
            self._put("", _NOT_FILLED, doubt=True, items=_items(silent))

    def _data(self, entries: Entries) -> dict[str, Any]:
        """Return the submission as plain text values, as a file would hold them."""
        head = {name: self.sheet.head.get(name, Cell("")) for name in ("number", "date", "signer")}
        read = self.reader
        document = {
            "number": read.number(head["number"]),
            "date": _text(read.day(head["date"])),
            "signer": read.words(head["signer"]),
        }
        data = {
            "schema": "kehoach/submission@1",
            "plan": self.sheet.mark.plan,
            "agency": self.sheet.mark.agency,
            "document": {key: value for key, value in document.items() if value},
            "reports": entries.reports,
            "tasks": entries.tasks,
            "note": read.words(self.sheet.head.get("note", Cell(""))),
        }
        return {key: value for key, value in data.items() if value}


def _inputs(row: Row) -> Iterator[Cell]:
    """Yield the cells of a row that an agency fills in."""
    return (row.cells[key] for key in FILLED if key in row.cells)


def _shown(row: Row, key: str) -> str:
    cell = row.cells.get(key)
    return "" if cell is None or cell.value is None else str(cell.value).strip()


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _items(marks: list[RowMark]) -> str:
    """Return what some rows are about."""
    return ", ".join(f"{mark.item} ({mark.period})" for mark in marks)
