"""What an output is drawn on, and the few things that are drawn."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kehoach.terminal.grid import Column, Grid
from kehoach.terminal.styled import Part, Styled
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped
from kehoach.words.safety import no_command, one_line

UNBOUNDED = 10_000


class Screen(NamedTuple):
    """Width in columns (``None``: unbounded, off a terminal), colour, language, and how much."""

    width: int | None = None
    color: bool = False
    lang: Lang = "vi"
    everything: bool = False

    def most(self, few: int) -> int | None:
        """Return how many rows of a long list to show: few on a terminal, all where asked."""
        return None if self.everything else few


def paint(parts: Iterable[Part], screen: Screen) -> str:
    """Return what the parts look like on a screen."""
    room = screen.width or UNBOUNDED
    lines = (line for part in parts for line in part.lines(room))  # a log may have ten thousand
    if screen.width is None and not screen.color:
        drawn: Iterable[str] = map(str, lines)
    else:
        from kehoach.terminal.colored import on_terminal  # noqa: PLC0415 - Rich, on a terminal alone

        drawn = on_terminal(lines, room, color=screen.color)
    return "".join(f"{no_command(line.rstrip())}\n" for line in drawn)


def words(text: str, style: str = "") -> Styled:
    """Return text that is printed as it is, whatever it holds."""
    return Styled(one_line(text), style)


def title(text: str) -> Styled:
    """Return the heading of a part of a page."""
    return Styled(f"\n{one_line(text)}", "bold")


def counted(name: Text, number: int, lang: Lang) -> Styled:
    """Return the heading of a part of a page, with how many there are."""
    return title(f"{name.to(lang)} ({grouped(number, lang)})")


def grid(columns: Sequence[Column], rows: Iterable[Sequence[Styled | str]]) -> Grid:
    """Return a table of words under headings."""
    return Grid(columns, [[words(c) if isinstance(c, str) else c for c in row] for row in rows])


def clipped(text: str, style: str = "", between: str = " ") -> Grid:
    """Return words on one line; what a narrow screen has no room for is left out."""
    return Grid((Column("", flexible=True, cut=between),), [[words(text, style)]], headed=False)


def wrapped(text: str, style: str = "") -> Grid:
    """Return words that are broken over lines where a screen is narrow, and how many is known."""
    return Grid((Column("", flexible=True),), [[words(text, style)]], headed=False)


def pairs(rows: Iterable[tuple[str, str | Styled]]) -> Grid:
    """Return names and their values, side by side, without headings."""
    cells = [[words(name, "bold"), words(v) if isinstance(v, str) else v] for name, v in rows]
    return Grid((Column(""), Column("", flexible=True)), cells, headed=False)
