"""A letter as Markdown, in which nothing that people wrote is markup."""

from collections.abc import Iterable
from typing import assert_never

from kehoach.document import blocks
from kehoach.words.escapes import begun_in_markdown, in_markdown


def markdown(letter: blocks.Message) -> str:
    """Return the letter, a blank line between its parts."""
    return "\n\n".join(map(_block, letter.blocks)) + "\n"


def _block(block: blocks.Block) -> str:
    match block:
        case blocks.Title(words, level):
            return f"{'#' * level} {in_markdown(words)}"
        case blocks.Prose():
            return _prose(block)
        case blocks.Bullets(lines):
            return "\n".join(f"- {begun_in_markdown(line)}" for line in lines)
        case blocks.Sides():
            return _sides(block)
        case blocks.TableBlock():
            return _table(block)
        case blocks.NewSheet():
            return "---"
        case _:
            assert_never(block)


def _prose(prose: blocks.Prose) -> str:
    match prose.style:
        case "notice" | "draft":
            return f"> **{in_markdown(prose.words)}**"
        case "strong" | "title" | "headed":
            return f"**{in_markdown(prose.words)}**"
        case "quoted":
            return f"> {begun_in_markdown(prose.words)}"
        case "attached":
            return f"*{in_markdown(prose.words)}*"
        case "plain" | "small" | "centred":
            return begun_in_markdown(prose.words)
        case _:
            assert_never(prose.style)


def _sides(sides: blocks.Sides) -> str:
    return "\n\n".join(_lines(side) for row in sides.rows for side in row if side)


def _lines(side: Iterable[blocks.SideLine]) -> str:
    """Return lines that stay apart: two spaces at the end break a line; "- " begins an item."""
    return "  \n".join(
        f"- {begun_in_markdown(words[2:])}" if words.startswith("- ") else begun_in_markdown(words)
        for words, _ in side
        if words
    )


def _table(table: blocks.TableBlock) -> str:
    rows = [[in_markdown(cell) for cell in row] for row in table.rows]
    if table.summed:
        rows[-1] = [f"**{cell}**" if cell else "" for cell in rows[-1]]
    head = [in_markdown(column.name) for column in table.columns]
    rule = ["---:" if column.number else "---" for column in table.columns]
    lines = [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]
    return "\n".join([*lines, *_rest(table.rest)])


def _rest(words: str) -> tuple[str, ...]:
    return ("", begun_in_markdown(words)) if words else ()
