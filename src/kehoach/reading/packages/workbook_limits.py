"""What a workbook may hold, so that reading it never fills the machine."""

import re
from html import unescape
from io import BytesIO
from typing import Literal
from zipfile import ZipFile

MOST_UNPACKED = 150_000_000
MOST_PARTS = 5_000
MOST_ROWS = 25_000
"""Of all sheets, blank ones too: a list of twenty thousand bodies, a form of ten thousand duties."""

MOST_ELEMENTS = 1_200_000
"""Of XML, in the parts that are read: two for a cell, and two for a text."""

MOST_CELLS = 400_000
"""Of cells that say anything, in all sheets."""

MOST_PLACES = 3_000_000
"""Of cells with or without a value; a sheet may have a blank one with a format in every place."""

MOST_MERGED = 100_000
"""Of places in merged ranges, in all sheets: who reads a sheet goes through all of them."""

MOST_RANGES = 20_000
"""Of merged ranges, in all sheets."""

MOST_SHARED = 2_000_000
"""Of cells that share formulas times the letters of the longest: openpyxl writes it anew for each."""

Refusal = Literal[
    "locked", "broken", "unpacked", "rows", "elements", "wide", "merged", "shared", "declares"
]
"""``unpacked``: too many parts or bytes. ``rows``, ``elements``: too many. ``wide``: too many cells.
``merged``: too many merged ranges, or places in them. ``shared``: formulas that too many share.
``declares``: a DTD, which could declare entities."""

_MERGED = re.compile(rb"<(?:[\w.-]+:)?mergeCell\s[^<]*?\bref\s*=\s*[\"']([^\"']*)")
_SHARED = re.compile(rb"<(?:[\w.-]+:)?f\s[^<>]*?\bt\s*=\s*[\"']shared[\"'][^<>]*>([^<]*)")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row[\s/>]")
_ROWS = re.compile(rb"<(?:[\w.-]+:)?sheetData[\s>]")
_SHEET = re.compile(rb"<(?:[\w.-]+:)?sheet\s")
_MARKUP = (".xml", ".rels", ".vml")


class WorkbookRefused(Exception):  # noqa: N818 - it is the file that is wrong
    """The workbook cannot be read."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason = reason


class Limits:
    """How many more cells, with or without a value, and elements may come."""

    def __init__(self) -> None:
        self._cells, self._places, self._elements = MOST_CELLS, MOST_PLACES, MOST_ELEMENTS

    def element(self) -> None:
        """Count an element.

        Raises:
            WorkbookRefused: it is one too many.
        """
        self._elements -= 1
        if self._elements < 0:
            raise WorkbookRefused("elements")

    def cell(self) -> None:
        """Count a cell that says anything.

        Raises:
            WorkbookRefused: it is one too many.
        """
        self._cells -= 1
        if self._cells < 0:
            raise WorkbookRefused("wide")

    def place(self) -> None:
        """Count any cell.

        Raises:
            WorkbookRefused: it is one too many.
        """
        self._places -= 1
        if self._places < 0:
            raise WorkbookRefused("wide")


def look_through(raw: bytes) -> None:
    """Pass a package that is not too large once it is unpacked, and declares no entities.

    Raises:
        WorkbookRefused: it is another.
    """
    with ZipFile(BytesIO(raw)) as parts:
        about = parts.infolist()
        if len(about) > MOST_PARTS or sum(part.file_size for part in about) > MOST_UNPACKED:
            raise WorkbookRefused("unpacked")
        if any(part.flag_bits & 1 for part in about):
            raise WorkbookRefused("locked")
        counts, sheets = _Counts(), 0
        for part in about:
            if part.filename.lower().endswith(_MARKUP):
                text = parts.read(part).replace(b"\0", b"")  # of UTF-16
                if b"<!DOCTYPE" in text:
                    raise WorkbookRefused("declares")
                counts.add(text)
                _refuse_shared(text)
                sheets += len(_SHEET.findall(text)) if b"sheet" in text else 0
        if sheets > len(about):  # each has a part of its own, which a bomb lists again and again
            raise WorkbookRefused("broken")


class _Counts:
    """How many rows and merged ranges there are in all parts."""

    def __init__(self) -> None:
        self._rows = self._ranges = self._merged = 0

    def add(self, text: bytes) -> None:
        """Count those of a part.

        Raises:
            WorkbookRefused: they are too many.
        """
        self._rows += len(_ROW.findall(text)) if b"sheetData" in text and _ROWS.search(text) else 0
        if self._rows > MOST_ROWS:
            raise WorkbookRefused("rows")
        merged = _MERGED.findall(text) if b"mergeCell" in text else ()
        self._ranges += len(merged)
        self._merged += sum(map(_places, merged[:MOST_RANGES]))
        if self._ranges > MOST_RANGES or self._merged > MOST_MERGED:
            raise WorkbookRefused("merged")


def _refuse_shared(text: bytes) -> None:
    """Refuse a part in which so many cells share formulas so long that to write them out takes minutes."""
    formulas = _SHARED.findall(text) if b"shared" in text else ()
    if len(formulas) * max(map(len, formulas), default=0) > MOST_SHARED:
        raise WorkbookRefused("shared")


def _places(reference: bytes) -> int:
    """Return how many cells a range has, as it stands in the file (``A1:C7``)."""
    from openpyxl.utils.cell import range_boundaries  # noqa: PLC0415 - for a workbook only

    bounds = range_boundaries(unescape(reference.decode("ascii")))
    left, top, right, bottom = (int(each or 0) for each in bounds)
    return (right - left + 1) * (bottom - top + 1)
