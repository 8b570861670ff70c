"""A grid filled cell by cell where cells span rows and columns, as HTML and workbooks have them."""

from kehoach.annex.documents.annex_refusal import MOST_CELLS, MOST_COLUMNS, TOO_WIDE, AnnexRefused
from kehoach.annex.drafts.table import Cell, Row


class SpanGrid:
    """Rows of places; a cell that spans several stands in each of them."""

    def __init__(self) -> None:
        self._places: dict[tuple[int, int], Cell] = {}
        self._width = 0

    def put(self, row: int, column: int, cell: Cell, height: int = 1, width: int = 1) -> None:
        """Put a cell; a place that is taken keeps what it has.

        Raises:
            AnnexRefused: the table grows too large.
        """
        self._width = max(self._width, column + width)
        if self._width > MOST_COLUMNS or len(self._places) + height * width > MOST_CELLS:
            raise AnnexRefused(TOO_WIDE)
        for down in range(height):
            for across in range(width):
                self._places.setdefault((row + down, column + across), cell)

    def free(self, row: int, column: int) -> int:
        """Return the first free column of a row from ``column`` on."""
        while (row, column) in self._places:
            column += 1
        return column

    def rows(self, names: list[str]) -> tuple[Row, ...]:
        """Return as many rows as there are names."""
        return tuple(
            Row(name, tuple(self._places.get((row, c)) or Cell() for c in range(self._width)))
            for row, name in enumerate(names)
        )
