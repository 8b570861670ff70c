"""A letter as one file of HTML that mail programs keep: inline styles, nothing from outside."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import assert_never

import htpy as h

from kehoach.document import blocks
from kehoach.words.escapes import no_formula
from kehoach.words.safety import one_line

_RULE = re.compile(r"([\w-]+) \{([^}]*)\}")
_html = h.Element("html")  # the library's own would write its doctype on the same line
_ROLES: Mapping[blocks.Role, tuple[str, ...]] = {
    "issuer": ("heavy",), "state": ("heavy",), "motto": ("heavy", "underlined"), "dated": ("slanted",),
    "recipients": ("heavy", "slanted"), "recipient": ("lesser",), "signer": ("heavy",),
    "name": ("heavy",),
}  # fmt: skip
_LOOKS: Mapping[str, str] = {"draft": "notice"}
_TITLES = {1: h.h1, 2: h.h2, 3: h.h3, 4: h.h4}


def html(letter: blocks.Message) -> str:
    """Return the letter as a whole document."""
    head = h.head[_apart([
        h.meta(charset="utf-8"),
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.meta(name="data-as-of", content=letter.day.isoformat()),
        h.meta(name="data-revision", content=one_line(letter.revision)) if letter.revision else None,
        h.title[_words(letter.subject)],
    ])]  # fmt: skip
    content = h.div(style=_style("width"))[_apart(_block(each, letter) for each in letter.blocks)]
    body = h.body(style=_style("page", "formal" if letter.formal else "informal"))[
        _apart([content])
    ]
    return f"<!DOCTYPE html>\n{_html(lang=letter.lang)[_apart([head, body])]}\n"


def _apart(nodes: Iterable[h.Node]) -> list[h.Node]:
    """Return parts each on a line of its own: mail servers break lines that are too long."""
    return ["\n", *(part for node in nodes for part in (node, "\n"))]


def _block(block: blocks.Block, letter: blocks.Message) -> h.Node:
    match block:
        case blocks.Title(words, level):
            name = "formal-h2" if (letter.formal, level) == (True, 2) else f"h{level}"
            return _TITLES[level](style=_style(name))[_words(words)]
        case blocks.Prose(words, style):
            return h.p(style=_style(_LOOKS.get(style, style)))[_words(words)]
        case blocks.Bullets(lines):
            return h.ul(style=_style("list"))[[h.li[_words(line)] for line in lines]]
        case blocks.Sides():
            return _sides(block)
        case blocks.TableBlock():
            return _table(block)
        case blocks.NewSheet():
            return h.hr(style=_style("sheet"))
        case _:
            assert_never(block)


def _sides(sides: blocks.Sides) -> h.Node:
    """Return a table without lines, which mail programs keep where they drop all other layout."""
    aligned = ("left" if sides.foot else "centre", "centre")
    rows = [
        [
            h.td(style=_style("side", place))[_broken(side)]
            for place, side in zip(aligned, row, strict=True)
        ]
        for row in sides.rows
    ]
    return h.table(role="presentation", style=_style("sides"))[[h.tr[cells] for cells in rows]]


def _broken(lines: Iterable[blocks.SideLine]) -> Iterator[h.Node]:
    for number, (words, role) in enumerate(lines):
        if number:
            yield h.br
        names = _ROLES.get(role)
        yield h.span(style=_style(*names))[_words(words)] if names else _words(words)


def _table(block: blocks.TableBlock) -> h.Node:
    aligned = ["right" if column.number else "left" for column in block.columns]
    names = [
        h.th(scope="col", style=_style("cell", "head", place))[_words(column.name)]
        for place, column in zip(aligned, block.columns, strict=True)
    ]
    rows = _apart(h.tr[_cells(block, number)] for number in range(len(block.rows)))
    grid = h.table(style=_style("table"))[_apart([h.thead[h.tr[names]], h.tbody[rows]])]
    rest = ["\n", h.p(style=_style("small"))[_words(block.rest)]] if block.rest else []
    return [h.div(style=_style("wide"))[grid], *rest]


def _cells(block: blocks.TableBlock, number: int) -> Iterator[h.Node]:
    """Yield the cells of a row; those of a sum are heavy."""
    last = ("sum",) if block.summed and number == len(block.rows) - 1 else ()
    for column, cell in zip(block.columns, block.rows[number], strict=True):
        right = ("number",) if column.number else ()
        yield h.td(style=_style("cell", *right, *last))[_words(cell)]


def _words(words: str) -> str:
    """Return words on one line; the library escapes them."""
    return no_formula(one_line(words))


@cache
def _style(*names: str) -> str:
    """Return the declarations of some rules of the style sheet, as an element bears them."""
    return ";".join(_rules()[name] for name in names)


@cache
def _rules() -> Mapping[str, str]:
    """Return the declarations of the style sheet by the name of their rule."""
    sheet = files(__package__).joinpath("mail.css").read_text(encoding="utf-8")
    return {
        name: ";".join(re.sub(r":\s+", ":", each.strip()) for each in declarations.split(";"))
        for name, declarations in _RULE.findall(sheet)
    }
