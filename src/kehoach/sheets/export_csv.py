"""``kehoach export --format csv``: an obligation a row, for spreadsheets and scripts.

UTF-8, quoting and line ends of RFC 4180, days as ISO 8601. Words that a spreadsheet would run as a
formula have an apostrophe before them; numbers stand in columns of their own and keep their sign.
"""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from itertools import chain

from kehoach.run import Run
from kehoach.sheets.export_columns import COLUMNS, CellValue, exported, shown
from kehoach.terminal.screen import Screen
from kehoach.words.escapes import csv_words

SEPARATORS = {",": ",", ";": ";", "tab": "\t"}
"""What may stand between two fields, by the name it is asked for; Excel in Vietnam expects ";"."""


def export_csv(run: Run, screen: Screen, separator: str = ",") -> Iterator[bytes]:
    """Yield a line of names, then a line an obligation."""
    lang, line = screen.lang, StringIO(newline="")
    writer = csv.writer(line, delimiter=SEPARATORS[separator])
    names = [column.label.to(lang) for column in COLUMNS]
    rows = (
        [_field(shown(column.value(row), lang)) for column in COLUMNS]
        for row in exported(run, run.each(), lang)
    )
    for fields in chain((names,), rows):
        writer.writerow(fields)
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def _field(value: CellValue) -> str:
    """Return a value as the text of its field."""
    if isinstance(value, str):
        return csv_words(value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
