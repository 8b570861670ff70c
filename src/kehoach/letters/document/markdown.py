"""A letter as Markdown, in which nothing that people wrote is markup."""

from collections.abc import Iterable

from kehoach.letters.document.blocks import (
    Block,
    Bullets,
    Message,
    Prose,
    SideLine,
    Sides,
    TableBlock,
    Title,
)
from kehoach.words.escapes import begun_in_markdown, in_markdown


def markdown(letter: Message) -> str:
    """Return the letter, a blank line between its parts."""
    return "\n\n".join(map(_block, letter.blocks)) + "\n"


def _block(block: Block) -> str:
    match block:
        case Title(words, level):
            return f"{'#' * level} {in_markdown(words)}"
        case Prose():
            return _passage(block)
        case Bullets(lines):
            return "\n".join(f"- {begun_in_markdown(line)}" for line in lines)
        case Sides(rows):
            return "\n\n".join(_lines(side) for row in rows for side in row if side)
        case TableBlock():
            return _table(block)


def _passage(passage: Prose) -> str:
    match passage.style:
        case "notice" | "draft":
            return f"> **{in_markdown(passage.words)}**"
        case "strong" | "title":
            return f"**{in_markdown(passage.words)}**"
        case "quoted":
            return f"> {begun_in_markdown(passage.words)}"
        case "plain" | "small" | "centred":
            return begun_in_markdown(passage.words)


def _lines(side: Iterable[SideLine]) -> str:
    """Return lines that stay apart: two spaces at the end break a line; "- " begins an item."""
    return "  \n".join(
        f"- {begun_in_markdown(words[2:])}" if words.startswith("- ") else begun_in_markdown(words)
        for words, _ in side
    )


def _table(table: TableBlock) -> str:
    rows = [[in_markdown(cell) for cell in row] for row in table.rows]
    if table.summed:
        rows[-1] = [f"**{cell}**" if cell else "" for cell in rows[-1]]
    head = [in_markdown(column.name) for column in table.columns]
    rule = ["---:" if column.number else "---" for column in table.columns]
    lines = [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]
    return "\n".join([*lines, *_rest(table.rest)])


def _rest(words: str) -> tuple[str, ...]:
    return ("", begun_in_markdown(words)) if words else ()
