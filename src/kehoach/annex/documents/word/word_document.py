"""A Word document as an annex: what a reader of the page sees, and what it hides said.

Read by hand: no library counts automatic numbers or tells what a tracked change took away and what
is struck out or hidden, and none stops at a limit before a document has filled the memory.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kehoach.annex.annex_document import (
    Annex,
    AnnexCell,
    AnnexFootnote,
    AnnexParagraph,
    AnnexRow,
    AnnexTable,
)
from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import tidy
from kehoach.annex.documents.document_limits import MOST_CELLS, MOST_COLUMNS, AnnexRefused, whole
from kehoach.annex.documents.span_grid import nested
from kehoach.annex.documents.word.list_numbers import Numbering
from kehoach.annex.documents.word.office_package import Package
from kehoach.annex.documents.word.word_passages import WordPassage, WordText
from kehoach.annex.tables.table_headings import find_header
from kehoach.words import Text
from kehoach.words.shortening import cut

_MOST_SPAN = 100
_SLIVER = 240  # twips: about 4 mm, less than the room of one digit in a cell
_WRAPS = frozenset(
    (
        "w_sdt",
        "w_sdtContent",
        "w_customXml",
        "w_ins",
        "w_moveTo",
        "w_smartTag",
        "mc_AlternateContent",
        "mc_Choice",
    )
)


def read_docx(package: Package, main: str, root: Element) -> Annex:
    """Return a Word document, of whose main part the root is at hand.

    Raises:
        AnnexRefused: it is broken or too large.
    """
    body = root.find("w_body")
    if body is None:
        raise AnnexRefused("broken")
    parts = {relation.kind: relation.target for relation in package.relations(main).values()}
    told = {kind: package.part(parts[kind]) for kind in _PARTS if kind in parts}
    footnotes = sum(1 for _ in body.iter("w_footnoteReference"))
    reader = _WordReader(Numbering(told.get("numbering"), told.get("styles")), footnotes)
    blocks = tuple(reader.blocks(body))
    notes = reader.footnotes(told.get("footnotes"), told.get("endnotes"))
    doubts = (*dict.fromkeys(reader.notes), *_comments(told.get("comments")))
    return Annex(blocks, doubts, notes)


_OF_CELLS = (message("picture"), message("strange"))
"""Doubts that are worth a word in a table only: an emblem over the title hides no task."""

_PARTS = ("numbering", "styles", "footnotes", "endnotes", "comments")


def _comments(root: Element | None) -> tuple[Text, ...]:
    found = [] if root is None else root.findall("w_comment")
    if not found:
        return ()
    words = "; ".join(f"“{cut(_plain(each))}”" for each in found)
    return (message("word-comments", count=len(found), words=words),)


def _plain(element: Element) -> str:
    lines = ("".join(each.text or "" for each in line.iter("w_t")) for line in element.iter("w_p"))
    return tidy(" ".join(lines))


class _WordReader:
    """Reads block after block in the order of the document, so that numbers count on."""

    def __init__(self, numbering: Numbering, footnotes: int) -> None:
        self.text = WordText(numbering, footnotes)
        self.notes: list[Text] = []
        self._cells = 0
        self._within: list[AnnexTable] = []

    def blocks(self, parent: Element) -> Iterator[AnnexParagraph | AnnexTable]:
        """Yield the paragraphs and tables of a body."""
        for element in _children(parent):
            if element.tag == "w_p":
                passage = self.text.paragraph(element)
                self.notes += (each for each in passage.notes if each not in _OF_CELLS)
                yield AnnexParagraph(passage.words)
            elif element.tag == "w_tbl":
                yield self._table(element)
                yield from self._within
                self._within = []

    def footnotes(
        self, footnotes: Element | None, endnotes: Element | None
    ) -> tuple[AnnexFootnote, ...]:
        """Return the notes that the text refers to, in the order of their marks."""
        parts = {"w_footnoteReference": footnotes, "w_endnoteReference": endnotes}
        words = {
            (tag, each.get("w_id")): _plain(each)
            for tag, root in parts.items()
            for each in (() if root is None else root)
        }
        return tuple(
            AnnexFootnote(each.mark, words.get((each.tag, each.id), ""))
            for each in sorted(self.text.references, key=lambda each: int(each.mark))
        )

    def _table(self, element: Element) -> AnnexTable:
        grid = _Grid()
        for row in _children(element):
            if row.tag == "w_tr":
                self._row(row, grid)
        widths = [whole(each.get("w_w")) for each in element.findall("w_tblGrid/w_gridCol")]
        return AnnexTable(grid.rows(widths), notes=tuple(grid.notes))

    def _row(self, element: Element, grid: "_Grid") -> None:
        properties = element.find("w_trPr")
        cells = [self._cell(cell) for cell in _children(element) if cell.tag == "w_tc"]
        grid.name += 1
        if properties is not None and properties.find("w_del") is not None:
            words = " | ".join(passage.words or passage.deleted for passage, _, _ in cells)
            grid.notes.append(message("row-deleted", row=grid.name, words=words))
            return
        self._cells += sum(span for _, span, _ in cells)
        if self._cells > MOST_CELLS or sum(span for _, span, _ in cells) > MOST_COLUMNS:
            raise AnnexRefused("wide")
        grid.add(cells, _span(properties, "w_gridBefore"), _span(properties, "w_gridAfter"))

    def _cell(self, element: Element) -> tuple[WordPassage, int, str]:
        """Return what a cell says, how many columns it spans, and its part in a merging."""
        properties = element.find("w_tcPr")
        merge = properties.find("w_vMerge") if properties is not None else None
        aside = properties.find("w_hMerge") if properties is not None else None
        how = "" if merge is None else merge.get("w_val", "continue")
        if aside is not None and aside.get("w_val", "continue") == "continue":
            how = "aside"
        return self._inside(element), _span(properties, "w_gridSpan") or 1, how

    def _inside(self, parent: Element) -> WordPassage:
        """Return the words of a cell, a paragraph a line; a table in it as words."""
        passages: list[WordPassage] = []
        for element in _children(parent):
            if element.tag == "w_p":
                passages.append(self.text.paragraph(element))
            elif element.tag == "w_tbl":
                table = self._table(element)
                if find_header(table):  # a frame holds it
                    self._within.append(table)
                    continue
                passages.append(WordPassage(*nested(table)))
        return WordPassage.joined(passages)


def _children(parent: Element) -> Iterator[Element]:
    """Yield the elements in a parent and in what only wraps them."""
    for element in parent:
        if element.tag in _WRAPS:
            yield from _children(element)
        else:
            yield element


def _span(properties: Element | None, tag: str) -> int:
    found = properties.find(tag) if properties is not None else None
    return min(whole(found.get("w_val")), _MOST_SPAN) if found is not None else 0


class _Grid:
    """The rows of a table, each cell in every place that it covers."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, list[AnnexCell]]] = []
        self.notes: list[Text] = []
        self.name = 0

    def add(self, cells: list[tuple[WordPassage, int, str]], before: int, after: int) -> None:
        """Add a row; a cell merged with the one above it is that one."""
        above = self._rows[-1][1] if self._rows else []
        row = [AnnexCell() for _ in range(before)]
        for passage, span, how in cells:
            place = len(row)
            cell = AnnexCell(passage.words, passage.notes)
            if how == "aside" and row:
                cell = self._covering(row[-1], passage)
            elif how == "continue" and place < len(above):
                cell = self._covering(above[place], passage)
            row += [cell] * span
        row += [AnnexCell() for _ in range(after)]
        self._rows.append((str(self.name), row))

    def _covering(self, cell: AnnexCell, passage: WordPassage) -> AnnexCell:
        """Return the cell that covers another; what the covered one says is not lost."""
        if passage.words and passage.words != cell.text:
            self.notes.append(message("word-covered", words=passage.words))
        return cell

    def rows(self, widths: list[int]) -> tuple[AnnexRow, ...]:
        """Return the rows, all as wide as the widest, by the widths of their columns in twips."""
        width = max((len(row) for _, row in self._rows), default=0)
        full = [
            (name, row + [AnnexCell() for _ in range(width - len(row))]) for name, row in self._rows
        ]
        kept = _seen([row for _, row in full], widths)
        return tuple(AnnexRow(name, tuple(row[place] for place in kept)) for name, row in full)


def _seen(rows: list[list[AnnexCell]], widths: list[int]) -> list[int]:
    """Return the places of the columns that a reader of the page sees.

    Where edges were dragged by hand and lie a hair's breadth apart there is a column between them
    that no cell stands in alone.
    """
    places = list(range(len(rows[0]) if rows else 0))
    if len(widths) != len(places):
        return places
    wide = [place for place in places if not 0 < widths[place] <= _SLIVER]
    return [place for place in places if place in wide or _stands_alone(rows, place, wide)]


def _stands_alone(rows: list[list[AnnexCell]], place: int, wide: list[int]) -> bool:
    """Say whether a cell of a column says anything that no wide column says too."""
    for row in rows:
        cell = row[place]
        if (cell.text or cell.notes) and not any(row[other] is cell for other in wide):
            return True
    return False
