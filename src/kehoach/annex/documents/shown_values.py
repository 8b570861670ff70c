"""What a cell of a workbook shows: numbers and dates by their format, and what that may hide."""

import re
from datetime import timedelta
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import tidy
from kehoach.reading.packages.workbook_content import WorkbookContent, WrittenCell
from kehoach.words import Text

_QUOTED = re.compile(r'"[^"]*"|\\.|\[(?!h)[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"[#0,]*0(?:\.(0+))?(%?)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_DAYS = 200_000
_CERTAIN_DAY = 12
_MOST_WHOLE = 1e15  # a larger number has no digits left for its last places


class ShownValue(NamedTuple):
    """The words of a cell, and the doubts about them."""

    words: str = ""
    notes: tuple[Text, ...] = ()


def shown_value(cell: WrittenCell, book: WorkbookContent) -> ShownValue:
    """Return what a cell shows."""
    value = cell.value
    if value is None:
        told = message("cell-formula", cell=cell.coordinate, words=cell.formula)
        return ShownValue(cell.formula, (told,)) if cell.formula else ShownValue()
    if cell.error:
        return ShownValue(str(value), (message("cell-error", cell=cell.coordinate, words=value),))
    if isinstance(value, bool):
        return ShownValue(str(value).upper())
    if isinstance(value, str):
        return ShownValue(tidy(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)))
    number = float(value) if isinstance(value, int | float) else book.serial(value)
    plain = _QUOTED.sub("", cell.form.split(";")[0]).lower()
    if re.search("[dmyh]", plain) and 0 < number < _MOST_DAYS:
        return _date(number, plain, cell, book)
    return ShownValue(_formed(number, plain))


def _date(number: float, plain: str, cell: WrittenCell, book: WorkbookContent) -> ShownValue:
    """Return a date by the parts that its format shows; a month alone was perhaps typed so."""
    moment = book.epoch + timedelta(seconds=round(number * 86400))
    if not re.search("[dy]", plain):
        return ShownValue(f"{moment:%H:%M}")
    shown = f"{moment:%d/%m}" if "d" in plain else str(moment.month)
    shown += f"/{moment.year}" if "y" in plain else ""
    certain = {"d", "y"} <= {*plain} and moment.day > _CERTAIN_DAY
    if "h" in plain and (moment.hour or moment.minute):
        shown += f" {moment:%H:%M}"
    if certain:
        return ShownValue(shown)
    told = message(
        "cell-date",
        cell=cell.coordinate,
        iso=f"{moment:%Y-%m-%d}",
        form=cell.form.replace("\\", ""),
        shown=shown,
    )
    return ShownValue(shown, (told,))


def _formed(number: float, form: str) -> str:
    """Return a number as its format shows it where that is plain; else all its digits."""
    if match := _DECIMALS.fullmatch(form.strip()):
        return f"{number * (100 if match[2] else 1):.{len(match[1] or '')}f}{match[2]}"
    whole = number.is_integer() and abs(number) < _MOST_WHOLE
    return str(int(number)) if whole else f"{number:.15g}"
