"""What an output is drawn on, and the few ways in which this program draws with Rich.

Off a terminal nothing is cut: columns are as wide as their longest word needs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from kehoach.texts import Lang
from kehoach.texts.safety import one_line

UNBOUNDED = 10_000


@dataclass(frozen=True)
class Screen:
    """Width in columns (``None``: unbounded, off a terminal), colour, language, and how much."""

    width: int | None = None
    color: bool = False
    lang: Lang = "vi"
    everything: bool = False

    def most(self, few: int) -> int | None:
        """Return how many rows of a long list to show: few on a terminal, all where asked."""
        return None if self.everything else few


@dataclass(frozen=True)
class Column:
    """A column: its heading, whether it holds numbers, whether it may be broken over lines."""

    heading: str
    number: bool = False
    flexible: bool = False


def paint(parts: Iterable[RenderableType], screen: Screen) -> str:
    """Return what the parts look like on a screen."""
    console = Console(
        file=StringIO(),
        width=screen.width or UNBOUNDED,
        color_system="standard" if screen.color else None,
        force_terminal=screen.color,
        no_color=not screen.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )
    for part in parts:
        console.print(part)
    file = console.file
    assert isinstance(file, StringIO)  # noqa: S101 - made four lines above
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().split("\n")[:-1])


def words(text: str, style: str = "") -> Styled:
    """Return text that is printed as it is, whatever it holds."""
    return Styled(one_line(text), style=style)


def title(text: str) -> Styled:
    """Return the heading of a part of a page."""
    return Styled(f"\n{one_line(text)}", style="bold")


def grid(columns: Sequence[Column], rows: Iterable[Sequence[Styled | str]]) -> Table:
    """Return a table without lines; only flexible columns are ever broken."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(
            Styled(column.heading),
            justify="right" if column.number else "left",
            no_wrap=not column.flexible,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(words(cell) if isinstance(cell, str) else cell for cell in row))
    return table


def pairs(rows: Iterable[tuple[str, str | Styled]]) -> Table:
    """Return names and their values, side by side."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(words(name), words(value) if isinstance(value, str) else value)
    return table
