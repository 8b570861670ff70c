"""One agency's sheet of the workbook to fill in: what the office says, then empty yellow cells."""

from collections.abc import Mapping
from datetime import date

from kehoach.filing.form_words import due_words, last_words, least_words
from kehoach.filing.forms import Form, FormLine
from kehoach.sheets.form_layout import (
    COLUMNS,
    COLUMNS_MARK,
    HEAD_MARK,
    KEYS,
    LETTER,
    OF_REPORT,
    STATES,
    RowMark,
    SheetMark,
)
from kehoach.sheets.workbook_looks import NARROW, height_of, lines_of
from kehoach.sheets.workbook_writer import SheetWriter
from kehoach.words import Lang, Text
from kehoach.words.period_names import period_words
from kehoach.words.safety import one_line

_FIRST = 1  # the marks stand in the column before it
_PLACE = {key: _FIRST + index for index, key in enumerate(KEYS)}
_LAST = _PLACE[KEYS[-1]]
_TITLE_ROW, _HEAD_ROW = 1, 2
_COLUMNS_ROW = _HEAD_ROW + len(LETTER) + 1
_NAMES_ROW = _COLUMNS_ROW + 1
_TOP = _NAMES_ROW + 1
_NAMES_HEIGHT = 32  # points
_DAYS = (date(2000, 1, 1), date(2100, 12, 31))
_TITLE = Text("TÌNH HÌNH THỰC HIỆN KẾ HOẠCH", "HOW THE PLAN IS CARRIED OUT")
_WHOSE = (
    Text("Cơ quan: {value}", "Agency: {value}"),
    Text("Kế hoạch: {value}", "Plan: {value}"),
    Text("Kỳ báo cáo: {value}", "Period: {value}"),
    Text("Chỉ điền các ô nền vàng", "Fill in yellow cells only"),
)
_CHOOSE = Text("Chọn trong danh sách.", "Choose from the list.")
_INVALID = {
    "status": Text("Chọn một trạng thái trong danh sách.", "Choose a state from the list."),
    "date": Text("Ghi ngày/tháng/năm, ví dụ 05/12/2026.", "Write day/month/year."),
    "quantity": Text("Chỉ ghi số nguyên, ví dụ 2.", "Write a whole number, e.g. 2."),
}


def sheet_mark_of(form: Form) -> SheetMark:
    """Return the mark by which the sheet of a form is known again."""
    return SheetMark(form.agency, form.period, form.plan.id)


def row_mark_of(line: FormLine) -> RowMark:
    """Return the mark by which a row is known again."""
    return RowMark(line.demand.item.kind, line.demand.item.id, line.demand.period)


def draw_form(sheet: SheetWriter, form: Form, agency: str) -> None:
    """Draw one agency's sheet."""
    last = _NAMES_ROW + len(form.lines)
    sheet.raw.hide_gridlines(2)
    sheet.hide(column=0)
    sheet.widths({_PLACE[each.key]: each.width for each in COLUMNS})
    _head(sheet, form, agency)
    _names(sheet)
    for row, line in enumerate(form.lines, start=_TOP):
        _line(sheet, row, line)
    _validate(sheet, form, last)
    sheet.table(_NAMES_ROW, last, _LAST + 1, beside=_PLACE["period"])
    sheet.raw.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.raw.print_area(1, _FIRST, last, _LAST)
    sheet.lock()
    sheet.paper(NARROW)


def _head(sheet: SheetWriter, form: Form, agency: str) -> None:
    """Draw the sheet's mark, whose it is, and the cells of the covering letter."""
    lang, plan = sheet.lang, f"{form.plan.id}. {form.plan.name}"
    sheet.put(0, 0, str(sheet_mark_of(form)))
    sheet.hide(row=0)
    sheet.put(_TITLE_ROW, _FIRST, _TITLE.to(lang), "form_title")
    whose = (agency, plan, period_words(form.period, lang), "")
    for row, (name, value, cell) in enumerate(zip(_WHOSE, whose, LETTER, strict=True), _HEAD_ROW):
        sheet.put(row, _FIRST, name.to(lang, value=value), "whose")
        sheet.put(row, _PLACE["last"], cell.label.to(lang), "letter_name")
        sheet.put(row, 0, f"{HEAD_MARK}{cell.key}")
        last = _PLACE["note" if cell.key == "note" else "number"]
        sheet.span(row, (_PLACE["status"], last), "", cell.look or "words_in")


