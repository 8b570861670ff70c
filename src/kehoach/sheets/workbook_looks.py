"""What a workbook of ours looks like: styles of cells, heights, protection, the page."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

LINE, HIGHEST = 15.0, 409.0
"""The height of a line of words, and the greatest that a row can have, in points."""

_NAVY, _WHITE, _GREY = "#1F4E79", "#FFFFFF", "#BFBFBF"
_WORDS = {"valign": "top", "text_wrap": True}
_EDGE = {"border": 1, "border_color": _GREY}
_HEAD = {
    **_EDGE, "bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": _NAVY,
    "font_color": _WHITE,
}  # fmt: skip
_NUMBER = {"valign": "top", "align": "right", "indent": 1}
_SHOWN = {**_EDGE, **_WORDS}
_TO_FILL_IN = {**_EDGE, "valign": "top", "locked": False, "bg_color": "#FFF9DB"}
_DAY = {"num_format": "dd/mm/yyyy", "align": "center"}

LookName = Literal[
    "title", "line", "warning", "head", "middle", "text", "long", "number", "rate", "day", "flag",
    "state", "done_on_time", "done_late", "overdue", "name", "part", "whole", "figure", "percent",
    "form_title", "whose", "letter_name", "shown", "report", "closed", "words_in", "day_in",
    "count_in", "guide",
]  # fmt: skip
LOOKS: Mapping[LookName, Mapping[str, object]] = {
    # Sentences, headings and tables of an export
    "title": {"bold": True, "font_size": 15, "font_color": _NAVY},
    "line": _WORDS,
    "warning": {**_WORDS, "bold": True, "bg_color": "#FFF2CC"},
    "head": _HEAD,
    "middle": {**_HEAD, "align": "center"},
    "text": _WORDS,
    "long": {"valign": "top"},
    "number": {**_NUMBER, "num_format": "#,##0"},
    "rate": {**_NUMBER, "num_format": "0.0%"},
    "day": {**_DAY, "valign": "top"},
    "flag": {"valign": "top", "align": "center"},
    "state": _WORDS,
    "done_on_time": {**_WORDS, "bg_color": "#E2EFDA"},
    "done_late": {**_WORDS, "bg_color": "#FFF2CC"},
    "overdue": {**_WORDS, "bg_color": "#F8CBAD"},
    # The figures of its summary
    "name": _EDGE,
    "part": {**_EDGE, "indent": 2, "italic": True},
    "whole": {**_EDGE, "bold": True},
    "figure": {**_EDGE, "num_format": "#,##0"},
    "percent": {**_EDGE, "num_format": "0.0%"},
    # A form to fill in: what the office says is locked, what the agency says is yellow
    "form_title": {"bold": True, "font_size": 14, "font_color": _NAVY},
    "whose": {"bold": True, "valign": "top"},
    "letter_name": {"align": "right", "valign": "top", "font_color": _NAVY},
    "shown": _SHOWN,
    "report": {**_SHOWN, "bold": True, "bg_color": "#DDEBF7"},
    "closed": {**_EDGE, "valign": "top", "bg_color": "#EDEDED"},
    "words_in": {**_TO_FILL_IN, "text_wrap": True, "num_format": "@"},
    "day_in": {**_TO_FILL_IN, **_DAY},
    "count_in": {**_TO_FILL_IN, "num_format": "0", "align": "center"},
    "guide": _WORDS,
}
PROTECTION = {
    "format_columns": True, "format_rows": True, "autofilter": True, "sort": True,
    "select_locked_cells": True, "select_unlocked_cells": True,
}  # fmt: skip
"""What may be done on a locked sheet without a password."""


class Margins(NamedTuple):
    """The margins of a page, in inches."""

    left: float
    right: float
    top: float
    bottom: float


WIDE, NARROW = Margins(0.4, 0.4, 0.5, 0.6), Margins(0.3, 0.3, 0.4, 0.5)


def lines_of(words: str, signs: float) -> int:
    """Return how many lines words need where a line holds so many signs."""
    return sum(1 + int(len(line) // signs) for line in words.split("\n"))


def height_of(lines: int, line: float = LINE) -> float:
    """Return the height of a row of so many lines, in points."""
    return min(line * lines, HIGHEST)
