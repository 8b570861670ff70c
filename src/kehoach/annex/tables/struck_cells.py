"""Bodies and times that are struck out: nobody owes by them; they are told, and kept as a note."""

from collections.abc import Iterator

from kehoach.annex.annex_document import AnnexCell
from kehoach.annex.annex_messages import AnnexMessage, message
from kehoach.annex.tables.column_kinds import AnnexColumn
from kehoach.words.shortening import flat

_BINDING = (
    "lead", "implement", "coordinate", "agencies", "start", "due", "proposed", "aim",
)  # fmt: skip

HeadedCell = tuple[AnnexColumn, AnnexCell]


def without_struck(column: AnnexColumn, cell: AnnexCell) -> tuple[HeadedCell, ...]:
    """Return a cell as it binds, blank where all of it is struck out, and what is, to be noted."""
    struck = tuple(_struck(cell)) if column.kind in _BINDING else ()
    if not struck:
        return ((column, cell),)
    rest = cell.text
    for words in struck:
        rest = rest.replace(words, " ", 1)
    told = message("struck-out", heading=column.heading, words="; ".join(map(flat, struck)))
    others = (
        note
        for note in cell.notes
        if not (isinstance(note, AnnexMessage) and note.name == "struck")
    )
    gone = AnnexCell("\n".join(struck), (*others, told))
    return (column, AnnexCell(rest.strip())), (column._replace(kind="record"), gone)


def _struck(cell: AnnexCell) -> Iterator[str]:
    for note in cell.notes:
        if isinstance(note, AnnexMessage) and note.name == "struck":
            yield str(note.values["words"])
