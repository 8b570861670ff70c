"""The tables of a document as a list of bodies: rows as bodies, headings over them as groups."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kehoach.annex.annex_document import AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_words import begins, is_set
from kehoach.annex.clean_words import slug
from kehoach.annex.roster.roster_columns import RosterColumns, columns_of, refuse_missing
from kehoach.annex.roster.roster_lines import Roster, RosterLine, line_of, remarks
from kehoach.annex.tables.place_numbers import is_top
from kehoach.words import Text
from kehoach.words.shortening import flat

_FEW = 2  # cells of a heading: its number and its words


def read_tables(tables: tuple[AnnexTable, ...], named: Mapping[str, str]) -> Roster:
    """Return the bodies of all tables; ``named`` says by heading, or number from 1, what columns hold.

    Raises:
        NoSuchColumn: no table has a column that is named so.
    """
    refuse_missing(tables, named)
    lines: list[RosterLine] = []
    left: list[Text] = []
    for table in tables:
        columns = columns_of(table, named)
        if columns is None:
            left.append(message("roster-table-left", words=first_row((table,))))
        else:
            found = [*_lines(table, columns)]
            lines += found
            left += [*_left(table, columns), *_unused(table, columns, found), *remarks(found)]
    return Roster(tuple(lines), tuple(left))


def first_row(tables: tuple[AnnexTable, ...]) -> str:
    """Return the words of the first row that has any."""
    rows = (row for table in tables for row in table.rows if any(cell.text for cell in row.cells))
    row = next(rows, None)
    return " | ".join(flat(cell.text) for cell in row.cells) if row else ""


def _lines(table: AnnexTable, columns: RosterColumns) -> Iterator[RosterLine]:
    """Yield the bodies; what has the number 1.2 stands under what has the number 1."""
    numbered = _is_numbered(table, columns)
    group = ""
    above: dict[str, str] = {}
    for row in table.rows[columns.below :]:
        if heading := _heading(row, columns, numbered=numbered):
            group = heading
        elif line := _line(row, columns, group):
            number = columns.number(row)
            above[number] = line.name
            parent = above.get(number.rpartition(".")[0], "") if "." in number else ""
            yield replace(line, parent=line.parent or parent)


def _unused(
    table: AnnexTable, columns: RosterColumns, found: Sequence[RosterLine]
) -> Iterator[Text]:
    """Yield the headings under which nobody stands."""
    groups = {line.group for line in found}
    numbered = _is_numbered(table, columns)
    for row in table.rows[columns.below :]:
        words = _heading(row, columns, numbered=numbered)
        if words and words not in groups:
            yield message("roster-line-left", row=row.name, words=words)


def _is_numbered(table: AnnexTable, columns: RosterColumns) -> bool:
    """Say whether bodies have Arabic numbers, so that a Roman one or a letter is a heading's."""
    return any(columns.number(row)[:1].isdigit() for row in table.rows[columns.below :])


def _heading(row: AnnexRow, columns: RosterColumns, *, numbered: bool) -> str:
    """Return the heading that a row is: words alone, behind a Roman number, or of a set of bodies."""
    filled = [*dict.fromkeys(flat(cell.text) for cell in row.cells if cell.text)]
    words = columns.words(row, "name")
    if len(filled) == 1 and len(row.cells) > 1:
        return filled[0] if _stands_over(row, columns) else ""
    if numbered and is_top(columns.number(row)):
        return words
    return words if len(filled) <= _FEW and is_set(words) else ""


def _stands_over(row: AnnexRow, columns: RosterColumns) -> bool:
    """Say whether the only words of a row stand over others: wide, beside the names, or no name."""
    words = next(cell.text for cell in row.cells if cell.text)
    wide = sum(bool(cell.text) for cell in row.cells) > 1
    name = columns.words(row, "name")
    told = any(map(str.isalpha, words))  # a number alone is that of an empty row
    return told and (wide or not name or not begins(words) or is_set(words))


def _line(row: AnnexRow, columns: RosterColumns, group: str) -> RosterLine | None:
    """Return the body of a row; none of an empty one, or of a heading that is repeated."""
    name = columns.words(row, "name")
    repeated = columns.headings == tuple(flat(cell.text) for cell in row.cells)
    if repeated or not any(char.isalpha() for char in name):
        return None
    told = line_of(name, message("roster-row", row=row.name), group)
    addresses = line_of(columns.words(row, "address"), told.place).addresses
    id_ = columns.words(row, "id")
    return replace(
        told,
        short=columns.words(row, "short") or told.short,
        parent=columns.words(row, "parent") or told.parent,
        group=columns.words(row, "group") or told.group,
        addresses=tuple(dict.fromkeys((*told.addresses, *addresses))),
        id=id_ if id_ == slug(id_) else "",
        code=columns.words(row, "code") or told.code,
        note=columns.words(row, "note"),
    )


def _left(table: AnnexTable, columns: RosterColumns) -> Iterator[Text]:
    """Yield what is not used: the reader's doubts, rows over the headings, columns nobody knows."""
    yield from table.notes
    for row in table.rows[: max(columns.below - 1, 0)]:
        if words := flat(" ".join(cell.text for cell in dict.fromkeys(row.cells))):
            yield message("roster-line-left", row=row.name, words=words)
    if not any(columns.headings):
        yield message("roster-column-taken", place=columns.places["name"] + 1)
    for place in sorted({*range(table.width)} - {*columns.places.values()}):
        yield from _column_left(table, columns, place)


def _column_left(table: AnnexTable, columns: RosterColumns, place: int) -> Iterator[Text]:
    if any(row.cells[place].text for row in table.rows[columns.below :]):
        yield message("roster-column-left", heading=columns.headings[place] or str(place + 1))
