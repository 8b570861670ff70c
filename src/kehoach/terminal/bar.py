"""Numbers as a bar: a stretch of signs for each, in its colour; whatever there is any of is seen."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from kehoach.terminal.styled import Line, Styled

_WIDEST, _NARROWEST = 40, 10


class Share(NamedTuple):
    """A number, and the sign and style of its stretch."""

    number: int
    sign: str
    style: str


class Bar(NamedTuple):
    """A bar in brackets, with words behind it."""

    shares: Sequence[Share]
    words: Styled

    def lines(self, room: int) -> Iterator[Line]:
        """Yield the bar; it takes the room that the words leave."""
        width = room - cell_len(self.words.plain) - len("[] ")
        cells = _cells([each.number for each in self.shares], max(min(width, _WIDEST), _NARROWEST))
        stretches = (
            Styled(each.sign * number, each.style)
            for each, number in zip(self.shares, cells, strict=True)
        )
        yield Line((Styled("["), *stretches, Styled("] "), self.words))


def _cells(numbers: Sequence[int], width: int) -> list[int]:
    """Return how many cells each number takes of a width: in proportion, at least one of any.

    What is rounded away goes to those that lose most by it.
    """
    whole = sum(numbers)
    if not whole:
        return [0 for _ in numbers]
    cells = [max(1, number * width // whole) if number else 0 for number in numbers]
    by_loss = sorted(range(len(numbers)), key=lambda at: cells[at] - numbers[at] * width / whole)
    for at in by_loss * 2:
        if sum(cells) < width and numbers[at]:
            cells[at] += 1
    while sum(cells) > width:
        cells[cells.index(max(cells))] -= 1
    return cells
