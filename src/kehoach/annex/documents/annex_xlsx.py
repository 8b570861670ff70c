"""A workbook as an annex: each sheet a table, hidden rows and columns read and said."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kehoach.annex.documents.annex_numbers import whole
from kehoach.annex.documents.annex_package import Package
from kehoach.annex.documents.annex_refusal import BROKEN, MOST_CELLS, TOO_WIDE, AnnexRefused
from kehoach.annex.documents.annex_spans import SpanGrid
from kehoach.annex.documents.sheet_values import Shown, Values
from kehoach.annex.drafts.table import Annex, Cell, Table
from kehoach.words import Text
from kehoach.words.shortening import cut

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})")
_ROW_HIDDEN = Text("dòng {row} bị ẩn trong bảng tính", "row {row} is hidden in the spreadsheet")
_COLUMNS_HIDDEN = Text(
    "trang “{sheet}” có cột bị ẩn, vẫn được đọc: {columns}",
    "sheet “{sheet}” has hidden columns, which are read: {columns}",
)
_FILTERED = Text(
    "trang “{sheet}” đang lọc; các dòng bị ẩn vẫn được đọc",
    "sheet “{sheet}” is filtered; the hidden rows are read",
)
_SHEET_HIDDEN = Text("trang “{sheet}” bị ẩn, vẫn được đọc", "sheet “{sheet}” is hidden and is read")
_COMMENTS = Text(
    "trang “{sheet}” có nhận xét ở ô, không đưa vào: {words}",
    "sheet “{sheet}” has comments on cells, which are left aside: {words}",
)
_COVERED = Text(
    "ô {cell} bị che trong ô gộp còn chữ: “{words}”",
    "cell {cell}, hidden in a merged one, holds: “{words}”",
)


class _Found(NamedTuple):
    """A cell that says something, at its row and column (both from 1)."""

    row: int
    column: int
    shown: Shown


def read_xlsx(package: Package, main: str) -> Annex:
    """Return a workbook.

    Raises:
        AnnexRefused: it is broken or too large.
    """
    book = package.part(main)
    if book is None:
        raise AnnexRefused(BROKEN)
    relations = package.relations(main)
    kinds = {relation.kind: relation.target for relation in relations.values()}
    settings = book.find("x_workbookPr")
    values = Values(
        package.part(kinds.get("sharedStrings", "")),
        package.part(kinds.get("styles", "")),
        from_1904=settings is not None and settings.get("date1904") in ("1", "true"),
    )
    tables, notes = [], list[Text]()
    for sheet in book.findall("x_sheets/x_sheet"):
        relation = relations.get(sheet.get("r_id", ""))
        root = package.part(relation.target) if relation else None
        if relation is not None and root is not None:
            tables.append(_Sheet(sheet, root, values).table())
            notes += _comments(package, relation.target, sheet.get("name", ""))
    return Annex(tuple(tables), tuple(notes))


def _comments(package: Package, part: str, sheet: str) -> list[Text]:
    """Return a doubt that lists the comments on a sheet's cells, if there are any."""
    targets = (each.target for each in package.relations(part).values() if each.kind == "comments")
    roots = (root for target in targets if (root := package.part(target)) is not None)
    told = [
        f"{each.get('ref', '')} “{cut(''.join(t.text or '' for t in each.iter('x_t')))}”"
        for root in roots
        for each in root.iter("x_comment")
    ]
    return [_COMMENTS.filled(sheet=sheet, words="; ".join(told))] if told else []


class _Sheet:
    """One sheet, read row by row."""

    def __init__(self, about: Element, root: Element, values: Values) -> None:
        self._name = about.get("name", "")
        self._hidden = about.get("state", "visible") != "visible"
        self._root = root
        self._values = values
        self._hidden_rows: set[int] = set()

    def table(self) -> Table:
        """Return the sheet's rows that say anything, without the empty columns beside them."""
        found = list(self._cells())
        covered = self._merged({(each.row, each.column) for each in found})
        lines = sorted({each.row for each in found})
        columns = sorted({each.column for each in found})
        rows = {row: at for at, row in enumerate(lines)}
        places = {column: at for at, column in enumerate(columns)}
        grid, notes = SpanGrid(), self._notes(found)
        tops: dict[tuple[int, int], Cell] = {}
        for each in found:
            first, last = covered.get((each.row, each.column), (None, None))
            cell = Cell(each.shown.words, each.shown.notes)
            if first is not None and last is not None:
                if first != (each.row, each.column):
                    name = f"{_letters(each.column)}{each.row}"
                    notes.append(_COVERED.filled(cell=name, words=each.shown.words))
                    continue
                inside = [r for r in lines if first[0] <= r <= last[0]]
                across = [c for c in columns if first[1] <= c <= last[1]]
                grid.put(rows[each.row], places[each.column], cell, len(inside), len(across))
                tops[first] = cell
            else:
                grid.put(rows[each.row], places[each.column], cell)
        return Table(grid.rows([str(row) for row in lines]), self._name, tuple(notes))

    def _cells(self) -> Iterator[_Found]:
        """Yield the cells that show anything; a cell without a name follows the one before it."""
        count = row = 0
        for line in self._root.findall("x_sheetData/x_row"):
            row = whole(line.get("r")) or row + 1
            column = 0
            hidden = line.get("hidden") in ("1", "true")
            for cell in line.findall("x_c"):
                column = _place(cell.get("r", ""))[1] or column + 1
                shown = self._values.shown(cell)
                if not shown.words:
                    continue
                count += 1
                if count > MOST_CELLS:
                    raise AnnexRefused(TOO_WIDE)
                if hidden:
                    shown = shown._replace(notes=(*shown.notes, _ROW_HIDDEN.filled(row=row)))
                yield _Found(row, column, shown)

    def _merged(
        self, told: set[tuple[int, int]]
    ) -> dict[tuple[int, int], tuple[tuple[int, int], tuple[int, int]]]:
        """Return for each cell that says something the merged range that it lies in."""
        found = {}
        by_row: dict[int, list[int]] = {}
        for row, column in told:
            by_row.setdefault(row, []).append(column)
        for each in self._root.findall("x_mergeCells/x_mergeCell"):
            if match := _RANGE.fullmatch(each.get("ref", "")):
                first, last = _place(match[1]), _place(match[2])
                for row, columns in by_row.items():
                    if first[0] <= row <= last[0]:
                        inside = (c for c in columns if first[1] <= c <= last[1])
                        found.update({(row, column): (first, last) for column in inside})
        return found

    def _notes(self, found: list[_Found]) -> list[Text]:
        notes = [_SHEET_HIDDEN.filled(sheet=self._name)] if self._hidden and found else []
        hidden = [
            range(whole(each.get("min")), whole(each.get("max")) + 1)
            for each in self._root.findall("x_cols/x_col")
            if each.get("hidden") in ("1", "true")
        ]
        columns = sorted({each.column for each in found if any(each.column in h for h in hidden)})
        if columns:
            names = ", ".join(map(_letters, columns))
            notes.append(_COLUMNS_HIDDEN.filled(sheet=self._name, columns=names))
        if self._root.find("x_autoFilter/x_filterColumn") is not None:
            notes.append(_FILTERED.filled(sheet=self._name))
        return notes


def _place(name: str) -> tuple[int, int]:
    """Return the row and column of a cell's name, both from 1; zeros where it is none."""
    match = _CELL.fullmatch(name)
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
