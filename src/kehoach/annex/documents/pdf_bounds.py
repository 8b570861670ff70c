"""What a PDF may ask for: all that its streams unpack to, and all that its pages draw.

It is counted before anything of it is kept: a kilobyte can draw a million letters.
"""

import re
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from copy import copy
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value

from kehoach.annex.annex_messages import MessageName
from kehoach.annex.documents.document_limits import MOST_UNPACKED, AnnexRefused

_MOST_SIGNS, _OF_A_LINE = 20_000, 4
"""Of a page; a line counts as so many letters. Each is kept as an object of two kilobytes and more."""
_MOST_DRAWN, _TIMES_THE_FILE = 1_000_000, 12
"""Bytes of drawing in all pages, and more where the file is long: packed text is a tenth of itself."""
_OF_A_FORM = 500  # bytes for which each drawing of a form counts, however little it draws
_STREAM = re.compile(rb"stream\r?\n")
_LAYERS = 3
_CHUNK = 65_536


class _Left:
    """How much more may come."""

    def __init__(self, most: int, reason: MessageName, **values: object) -> None:
        self._number = most
        self._reason, self._values = reason, values

    def take(self, number: int) -> None:
        """Count what came."""
        self._number -= number
        if self._number < 0:
            raise AnnexRefused(self._reason, **self._values)


def _signs_left() -> _Left:
    return _Left(_MOST_SIGNS, "pdf-signs", signs=_MOST_SIGNS, of_a_line=_OF_A_LINE)


class _Signs(PDFDevice):  # type: ignore[misc] # the types of pdfminer are passed over
    """Counts the letters and lines that a page draws, and draws none."""

    def __init__(self, resources: PDFResourceManager, drawn: _Left) -> None:
        super().__init__(resources)
        self.drawn = drawn
        self._signs = _signs_left()

    def begin_page(self, *_: Any) -> None:
        """Count anew."""
        self._signs = _signs_left()

    def paint_path(self, *args: Any, **named: Any) -> None:
        """Count a line, by its points."""
        *_, path = (*args, *named.values())
        self._signs.take(_OF_A_LINE + len(path))

    def render_string(self, _: Any, seq: Iterable[Any], *__: Any) -> None:
        """Count letters."""
        self._signs.take(sum(len(each) for each in seq if isinstance(each, bytes)))


class _Drawing(PDFPageInterpreter):  # type: ignore[misc] # as above
    """Follows what a page draws, forms and forms in them, as long as it is not too much."""

    device: _Signs

    def execute(self, streams: Any) -> None:
        """Count what is drawn, and follow it."""
        for each in map(stream_value, streams):
            if each.rawdata is not None:  # not unpacked yet
                _unpack(each.rawdata, copy(self.device.drawn))
            self.device.drawn.take(_OF_A_FORM + len(each.get_data()))
        super().execute(streams)


def refuse_bombs(raw: bytes) -> None:
    """Refuse a file whose streams unpack to more than any document holds.

    Raises:
        AnnexRefused: it is such a file.
    """
    whole, left = memoryview(raw), _Left(MOST_UNPACKED, "pdf-unpacked")
    for match in _STREAM.finditer(raw):
        _unpack(whole[match.end() :], left)


def refuse_crowded(pages: Iterable[PDFPage], length: int) -> None:
    """Refuse pages that draw more than the annex in a file of some length can.

    Raises:
        AnnexRefused: they do.
    """
    resources = PDFResourceManager()
    most = _MOST_DRAWN + _TIMES_THE_FILE * length
    drawn = _Left(most, "pdf-drawn", drawn=most)
    interpreter = _Drawing(resources, _Signs(resources, drawn))
    for page in pages:
        interpreter.process_page(page)


def _unpack(packed: memoryview | bytes, left: _Left) -> None:
    """Count what a stream unpacks to, and what that does; nothing where it is of another kind."""
    told = _layer((packed[at : at + _CHUNK] for at in range(0, len(packed), _CHUNK)), left)
    for _ in range(_LAYERS - 1):
        told = _and_above(told, left)
    deque(told, 0)


def _and_above(packed: Iterator[bytes], left: _Left) -> Iterator[bytes]:
    """Yield what is unpacked; of what is packed no more, that it is there is counted to its end."""
    yield from _layer(packed, left)
    deque(packed, 0)


def _layer(packed: Iterator[memoryview | bytes], left: _Left) -> Iterator[bytes]:
    stream = zlib.decompressobj()
    with suppress(zlib.error):
        for each in packed:
            rest = each
            while rest and not stream.eof:
                told = stream.decompress(rest, _CHUNK)
                left.take(len(told))
                yield told
                rest = stream.unconsumed_tail
            if stream.eof:
                return
