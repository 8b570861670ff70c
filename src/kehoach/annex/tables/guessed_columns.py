"""Headings that nobody knows: what their columns may hold is judged by the cells, and asked.

Only the tasks' own words are taken from such a column, in doubt: a body or a day under a heading that
is not known may be anybody's (who assigned it, when it was done), so it is kept as a note.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kehoach.annex.annex_document import AnnexTable
from kehoach.annex.bodies.body_words import begins, is_person, is_post
from kehoach.annex.tables.column_kinds import (
    NOTHING_NAMED,
    OTHER,
    ROLE_NAMES,
    AnnexColumn,
    NamedColumns,
)
from kehoach.annex.tables.place_numbers import label_of
from kehoach.annex.tables.table_headings import (
    HeadedRows,
    TableHeader,
    headers_at,
    is_of_plan,
    rows_under,
)
from kehoach.wordings import read
from kehoach.words.shortening import cut, flat

_LOOKED_AT = 40
_LEAST_HEADINGS = 3
_LEAST_WORDS = 3
_DOING = ("lead", "implement", "agencies")


class UnknownColumn(NamedTuple):
    """A column that nobody knows: what a cell of it says, and what it may hold (``note``: anything)."""

    column: AnnexColumn
    example: str
    may_hold: str

    @property
    def role(self) -> str:
        """By what name the user says so."""
        return ROLE_NAMES[self.may_hold]


class GuessedTable(NamedTuple):
    """A table of tasks whose headings are not known; ``text``: the column taken for that of tasks."""

    under: HeadedRows
    text: AnnexColumn | None


def guessed_table(table: AnnexTable, named: NamedColumns = NOTHING_NAMED) -> GuessedTable | None:
    """Return a table of tasks whose headings are not known; ``None``: it is none.

    It is one where a column has sentences, and another is known by its heading, or says bodies or
    times. Without a row that can be its header, its columns have no headings.
    """
    header = likely_header(table, named) or TableHeader(_nameless(table), 0, 0)
    (under,) = rows_under(table, [header._replace(columns=named.numbered(header.columns))])
    text = None if under.header.of("text") else _text(under)
    number = None if under.header.of("number") else _number(under)
    under = _holding(_holding(under, text, "text"), number, "number")
    known = any(each.may_hold != "note" for each in unknown_columns(under))
    is_plan = is_of_plan(under.header) or (known and under.header.of("text"))
    return GuessedTable(under, text) if is_plan else None


def to_be_asked(under: HeadedRows) -> tuple[UnknownColumn, ...]:
    """Return the unknown columns of a table that lacks one of tasks, of who does them, or of when."""
    roles = (("text",), _DOING, ("due", "start"))
    lacks = not all(under.header.of(*kinds) for kinds in roles)
    return unknown_columns(under) if lacks else ()


def unknown_columns(under: HeadedRows) -> tuple[UnknownColumn, ...]:
    """Return the columns under headings that nobody knows, with what their cells may be."""
    return tuple(
        UnknownColumn(column, cut(cells[0]), _may_hold(cells))
        for column in under.header.of(OTHER)
        if (cells := _cells(under, column))
    )


def likely_header(table: AnnexTable, named: NamedColumns = NOTHING_NAMED) -> TableHeader | None:
    """Return the first rows that can be headings: several short ones, none a number or a body."""
    for index in range(min(len(table.rows) - 1, _LOOKED_AT)):
        for header in headers_at(table, index, named):
            headings = [column.heading for column in header.columns if column.heading]
            if len(headings) >= min(_LEAST_HEADINGS, table.width) and not any(
                map(_is_data, headings)
            ):
                return header
    return None


def _is_data(heading: str) -> bool:
    label = label_of(heading)
    return (label is not None and label.kind == "decimal") or _is_time(heading)


def _nameless(table: AnnexTable) -> tuple[AnnexColumn, ...]:
    return tuple(AnnexColumn(place, "", OTHER) for place in range(table.width))


def _text(under: HeadedRows) -> AnnexColumn | None:
    """Return the column of the longest sentences, if any has some."""
    lengths = {
        column: sum(len(words.split()) for words in cells) / len(cells)
        for column in under.header.of(OTHER)
        if (cells := _cells(under, column))
    }
    longest = max(lengths, key=lengths.__getitem__, default=None)
    return longest if longest and lengths[longest] >= _LEAST_WORDS else None


def _number(under: HeadedRows) -> AnnexColumn | None:
    """Return the first column, if it counts the rows."""
    first = next(iter(under.header.columns), None)  # a table may have rows, and no cell in any
    cells = _cells(under, first) if first and first.kind == OTHER else []
    counts = sum((label := label_of(words)) is not None and label.kind != OTHER for words in cells)
    return first if cells and counts * 2 > len(cells) else None


def _holding(under: HeadedRows, column: AnnexColumn | None, kind: str) -> HeadedRows:
    """Return the same with a column that holds something else."""
    columns = (e._replace(kind=kind) if e == column else e for e in under.header.columns)
    return under._replace(header=under.header._replace(columns=tuple(columns)))


def _cells(under: HeadedRows, column: AnnexColumn) -> list[str]:
    """Return what the first rows say in a column, blanks and headings over the table left out."""
    rows = (row for row, _ in under.rows[:_LOOKED_AT] if len({*map(id, row.cells)}) > 1)
    return [flat(words) for row in rows if (words := row.cells[column.place].text)]


def _may_hold(cells: Sequence[str]) -> str:
    """Return what most cells say: bodies (``lead``), times (``due``), or anything (``note``)."""
    for kind, fits in (("lead", _is_body), ("due", _is_time)):
        if sum(map(fits, cells)) * 2 > len(cells):
            return kind
    return "note"


def _is_body(words: str) -> bool:
    return begins(words) and not is_person(words) and not is_post(words)


def _is_time(words: str) -> bool:
    return bool(read(words).rules)
