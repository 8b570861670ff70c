"""Tables as files beside their pages: the same columns and rows, for spreadsheets.

UTF-8 with the mark by which Excel knows it, quoting and line ends of RFC 4180, days as ISO 8601,
figures without grouped digits; nothing is a formula.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape
from io import StringIO

from kehoach.words.escapes import csv_words

_UNHEARD = re.compile(r'<(\w+)[^>]* aria-hidden="true"[^>]*>.*?</\1>')
_MARK = re.compile(r"<[^>]*>")
_FIGURE = re.compile(r"-?\d+(\.\d+)?")


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    for row in rows:
        writer.writerow(map(_field, row))
    return f"\N{BYTE ORDER MARK}{made.getvalue()}"


@lru_cache(maxsize=8192)
def _field(words: str) -> str:
    """Return words as a field: most stand in many rows."""
    return words if _FIGURE.fullmatch(words) else csv_words(words)


@lru_cache(maxsize=8192)
def words_in(markup: str) -> str:
    """Return the words that are heard in markup that this program wrote: all of it is escaped."""
    return unescape(_MARK.sub("", _UNHEARD.sub("", markup))).strip(" \N{ZERO WIDTH SPACE}")
