"""``kehoach export --format xlsx --template``: a workbook for agencies without git to fill in.

One sheet an agency. What the office says is locked, what the agency fills in is yellow; states are
chosen from a list, days and numbers are checked as they are typed, and the number of a document is
text, so that no spreadsheet makes a date of "12/2026". How a returned one is known again stands in
``sources/returned_layout.py``. XlsxWriter is the extra ``excel``.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from kehoach.filing.form_words import due_words, last_words, least_words, period_words
from kehoach.filing.forms import Form, Line
from kehoach.run import Run
from kehoach.sheets.export_data import clean
from kehoach.sheets.export_xlsx import fitting
from kehoach.sheets.returned.returned_layout import (
    CATALOGUE,
    COLUMNS_MARK,
    DAYS,
    FILLED,
    HEADS,
    KEYS,
    MARK,
    OF_REPORT,
    REPORT_STATES,
    TASK_STATES,
    RowMark,
    SheetMark,
)
from kehoach.sheets.template_words import (
    CHOOSE,
    COLUMN_NAMES,
    GUIDE,
    GUIDE_SHEET,
    HEAD_NAMES,
    INVALID,
    TITLE,
    WHOSE,
)
from kehoach.words import Lang, Text
from kehoach.words.safety import one_line

_OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
    "strings_to_numbers": False, "default_date_format": "dd/mm/yyyy",
}  # fmt: skip
_WIDTHS = {
    "item": 9, "title": 70, "period": 8, "due": 21, "last": 34, "status": 17, "completed": 13,
    "quantity": 9, "number": 17, "date": 13, "subject": 28, "note": 38,
}  # fmt: skip
_FIRST = 1  # the marks stand in the column before it
_PLACE = {key: _FIRST + index for index, key in enumerate(KEYS)}
_HEAD_ROW = 2
_COLUMNS_ROW = _HEAD_ROW + len(HEADS) + 1
_NAMES_ROW = _COLUMNS_ROW + 1
_LINE, _HIGHEST = 15.0, 409.0  # points; no row can be higher
_GUIDE_WIDTH = 110
_EDGE = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
_OPEN = {**_EDGE, "locked": False, "bg_color": "#FFF9DB"}
_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14, "font_color": "#1F4E79"},
    "whose": {"bold": True, "valign": "top"},
    "name": {"align": "right", "valign": "top", "font_color": "#1F4E79"},
    "head": {
        "bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "border": 1,
        "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border_color": "#BFBFBF",
    },
    "shown": {**_EDGE, "text_wrap": True},
    "report": {**_EDGE, "text_wrap": True, "bold": True, "bg_color": "#DDEBF7"},
    "closed": {**_EDGE, "bg_color": "#EDEDED"},
    "words": {**_OPEN, "text_wrap": True, "num_format": "@"},
    "day": {**_OPEN, "num_format": "dd/mm/yyyy", "align": "center"},
    "count": {**_OPEN, "num_format": "0", "align": "center"},
    "guide": {"text_wrap": True, "valign": "top"},
}  # fmt: skip
_LOOK = {"completed": "day", "date": "day", "quantity": "count"}
_PROTECTION = {
    "format_columns": True, "format_rows": True, "autofilter": True, "sort": True,
    "select_locked_cells": True, "select_unlocked_cells": True,
}  # fmt: skip
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
Sheet = Any  # XlsxWriter brings no types


def template_xlsx(run: Run, forms: Iterable[Form], lang: Lang) -> bytes:
    """Return the workbook: the guide, a sheet a form, and the hidden list of all rows."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        day = run.as_of
        book.set_properties({"created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001
        pen = _Pen(book, run, lang)
        pen.guide()
        names = _SheetNames({GUIDE_SHEET.to(lang), CATALOGUE})
        sent = []
        for form in forms:
            pen.form(form, names.of(run, form))
            sent += [(str(_mark(form)), str(_row_mark(line))) for line in form.lines]
        pen.catalogue(sent)
    return file.getvalue()


def _mark(form: Form) -> SheetMark:
    return SheetMark(form.agency, form.period, form.plan.id)


def _row_mark(line: Line) -> RowMark:
    return RowMark(line.demand.item.kind, line.demand.item.id, line.demand.period)


class _SheetNames:
    """Names of sheets: short, without what a spreadsheet forbids, each another."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = {name.casefold() for name in taken}

    def of(self, run: Run, form: Form) -> str:
        """Return a name for an agency's sheet."""
        agency = run.registry.agency[form.agency]
        name = _FORBIDDEN.sub(" ", clean(agency.short or run.agency_name(form.agency)))
        name = " ".join(name.split()).strip("'")[:_LONGEST_NAME].strip() or form.agency
        number, whole = 1, name
        while whole.casefold() in self._taken:
            number += 1
            end = f" ({number})"
            whole = name[: _LONGEST_NAME - len(end)] + end
        self._taken.add(whole.casefold())
        return whole


class _Pen:
    """What draws on one workbook."""

    def __init__(self, book: Any, run: Run, lang: Lang) -> None:
        self.book = book
        self.run = run
        self.lang = lang
        self.looks = {name: book.add_format(look) for name, look in _LOOKS.items()}

    def put(self, sheet: Sheet, row: int, column: int, words: str, look: str | None = None) -> None:
        """Write words as words, whatever they begin with."""
        sheet.write_string(row, column, fitting(clean(words), self.lang), look and self.looks[look])

    def guide(self) -> None:
        """Draw the first sheet: how to fill in the others."""
        sheet = self.book.add_worksheet(GUIDE_SHEET.to(self.lang))
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.set_column(1, 1, _GUIDE_WIDTH)
        self.put(sheet, 0, 0, MARK)
        for row, words in enumerate(GUIDE):
            told = words.to(self.lang)
            self.put(sheet, row, 1, told, "guide" if row else "title")
            sheet.set_row(row, _LINE * (1 + len(told) // _GUIDE_WIDTH) + 5)
        sheet.protect("", _PROTECTION)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def catalogue(self, sent: Iterable[tuple[str, str]]) -> None:
        """Write down, out of sight, which rows were sent: deleted ones are noticed."""
        sheet = self.book.add_worksheet(CATALOGUE)
        self.put(sheet, 0, 0, CATALOGUE)
        for row, words in enumerate(sent, start=1):
            for column, cell in enumerate(words, start=1):
                self.put(sheet, row, column, cell)
        sheet.very_hidden()

    def form(self, form: Form, name: str) -> None:
        """Draw one agency's sheet."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, None, None, {"hidden": True})
        for key, width in _WIDTHS.items():
            sheet.set_column(_PLACE[key], _PLACE[key], width)
        self.head(sheet, form)
        for row, line in enumerate(form.lines, start=_NAMES_ROW + 1):
            self.line(sheet, row, line)
        last = _NAMES_ROW + len(form.lines)
        self.validate(sheet, form, last)
        sheet.autofilter(_NAMES_ROW, 0, last, _PLACE[KEYS[-1]])
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.freeze_panes(_NAMES_ROW + 1, _PLACE["period"])
        sheet.protect("", _PROTECTION)
        self.paper(sheet, last)

    def head(self, sheet: Sheet, form: Form) -> None:
        """Draw the marks, whose sheet it is, the letter's own cells and the headings."""
        lang = self.lang
        self.put(sheet, 0, 0, str(_mark(form)))
        sheet.set_row(0, None, None, {"hidden": True})
        self.put(sheet, 1, _FIRST, TITLE.to(lang), "title")
        agency, plan = self.run.agency_name(form.agency), f"{form.plan.id}. {form.plan.name}"
        whose = (agency, plan, period_words(form.period, lang), "")
        for index, (name, key) in enumerate(zip(WHOSE, HEADS, strict=True)):
            row = _HEAD_ROW + index
            self.put(sheet, row, _FIRST, name.to(lang, value=whose[index]), "whose")
            self.put(sheet, row, _PLACE["last"], HEAD_NAMES[key].to(lang), "name")
            self.put(sheet, row, 0, f"head {key}")
            look = self.looks["day" if key == "date" else "words"]
            last = _PLACE["note" if key == "note" else "number"]
            sheet.merge_range(row, _PLACE["status"], row, last, "", look)
        self.put(sheet, _COLUMNS_ROW, 0, COLUMNS_MARK)
        sheet.set_row(_COLUMNS_ROW, None, None, {"hidden": True})
        sheet.set_row(_NAMES_ROW, 32)
        for key, column in _PLACE.items():
            self.put(sheet, _COLUMNS_ROW, column, key)
            self.put(sheet, _NAMES_ROW, column, COLUMN_NAMES[key].to(lang), "head")

    def line(self, sheet: Sheet, row: int, line: Line) -> None:
        """Draw one thing to be told of: what the office says, then empty cells to fill in."""
        report = line.demand.item.kind == "report"
        self.put(sheet, row, 0, str(_row_mark(line)))
        shown = dict(self._shown(line))
        for key, words in shown.items():
            self.put(sheet, row, _PLACE[key], words, "report" if report else "shown")
        for key in FILLED:
            closed = report and key not in OF_REPORT
            look = self.looks["closed" if closed else _LOOK.get(key, "words")]
            sheet.write_blank(row, _PLACE[key], None, look)
        high = max(1 + int(len(words) // (1.05 * _WIDTHS[key])) for key, words in shown.items())
        sheet.set_row(row, min(_LINE * max(high, 2), _HIGHEST))

    def _shown(self, line: Line) -> Iterator[tuple[str, str]]:
        """Yield what the office says of a line."""
        lang, item = self.lang, line.demand.item
        least = least_words(line, lang)
        yield "item", item.id
        sentence = one_line(item.sentence)
        yield "title", f"{sentence} ({least})" if least else sentence
        yield "period", period_words(line.demand.period, lang)
        yield "due", due_words(line, lang)
        yield "last", last_words(line.last, lang) if line.last else ""

    def validate(self, sheet: Sheet, form: Form, last: int) -> None:
        """Let states be chosen from a list, and tell at once what is no day or number."""
        first, middle = _NAMES_ROW + 1, _NAMES_ROW + len(form.reports)
        states = _PLACE["status"]
        if form.reports:
            self._list(sheet, (first, states, middle, states), REPORT_STATES)
        if form.tasks:
            self._list(sheet, (middle + 1, states, last, states), TASK_STATES)
        for key in DAYS:
            self._day(sheet, (first, _PLACE[key], last, _PLACE[key]))
        row = _HEAD_ROW + HEADS.index("date")
        self._day(sheet, (row, states, row, states))
        number = _PLACE["quantity"]
        sheet.data_validation(first, number, last, number, {
            "validate": "integer", "criteria": ">=", "value": 0, "error_type": "stop",
            **self._told("quantity"),
        })  # fmt: skip

    def _list(self, sheet: Sheet, place: tuple[int, ...], states: dict[str, Text]) -> None:
        sheet.data_validation(*place, {
            "validate": "list", "source": [words.to(self.lang) for words in states.values()],
            "input_message": CHOOSE.to(self.lang), **self._told("status"),
        })  # fmt: skip

    def _day(self, sheet: Sheet, place: tuple[int, ...]) -> None:
        """Warn of what is no day; words such as "5/12/2026" are let in and read on return."""
        sheet.data_validation(*place, {
            "validate": "date", "criteria": "between", "minimum": date(2000, 1, 1),
            "maximum": date(2100, 12, 31), "error_type": "warning", **self._told("date"),
        })  # fmt: skip

    def _told(self, key: str) -> dict[str, str]:
        return {"error_title": COLUMN_NAMES[key].to(self.lang),
                "error_message": INVALID[key].to(self.lang)}  # fmt: skip

    def paper(self, sheet: Sheet, last: int) -> None:
        """Set up the page: A4 across, as wide as the table."""
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.5)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_NAMES_ROW)
        sheet.print_area(1, _FIRST, last, _PLACE[KEYS[-1]])
        sheet.set_footer("&L&A&R&P/&N")
