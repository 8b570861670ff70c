"""Texts of a workbook as they are kept: all their runs in one, and what of them is struck out."""

from collections.abc import Iterator
from typing import IO, NamedTuple
from xml.etree.ElementTree import Element

from openpyxl.xml.constants import SHEET_MAIN_NS

from kehoach.reading.packages.element_stream import elements
from kehoach.reading.packages.workbook_limits import Limits

_NO = ("0", "false", "f")
_TEXT, _RUN, _LOOK, _STRIKE, _ITEM, _COMMENT, _COMMENTED = (
    f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("t", "r", "rPr", "strike", "si", "comment", "text")
)
_ESCAPED = "x005F_"  # a sign that Excel puts before what looks like one of its own escapes


class SharedText(NamedTuple):
    """A text, and the runs of it that are struck out."""

    words: str
    struck: str = ""


_NO_TEXT = SharedText("")


def text_of(element: Element) -> SharedText:
    """Return the text of an element, plain or in runs; what tells how it sounds is none of it."""
    words, struck = [], []
    for each in element:
        if each.tag == _TEXT:
            words.append(each.text or "")
        elif each.tag == _RUN:
            run = each.findtext(_TEXT) or ""
            words.append(run)
            look = each.find(f"{_LOOK}/{_STRIKE}")
            if look is not None and look.get("val") not in _NO:
                struck.append(run)
    return SharedText("".join(words), "".join(struck))


def shared_texts(file: IO[bytes], left: Limits) -> Iterator[SharedText]:
    """Yield the texts of a table of them, in their order."""
    for element in elements(file, (_ITEM,), left):
        words, struck = text_of(element) if len(element) else _NO_TEXT
        told = SharedText(words.replace(_ESCAPED, ""), struck.replace(_ESCAPED, ""))
        yield told if words else _NO_TEXT


def comments(file: IO[bytes], left: Limits) -> Iterator[tuple[str, str]]:
    """Yield the places and words of comments."""
    for element in elements(file, (_COMMENT,), left):
        text = element.find(_COMMENTED)
        yield element.get("ref", ""), "" if text is None else text_of(text).words
