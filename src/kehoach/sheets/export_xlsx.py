"""``kehoach export --format xlsx``: a workbook, one sheet a view.

Words are written as words, never as formulas or links; days are real dates; the same answer gives
the same bytes. XlsxWriter is the extra ``excel``.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

import xlsxwriter

from kehoach.run import Run
from kehoach.sheets.export_columns import Cell, Kind
from kehoach.sheets.export_data import clean
from kehoach.sheets.export_sheets import Head, Sheet, sheets
from kehoach.sheets.export_summary import Figures, Line, about, figures
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Status
from kehoach.words import Lang, Text, shown_day

MOST_UNITS = 32_767  # UTF-16 code units in a cell
MOST_ROWS = 1_048_576
_CUT = Text("… (đã cắt; xem tệp gốc)", "… (cut; see the file)")
_MORE = Text(
    "… và {count} dòng nữa; dùng --format csv", "… and {count} more rows; use --format csv"
)
_SAMPLE = Text("Dữ liệu minh hoạ", "Dữ liệu minh hoạ (illustrative data)")
_NOTHING = Text("không có", "none")
_OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
    "strings_to_numbers": False, "default_date_format": "dd/mm/yyyy",
}  # fmt: skip
_FORMULA = re.compile(r"\s*[=+@-]")
_HEAD = {
    "bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#1F4E79",
    "font_color": "#FFFFFF", "border": 1, "border_color": "#BFBFBF",
}  # fmt: skip
_FORMATS: dict[str, dict[str, object]] = {
    "head": _HEAD,
    "middle": {**_HEAD, "align": "center"},
    "text": {"valign": "top", "text_wrap": True},
    "long": {"valign": "top"},
    "number": {"valign": "top", "num_format": "#,##0", "align": "right", "indent": 1},
    "rate": {"valign": "top", "num_format": "0.0%", "align": "right", "indent": 1},
    "day": {"valign": "top", "num_format": "dd/mm/yyyy", "align": "center"},
    "flag": {"valign": "top", "align": "center"},
    "state": {"valign": "top", "text_wrap": True},
    "done_on_time": {"valign": "top", "text_wrap": True, "bg_color": "#E2EFDA"},
    "done_late": {"valign": "top", "text_wrap": True, "bg_color": "#FFF2CC"},
    "overdue": {"valign": "top", "text_wrap": True, "bg_color": "#F8CBAD"},
    "title": {"bold": True, "font_size": 15, "font_color": "#1F4E79"},
    "line": {"text_wrap": True, "valign": "top"},
    "warning": {"text_wrap": True, "valign": "top", "bold": True, "bg_color": "#FFF2CC"},
    "name": {"border": 1, "border_color": "#BFBFBF"},
    "part": {"border": 1, "border_color": "#BFBFBF", "indent": 2, "italic": True},
    "whole": {"border": 1, "border_color": "#BFBFBF", "bold": True},
    "figure": {"border": 1, "border_color": "#BFBFBF", "num_format": "#,##0"},
    "percent": {"border": 1, "border_color": "#BFBFBF", "num_format": "0.0%"},
}  # fmt: skip
_WIDEST: dict[Kind, int] = {
    "text": 46,
    "long": 46,
    "state": 24,
    "number": 16,
    "rate": 12,
    "day": 13,
    "flag": 14,
}
_NARROWEST = 9
_FLAG = {True: Text("có", "yes"), False: Text("không", "no")}


def export_xlsx(run: Run, screen: Screen) -> bytes:
    """Return the workbook: the summary first, then its tables."""
    lang, file = screen.lang, BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.set_properties({
            "title": ", ".join(f"{plan.id}: {clean(plan.name)}" for plan in run.plans)[:255],
            "created": datetime(run.as_of.year, run.as_of.month, run.as_of.day),  # noqa: DTZ001
        })  # fmt: skip
        pen = _Pen(book, lang)
        pen.summary(run)
        footer = shown_day(run.as_of, lang) + (f" · {_SAMPLE.to(lang)}" if run.sample else "")
        for sheet in sheets(run, lang):
            pen.table(sheet, footer)
    return file.getvalue()


class _Pen:
    """What draws on one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, lang: Lang) -> None:
        self.book = book
        self.lang = lang
        self.formats = {name: book.add_format(look) for name, look in _FORMATS.items()}
        self.states = {each.label.to(lang): each.value for each in Status if each in _FORMATS}
        # Should someone edit such a cell, it stays words.
        self.quoted = {
            name: book.add_format({**look, "quote_prefix": True}) for name, look in _FORMATS.items()
        }

    def put(self, sheet: xlsxwriter.worksheet.Worksheet, place: tuple[int, int], cell: Cell,
            look: str) -> None:  # fmt: skip
        """Write one cell by its own kind; nothing is guessed from how words look."""
        shape = self.formats[look]
        if isinstance(cell, bool):
            cell = _FLAG[cell].to(self.lang)
        if isinstance(cell, str):
            shape = self.quoted[look] if _FORMULA.match(cell) else shape
            sheet.write_string(*place, fitting(cell, self.lang), shape)
        elif isinstance(cell, date):
            sheet.write_datetime(*place, cell, shape)
        elif cell is None:
            sheet.write_blank(*place, None, shape)
        else:
            sheet.write_number(*place, cell, shape)

    def summary(self, run: Run) -> None:
        """Draw the first sheet: what is judged, as of when, on what data, and the sums."""
        sheet = self.book.add_worksheet(Text("Tổng hợp", "Summary").to(self.lang))
        sheet.hide_gridlines(2)
        for column, width in enumerate((62, 13, 13, 13)):
            sheet.set_column(column, column, width)
        row = 0
        for line in about(run, self.lang):
            self._line(sheet, row, line)
            row += 1
        for cells in figures(run.counts, self.lang):
            row += 1
            for column, (cell, look) in enumerate(zip(cells.cells, _looks(cells), strict=True)):
                self.put(sheet, (row, column), cell, look)
        self._paper(sheet, Text("Tổng hợp", "Summary").to(self.lang))

    def _line(self, sheet: xlsxwriter.worksheet.Worksheet, row: int, line: Line) -> None:
        """Draw a sentence over the sheet's width, as high as its words need."""
        words = clean(line.words)
        high = 1 + len(words) // _SIGNS_A_LINE
        sheet.set_row(row, (21 if line.look == "title" else 15.5) * high)
        sheet.merge_range(row, 0, row, _RATE, "", self.formats[line.look])
        self.put(sheet, (row, 0), words, line.look)

    def table(self, what: Sheet, footer: str) -> None:
        """Draw a table with a header that stays in sight and filters."""
        sheet = self.book.add_worksheet(what.name)
        rows = what.rows[: MOST_ROWS - 2]
        sheet.set_row(0, 48)
        widths = self._heads(sheet, what.heads, rows)
        for row, cells in enumerate(rows, start=1):
            lines = _lines(cells, what.heads, widths)
            if lines > 1:  # LibreOffice does not find the height by itself
                sheet.set_row(row, min(_LINE * lines, _HIGHEST))
            for column, (cell, head) in enumerate(zip(cells, what.heads, strict=True)):
                if cell is not None:
                    look = (
                        self.states.get(str(cell), "state") if head.kind == "state" else head.kind
                    )
                    self.put(sheet, (row, column), cell, look)
        if not rows:
            self.put(sheet, (1, 0), _NOTHING.to(self.lang), "long")
        elif len(rows) < len(what.rows):
            more = _MORE.to(self.lang, count=len(what.rows) - len(rows))
            self.put(sheet, (len(rows) + 1, 0), more, "long")
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(what.heads) - 1)
        sheet.print_area(0, 0, len(rows) + 1, what.printed - 1)
        sheet.repeat_rows(0)
        self._paper(sheet, f"{what.name} · {footer}")

    def _heads(
        self,
        sheet: xlsxwriter.worksheet.Worksheet,
        heads: Sequence[Head],
        rows: Sequence[Sequence[Cell]],
    ) -> list[float]:
        """Draw the headings, and return how wide the columns have become."""
        widths = []
        for column, head in enumerate(heads):
            width = _width(head, [row[column] for row in rows], self.lang)
            widths.append(width)
            sheet.set_column(column, column, width)
            words = head.kind in {"text", "long", "state"}
            self.put(sheet, (0, column), head.name, "head" if words else "middle")
        return widths

    def _paper(self, sheet: xlsxwriter.worksheet.Worksheet, footer: str) -> None:
        """Set up the page: A4 across, as wide as the table, with numbered pages."""
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{footer.replace('&', '&&')}&R&P/&N")


