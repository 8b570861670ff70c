"""What an output is drawn on, and the few things this program draws with Rich."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text as Styled

from kehoach.terminal.grid import Column, Grid
from kehoach.words import Lang
from kehoach.words.safety import no_command, one_line

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
    )
    for part in parts:
        # What is wider than the screen the terminal breaks: Rich would cut it off without a word.
        console.print(part, crop=False)
    file = console.file
    assert isinstance(file, StringIO)  # noqa: S101 - made above
    lines = file.getvalue().split("\n")[:-1]
    return "".join(f"{no_command(line.rstrip())}\n" for line in lines)


def words(text: str, style: str = "") -> Styled:
    """Return text that is printed as it is, whatever it holds."""
    return Styled(one_line(text), style=style)


def title(text: str) -> Styled:
    """Return the heading of a part of a page."""
    return Styled(f"\n{one_line(text)}", style="bold")


def grid(columns: Sequence[Column], rows: Iterable[Sequence[Styled | str]]) -> Grid:
    """Return a table of words under headings."""
    return Grid(columns, [[words(c) if isinstance(c, str) else c for c in row] for row in rows])


def pairs(rows: Iterable[tuple[str, str | Styled]]) -> Grid:
    """Return names and their values, side by side, without headings."""
    cells = [[words(name, "bold"), words(v) if isinstance(v, str) else v] for name, v in rows]
    return Grid((Column(""), Column("", flexible=True)), cells, headed=False)
