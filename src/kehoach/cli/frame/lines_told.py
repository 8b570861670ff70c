"""Lines for people on standard error: on a terminal no word is broken at its edge."""

import shutil
import sys
from contextlib import suppress

from kehoach.terminal.styled import indent_of

_INDENT = 2


def tell_line(line: str) -> None:
    """Write a line; a terminal gets it in as many as it needs, off a terminal it stays one."""
    with suppress(BrokenPipeError):  # its reader has gone
        sys.stderr.write(f"{fitted(line, columns())}\n")


def fitted(line: str, room: int | None) -> str:
    """Return a line broken at spaces for a screen of so many columns; ``None``: not at all."""
    if room is None or len(line) <= room:
        return line
    import textwrap  # noqa: PLC0415 - for a long line on a narrow terminal

    indent = " " * (indent_of(line) or _INDENT)
    broken = textwrap.wrap(
        line, room, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(broken)


def columns() -> int | None:
    """Return how wide the terminal is that standard error goes to; ``None``: it goes to none."""
    return shutil.get_terminal_size().columns if sys.stderr.isatty() else None
