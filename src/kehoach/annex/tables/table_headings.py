"""The columns of an annex, known by their headings, and the rows that stand under them.

A header may fill several rows, stand below titles, and come again after a page break.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.annex.annex_document import AnnexCell, AnnexRow, AnnexTable
from kehoach.annex.clean_words import bare
from kehoach.annex.tables.column_kinds import (
    LONGEST,
    NOTHING_NAMED,
    OTHER,
    AnnexColumn,
    NamedColumns,
    column_of,
    is_listed,
    kind_of,
    shortened,
)
from kehoach.annex.tables.place_numbers import label_of
from kehoach.words.shortening import flat

_AGENCIES = ("lead", "implement", "coordinate", "agencies")
_TWO = 2
_MOST_ROWS = 3
_SHORT = 40
_ALL_KINDS = 3
_LEAST_COUNTED = 3  # fewer prove nothing
_COUNTED = re.compile(r"[(\[]?\s*(\d{1,2}|[A-Ha-h])\s*[)\]]?\s*(?:=.{1,30})?")


class TableHeader(NamedTuple):
    """The columns, and the rows (from 0) that their headings fill: ``first`` up to ``end``."""

    columns: tuple[AnnexColumn, ...]
    first: int
    end: int

    def of(self, *kinds: str) -> tuple[AnnexColumn, ...]:
        """Return the columns that hold one of these."""
        return tuple(column for column in self.columns if column.kind in kinds)


class HeadedRows(NamedTuple):
    """The rows under a header; with each, whether headings stand between it and the row above."""

    header: TableHeader
    rows: tuple[tuple[AnnexRow, bool], ...]


def headed_rows(
    table: AnnexTable, above: TableHeader | None, named: NamedColumns = NOTHING_NAMED
) -> tuple[HeadedRows, ...]:
    """Return the rows under each header of a table; none where it has none.

    A table without a header may go on under that of the table right ``above`` it: then ``first`` and
    ``end`` of its header are 0.
    """
    headers = _headers(table, named)
    if not headers and above is not None and _goes_on(table, above):
        headers = [above._replace(first=0, end=0)]
    return rows_under(table, headers)


def rows_under(table: AnnexTable, headers: Sequence[TableHeader]) -> tuple[HeadedRows, ...]:
    """Return the rows under each of these headers of a table."""
    end, parts = len(table.rows), []
    for header in reversed(headers):
        parts.append(HeadedRows(header, tuple(_below(table, header, end))))
        end = header.first
    return tuple(reversed(parts))


def _headers(table: AnnexTable, named: NamedColumns) -> list[TableHeader]:
    """Return the headers of a table: the first, and each later one that names other columns."""
    found: list[TableHeader] = []
    start = 0
    while header := find_header(table, start, named):
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
        and OTHER not in kinds
        and all(len(column.heading) <= _SHORT for column in named)
    )


def _goes_on(table: AnnexTable, above: TableHeader) -> bool:
    """Say whether a table without headings is the rest of the one before it."""
    numbered = above.of("number")
    if table.width != len(above.columns) or not numbered:
        return False
    number = table.rows[0].cells[numbered[0].place].text
    label = label_of(number)
    return not number or (label is not None and label.kind != OTHER)


def _below(table: AnnexTable, header: TableHeader, end: int) -> Iterator[tuple[AnnexRow, bool]]:
    """Yield the rows below a header, up to row ``end`` (exclusive), without repeated headings."""
    torn = False
    for index in range(header.end, end):
        if is_repeated(header, table, index) or is_counting(table, index):
            torn = True
        else:
            yield table.rows[index], torn
            torn = False


def find_header(
    table: AnnexTable, start: int = 0, named: NamedColumns = NOTHING_NAMED
) -> TableHeader | None:
    """Return the first header at or below a row: a text column and one of agencies, time, product."""
    for index in range(start, len(table.rows)):
        header = next(filter(is_of_plan, headers_at(table, index, named)), None)
        if header is not None:
            return header._replace(columns=named.numbered(header.columns))
    return None


def headers_at(
    table: AnnexTable, first: int, named: NamedColumns = NOTHING_NAMED
) -> Iterator[TableHeader]:
    """Yield the headers that may begin at a row, the highest first, whatever they say."""
    for count in range(_MOST_ROWS, 0, -1):
        rows = table.rows[first : first + count]
        if len(rows) == count and all(map(_belong_together, rows, rows[1:])) and _is_narrow(rows):
            columns = (column_of(n, headings_at(n, rows), named) for n in range(table.width))
            yield TableHeader(_numbered(_told(tuple(columns))), first, first + count)


def headings_at(place: int, rows: Sequence[AnnexRow]) -> list[str]:
    """Return the headings above a column, the highest first, a merged one once."""
    return list(dict.fromkeys(flat(row.cells[place].text) for row in rows if row.cells[place].text))


def _told(columns: tuple[AnnexColumn, ...]) -> tuple[AnnexColumn, ...]:
    """Return the columns; where none is of tasks, the first of what may be listed instead is."""
    if any(column.kind == "text" for column in columns):
        return columns
    listed = next((each for each in columns if each.kind != "record" and is_listed(each)), None)
    return tuple(column._replace(kind="text") if column is listed else column for column in columns)


def _numbered(columns: tuple[AnnexColumn, ...]) -> tuple[AnnexColumn, ...]:
    """Return the columns; a first one without a heading, before the tasks, is that of numbers."""
    kinds = [column.kind for column in columns]
    blank = len(columns) > 1 and not columns[0].heading and kinds[1] == "text"
    if "number" in kinds or not blank:
        return columns
    return (columns[0]._replace(kind="number"), *columns[1:])


def is_of_plan(header: TableHeader) -> bool:
    """Say whether a header is one of tasks."""
    kinds = {column.kind for column in header.columns}
    return "text" in kinds and bool(kinds & {*_AGENCIES, "due", "start", "product"})


def _is_narrow(rows: tuple[AnnexRow, ...]) -> bool:
    """Say whether no cell is one title over everything, and none as long as a sentence.

    Where one is called "TT", as no task is, another heading may be as long as it likes.
    """
    cells = [flat(cell.text) for row in rows for cell in row.cells]
    short = all(len(shortened(text)) <= LONGEST for text in cells)
    parted = all(len({id(cell) for cell in row.cells}) > 1 for row in rows)
    return parted and (short or any(kind_of(text) == "number" for text in cells))


def _belong_together(upper: AnnexRow, lower: AnnexRow) -> bool:
    """Say whether a second row tells parts of the headings above: all of it is headings or blank.

    Certain, whatever it says, where it only stands below merged headings and others reach down.
    """
    pairs = list(zip(upper.cells, lower.cells, strict=True))
    if _divides(upper, pairs):
        return True
    below = [cell for above, cell in pairs if cell is not above and cell.text]
    alone = 1 in (len(set(map(id, row.cells))) for row in (upper, lower))
    if len(below) < _TWO or alone or not _reaches_down(upper, pairs):
        return False
    return not {OTHER, "number"} & {kind_of(cell.text) for cell in below}


def _reaches_down(upper: AnnexRow, pairs: list[tuple[AnnexCell, AnnexCell]]) -> bool:
    """Say whether a heading is the only one of its column, and another is shared by several."""
    return _shares(upper) and any(
        above.text and (cell is above or not cell.text) for above, cell in pairs
    )


def _divides(upper: AnnexRow, pairs: list[tuple[AnnexCell, AnnexCell]]) -> bool:
    """Say whether headings reach down from above and others stand below a wider one."""
    new = [(above, cell) for above, cell in pairs if cell is not above]
    down = any(cell is above and cell.text for above, cell in pairs)
    times = Counter(upper.cells)
    wide = any(above.text and times[above] > 1 for above, _ in new)
    return down and wide and sum(bool(cell.text) for _, cell in new) >= _TWO


def _shares(row: AnnexRow) -> bool:
    """Say whether a heading stands over several columns, or a column has none of its own."""
    named = [cell for cell in row.cells if cell.text]
    return len({id(cell) for cell in named}) < len(row.cells)


def is_repeated(header: TableHeader, table: AnnexTable, index: int) -> bool:
    """Say whether a row is one of the header's again, as after a page break."""
    told = [bare(cell.text) for cell in table.rows[index].cells]
    if not any(told):
        return False
    return any(
        told == [bare(cell.text) for cell in table.rows[row].cells]
        for row in range(header.first, header.end)
    )


def is_counting(table: AnnexTable, index: int) -> bool:
    """Say whether a row only counts the columns: ``(1) (2) (3)``, ``A B 1 2``, ``(4)=(2)+(3)``."""
    told = [flat(cell.text) for cell in table.rows[index].cells]
    counted = {
        place: match[1].upper()
        for place, words in enumerate(told)
        if (match := _COUNTED.fullmatch(words))
    }
    letters = sum(map(str.isalpha, counted.values()))
    due = [*"ABCDEFGH"[:letters], *(str(number + 1) for number in range(len(told) - letters))]
    in_order = all(count == due[place] for place, count in counted.items())
    blank = len(told) - sum(map(bool, told))
    return in_order and len(told) - blank == len(counted) >= max(_LEAST_COUNTED, len(told) // 2 + 1)
