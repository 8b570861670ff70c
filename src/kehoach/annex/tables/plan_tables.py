"""The blocks of a document told apart: tables of the plan, and all that stands around them."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.tables.column_kinds import NOTHING_NAMED, AnnexColumn, NamedColumns
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
from kehoach.words import Text, fold
from kehoach.words.shortening import cut, flat

_NEAR = 2
_LAID_OUT = ("cộng hòa xã hội", "độc lập - tự do", "nơi nhận:")
_HEADING_LENGTH = 200
_LEAST = 3
_MOST_WORDS = 4000

_ABOVE = AnnexColumn(-1, "", "text")


class NoPlanTable(Exception):  # noqa: N818 - it is the document that has none
    """No table has a column of tasks and one of who, when or what.

    ``headings`` are those of the ``row`` that most likely is a header. ``empty``: there is a table of
    tasks, and no task in it.
    """

    def __init__(self, headings: tuple[str, ...], *, empty: bool, row: str = "") -> None:
        super().__init__(*headings)
        self.headings = headings
        self.empty = empty
        self.row = row


class NoSuchColumn(Exception):  # noqa: N818 - it is the user's word that is wrong
    """No table has a column of a name that was given; ``headings`` are those that there are."""

    def __init__(self, name: str, headings: tuple[str, ...]) -> None:
        super().__init__(name, *headings)
        self.name = name
        self.headings = headings


class PlanTable(NamedTuple):
    """A table of the plan: what it is called, its columns, its rows."""

    name: Text
    header: TableHeader
    lines: tuple[PlanRow, ...]


class PlanTables(NamedTuple):
    """The document told apart: its tables of tasks, and the paragraphs ``around`` them.

    ``times`` is all that their cells of time say, ``lacking`` what columns they should have,
    ``left`` the rows of tables of something else, ``asks`` the columns that nobody knows in tables that
    lack one of who, when or what; ``seen`` are all columns met, ``likely`` the row that most likely is the
    header of a table that is not the plan's.
    """

    tables: tuple[PlanTable, ...]
    around: tuple[str, ...]
    times: str
    doubts: tuple[Text, ...]
    lacking: tuple[Text, ...]
    left: tuple[str, ...]
    asks: tuple[UnknownColumn, ...]
    seen: tuple[AnnexColumn, ...]
    likely: str

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading that was seen, of the plan's tables or not, once."""
        return tuple(dict.fromkeys(each.heading for each in self.seen if each.heading))

    @property
    def has_items(self) -> bool:
        """Say whether there is any task in any table."""
        return any(line.sort == "item" for each in self.tables for line in each.lines)


def told_apart(annex: Annex, named: NamedColumns = NOTHING_NAMED) -> PlanTables:
    """Return the tables of the plan, the words around them, and the doubts about either.

    ``named``: what the user says that columns hold. Only where no table is known by its headings are
    the columns of any guessed.

    Raises:
        NoSuchColumn: no column has a name that the user gave.
    """
    parts = _parts(_BlockSorter(annex, named, guess=False))
    if not parts.has_items:
        parts = _parts(_BlockSorter(annex, named, guess=True))
    for name in named.unused(parts.seen):
        raise NoSuchColumn(name, parts.headings)
    return parts


def _parts(sorter: "_BlockSorter") -> PlanTables:
    tables = tuple(sorter.tables)
    lines = chain.from_iterable(each.lines for each in tables)
    return PlanTables(
        tables,
        around=tuple(sorter.around),
        times=" ".join(words for line in lines for _, words in line.words("start", "due")),
        doubts=tuple(sorter.doubts),
        lacking=tuple(_lacking(tables)),
        left=tuple(sorter.left),
        asks=tuple(sorter.asks),
        seen=tuple(sorter.seen),
        likely=sorter.likely,
    )


def _lacking(tables: Sequence[PlanTable]) -> Iterator[Text]:
    """Yield a doubt for each column that a table of tasks should have and this one has not."""
    for each in tables:
        if not each.header.of("lead", "implement", "agencies"):
            yield message("no-column", table=each.name, column=message("column-of-who"))
        if not each.header.of("due", "start"):
            yield message("no-column", table=each.name, column=message("column-of-time"))


class _BlockSorter:
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
            self._since.append(text)

    def table(self, table: AnnexTable) -> None:
        """Take a table: of the plan, going on with the one before, or none of the plan's."""
        self._order += 1
        shown = message("sheet-table") if table.name else message("table")
        name = shown.filled(order=self._order, name=table.name)
        above = self.tables[-1].header if self.tables and not self._since else None
        parts = headed_rows(table, above, self._named)
        if not parts and self._guess and (guessed := guessed_table(table, self._named)):
            parts = (guessed.under,)
            self.doubts += _about_text(guessed, name)
        if not parts:
            self._leave(table, name)
            return
        if not parts[0].header.end and above is not None:
            self.doubts.append(message("table-goes-on", table=name))
        self.doubts += table.notes
        for row in table.rows[: parts[0].header.first]:
            for words in _words(row):
                self.paragraph(words)
        for part in parts:
            self._ask(part, table, name)
            lines = read_lines(part)
            self.tables.append(PlanTable(name, part.header, (*self._heading(lines, name), *lines)))
        self._since = []

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
        rows = [_words(row) for row in table.rows]
        cells = chain.from_iterable(row.cells for row in table.rows)
        self.doubts += [*table.notes, *(note for cell in cells for note in cell.notes)]
        if len(table.rows) < _LEAST or table.width < _NEAR or _is_letterhead(rows):
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
