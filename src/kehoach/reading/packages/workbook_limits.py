"""What a workbook may hold, so that reading it never fills the machine."""

import re
from html import unescape
from io import BytesIO
from typing import Literal
from zipfile import ZipFile

MOST_UNPACKED = 150_000_000
MOST_PARTS = 5_000
MOST_CELLS = 400_000
"""Of cells that say anything, in all sheets."""

MOST_PLACES = 3_000_000
"""Of cells with or without a value; a sheet may have a blank one with a format in every place."""

MOST_MERGED = 100_000
"""Of places in merged ranges, in all sheets: openpyxl makes a cell with its borders for each."""

MOST_RANGES = 20_000
"""Of merged ranges, in all sheets."""

MOST_LINKED = 100_000
"""Of cells that are links, in all sheets: openpyxl makes every one of them."""

MOST_PAIRS = 10_000_000
"""Of links times merged ranges of a sheet: openpyxl looks for a link's cell in each range."""

MOST_SHARED = 2_000_000
"""Of cells that share formulas times the letters of the longest: openpyxl writes it anew for each."""

Refusal = Literal["locked", "broken", "unpacked", "wide", "merged", "linked", "shared", "declares"]
"""``unpacked``: too many parts or bytes. ``wide``: too many cells. ``merged``: too many merged ranges,
or places in them. ``linked``: too many links. ``shared``: formulas that too many share.
``declares``: a DTD, which could declare entities."""

_MERGED = re.compile(rb"<(?:[\w.-]+:)?mergeCell\s[^<]*?\bref\s*=\s*[\"']([^\"']*)")
_LINKS = re.compile(rb"<(?:[\w.-]+:)?hyperlink\s[^<]*?\bref\s*=\s*[\"']([^\"']*)")
_SHARED = re.compile(rb"<(?:[\w.-]+:)?f\s[^<>]*?\bt\s*=\s*[\"']shared[\"'][^<>]*>([^<]*)")
_SHEET = re.compile(rb"<(?:[\w.-]+:)?sheet\s")
_MARKUP = (".xml", ".rels", ".vml")


class WorkbookRefused(Exception):  # noqa: N818 - it is the file that is wrong
    """The workbook cannot be read."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason = reason


class Limits:
    """How many more cells may come."""

    def __init__(self) -> None:
        self.cells = MOST_CELLS
        self.places = MOST_PLACES


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
        ranges, sheets = _Ranges(), 0
        for part in about:
            if part.filename.lower().endswith(_MARKUP):
                text = parts.read(part).replace(b"\0", b"")  # of UTF-16
                if b"<!DOCTYPE" in text:
                    raise WorkbookRefused("declares")
                ranges.add(text)
                _refuse_shared(text)
                sheets += len(_SHEET.findall(text))
        if sheets > len(about):  # each has a part of its own, which a bomb lists again and again
            raise WorkbookRefused("broken")


class _Ranges:
    """How many cells there are in merged ranges and in links, for each of which openpyxl makes one."""

    def __init__(self) -> None:
        self._ranges = self._merged = self._linked = 0

    def add(self, text: bytes) -> None:
        """Count those of a part.

        Raises:
            WorkbookRefused: they are too many.
        """
        merged, links = _MERGED.findall(text), _LINKS.findall(text)
        self._ranges += len(merged)
        self._merged += sum(map(_places, merged[:MOST_RANGES]))
        if self._ranges > MOST_RANGES or self._merged > MOST_MERGED:
            raise WorkbookRefused("merged")
        self._linked += sum(map(_places, links[: MOST_LINKED + 1]))
        if self._linked > MOST_LINKED or len(links) * len(merged) > MOST_PAIRS:
            raise WorkbookRefused("linked")


def _refuse_shared(text: bytes) -> None:
    """Refuse a part in which so many cells share formulas so long that to write them out takes minutes."""
    formulas = _SHARED.findall(text)
    if len(formulas) * max(map(len, formulas), default=0) > MOST_SHARED:
        raise WorkbookRefused("shared")


def _places(reference: bytes) -> int:
    """Return how many cells a range has, as it stands in the file (``A1:C7``)."""
    from openpyxl.utils.cell import range_boundaries  # noqa: PLC0415 - for a workbook only

    bounds = range_boundaries(unescape(reference.decode("ascii")))
    left, top, right, bottom = (int(each or 0) for each in bounds)
    return (right - left + 1) * (bottom - top + 1)