_STARTED = Text(
    "ghi ngày bắt đầu vào cột “Ngày hoàn thành”", "write the day it began under “Completed on”"
)


def _names(sheet: SheetWriter) -> None:
    """Draw the headings of the columns, and their keys out of sight above them."""
    sheet.put(_COLUMNS_ROW, 0, COLUMNS_MARK)
    sheet.hide(row=_COLUMNS_ROW)
    sheet.raw.set_row(_NAMES_ROW, _NAMES_HEIGHT)
    for column in COLUMNS:
        sheet.put(_COLUMNS_ROW, _PLACE[column.key], column.key)
        sheet.put(_NAMES_ROW, _PLACE[column.key], column.label.to(sheet.lang), "middle")


def _line(sheet: SheetWriter, row: int, line: FormLine) -> None:
    """Draw one thing to be told of: what the office says, then empty cells to fill in."""
    report = line.demand.item.kind == "report"
    sheet.put(row, 0, str(row_mark_of(line)))
    shown, high = _shown(line, sheet.lang), 2
    for key, _, look, width in COLUMNS:
        if look is None:
            sheet.put(row, _PLACE[key], shown[key], "report" if report else "shown")
            high = max(high, lines_of(shown[key], 1.05 * width))
        else:
            closed = report and key not in OF_REPORT
            sheet.put(row, _PLACE[key], None, "closed" if closed else look)
    sheet.raw.set_row(row, height_of(high))


def _shown(line: FormLine, lang: Lang) -> Mapping[str, str]:
    """Return what the office says of a line, by column."""
    item, least = line.demand.item, least_words(line, lang)
    sentence = one_line(item.sentence)
    start = (_STARTED.to(lang),) if line.demand.term.beginning else ()
    return {
        "item": item.id,
        "title": f"{sentence} ({least})" if least else sentence,
        "period": period_words(line.demand.period, lang),
        "due": "; ".join((due_words(line, lang), *start)),
        "last": last_words(line.last, lang) if line.last else "",
    }


def _validate(sheet: SheetWriter, form: Form, last: int) -> None:
    """Let states be chosen from a list, and tell at once what is no day or number.

    Words such as "5/12/2026" are let in after a warning, and read on return.
    """
    lang, states, middle = sheet.lang, _PLACE["status"], _NAMES_ROW + len(form.reports)
    for kind, first, end in (("report", _TOP, middle), ("task", middle + 1, last)):
        choice = [words.to(lang) for words in STATES[kind].values()]
        if first <= end:
            _check(sheet, (first, states, end, states), "status",
                   validate="list", source=choice, input_message=_CHOOSE.to(lang))  # fmt: skip
    letter = _HEAD_ROW + [each.key for each in LETTER].index("date")
    completed, proof = _PLACE["completed"], _PLACE["date"]
    for top, column, end in (
        (_TOP, completed, last),
        (_TOP, proof, last),
        (_TOP, _PLACE["expected"], last),
        (letter, states, letter),
    ):
        _check(sheet, (top, column, end, column), "date", validate="date", criteria="between",
               minimum=_DAYS[0], maximum=_DAYS[1], error_type="warning")  # fmt: skip
    number = _PLACE["quantity"]
    _check(sheet, (_TOP, number, last, number), "quantity",
           validate="integer", criteria=">=", value=0, error_type="stop")  # fmt: skip


def _check(sheet: SheetWriter, place: tuple[int, int, int, int], key: str, **rule: object) -> None:
    """Have a spreadsheet check what is typed; ``place`` is from row and column to row and column."""
    name = next(each.label for each in COLUMNS if each.key == key)
    told = {"error_title": name.to(sheet.lang), "error_message": _INVALID[key].to(sheet.lang)}
    sheet.raw.data_validation(*place, {**rule, **told})
