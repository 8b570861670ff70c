"""Rows that are torn in two by a page break, or that hang on the one above them."""

import re
from dataclasses import replace

from kehoach.annex.annex_document import AnnexCell
from kehoach.annex.annex_messages import message
from kehoach.annex.tables.column_kinds import AnnexColumn
from kehoach.annex.tables.plan_rows import PlanRow
from kehoach.words import fold
from kehoach.words.shortening import flat

_ENDS = (".", ";", ":", "!", "?")
_BULLETS = ("-", "+", "–", "•", "*", "")
_OF_ITS_OWN = ("lead", "implement", "agencies", "start", "due", "proposed", "aim")
_TIMES = ("start", "due", "proposed", "aim")
_JOINS = re.compile(
    r".*(?:[,-]|\b(?:và|hoặc|của|với|cho|trong|tại|về|theo|các|do|bởi|cùng|giữa|thuộc|đến|từ|tỉnh|xã))"
)
_UNFINISHED = re.compile(r".*(?:[/,&-]|\b(?:và|ngày|tháng|quý|năm|trước|đến|hết|từ|trong))")


def taken_up(above: PlanRow, line: PlanRow, *, torn: bool) -> PlanRow | None:
    """Return the row above with one that has no number, where that goes on with it or hangs on it.

    ``torn``: headings that come again stand between them, as at the beginning of a page.
    """
    if _goes_on(above, line, torn=torn):
        return _joined(above, line)
    broken = torn and not above.text.endswith(_ENDS) and not line.text.isupper()
    return _noted(above, line) if _hangs(line, begun=broken) else None


def _goes_on(above: PlanRow, line: PlanRow, *, torn: bool) -> bool:
    """Say whether a row is certainly the rest of the one above: its sentence was not at its end."""
    if line.text and not _is_unfinished(above, line):
        return False
    if torn:
        return bool(line.text) or _kinds(line) <= _kinds(above)
    return all(
        _is_rest(column, _at(above, column), cell.text)
        for column, cell in line.cells
        if not line.text or column.kind in _OF_ITS_OWN
    )


def _kinds(row: PlanRow) -> set[str]:
    return {column.kind for column, _ in row.cells}


def _at(row: PlanRow, place: AnnexColumn) -> str:
    """Return what a row says in a column."""
    return next((cell.text for column, cell in row.cells if column.place == place.place), "")


def _is_unfinished(above: PlanRow, line: PlanRow) -> bool:
    """Say whether a sentence broke off: small letters go on with it, or a name after *và*, *của*."""
    begun = flat(above.text)
    if not begun or begun.endswith(_ENDS):
        return False
    return line.text[:1].islower() or (
        _JOINS.fullmatch(fold(begun)) is not None and not line.words(*_OF_ITS_OWN)
    )


def _is_rest(column: AnnexColumn, above: str, words: str) -> bool:
    """Say whether the words of a cell are the rest of those above: a day cut in two, a name."""
    if not above:
        return False
    cut = _UNFINISHED.fullmatch(fold(flat(above))) is not None
    if column.kind in _TIMES:
        return cut or words[:1] in "/.-"
    return cut or (words[:1].islower() and not above.endswith(_ENDS))


def _hangs(line: PlanRow, *, begun: bool) -> bool:
    """Say whether a row says too little to stand alone: no text, or words that begin in the middle.

    ``begun``: the row above may have broken off at the end of its page.
    """
    alone = line.words("lead", "implement", "agencies", "due")
    begins = line.text[:1]
    return not line.text or (not alone and (begun or begins.islower() or begins in _BULLETS))


def _joined(above: PlanRow, line: PlanRow) -> PlanRow:
    """Return a row torn in two as one again."""
    rest = list(line.cells)
    cells = []
    for column, cell in above.cells:
        more = next(((c, x) for c, x in rest if c.place == column.place), None)
        if more is not None:
            rest.remove(more)
            if more[1] is not cell:
                cell = replace(cell, text=_together(cell.text, more[1].text))  # noqa: PLW2901
        cells.append((column, cell))
    told = message("row-joined", row=line.row, words=_told(line))
    notes = (*above.notes, *line.notes, told)
    return replace(above, cells=(*cells, *rest), notes=notes)


def _together(first: str, rest: str) -> str:
    """Return words torn in two; a day is cut at its strokes."""
    return f"{first}{'' if rest[:1] == '/' or first[-1:] == '/' else ' '}{rest}"


def _noted(above: PlanRow, line: PlanRow) -> PlanRow:
    """Return a row with the words of one below it that may belong to it, kept as a note."""
    column = AnnexColumn(-1, "", "note")
    told = message("row-perhaps-joined", row=line.row, words=_told(line))
    more = (column, AnnexCell("\n".join(cell.text for _, cell in line.cells)))
    return replace(above, cells=(*above.cells, more), notes=(*above.notes, *line.notes, told))


def _told(line: PlanRow) -> str:
    return " | ".join(flat(cell.text) for _, cell in line.cells)
