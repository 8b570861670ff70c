"""Tables whose cells span rows and columns, as HTML and workbooks have them; tables within cells."""

from kehoach.annex.annex_document import AnnexCell, AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.documents.document_limits import MOST_CELLS, MOST_COLUMNS, AnnexRefused
from kehoach.words import Text


class SpanGrid:
    """Rows of places, filled cell by cell; a cell that spans several stands in each of them."""

    def __init__(self) -> None:
        self._places: dict[tuple[int, int], AnnexCell] = {}
        self._width = 0

    def put(self, row: int, column: int, cell: AnnexCell, height: int = 1, width: int = 1) -> None:
        """Put a cell; a place that is taken keeps what it has.

        Raises:
            AnnexRefused: the table grows too large.
        """
        self._width = max(self._width, column + width)
        if self._width > MOST_COLUMNS or len(self._places) + height * width > MOST_CELLS:
            raise AnnexRefused("wide")
        for down in range(height):
            for across in range(width):
                self._places.setdefault((row + down, column + across), cell)

    def free(self, row: int, column: int) -> int:
        """Return the first free column of a row from ``column`` on."""
        while (row, column) in self._places:
            column += 1
        return column

    def rows(self, names: list[str]) -> tuple[AnnexRow, ...]:
        """Return as many rows as there are names."""
        return tuple(
            AnnexRow(
                name, tuple(self._places.get((row, c)) or AnnexCell() for c in range(self._width))
            )
            for row, name in enumerate(names)
        )


def nested(table: AnnexTable) -> tuple[str, tuple[Text, ...]]:
    """Return a table within a cell as words, a row a line, and what is noted of it."""
    lines = (" | ".join(dict.fromkeys(c.text for c in row.cells if c.text)) for row in table.rows)
    inner = (note for row in table.rows for cell in row.cells for note in cell.notes)
    return "\n".join(lines), (message("nested"), *table.notes, *inner)
