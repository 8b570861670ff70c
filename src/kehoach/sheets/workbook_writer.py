"""The one way in which a workbook is written: words stay words, days are days, bytes the same.

Nothing is guessed from how words look: they are never formulas, links or numbers. XlsxWriter is the
extra ``excel``.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from kehoach.sheets.export_columns import CellValue
from kehoach.sheets.workbook_looks import LOOKS, PROTECTION, LookName, Margins
from kehoach.sheets.workbook_rows import LongRows, Look, RowColumn, with_rows
from kehoach.words import Lang, Text
from kehoach.words.escapes import begins_as_formula, storable, storable_lines

MOST_UNITS = 32_767  # UTF-16 code units in a cell
MOST_ROWS = 1_048_576
_A4 = 9
_OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
    "strings_to_numbers": False, "default_date_format": "dd/mm/yyyy",
}  # fmt: skip
_CUT = Text("… (đã cắt; xem tệp gốc)", "… (cut; see the file)")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31


class WorkbookWriter:
    """A workbook being written."""

    def __init__(self, day: date, lang: Lang, title: str = "") -> None:
        self.lang = lang
        self._file = BytesIO()
        self._book = xlsxwriter.Workbook(self._file, _OPTIONS)
        created = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a workbook knows no zones
        self._book.set_properties({"created": created, **({"title": title} if title else {})})
        self._taken: set[str] = set()
        self._formats: dict[Look, Any] = {}
        self._long: dict[str, LongRows] = {}

    def sheet(self, name: str, otherwise: str = "") -> "SheetWriter":
        """Return a new sheet of that name: short, as spreadsheets allow it, unlike all others.

        ``otherwise`` is its name where nothing of the wanted one is allowed.
        """
        short = " ".join(_FORBIDDEN.sub(" ", storable(name)).split()).strip("'")
        short = short[:_LONGEST_NAME].strip() or otherwise
        number, whole = 1, short
        while whole.casefold() in self._taken:
            number += 1
            end = f" ({number})"
            whole = short[: _LONGEST_NAME - len(end)] + end
        self._taken.add(whole.casefold())
        return SheetWriter(self, self._book.add_worksheet(whole))

    def later(self, sheet: "SheetWriter", rows: LongRows) -> None:
        """Put long rows into a sheet once the workbook is finished."""
        self._long[f"xl/worksheets/sheet{sheet.raw.index + 1}.xml"] = rows

    def content(self) -> bytes:
        """Return the finished workbook."""
        self._book.close()
        content = self._file.getvalue()
        return with_rows(content, self._long) if self._long else content

    def format(self, look: LookName, *, quoted: bool = False) -> Any:
        """Return the format of a look; should someone edit a quoted cell, it stays words."""
        key = look, quoted
        if key not in self._formats:
            quote = {"quote_prefix": True} if quoted else {}
            self._formats[key] = self._book.add_format({**LOOKS[look], **quote})
        return self._formats[key]


class SheetWriter:
    """One sheet being written; rows and columns count from 0. ``raw`` is XlsxWriter's own."""

    def __init__(self, book: WorkbookWriter, raw: Any) -> None:
        self.book = book
        self.raw = raw
        self.lang = book.lang

    def put(self, row: int, column: int, value: CellValue, look: LookName | None = None) -> None:
        """Write one cell by what the value is; ``None`` is an empty cell that looks so."""
        if isinstance(value, str):
            words = in_cell(value, self.lang)
            form = look and self.book.format(look, quoted=begins_as_formula(words))
            self.raw.write_string(row, column, words, form)
            return
        form = look and self.book.format(look)
        if isinstance(value, date):
            self.raw.write_datetime(row, column, value, form)
        elif value is None:
            self.raw.write_blank(row, column, None, form)
        else:
            self.raw.write_number(row, column, value, form)

    def rows(self, head: int, columns: Sequence[RowColumn]) -> None:
        """Write many rows below that of the headings, which are words, values by their columns."""
        looks = tuple(dict.fromkeys(look for column in columns for look in column.looks))
        for at, (look, quoted) in enumerate(looks):
            self.raw.write_blank(head + 1, at, None, self.book.format(look, quoted=quoted))
        self.book.later(self, LongRows(head + 1, columns, looks))

    def span(self, row: int, columns: tuple[int, int], words: str, look: LookName) -> None:
        """Write words over several columns, the last included."""
        first, last = columns
        self.raw.merge_range(row, first, row, last, "", self.book.format(look))
        if words:
            self.put(row, first, words, look)

    def widths(self, widths: dict[int, float]) -> None:
        """Set how many signs columns are wide."""
        for column, width in widths.items():
            self.raw.set_column(column, column, width)

    def hide(self, *, column: int | None = None, row: int | None = None) -> None:
        """Take a column or a row out of sight."""
        hidden = {"hidden": True}
        if column is not None:
            self.raw.set_column(column, column, None, None, hidden)
        if row is not None:
            self.raw.set_row(row, None, None, hidden)

    def table(self, head: int, last: int, columns: int, beside: int = 0) -> None:
        """Keep a row of headings in sight and on each page, with filters down to the last row.

        ``beside`` is how many columns stay in sight, too.
        """
        self.raw.autofilter(head, 0, last, columns - 1)
        self.raw.freeze_panes(head + 1, beside)
        self.raw.repeat_rows(head)

    def lock(self) -> None:
        """Protect what is not to be filled in; there is no password."""
        self.raw.protect("", PROTECTION)

    def paper(self, margins: Margins | None = None, footer: str | None = None) -> None:
        """Set up the page: A4 across, as wide as the table.

        With margins its pages are numbered, and named by ``footer``, or else by the sheet's name.
        """
        self.raw.set_landscape()
        self.raw.set_paper(_A4)
        self.raw.fit_to_pages(1, 0)
        if margins:
            self.raw.set_margins(*margins)
            left = "&A" if footer is None else footer.replace("&", "&&")
            self.raw.set_footer(f"&L{left}&R&P/&N")


def in_cell(words: str, lang: Lang) -> str:
    """Return words as a cell holds them; what had to be cut says so."""
    safe = storable_lines(words)
    units = safe.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return safe
    cut = _CUT.to(lang)
    return units[: 2 * (MOST_UNITS - len(cut))].decode("utf-16-le", "ignore") + cut
