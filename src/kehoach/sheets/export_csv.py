"""``kehoach export --format csv``: an obligation a row, for spreadsheets and scripts.

UTF-8, quoting and line ends of RFC 4180, days as ISO 8601. A spreadsheet would run a cell that
begins with ``=``, ``+``, ``-`` or ``@`` as a formula: in words an apostrophe is put before it.
Numbers stand in columns of their own and keep their sign.
"""

import csv
import re
from datetime import date
from io import StringIO

from kehoach.run import Run
from kehoach.sheets.export_columns import COLUMNS, Cell
from kehoach.terminal.screen import Screen
from kehoach.words import Lang, Text
from kehoach.words.safety import one_line

# At the beginning of a cell, and after a semicolon: where the comma is the decimal sign a
# spreadsheet divides cells there. The signs of full width are read as the narrow ones.
_FORMULA = re.compile("(^|;)( *)([=+@\uff1d\uff0b\uff0d\uff20\u2212-])")
_FLAG = {True: Text("có", "yes"), False: Text("không", "no")}


def export_csv(run: Run, screen: Screen) -> bytes:
    """Return a line of names, then a line an obligation."""
    lang = screen.lang
    table = StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(column.name.to(lang) for column in COLUMNS)
    for each in run.assessments:
        writer.writerow(_field(column.cell(run, each, lang), lang) for column in COLUMNS)
    return table.getvalue().encode()


def _field(cell: Cell, lang: Lang) -> str:
    """Return a cell as its text."""
    if isinstance(cell, bool):
        return _FLAG[cell].to(lang)
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def harmless(words: str) -> str:
    """Return words on one line that no spreadsheet takes for a formula."""
    return _FORMULA.sub(r"\1\2'\3", one_line(words))
