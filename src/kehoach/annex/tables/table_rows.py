"""The rows of an annex told apart: headings, items, what continues the row above, what is left."""

from dataclasses import replace
from itertools import chain

from kehoach.annex.annex_document import AnnexCell, AnnexRow
from kehoach.annex.annex_messages import message
from kehoach.annex.tables.column_kinds import AnnexColumn
from kehoach.annex.tables.place_numbers import is_top, label_of, leading_number
from kehoach.annex.tables.plan_rows import PlanRow
from kehoach.annex.tables.rows_beside import RowsBeside
from kehoach.annex.tables.struck_cells import without_struck
from kehoach.annex.tables.table_headings import HeadedRows, TableHeader
from kehoach.annex.tables.ticks import Cells, ticked
from kehoach.annex.tables.torn_rows import taken_up
from kehoach.words import Text
from kehoach.words.shortening import flat


def read_lines(under: HeadedRows) -> tuple[PlanRow, ...]:
    """Return the rows under a header."""
    lines: list[PlanRow] = []
    torn = False
    beside = RowsBeside()
    for row, after_headings in under.rows:
        torn = torn or after_headings
        line = beside.told_apart(_line(row, under.header))
        if line is not None:
            _add(lines, line, torn=torn)
            torn = False
    columns = under.header.columns
    return tuple(replace(line, columns=columns) for line in _headings(_shared(lines)))


def _add(lines: list[PlanRow], line: PlanRow, *, torn: bool) -> None:
    """Add a row, or join it to the one above where it goes on with that one's sentence."""
    above = lines[-1] if lines and lines[-1].sort == "item" else None
    whole = taken_up(above, line, torn=torn) if above and line.loose else None
    if whole is None:
        lines.append(line)
    else:
        lines[-1] = whole


def _line(row: AnnexRow, header: TableHeader) -> PlanRow | None:
    """Return what a row is by itself; ``None`` for an empty one."""
    places = _places(row, header)
    bound = list(chain.from_iterable(without_struck(columns[0], cell) for cell, columns in places))
    cells = tuple(pair for pair in bound if pair[1].text)
    notes = tuple(chain.from_iterable(cell.notes for _, cell in bound))
    if not cells:
        return PlanRow("left", row.name, notes=notes) if notes else None
    if section := _section(row, header, places):
        return replace(section, notes=notes)
    spans = tuple(_spanning(cell, columns) for cell, columns in places if _differ(columns))
    return _item(row, cells, notes, spans)


def _item(row: AnnexRow, cells: Cells, notes: tuple[Text, ...], spans: tuple[Text, ...]) -> PlanRow:
    """Return a row that is no heading; one with a number alone is left."""
    held = next((cell for column, cell in cells if column.kind == "number"), None)
    number = flat(held.text) if held is not None else ""
    rest, ticks = ticked(tuple(pair for pair in cells if pair[0].kind != "number"))
    if not rest:
        told = message("number-only", row=row.name, words=number)
        return PlanRow("left", row.name, number, shared=held, notes=(*notes, told))
    line = PlanRow("item", row.name, number, rest, shared=held, notes=(*notes, *spans, *ticks))
    return line if number else _numbered_by_text(line)


def _places(row: AnnexRow, header: TableHeader) -> list[tuple[AnnexCell, list[AnnexColumn]]]:
    """Return each non-empty cell once, with the columns that it covers."""
    places: dict[int, tuple[AnnexCell, list[AnnexColumn]]] = {}
    for column in header.columns:
        cell = row.cells[column.place]
        if cell.text or cell.notes:
            places.setdefault(id(cell), (cell, []))[1].append(column)
    return list(places.values())


def _differ(columns: list[AnnexColumn]) -> bool:
    return len({column.kind for column in columns}) > 1


def _spanning(cell: AnnexCell, columns: list[AnnexColumn]) -> Text:
    names = ", ".join(f"“{column.heading}”" for column in columns)
    words = flat(cell.text)
    return message("cell-spans", words=words, names=names, first=f"“{columns[0].heading}”")


