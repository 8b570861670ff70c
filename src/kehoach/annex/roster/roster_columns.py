"""What the columns of a list of bodies hold: by their headings (``roster_headings.toml``), or by hand."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from kehoach.annex.annex_document import AnnexRow, AnnexTable
from kehoach.annex.bodies.body_words import begins
from kehoach.annex.clean_words import bare
from kehoach.annex.tables.column_kinds import LABELS
from kehoach.annex.tables.plan_tables import NoSuchColumn
from kehoach.words import Text
from kehoach.words.shortening import flat

ROLES = {
    "name": Text("tên", "name"),
    "short": Text("tên tắt", "short name"),
    "parent": Text("cơ quan chủ quản", "parent"),
    "group": Text("nhóm cơ quan", "group"),
    "address": Text("thư điện tử", "address"),
    "code": Text("mã số", "code"),
    "id": Text("mã", "id"),
    "number": LABELS["number"],
    "note": LABELS["note"],
}
"""What a column may hold."""

_LONGEST = 60  # of what may be a heading
_MOST_ABOVE = 15  # rows over the headings
_LEAST_NAMES = 2  # one proves nothing


class RosterColumns(NamedTuple):
    """Which column (from 0) holds what, the headings, and the first row below them."""

    places: Mapping[str, int]
    headings: tuple[str, ...]
    below: int

    def words(self, row: AnnexRow, role: str) -> str:
        """Return what stands in the column of a role, on one line."""
        place = self.places.get(role)
        return flat(row.cells[place].text) if place is not None else ""

    def number(self, row: AnnexRow) -> str:
        """Return the number of a row."""
        return self.words(row, "number").strip(" .)")


@cache
def _headings() -> Mapping[str, re.Pattern[str]]:
    text = files(__package__).joinpath("roster_headings.toml").read_text(encoding="utf-8")
    return {role: re.compile(words) for role, words in tomllib.loads(text).items()}


def _role_of(heading: str) -> str:
    """Return what a column of this heading holds; empty where nobody can tell."""
    words = bare(heading)
    return next((role for role, known in _headings().items() if known.fullmatch(words)), "")


def refuse_missing(tables: Sequence[AnnexTable], named: Mapping[str, str]) -> None:
    """Refuse a name that no column has.

    Raises:
        NoSuchColumn: with the headings that there are.
    """
    rows = chain.from_iterable(table.rows[:_MOST_ABOVE] for table in tables)
    cells = dict.fromkeys(flat(cell.text) for row in rows for cell in row.cells)
    widest = max((table.width for table in tables), default=0)
    known = {*map(bare, cells), *map(str, range(1, widest + 1))}
    missing = next((name for name in named if bare(name) not in known), None)
    if missing is not None:
        raise NoSuchColumn(missing, tuple(each for each in cells if 0 < len(each) <= _LONGEST))


def has_headings(table: AnnexTable, named: Mapping[str, str]) -> bool:
    """Say whether a row of a table tells what its columns hold."""
    return _by_headings(table, named) is not None


def columns_of(table: AnnexTable, named: Mapping[str, str]) -> RosterColumns | None:
    """Return the columns: by a row of headings, else by the one that holds names of bodies.

    ``named`` says of headings, or numbers from 1, what their columns hold.
    """
    return _by_headings(table, named) or _by_names(table)


def _by_headings(table: AnnexTable, named: Mapping[str, str]) -> RosterColumns | None:
    told = {bare(heading): role for heading, role in named.items()}
    given = {told[str(at + 1)]: at for at in range(table.width) if str(at + 1) in told}
    for index, row in enumerate(table.rows[:_MOST_ABOVE]):
        places = _places(row, told) | given
        if "name" in places:
            begun = "name" in given and begins(row.cells[places["name"]].text)
            headings = tuple(flat(cell.text) for cell in row.cells)
            return RosterColumns(places, headings, index if begun else index + 1)
    return None


def _places(row: AnnexRow, told: Mapping[str, str]) -> dict[str, int]:
    """Return which cell of a row is the heading of what; a merged one counts once.

    Districts are the names of a list, or stand over them.
    """
    places: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        role = told.get(bare(cell.text)) or _role_of(cell.text)
        if role and cell not in row.cells[:place]:
            places.setdefault(role, place)
    if "name" not in places and "above" in places:
        places["name"] = places.pop("above")
    if "above" in places:
        places.setdefault("parent", places.pop("above"))
    return places


def names_in(table: AnnexTable) -> int:
    """Return how many columns mostly hold names of bodies."""
    return sum(sum(held) >= max(_LEAST_NAMES, len(held) / 2) for held in _held(table))


def _by_names(table: AnnexTable) -> RosterColumns | None:
    """Return the columns of a table without headings: the one in which most cells name a body."""
    held = _held(table)
    best = max(range(table.width), key=lambda at: sum(held[at]), default=0)
    if not held or sum(held[best]) < max(_LEAST_NAMES, len(held[best]) / 2):
        return None
    first = next(at for at, row in enumerate(table.rows) if begins(row.cells[best].text))
    return RosterColumns({"name": best}, ("",) * table.width, first)


def _held(table: AnnexTable) -> list[list[bool]]:
    """Return of each column which of its cells that are not empty begin as a body's name does."""
    columns = ([row.cells[at].text for row in table.rows] for at in range(table.width))
    return [[begins(words) for words in column if words] for column in columns]
