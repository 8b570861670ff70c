"""The tables of a document as a list of bodies: columns by their headings, headings over rows as groups."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kehoach.annex.annex_document import AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_words import begins, is_set
from kehoach.annex.clean_words import bare, slug
from kehoach.annex.roster.roster_lines import Roster, RosterLine, line_of
from kehoach.annex.tables.place_numbers import TOPS, label_of
from kehoach.annex.tables.plan_tables import NoSuchColumn
from kehoach.words import Text
from kehoach.words.shortening import flat

ROLES = {
    "name": Text("tên", "name"),
    "short": Text("tên tắt", "short name"),
    "parent": Text("cơ quan chủ quản", "parent"),
    "group": Text("nhóm", "group"),
    "address": Text("thư điện tử", "address"),
    "code": Text("mã số", "code"),
    "id": Text("mã", "id"),
    "number": Text("số thứ tự", "number"),
}
"""What a column of a list of bodies may hold."""

_LONGEST = 60  # of what may be a heading
_MOST_ABOVE = 15  # rows over the heading
_HALF = 0.5


class _Columns(NamedTuple):
    """Which column (from 0) holds what, the headings, and the first row below them."""

    places: Mapping[str, int]
    headings: tuple[str, ...]
    below: int


@cache
def _headings() -> Mapping[str, re.Pattern[str]]:
    text = files(__package__).joinpath("roster_headings.toml").read_text(encoding="utf-8")
    return {role: re.compile(words) for role, words in tomllib.loads(text).items()}


def role_of(heading: str) -> str:
    """Return what a column of this heading holds; empty where nobody can tell."""
    words = bare(heading)
    return next((role for role, known in _headings().items() if known.fullmatch(words)), "")


def read_tables(tables: tuple[AnnexTable, ...], named: Mapping[str, str]) -> Roster:
    """Return the bodies of all tables; ``named`` says by heading, or number from 1, what columns hold.

    Raises:
        NoSuchColumn: no table has a column that is named so.
    """
    named = {bare(heading): role for heading, role in named.items()}
    _refuse_missing(tables, named)
    lines: list[RosterLine] = []
    left: list[Text] = []
    for table in tables:
        columns = _columns(table, named)
        if columns is None:
            left.append(message("roster-table-left", words=_shown(table)))
            continue
        lines += _lines(table, columns)
        left += _left(table, columns)
    return Roster(tuple(lines), tuple(left))


def _refuse_missing(tables: tuple[AnnexTable, ...], named: Mapping[str, str]) -> None:
    """Refuse a name that no column among the first rows has."""
    rows = [row for table in tables for row in table.rows[:_MOST_ABOVE]]
    headings = tuple(
        dict.fromkeys(flat(cell.text) for row in rows for cell in row.cells if cell.text)
    )
    widest = max((table.width for table in tables), default=0)
    for name in named:
        there = 0 < int(name) <= widest if name.isdecimal() else name in map(bare, headings)
        if not there:
            raise NoSuchColumn(name, tuple(each for each in headings if len(each) <= _LONGEST))


def _shown(table: AnnexTable) -> str:
    row = next((row for row in table.rows if any(cell.text for cell in row.cells)), None)
    return " | ".join(flat(cell.text) for cell in row.cells) if row else table.name


def has_headings(table: AnnexTable, named: Mapping[str, str]) -> bool:
    """Say whether a row of a table tells what its columns hold."""
    return _headed(table, {bare(heading): role for heading, role in named.items()}) is not None


def _columns(table: AnnexTable, named: Mapping[str, str]) -> _Columns | None:
    """Return the columns: by a row of headings, else the one that holds names of bodies."""
    return _headed(table, named) or _by_names(table)


def _headed(table: AnnexTable, named: Mapping[str, str]) -> _Columns | None:
    for index, row in enumerate(table.rows[:_MOST_ABOVE]):
        headings = tuple(flat(cell.text) for cell in row.cells)
        places: dict[str, int] = {}
        for place, heading in enumerate(headings):
            role = named.get(bare(heading)) or role_of(heading)
            if role and (place == 0 or headings[place - 1] != heading):
                places.setdefault(role, place)
        given = {role: int(at) - 1 for at, role in named.items() if at.isdigit()}
        places |= {role: place for role, place in given.items() if place < len(headings)}
        if "name" in places:
            headed = "name" not in given or not begins(headings[places["name"]])
            return _Columns(places, headings, index + headed)
    return None


def _by_names(table: AnnexTable) -> _Columns | None:
    """Return the columns of a table without headings: the one in which most cells name a body."""
    held: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            filled[place] += bool(cell.text)
            held[place] += bool(cell.text) and begins(cell.text)
    best, most = max(held.items(), key=lambda each: each[1], default=(0, 0))
    if most < 2 or most < filled[best] * _HALF:  # noqa: PLR2004 - one proves nothing
        return None
    first = next(at for at, row in enumerate(table.rows) if begins(row.cells[best].text))
    return _Columns({"name": best}, tuple("" for _ in range(table.width)), first)


def _lines(table: AnnexTable, columns: _Columns) -> Iterator[RosterLine]:
    group = ""
    above: dict[str, str] = {}
    numbered = _is_numbered(table, columns)
    for row in table.rows[columns.below :]:
        if heading := _heading(row, columns, numbered=numbered):
            group = heading
        elif line := _line(row, columns, group):
            number = _number(row, columns)
            above[number] = line.name
            parent = above.get(number.rpartition(".")[0], "") if "." in number else ""
            yield line if line.parent or not parent else replace(line, parent=parent)


def _number(row: AnnexRow, columns: _Columns) -> str:
    return _words(row, columns, "number").strip(" .)")


def _words(row: AnnexRow, columns: _Columns, role: str) -> str:
    place = columns.places.get(role)
    return flat(row.cells[place].text) if place is not None and place < len(row.cells) else ""


def _is_numbered(table: AnnexTable, columns: _Columns) -> bool:
    """Say whether bodies have Arabic numbers, so that a Roman one or a letter is a heading's."""
    return any(_number(row, columns)[:1].isdigit() for row in table.rows[columns.below :])


