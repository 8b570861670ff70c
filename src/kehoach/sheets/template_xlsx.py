"""``kehoach export --format xlsx --template``: a workbook for agencies without git to fill in.

One sheet an agency. What the office says is locked, what the agency fills in is yellow; states are
chosen from a list, days and numbers are checked as they are typed, and the number of a document is
text, so that no spreadsheet makes a date of "12/2026".
"""

from collections.abc import Iterable
from importlib.resources import files

from kehoach.filing.forms import Form
from kehoach.run import Run
from kehoach.sheets.form_layout import CATALOGUE, MARK
from kehoach.sheets.template_sheet import draw_form, row_mark_of, sheet_mark_of
from kehoach.sheets.workbook_looks import height_of, lines_of
from kehoach.sheets.workbook_writer import SheetWriter, WorkbookWriter
from kehoach.words import Lang, Text

_GUIDE = Text("Hướng dẫn", "Guide")
_GUIDE_WIDTH = 110  # signs
_GUIDE_SPACE = 5  # points below a sentence


def template_xlsx(run: Run, forms: Iterable[Form], lang: Lang) -> bytes:
    """Return the workbook: the guide, a sheet a form, and the hidden list of all rows."""
    book = WorkbookWriter(run.as_of, lang)
    _guide(book.sheet(_GUIDE.to(lang)))
    sent = []
    for form in forms:
        agency = run.registry.agency[form.agency]
        name = agency.short or run.agency_name(form.agency)
        draw_form(book.sheet(name, form.agency), form, run.agency_name(form.agency))
        sent += [(str(sheet_mark_of(form)), str(row_mark_of(line))) for line in form.lines]
    _catalogue(book.sheet(CATALOGUE), sent)
    return book.content()


def _guide(sheet: SheetWriter) -> None:
    """Draw the first sheet: how to fill in the others."""
    sheet.raw.hide_gridlines(2)
    sheet.hide(column=0)
    sheet.widths({1: _GUIDE_WIDTH})
    sheet.put(0, 0, MARK)
    lines = files(__package__).joinpath(f"guide.{sheet.lang}.txt").read_text(encoding="utf-8")
    for row, words in enumerate(lines.splitlines()):
        sheet.put(row, 1, words, "guide" if row else "form_title")
        sheet.raw.set_row(row, height_of(lines_of(words, _GUIDE_WIDTH)) + _GUIDE_SPACE)
    sheet.lock()
    sheet.paper()


def _catalogue(sheet: SheetWriter, sent: Iterable[tuple[str, str]]) -> None:
    """Write down, out of sight, which rows were sent: deleted ones are noticed."""
    sheet.put(0, 0, CATALOGUE)
    for row, marks in enumerate(sent, start=1):
        for column, mark in enumerate(marks, start=1):
            sheet.put(row, column, mark)
    sheet.raw.very_hidden()
