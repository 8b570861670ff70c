"""The blocks of a document told apart: tables of the plan, and all that stands around them."""

from itertools import chain
from typing import NamedTuple

from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.tables.place_numbers import is_top, label_of, leading_number
from kehoach.annex.tables.table_headings import AnnexColumn, TableHeader, find_header, is_repeated
from kehoach.annex.tables.table_rows import PlanRow, read_lines
from kehoach.words import Text, fold
from kehoach.words.shortening import cut, flat

_NEAR = 2
_LAID_OUT = ("cộng hòa xã hội", "độc lập - tự do", "nơi nhận:")
_HEADING_LENGTH = 200
_SHORT = 40
_ALL_KINDS = 3
_LEAST = 3
_MOST_WORDS = 4000

_ABOVE = AnnexColumn(-1, "", "text")


class PlanTable(NamedTuple):
    """A table of the plan: what it is called, its columns, its rows."""

    name: Text
    header: TableHeader
    lines: tuple[PlanRow, ...]


class PlanTables(NamedTuple):
    """The document told apart; ``around`` are the paragraphs outside the tables of the plan."""

    tables: tuple[PlanTable, ...]
    around: tuple[str, ...]
    doubts: tuple[Text, ...]
    headings: tuple[str, ...]


def told_apart(annex: Annex) -> PlanTables:
    """Return the tables of the plan, the words around them, and the doubts about either."""
    sorter = _BlockSorter()
    for block in annex.blocks:
        if isinstance(block, AnnexParagraph):
            sorter.paragraph(block.text)
        elif block.rows:
            sorter.table(block)
    return PlanTables(
        tuple(sorter.parts), tuple(sorter.around), tuple(sorter.doubts), tuple(sorter.headings)
    )


class _BlockSorter:
    """Where the blocks are laid out one after another."""

    def __init__(self) -> None:
        self.parts: list[PlanTable] = []
        self.around: list[str] = []
        self.doubts: list[Text] = []
        self.headings: list[str] = []
        self._since: list[str] = []
        self._order = 0

    def paragraph(self, text: str) -> None:
        """Take a paragraph; it may turn out to be the heading of the table below it."""
        if text:
            self.around.append(text)
            self._since.append(text)

    def table(self, table: AnnexTable) -> None:
        """Take a table: of the plan, going on with the one before, or none of the plan's."""
        self._order += 1
        shown = message("sheet-table") if table.name else message("table")
        name = shown.filled(order=self._order, name=table.name)
        headers = _headers(table)
        if not headers and self._goes_on(table):
            header = self.parts[-1].header
            headers = [header._replace(first=0, end=0)]
            self.doubts.append(message("table-goes-on", table=name))
        if not headers:
            self._leave(table, name)
            return
        self.doubts += table.notes
        for row in table.rows[: headers[0].first]:
            self.paragraph(" ".join(dict.fromkeys(map(flat, _words(row)))))
        ends = [*(header.first for header in headers[1:]), len(table.rows)]
        for header, end in zip(headers, ends, strict=True):
            lines = read_lines(table, header, end)
            self.parts.append(PlanTable(name, header, (*self._heading(lines, name), *lines)))
        self._since = []

    def _goes_on(self, table: AnnexTable) -> bool:
        """Say whether a table without headings is the rest of the one before it."""
        if not self.parts or self._since or table.width != len(self.parts[-1].header.columns):
            return False
        numbered = self.parts[-1].header.of("number")
        if not numbered:
            return False
        number = table.rows[0].cells[numbered[0].place].text
        label = label_of(number)
        return not number or (label is not None and label.kind != "other")

    def _heading(self, lines: tuple[PlanRow, ...], name: Text) -> list[PlanRow]:
        """Return the paragraph right above a table as its heading, where it is numbered as one."""
        own = {_kind_of(line.number) for line in lines if line.sort == "section"}
        for words in reversed(self._since[-_NEAR:]):
            number, title = leading_number(flat(words)) or ("", "")
            if len(words) > _HEADING_LENGTH or not title or not is_top(number):
                continue
            if _kind_of(number) in own:
                break
            self._since.remove(words)  # it heads this table, and none that follows
            self.around.remove(words)
            self.doubts.append(message("table-headed", table=name, words=flat(words)))
            return [PlanRow("section", "", number, ((_ABOVE, AnnexCell(words)),), title)]
        return []

    def _leave(self, table: AnnexTable, name: Text) -> None:
        """Leave a table aside: a layout of letterheads as words, any other with all it says."""
        rows = [_words(row) for row in table.rows]
        cells = chain.from_iterable(row.cells for row in table.rows)
        self.doubts += [*table.notes, *(note for cell in cells for note in cell.notes)]
        if len(table.rows) < _LEAST or table.width < _NEAR or _is_letterhead(rows):
            for words in chain.from_iterable(rows):
                self.paragraph(words)
            return
        self.headings += map(flat, rows[0])
        self.doubts.append(_not_read(name, rows))


def _not_read(name: Text, rows: list[list[str]]) -> Text:
    """Return the doubt about a table that is none of tasks, with what it says, cut short."""
    headings, *below = [list(map(flat, row)) for row in rows]
    words = cut("; ".join(" | ".join(row) for row in below if row), _MOST_WORDS)
    shown = ", ".join(f"“{heading}”" for heading in headings)
    return message("table-left", table=name, headings=shown, count=len(below), words=words)


def _kind_of(number: str) -> str:
    label = label_of(number)
    return label.kind if label else ""


def _words(row: AnnexRow) -> list[str]:
    """Return what a row says, each of its words once."""
    return list(dict.fromkeys(cell.text for cell in row.cells if cell.text))


def _is_letterhead(rows: list[list[str]]) -> bool:
    """Say whether a table only lays out the head or the foot of a letter."""
    widest = max(map(len, rows), default=0)
    told = fold(" ".join(words for row in rows for words in row))
    return widest < _LEAST and any(words in told for words in _LAID_OUT)


def _headers(table: AnnexTable) -> list[TableHeader]:
    """Return the headers of a table: the first, and each later one that names other columns."""
    found: list[TableHeader] = []
    start = 0
    while header := find_header(table, start):
        start = header.end
        if not found or (_certain(header) and not is_repeated(found[-1], table, header.first)):
            found.append(header)
    return found


def _certain(header: TableHeader) -> bool:
    """Say whether a row below the first header is one too, and no task that speaks alike."""
    named = [column for column in header.columns if column.heading]
    if any(column.kind == "number" for column in named):
        return True
    kinds = {column.kind for column in named}
    return (
        len(kinds) >= _ALL_KINDS
        and "other" not in kinds
        and all(len(column.heading) <= _SHORT for column in named)
    )
