r"""A message as Markdown, in which nothing that people wrote is markup.

Signs that mark up are escaped by ``\``. A backslash cannot stop what a forge looks for after
rendering (``@name``, ``#12``), nor what it links by itself: there a zero-width space breaks it.
"""

import re
from collections.abc import Iterable

from kehoach.letters.summary_message import (
    Block,
    Bullets,
    Heading,
    Message,
    Paragraph,
    Sides,
    Table,
)
from kehoach.words.escapes import no_formula
from kehoach.words.safety import one_line

_BREAK = "\N{ZERO WIDTH SPACE}"
_MARKUP = re.compile(r"[\\`*~\[\]<>|]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w)|(?<=\$)\$")
_CALLED = re.compile(r"([@#])(?=\w)")
_LINKED = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|\b(www)(?=\.)")
_BEGINNING = re.compile(r"^(?=[-+=#>~:])|(?<=^\d)(?=[.)])|(?<=^\d\d)(?=[.)])")


def markdown(message: Message) -> str:
    """Return the message, a blank line between its parts."""
    return "\n\n".join(_block(each) for each in message.blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(words, first):
            return f"{'#' if first else '##'} {escaped(words)}"
        case Paragraph(words, style):
            return _paragraph(words, style)
        case Bullets(lines):
            return "\n".join(f"- {_beginning(line)}" for line in lines)
        case Sides(left, right, _):
            return "\n\n".join(_lines(side) for side in (left, right) if side)
        case Table():
            return _table(block)


def _paragraph(words: str, style: str) -> str:
    if style == "notice":
        return f"> **{escaped(words)}**"
    if style == "strong":
        return f"**{escaped(words)}**"
    return _beginning(words)


def _lines(lines: Iterable[str]) -> str:
    """Return lines that stay apart: two spaces at the end break a line; "- " begins an item."""
    return "  \n".join(
        f"- {_beginning(line[2:])}" if line.startswith("- ") else _beginning(line) for line in lines
    )


def _table(table: Table) -> str:
    head = _row(escaped(column.name) for column in table.columns)
    rule = _row("---:" if column.number else "---" for column in table.columns)
    rows = [_row(escaped(cell) for cell in row) for row in table.rows]
    rest = ["", _beginning(table.rest)] if table.rest else []
    return "\n".join([head, rule, *rows, *rest])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _beginning(words: str) -> str:
    """Return escaped text that does not begin a list, a heading, a quotation or a command."""
    return _BEGINNING.sub(r"\\", escaped(words), count=1)


def escaped(words: str) -> str:
    """Return text on one line that Markdown shows as it is."""
    safe = _MARKUP.sub(r"\\\g<0>", no_formula(one_line(words)))
    safe = _CALLED.sub(rf"\1{_BREAK}", safe)
    return _LINKED.sub(rf"\g<0>{_BREAK}", safe)