def _heading(row: AnnexRow, columns: _Columns, *, numbered: bool) -> str:
    """Return the heading that a row is: one cell over all, a Roman number, or a set of bodies."""
    filled = {id(cell): cell for cell in row.cells if cell.text}
    words = _words(row, columns, "name")
    label = label_of(_number(row, columns))
    if len(filled) == 1 and len(row.cells) > 1:
        (cell,) = filled.values()
        wide = sum(each is cell for each in row.cells) > 1
        outside = cell.text != row.cells[columns.places["name"]].text
        alone = flat(cell.text)
        named = begins(alone) and not is_set(alone)
        return alone if wide or outside or not named else ""
    top = numbered and label is not None and label.kind in TOPS
    return words if words and (top or (len(filled) <= 2 and is_set(words))) else ""  # noqa: PLR2004


def _line(row: AnnexRow, columns: _Columns, group: str) -> RosterLine | None:
    """Return the body of a row; none of an empty one, or of a heading that is repeated."""
    name = _words(row, columns, "name")
    if (
        not name
        or tuple(flat(cell.text) for cell in row.cells) == columns.headings
        or name.isdigit()
    ):
        return None
    told = line_of(name, message("roster-row", row=row.name), group)
    addresses = line_of(_words(row, columns, "address"), told.place).addresses
    return replace(
        told,
        short=_words(row, columns, "short") or told.short,
        parent=_words(row, columns, "parent") or told.parent,
        group=_words(row, columns, "group") or told.group,
        addresses=tuple(dict.fromkeys((*told.addresses, *addresses))),
        id=_id(row, columns),
        code=_words(row, columns, "code"),
    )


def _id(row: AnnexRow, columns: _Columns) -> str:
    words = _words(row, columns, "id")
    return words if words == slug(words) else ""


def _left(table: AnnexTable, columns: _Columns) -> Iterator[Text]:
    """Yield what is not used: columns that nobody knows, rows over the headings, reader's doubts."""
    yield from table.notes
    for row in table.rows[: max(columns.below - 1, 0)]:
        if words := flat(" ".join(cell.text for cell in dict.fromkeys(row.cells))):
            yield message("roster-line-left", row=row.name, words=words)
    used = set(columns.places.values())
    for place, heading in enumerate(columns.headings):
        cells = [row.cells[place].text for row in table.rows[columns.below :]]
        if place not in used and any(cells):
            yield message("roster-column-left", heading=heading or str(place + 1))
    if not any(columns.headings):
        yield message("roster-column-taken", place=columns.places["name"] + 1)