def _section(
    row: AnnexRow, header: TableHeader, places: list[tuple[AnnexCell, list[AnnexColumn]]]
) -> PlanRow | None:
    """Return the heading that a row is: merged over the table, or a Roman numeral and words."""
    width = len(header.columns)
    match [(cell, columns) for cell, columns in places if cell.text]:
        case [(cell, columns)]:
            return _over_all(row, cell, columns, width)
        case [(first, [AnnexColumn(kind="number")]), (second, columns)]:
            wide = len(columns) * 2 > width - 1 and len(columns) > 1
            if wide or (columns[0].kind == "text" and is_top(first.text)):
                cells = ((columns[0], second),)
                return PlanRow("section", row.name, flat(first.text), cells, flat(second.text))
    return None


def _over_all(
    row: AnnexRow, cell: AnnexCell, columns: list[AnnexColumn], width: int
) -> PlanRow | None:
    """Return the heading that a row of one cell is: wide, or with a number of its own."""
    wide = len(columns) * 2 > width
    if not wide and not (columns[0].kind == "number" and _is_heading(cell.text)):
        return None
    number, title = leading_number(flat(cell.text)) or ("", flat(cell.text))
    return PlanRow("section", row.name, number, ((columns[0], cell),), title)


def _is_heading(words: str) -> bool:
    """Say whether words in the column of numbers are a numbered heading."""
    split = leading_number(flat(words))
    return split is not None and bool(split[1])


def _numbered_by_text(line: PlanRow) -> PlanRow:
    """Return a row without a number by the one with which its text begins."""
    column, cell = next(((c, x) for c, x in line.cells if c.kind == "text"), (None, None))
    if column is None or cell is None or not (split := leading_number(cell.text)) or not split[1]:
        return line
    cells = tuple((c, replace(x, text=split[1]) if x is cell else x) for c, x in line.cells)
    return replace(line, number=split[0], cells=cells)


def _shared(lines: list[PlanRow]) -> list[PlanRow]:
    """Keep ``shared`` only where several rows stand under one merged number."""
    counts: dict[int, int] = {}
    for line in lines:
        if line.shared is not None:
            counts[id(line.shared)] = counts.get(id(line.shared), 0) + 1
    return [
        replace(line, shared=line.shared if counts.get(id(line.shared), 0) > 1 else None)
        for line in lines
    ]


def _headings(lines: list[PlanRow]) -> list[PlanRow]:
    """Make headings of rows that say only what the rows below them belong to."""
    return [
        _as_heading(line, below) if line.sort == "item" and below is not None else line
        for line, below in zip(lines, [*lines, None][1:], strict=True)
    ]


def _as_heading(line: PlanRow, below: PlanRow) -> PlanRow:
    """Return a row as a heading if it is one; certain only where the numbers say so."""
    title = flat(line.text)
    if {column.kind for column, _ in line.cells} != {"text"}:
        return line
    doubt = message("row-perhaps-heading", row=line.row, words=title)
    if line.number and _is_below(line, below):
        notes = line.notes if label_of(below.number) else (*line.notes, doubt)
        return replace(line, sort="heading", title=title, notes=notes)
    if not line.number and _begins(title, below):
        return replace(line, sort="section", title=title, notes=(*line.notes, doubt))
    return line


def _begins(title: str, below: PlanRow) -> bool:
    """Say whether a row without a number heads those below: in capitals, or above a number one."""
    label = label_of(below.number)
    return title.isupper() or (label is not None and label.text in ("1", "01", "a", "1.1"))


def _is_below(line: PlanRow, below: PlanRow) -> bool:
    """Say whether a row's number is one under another's: 1.1 or a) under 1, a bullet under both."""
    if below.sort not in ("item", "heading") or below.shared is not None:
        return False
    upper, lower = label_of(line.number), label_of(below.number)
    if upper is None or lower is None:
        return upper is not None and flat(below.text)[:1] != ""
    if lower.depth > upper.depth and lower.text.startswith(f"{upper.text}."):
        return True
    ranks = ("roman", "capital", "decimal", "letter", "small roman")
    known = upper.kind in ranks and lower.kind in ranks
    return known and ranks.index(lower.kind) > ranks.index(upper.kind)
