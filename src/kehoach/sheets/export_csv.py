"""``kehoach export --format csv``: an obligation a row, for spreadsheets and scripts.

UTF-8, quoting and line ends of RFC 4180, days as ISO 8601. Words that a spreadsheet would run as a
formula have an apostrophe before them; numbers stand in columns of their own and keep their sign.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from io import StringIO
from itertools import chain

from kehoach.run import Account
from kehoach.sheets.duty_rows import DutyRows
from kehoach.sheets.export_columns import COLUMNS, CellValue, Value, shown
from kehoach.terminal.screen import Screen
from kehoach.words import Lang
from kehoach.words.escapes import csv_words

SEPARATORS = {",": ",", ";": ";", "tab": "\t"}
"""What may stand between two fields, by the name it is asked for; Excel in Vietnam expects ";"."""


def export_csv(_: Account, rows: DutyRows, screen: Screen, separator: str = ",") -> Iterator[bytes]:
    """Yield a line of names, then a line an obligation."""
    lang, line = screen.lang, StringIO(newline="")
    writer = csv.writer(line, delimiter=SEPARATORS[separator])
    names = [column.label.to(lang) for column in COLUMNS]
    fields_of = zip(*(_fields(column, lang) for column in rows.columns), strict=True)
    for fields in chain((names,), fields_of):
        writer.writerow(fields)
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def _fields(column: Iterable[Value], lang: Lang) -> Iterator[str]:
    """Return the values of a column as fields; what stands in many rows is written once."""
    return map(cache(lambda value: _field(shown(value, lang))), column)


def _field(value: CellValue) -> str:
    """Return a value as the text of its field."""
    if isinstance(value, str):
        return csv_words(value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
