"""A PDF that holds text as an annex: its lines as those of any laid-out page, its ruled tables as tables.

pdfplumber places the words; what is asked of it is bounded first (``pdf_bounds``).
"""

import logging
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain, product
from statistics import median
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.psparser import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import tidy
from kehoach.annex.documents.document_limits import MOST_CELLS, AnnexRefused
from kehoach.annex.documents.page_lines import APART, PAGE, annex_of_lines, cell_lines
from kehoach.annex.documents.pdf_bounds import refuse_bombs, refuse_crowded
from kehoach.words import Text

if TYPE_CHECKING:
    from pdfplumber.page import Page

_MOST_PAGES = 300
_MOST_IN_SQUARE = 8
_RAISED = 0.8
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OFTEN = 3
_NEAR = 12.0  # points
_CLOSE = 4.0
_GAP = 0.15
_DAMAGED = (PdfminerException, MalformedPDFException, PSException, ValueError, TypeError, KeyError,
            IndexError, AttributeError, AssertionError, RecursionError, ArithmeticError, OSError,
            zlib.error)  # fmt: skip
_PLACE = f"{APART}table "
_Block = str | AnnexTable
_TABLES = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}

for _library in ("pdfminer", "pdfplumber"):  # what they tell of damage is told in one reason
    logging.getLogger(_library).addHandler(logging.NullHandler())


def read_pdf(raw: bytes) -> Annex:
    """Return the document.

    Raises:
        AnnexRefused: it is locked, damaged, too large, or pictures of pages only.
    """
    refuse_bombs(raw)
    try:
        with pdfplumber.open(BytesIO(raw)) as book:
            if len(book.pages) > _MOST_PAGES:
                raise AnnexRefused("pdf-pages", pages=_MOST_PAGES)
            refuse_crowded((page.page_obj for page in book.pages), len(raw))
            pages = [_page(page) for page in book.pages]
    except PdfminerException as trouble:
        locked = any("Password" in type(each).__name__ for each in trouble.args)
        raise AnnexRefused("locked" if locked else "broken") from None
    except _DAMAGED:  # pdfminer has no one error of its own for a damaged file
        raise AnnexRefused("broken") from None
    if not any(pages):
        raise AnnexRefused("pdf-scanned")
    return _annex(pages)


def _page(page: "Page") -> list[_Block]:
    """Return the lines and tables of a page, from its top to its foot."""
    tables = [each for each in page.find_tables(_TABLES) if len(each.cells) > 1]
    words = page.extract_words(extra_attrs=["size"], x_tolerance_ratio=_GAP)
    free = [word for word in words if not _in_any(word, tables)]
    placed: list[tuple[float, _Block]] = [(line[0]["top"], _text(line)) for line in _lines(free)]
    placed += [(each.bbox[1], _table(each)) for each in tables]
    page.close()
    return [block for _, block in sorted(placed, key=lambda pair: pair[0])]


def _in_any(word: dict[str, Any], tables: Sequence[Any]) -> bool:
    return any(_within(word, each.bbox) for each in tables)


