"""``kehoach export --format xlsx``: a workbook, one sheet a view."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import product

from kehoach.run import Account
from kehoach.sheets.duty_rows import DutyRows
from kehoach.sheets.export_columns import CellValue, Kind, Value, shown
from kehoach.sheets.export_summary import summary_figures, summary_heads, summary_lines
from kehoach.sheets.export_tables import ExportTable, TableColumn, export_tables
from kehoach.sheets.workbook_looks import WIDE, LookName, height_of, lines_of
from kehoach.sheets.workbook_rows import Look, RowColumn
from kehoach.sheets.workbook_writer import MOST_ROWS, SheetWriter, WorkbookWriter, in_cell
from kehoach.terminal.screen import Screen
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.escapes import begins_as_formula, storable
from kehoach.words.safety import one_line
from kehoach.words.statuses import Status

_MORE = Text(
    "… và {count} dòng nữa; dùng --format csv",
    "… and {count} more {count:row|rows}; use --format csv",
)
_SAMPLE = Text("Dữ liệu minh hoạ", "Dữ liệu minh hoạ (illustrative data)")
_SUMMARY = Text("Tổng hợp", "Summary")
_SUMMARY_WIDTHS = (62, 13, 13, 13)
_SIGNS_A_LINE = 108  # of a sentence over all of them
_TITLE_LINE, _SENTENCE_LINE, _HEAD_HEIGHT = 21, 15.5, 48  # points
_LONGEST_TITLE = 255
_WRAPPED: tuple[Kind, ...] = ("text", "state")
_WORDS: tuple[Kind, ...] = (*_WRAPPED, "long")
_WIDEST: Mapping[Kind, int] = {
    "text": 46, "long": 46, "state": 24, "number": 16, "rate": 12, "day": 13, "flag": 14,
}  # fmt: skip
_NARROWEST = 9
_COLORED: Mapping[Status, LookName] = {
    Status.DONE_ON_TIME: "done_on_time",
    Status.DONE_LATE: "done_late",
    Status.OVERDUE: "overdue",
}


def export_xlsx(run: Account, rows: DutyRows, screen: Screen) -> bytes:
    """Return the workbook: the summary first, then its tables."""
    lang = screen.lang
    title = ", ".join(f"{plan.id}: {one_line(storable(plan.name))}" for plan in run.plans)[
        :_LONGEST_TITLE
    ]
    book = WorkbookWriter(run.as_of, lang, title)
    _summary(book.sheet(_SUMMARY.to(lang)), run)
    footer = shown_day(run.as_of, lang) + (f" · {_SAMPLE.to(lang)}" if run.sample else "")
    for table in export_tables(run, rows, lang):
        _table(book.sheet(table.name), table, f"{table.name} · {footer}")
    return book.content()


def _summary(sheet: SheetWriter, run: Account) -> None:
    """Draw the first sheet: what is judged, as of when, on what data, and the sums."""
    lang, columns = sheet.lang, len(_SUMMARY_WIDTHS)
    sheet.raw.hide_gridlines(2)
    sheet.widths(dict(enumerate(_SUMMARY_WIDTHS)))
    lines = tuple(summary_lines(run, lang))
    for row, (words, look) in enumerate(lines):
        high = _TITLE_LINE if look == "title" else _SENTENCE_LINE
        sheet.raw.set_row(row, height_of(lines_of(words, _SIGNS_A_LINE), high))
        sheet.span(row, (0, columns - 1), words, look)
    for column, head in enumerate(summary_heads(lang)):
        sheet.put(len(lines) + 1, column, head, "middle" if column else "head")
    for row, (look, cells) in enumerate(summary_figures(run.counts, lang), len(lines) + 2):
        looks: tuple[LookName, ...] = (look, "figure", "figure", "percent")
        for column, (cell, of) in enumerate(zip(cells, looks, strict=True)):
            sheet.put(row, column, cell, of)
    sheet.paper(WIDE, _SUMMARY.to(lang))


def _table(sheet: SheetWriter, table: ExportTable, footer: str) -> None:
    """Draw a table with a header that stays in sight and filters."""
    sheet.raw.set_row(0, _HEAD_HEIGHT)
    columns = [_headed(sheet, at, column) for at, column in enumerate(table.columns)]
    number = len(columns[0].values)
    if number:
        sheet.rows(0, columns)
    if left := len(table.columns[0].values) - number:
        sheet.put(number + 1, 0, _MORE.to(sheet.lang, count=left), "long")
    elif not number:
        sheet.put(1, 0, captions.NONE.to(sheet.lang), "long")
    sheet.table(0, max(number, 1), len(columns))
    sheet.raw.print_area(0, 0, number + 1, table.printed - 1)
    sheet.paper(WIDE, footer)


def _headed(sheet: SheetWriter, at: int, column: TableColumn) -> RowColumn:
    """Draw a heading; return how the cells below it are drawn, as many as a sheet holds."""
    name, kind, values = column
    shown = values[: MOST_ROWS - 2]
    width = _width(name, kind, dict.fromkeys(shown), sheet.lang)  # most are told many times
    sheet.widths({at: width})
    sheet.put(0, at, name, "head" if kind in _WORDS else "middle")
    return _column(kind, shown, width, sheet.lang)


def _column(kind: Kind, values: Sequence[Value], width: float, lang: Lang) -> RowColumn:
    """Return how values of a kind are drawn: states in their colours, words over several lines."""

    def cell(value: Value) -> CellValue:
        told = shown(value, lang)
        return in_cell(told, lang) if isinstance(told, str) else told

    def look(value: Value, words: str) -> Look:
        name = _COLORED.get(value, kind) if isinstance(value, Status) else kind
        return name, begins_as_formula(words)

    def lines(words: str) -> int:
        return lines_of(words, 1.05 * width)

    names: set[LookName] = {kind, *(_COLORED.values() if kind == "state" else ())}
    looks = sorted(product(names, (False, True)))
    return RowColumn(values, cell, look, looks, lines if kind in _WRAPPED else None)


def _width(name: str, kind: Kind, values: Iterable[Value], lang: Lang) -> float:
    """Return the width of a column in signs: what its longest cell needs, within bounds."""
    longest = max((_signs(shown(value, lang), lang) for value in values), default=0)
    # A heading may be broken over two lines, but not within a word; the filter's arrow needs room.
    word = max(map(len, name.split())) + 3
    return max(_NARROWEST, word, min(_WIDEST[kind], max(longest + 2, len(name) / 2 + 3)))


def _signs(cell: CellValue, lang: Lang) -> int:
    """Return how many signs a cell shows on its longest line."""
    if isinstance(cell, str):
        return max(map(len, cell.split("\n")))
    return len(shown_day(cell, lang)) if isinstance(cell, date) else len(str(cell or ""))