_RATE = 3
_LINE, _HIGHEST = 15.0, 409.0  # points
_SIGNS_A_LINE = 108


def _looks(cells: Figures) -> tuple[str, ...]:
    """Return how the cells of a row of figures look."""
    if cells.look == "head":
        return "head", "middle", "middle", "middle"
    return cells.look, "figure", "figure", "percent"


def _lines(cells: Sequence[Cell], heads: Sequence[Head], widths: Sequence[float]) -> int:
    """Return how many lines a row needs for the words that may be broken."""
    return max(
        sum(1 + int(len(line) // (1.05 * width)) for line in cell.split("\n"))
        if isinstance(cell, str) and head.kind in {"text", "state"}
        else 1
        for cell, head, width in zip(cells, heads, widths, strict=True)
    )


def _width(head: Head, cells: Sequence[Cell], lang: Lang) -> float:
    """Return the width of a column in signs: what its longest cell needs, within bounds."""
    longest = max((_signs(cell, lang) for cell in cells), default=0)
    most = _WIDEST[head.kind]
    # A heading may be broken over two lines, but not within a word; the filter's arrow needs room.
    word = max(map(len, head.name.split())) + 3
    return max(_NARROWEST, word, min(most, max(longest + 2, len(head.name) / 2 + 3)))


def _signs(cell: Cell, lang: Lang) -> int:
    """Return how many signs a cell shows on its longest line."""
    if isinstance(cell, str):
        return max(map(len, cell.split("\n")))
    return len(shown_day(cell, lang)) if isinstance(cell, date) else len(str(cell or ""))


def fitting(words: str, lang: Lang) -> str:
    """Return words that fit into a cell; what had to be cut says so."""
    units = words.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return words
    cut = _CUT.to(lang)
    return units[: 2 * (MOST_UNITS - len(cut))].decode("utf-16-le", "ignore") + cut