def _within(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _lines(words: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield the words line by line: those whose heights overlap stand in one."""
    beside = _Beside(words)
    raised = [word for word in words if beside.is_raised(word)]
    line: list[dict[str, Any]] = []
    small = set(map(id, raised))
    for word in sorted((each for each in words if id(each) not in small), key=_foot):
        if line and not line[-1]["top"] <= _middle(word) <= max(map(_foot, line)):
            yield _in_order(line, raised)
            line = []
        line.append(word)
    if line:
        yield _in_order(line, raised)
    for word in raised:  # what is left stands by itself
        yield [word]


def _foot(word: dict[str, Any]) -> float:
    return float(word["bottom"])


def _middle(word: dict[str, Any]) -> float:
    return float(word["top"] + word["bottom"]) / 2


class _Beside:
    """Words by where they end and begin, in squares of the page: what stands right beside another."""

    def __init__(self, words: Sequence[dict[str, Any]]) -> None:
        self._ends: dict[tuple[int, int], list[dict[str, Any]]] = {}
        for word in words:
            for edge in (word["x0"], word["x1"]):
                square = self._ends.setdefault(self._square(edge, word), [])
                if len(square) < _MOST_IN_SQUARE:
                    square.append(word)

    @staticmethod
    def _square(edge: float, word: dict[str, Any]) -> tuple[int, int]:
        return int(edge // _CLOSE), int(_middle(word) // _NEAR)

    def is_raised(self, word: dict[str, Any]) -> bool:
        """Say whether a number is smaller than what stands right beside it."""
        if not word["text"].isdigit():
            return False
        squares = (self._square(edge, word) for edge in (word["x0"], word["x1"]))
        return any(
            word["size"] < each["size"] * _RAISED
            for x, y in squares
            for near in product((x - 1, x, x + 1), (y - 1, y, y + 1))
            for each in self._ends.get(near, ())
        )


def _in_order(line: list[dict[str, Any]], raised: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a line from left to right, with the raised numbers that stand in its height."""
    top, foot = min(each["top"] for each in line), max(map(_foot, line))
    here = [each for each in raised if top - _CLOSE <= _middle(each) <= foot]
    raised[:] = [each for each in raised if not top - _CLOSE <= _middle(each) <= foot]
    return sorted((*line, *here), key=lambda each: each["x0"])


def _text(line: list[dict[str, Any]]) -> str:
    """Return a line's words; a small raised number is glued to its word as what it is."""
    usual = median(word["size"] for word in line for _ in word["text"])
    told, end = "", line[0]["x0"]
    for word in line:
        raised = word["text"].isdigit() and word["size"] < usual * _RAISED
        apart = word["x0"] - end > _GAP * usual and not raised
        text = word["text"].translate(_SUPERSCRIPT) if raised else word["text"]
        told, end = f"{told}{' ' * apart}{text}", word["x1"]
    return tidy(told)


def _table(table: Any) -> AnnexTable:
    """Return a ruled table; a cell that spans several places stands in all of them."""
    said = _said(table)
    across, down = _edges(table.cells, 0), _edges(table.cells, 1)
    if len(across) * len(down) > MOST_CELLS:
        raise AnnexRefused("wide")
    grid = [[AnnexCell() for _ in across[1:]] for _ in down[1:]]
    for box in table.cells:
        cell = AnnexCell(cell_lines(said.get(box, "")))
        for row in grid[bisect_left(down, box[1]) : bisect_left(down, box[3])]:
            first, end = bisect_left(across, box[0]), bisect_left(across, box[2])
            row[first:end] = [cell] * (end - first)
    return AnnexTable(tuple(AnnexRow(str(n), tuple(row)) for n, row in enumerate(grid, start=1)))


def _edges(boxes: Sequence[Sequence[float]], axis: int) -> list[float]:
    """Return where cells begin and end, across (0) or down (1) the page."""
    return sorted({box[side] for box in boxes for side in (axis, axis + 2)})


def _said(table: Any) -> dict[tuple[float, ...], str]:
    """Return what each cell says, by its place on the page."""
    texts = chain.from_iterable(table.extract())
    boxes = chain.from_iterable(row.cells for row in table.rows)
    return {box: text or "" for box, text in zip(boxes, texts, strict=True) if box is not None}


def _annex(pages: list[list[_Block]]) -> Annex:
    """Return the pages as one document, without the lines that stand on every page."""
    repeated = _repeated(pages)
    lines: list[str] = []
    tables: list[AnnexTable] = []
    for page in pages:
        for block in page:
            if isinstance(block, AnnexTable):
                lines.append(f"{_PLACE}{len(tables)}")
                tables.append(block)
            elif block not in repeated:
                lines.append(block)
        lines.append(PAGE)
    notes: tuple[Text, ...] = tuple(message("pdf-repeated", words=each) for each in repeated)
    text = annex_of_lines(lines[:-1], notes)
    blocks = tuple(
        tables[int(block.text.removeprefix(_PLACE))]
        if isinstance(block, AnnexParagraph) and block.text.startswith(_PLACE)
        else block
        for block in text.blocks
    )
    return Annex(blocks, text.notes, text.footnotes)


def _repeated(pages: list[list[_Block]]) -> list[str]:
    """Return the first and last lines that stand on several pages: headers and footers."""
    edges = Counter(
        block
        for page in pages
        for block in dict.fromkeys((*page[:2], *page[-1:]))
        if isinstance(block, str) and not block.isdigit()
    )
    often = len(pages) if len(pages) == _OFTEN - 1 else max(_OFTEN, len(pages) // 2)
    return [words for words, count in edges.items() if count >= often]
