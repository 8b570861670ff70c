"""Lines for people on standard error: on a terminal no word is broken at its edge."""

import shutil
import sys

_INDENT = "  "


def tell_line(line: str) -> None:
    """Write a line; a terminal gets it in as many as it needs, off a terminal it stays one."""
    sys.stderr.write(f"{fitted(line, _columns())}\n")


def fitted(line: str, columns: int | None) -> str:
    """Return a line broken at spaces for a screen of so many columns; ``None``: not at all."""
    if columns is None or len(line) <= columns:
        return line
    import textwrap  # noqa: PLC0415 - for a long line on a narrow terminal

    broken = textwrap.wrap(
        line, columns, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(broken)


def _columns() -> int | None:
    return shutil.get_terminal_size().columns if sys.stderr.isatty() else None
