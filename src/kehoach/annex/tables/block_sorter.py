"""Where the blocks of a document are laid out one after another: tables of tasks, and what is around."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.tables.column_kinds import AnnexColumn, NamedColumns
from kehoach.annex.tables.guessed_columns import (
    GuessedTable,
    UnknownColumn,
    guessed_table,
    likely_header,
    to_be_asked,
)
from kehoach.annex.tables.place_numbers import is_top, label_of, leading_number
from kehoach.annex.tables.plan_rows import PlanRow
from kehoach.annex.tables.table_headings import HeadedRows, TableHeader, headed_rows
from kehoach.annex.tables.table_rows import read_lines
from kehoach.annex.tables.torn_rows import taken_up
from kehoach.words import Text, fold
from kehoach.words.shortening import cut, flat

_NEAR = 2
_PAGE = re.compile(r"(?:trang )?[-– ]*\d{1,3}(?:\s*/\s*\d{1,3})?[-– ]*", re.IGNORECASE)
_LAID_OUT = ("cộng hòa xã hội", "độc lập - tự do", "nơi nhận:")
_HEADING_LENGTH = 200
_LEAST = 3
_MOST_WORDS = 4000

_ABOVE = AnnexColumn(-1, "", "text")


class PlanTable(NamedTuple):
    """A table of the plan: what it is called, its columns, its rows."""

    name: Text
    header: TableHeader
    lines: tuple[PlanRow, ...]


class BlockSorter:
    """Where the blocks are laid out one after another."""

    def __init__(self, annex: Annex, named: NamedColumns, *, guess: bool) -> None:
        self._named = named
        self._guess = guess
        self.tables: list[PlanTable] = []
        self.around: list[str] = []
        self.doubts: list[Text] = []
        self.seen: list[AnnexColumn] = []
        self.likely = ""
        self.left: list[str] = []
        self.asks: list[UnknownColumn] = []
        self._since: list[str] = []
        self._order = 0
        for block in annex.blocks:
            if isinstance(block, AnnexParagraph):
                self.paragraph(block.text)
            elif block.rows:
                self.table(block)

    def paragraph(self, text: str) -> None:
        """Take a paragraph; it may turn out to be the heading of the table below it."""
        if text:
            self.around.append(text)
            self._since += [] if _PAGE.fullmatch(text.strip()) else [text]

    def table(self, table: AnnexTable) -> None:
        """Take a table: of the plan, going on with the one before, or none of the plan's."""
        self._order += 1
        shown = message("sheet-table") if table.name else message("table")
        name = shown.filled(order=self._order, name=table.name)
        parts = self._parts(table, name)
        if not parts:
            self._leave(table, name)
            return
        self.doubts += table.notes
        for words in chain.from_iterable(map(_words, table.rows[: parts[0].header.first])):
            self.paragraph(words)
        for part in parts:
            self._ask(part, table, name)
            lines = self._without_rest(read_lines(part), part.header)
            self.tables.append(PlanTable(name, part.header, (*self._heading(lines, name), *lines)))
        self._since = []

    def _parts(self, table: AnnexTable, name: Text) -> tuple[HeadedRows, ...]:
        """Return the rows under each header of a table; none where it is none of tasks."""
        above = self.tables[-1].header if self.tables and not self._since else None
        parts = headed_rows(table, above, self._named)
        if parts and not parts[0].header.end:
            self.doubts.append(message("table-goes-on", table=name))
        if parts or not self._guess or not (guessed := guessed_table(table, self._named)):
            return parts
        self.doubts += _about_text(guessed, name)
        return (guessed.under,)

    def _without_rest(self, lines: tuple[PlanRow, ...], header: TableHeader) -> tuple[PlanRow, ...]:
        """Return rows; a first that goes on with the last of the table right above is joined to it."""
        last = self.tables[-1] if self.tables and not self._since else None
        whole = _joined(last, lines[0]) if last and lines and _alike(last.header, header) else None
        if last is None or whole is None:
            return lines
        self.tables[-1] = last._replace(lines=(*last.lines[:-1], whole))
        return lines[1:]

    def _ask(self, part: HeadedRows, table: AnnexTable, name: Text) -> None:
        """Ask about the columns that nobody knows, where something is lacking."""
        self.seen += part.header.columns
        asks = to_be_asked(part)
        if not asks:
            return
        row = table.rows[part.header.first].name if part.header.end else ""
        told = message("header-row", row=row) if row else message("header-none")
        cells = ", ".join(f"“{each.heading}”" for each in part.header.columns if each.heading)
        options = " ".join(f'--column "{each.column.name}={each.role}"' for each in asks)
        self.asks += asks
        self.doubts.append(
            message("columns-unknown", table=name, header=told, cells=cells, options=options)
        )

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
        rows = list(map(_words, table.rows))
        cells = chain.from_iterable(row.cells for row in table.rows)
        self.doubts += (*table.notes, *chain.from_iterable(cell.notes for cell in cells))
        if min(len(table.rows), table.width + 1) < _LEAST or _is_letterhead(rows):
            for words in chain.from_iterable(rows):
                self.paragraph(words)
            return
        if header := likely_header(table):
            self.likely = self.likely or table.rows[header.first].name
            self.seen += header.columns
        self.left += [" | ".join(map(flat, row)) for row in rows if row]
        self.doubts.append(_not_read(name, rows))


def _about_text(guessed: GuessedTable, name: Text) -> Iterator[Text]:
    """Yield the doubt about a column that only its sentences show to be that of tasks."""
    if guessed.text is not None:
        yield message("text-guessed", table=name, heading=guessed.text.name)


def _not_read(name: Text, rows: list[list[str]]) -> Text:
    """Return the doubt about a table that is none of tasks, with what it says, cut short."""
    headings, *below = [list(map(flat, row)) for row in rows]
    words = cut("; ".join(" | ".join(row) for row in below if row), _MOST_WORDS)
    shown = ", ".join(f"“{heading}”" for heading in headings)
    return message("table-left", table=name, headings=shown, count=len(below), words=words)


def _joined(above: PlanTable, line: PlanRow) -> PlanRow | None:
    """Return the last row of a table with one that goes on with it; ``None`` where it does not."""
    last = above.lines[-1] if above.lines else None
    follows = last is not None and last.sort == "item" and line.loose
    return taken_up(last, line, torn=True) if last and follows else None


def _alike(above: TableHeader, below: TableHeader) -> bool:
    """Say whether two tables have the same columns."""
    kinds = ([column.kind for column in header.columns] for header in (above, below))
    return next(kinds) == next(kinds)


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
