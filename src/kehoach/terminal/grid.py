"""A table without lines, in which wide letters have the width that Rich knows of them.

``rich.table`` measures and pads each cell through several layers, half a millisecond a row; a page
of counts is read every day and a full list has thousands of rows. Here a column has the width of
its longest cell, only flexible columns are broken over lines, and nothing is ever cut.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile, zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from kehoach.terminal.styled import Line, Styled

_GAP = 2
_NARROWEST = 12
_MORE = " …"
_BETWEEN = re.compile(r"(?<![+=] [#*.!]) (?!%)")  # a number and "%", a sign of a bar and its word


class Column(NamedTuple):
    """A column: its heading, whether it holds numbers, whether it may be broken over lines.

    ``cut``: what does not fit is not broken but left out, up to one of these signs.
    """

    heading: str
    number: bool = False
    flexible: bool = False
    cut: str = ""


class Grid(NamedTuple):
    """Rows of cells under headings."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Styled]]
    headed: bool = True

    def lines(self, room: int) -> Iterator[Line]:
        """Yield its lines; flexible columns are broken so that they fit into ``room`` columns."""
        widths = self._widths(room)
        for row in self._cells():
            broken = [
                [_cut(cell, width, column.cut)] if column.cut else _broken(cell, width)
                for cell, width, column in zip(row, widths, self.columns, strict=True)
            ]
            for cells in zip_longest(*broken, fillvalue=Styled("")):
                yield Line(tuple(self._padded(cells, widths)), breakable=False)

    def _padded(self, cells: Sequence[Styled], widths: Sequence[int]) -> Iterator[Styled]:
        """Yield one line of the cells, each as wide as its column, and the gaps between."""
        for cell, column, width in zip(cells, self.columns, widths, strict=True):
            space = " " * (width - cell_len(cell.plain))
            if column.number:
                yield Styled(space + cell.plain, cell.style)
                yield Styled(" " * _GAP)
            else:
                yield cell
                yield Styled(space + " " * _GAP)

    def _cells(self) -> Iterator[Sequence[Styled]]:
        """Yield the headings, a row for each of their lines, then the rows."""
        if self.headed:
            headings = [column.heading.split("\n") for column in self.columns]
            height = max(map(len, headings))
            for index in range(height):
                yield [
                    Styled(lines[index - height] if len(lines) >= height - index else "", "bold")
                    for lines in headings
                ]
        yield from self.rows

    def _widths(self, room: int) -> list[int]:
        """Return the width of each column: its longest cell's; flexible ones share what is left."""
        rows = list(self._cells())
        widths = [
            max((cell_len(row[index].plain) for row in rows), default=0)
            for index in range(len(self.columns))
        ]
        flexible = [index for index, column in enumerate(self.columns) if column.flexible]
        fixed = sum(width for index, width in enumerate(widths) if index not in flexible)
        left = room - fixed - _GAP * (len(widths) - 1)
        tight = left < _NARROWEST * len(flexible)
        least = {index: min(widths[index], _tearing(rows, index)) * tight for index in flexible}
        left = max(left - sum(least.values()), 0)
        # The narrowest first: what it does not need falls to the others.
        for place, index in enumerate(sorted(flexible, key=widths.__getitem__)):
            share = least[index] + left // (len(flexible) - place)
            widths[index] = min(widths[index], share)
            left -= widths[index] - least[index]
        return widths


def _tearing(rows: Sequence[Sequence[Styled]], index: int) -> int:
    """Return the least width of a column in which no word of usual length is torn."""
    words = (word for row in rows for word in _words(row[index]))
    return min(max(map(cell_len, words), default=0), _NARROWEST)


def _words(cell: Styled) -> list[str]:
    """Return the words of a cell; a number and its sign are one."""
    return _BETWEEN.split(cell.plain)


def _cut(cell: Styled, width: int, between: str) -> Styled:
    """Return as many whole words (or names) of a cell as fit, and a sign where there are more."""
    if cell_len(cell.plain) <= width:
        return cell
    room = width - len(_MORE)
    fitting = _beginning(cell.plain, room, between) or _beginning(cell.plain, room, " ")
    return Styled((fitting.rstrip(" ,;:-–") or cell.plain[:room]) + _MORE, cell.style)


def _beginning(words: str, room: int, between: str) -> str:
    """Return the first words (or names) for which there is room."""
    begun = accumulate(words.split(between), lambda before, word: f"{before}{between}{word}")
    return max(takewhile(lambda each: cell_len(each) <= room, begun), key=len, default="")


def _broken(cell: Styled, width: int) -> list[Styled]:
    """Return a cell as lines of at most ``width`` columns, broken at spaces where it can be."""
    if cell_len(cell.plain) <= width:
        return [cell]
    lines: list[str] = []
    line = ""
    for word in _words(cell):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        pieces = [word[start : start + width] for start in range(0, len(word), width)] or [""]
        lines += pieces[:-1]
        line = pieces[-1]
    return [Styled(text, cell.style) for text in [*lines, line]]
