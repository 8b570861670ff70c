"""The blocks of a document told apart: tables of the plan, and all that stands around them."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.tables.column_kinds import AnnexColumn
from kehoach.annex.tables.place_numbers import is_top, label_of, leading_number
from kehoach.annex.tables.table_headings import TableHeader, headed_rows
from kehoach.annex.tables.table_rows import PlanRow, read_lines
from kehoach.words import Text, fold
from kehoach.words.shortening import cut, flat

_NEAR = 2
_LAID_OUT = ("cộng hòa xã hội", "độc lập - tự do", "nơi nhận:")
_HEADING_LENGTH = 200
_LEAST = 3
_MOST_WORDS = 4000

_ABOVE = AnnexColumn(-1, "", "text")


class NoPlanTable(Exception):  # noqa: N818 - it is the document that has none
    """No table has a column of tasks and one of who, when or what; ``headings`` are those found.

    ``empty``: there is such a table, and no task in it.
    """

    def __init__(self, headings: tuple[str, ...], *, empty: bool) -> None:
        super().__init__(*headings)
        self.headings = headings
        self.empty = empty


class PlanTable(NamedTuple):
    """A table of the plan: what it is called, its columns, its rows."""

    name: Text
    header: TableHeader
    lines: tuple[PlanRow, ...]


class PlanTables(NamedTuple):
    """The document told apart: its tables of tasks, and the paragraphs ``around`` them.

    ``times`` is all that their cells of time say, ``lacking`` what columns they should have,
    ``left`` the rows of tables of something else.
    """

    tables: tuple[PlanTable, ...]
    around: tuple[str, ...]
    times: str
    doubts: tuple[Text, ...]
    lacking: tuple[Text, ...]
    left: tuple[str, ...]


def told_apart(annex: Annex) -> PlanTables:
    """Return the tables of the plan, the words around them, and the doubts about either.

    Raises:
        NoPlanTable: nothing in the document is a table of tasks, or no task is in any.
    """
    sorter = _BlockSorter()
    for block in annex.blocks:
        if isinstance(block, AnnexParagraph):
            sorter.paragraph(block.text)
        elif block.rows:
            sorter.table(block)
    tables = tuple(sorter.tables)
    lines = list(chain.from_iterable(each.lines for each in tables))
    if not any(line.sort == "item" for line in lines):
        raise NoPlanTable(_headings(tables) or tuple(sorter.headings), empty=bool(tables))
    times = " ".join(words for line in lines for _, words in line.words("start", "due"))
    around, doubts = tuple(sorter.around), tuple(sorter.doubts)
    return PlanTables(tables, around, times, doubts, tuple(_lacking(tables)), tuple(sorter.left))


def _headings(tables: Sequence[PlanTable]) -> tuple[str, ...]:
    return tuple(column.heading for each in tables for column in each.header.columns)


def _lacking(tables: Sequence[PlanTable]) -> Iterator[Text]:
    """Yield a doubt for each column that a table of tasks should have and this one has not."""
    for each in tables:
        if not each.header.of("lead", "implement", "agencies"):
            yield message("no-column", table=each.name, column=message("column-of-who"))
        if not each.header.of("due", "start"):
            yield message("no-column", table=each.name, column=message("column-of-time"))


class _BlockSorter:
    """Where the blocks are laid out one after another."""

    def __init__(self) -> None:
        self.tables: list[PlanTable] = []
        self.around: list[str] = []
        self.doubts: list[Text] = []
        self.headings: list[str] = []
        self.left: list[str] = []
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
        above = self.tables[-1].header if self.tables and not self._since else None
        parts = headed_rows(table, above)
        if not parts:
            self._leave(table, name)
            return
        if not parts[0].header.end:
            self.doubts.append(message("table-goes-on", table=name))
        self.doubts += table.notes
        for row in table.rows[: parts[0].header.first]:
            self.paragraph(" ".join(dict.fromkeys(map(flat, _words(row)))))
        for part in parts:
            lines = read_lines(part)
            self.tables.append(PlanTable(name, part.header, (*self._heading(lines, name), *lines)))
        self._since = []

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
        self.left += [" | ".join(map(flat, row)) for row in rows if row]
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
