"""Lines as a terminal shows them: in colours, and broken where they are wider than it is."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text as RichText

from kehoach.terminal.styled import Line, indent_of


def on_terminal(lines: Iterable[Line], width: int, *, color: bool) -> list[str]:
    """Return the lines as they are written to a terminal of ``width`` columns."""
    drawn = StringIO()
    console = Console(
        file=drawn,
        width=width,
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for line in lines:
        text = RichText.assemble(*((each.plain, each.style) for each in line.stretches))
        # What is wider than the screen the terminal breaks: Rich would cut it off without a word.
        if line.breakable:
            for each in _broken(text, console):
                console.print(each, crop=False)
        else:
            console.print(text, crop=False, no_wrap=True, overflow="ignore")
    return drawn.getvalue().split("\n")[:-1]


def _broken(text: RichText, console: Console) -> Iterable[RichText]:
    """Return an indented line that is too wide in several, all indented as its words are."""
    indent = indent_of(text.plain)
    if not indent or text.cell_len <= console.width:
        return (text,)
    head, rest = text.divide([indent])
    first, *more = rest.wrap(console, max(1, console.width - indent))
    return (head + first, *(RichText(" " * indent) + each for each in more))
