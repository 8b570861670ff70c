"""A document as a terminal shows it: nothing is cut, wide tables are broken over lines."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from kehoach.document import blocks
from kehoach.terminal.grid import Column
from kehoach.terminal.screen import Screen, grid, paint, title, words
from kehoach.terminal.styled import Part

_STYLES = {
    "notice": "bold yellow",
    "draft": "bold yellow",
    "strong": "bold",
    "headed": "bold",
    "small": "dim",
}


def on_screen(letter: blocks.Message, screen: Screen) -> str:
    """Return the document as lines."""
    return paint((part for block in letter.blocks for part in _parts(block)), screen)


def _parts(block: blocks.Block) -> Iterator[Part]:
    match block:
        case blocks.Title(said, level):
            yield words(said, "bold") if level == 1 else title(said)
        case blocks.Prose(said, style):
            yield words(said, _STYLES.get(style, ""))
        case blocks.Bullets(lines):
            yield from (words(f"- {line}") for line in lines)
        case blocks.Sides(rows):
            yield from _sides(rows)
        case blocks.TableBlock():
            yield from _table(block)
        case blocks.NewSheet():
            pass
        case _:
            assert_never(block)


def _sides(rows: Iterable[tuple[tuple[blocks.SideLine, ...], ...]]) -> Iterator[Part]:
    """Yield the lines of the head or foot of a letter, one below the other."""
    for row in rows:
        yield from (words(line.words) for side in row for line in side if line.words)


def _table(table: blocks.TableBlock) -> Iterator[Part]:
    columns = [Column(each.name, each.number, flexible=True) for each in table.columns]
    last = len(table.rows) - 1 if table.summed else None
    yield grid(columns, (
        [words(cell, "bold" if index == last else "") for cell in row]
        for index, row in enumerate(table.rows)
    ))  # fmt: skip
    if table.rest:
        yield words(table.rest, "dim")
