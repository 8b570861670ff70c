"""The blocks of a document told apart: tables of the plan, and all that stands around them."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kehoach.annex.annex_document import Annex
from kehoach.annex.annex_messages import message
from kehoach.annex.tables.block_sorter import BlockSorter, PlanTable
from kehoach.annex.tables.column_kinds import NOTHING_NAMED, AnnexColumn, NamedColumns
from kehoach.annex.tables.guessed_columns import (
    UnknownColumn,
)
from kehoach.words import Text


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
    parts = _parts(BlockSorter(annex, named, guess=False))
    if not parts.has_items:
        parts = _parts(BlockSorter(annex, named, guess=True))
    for name in named.unused(parts.seen):
        raise NoSuchColumn(name, parts.headings)
    return parts


def _parts(sorter: BlockSorter) -> PlanTables:
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
