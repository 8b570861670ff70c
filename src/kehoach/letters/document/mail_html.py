"""A letter as one file of HTML that mail programs keep: inline styles, nothing from outside."""

from collections.abc import Iterable, Iterator

from htpy import (
    Element,
    Node,
    body,
    br,
    div,
    h1,
    h2,
    h3,
    h4,
    head,
    li,
    meta,
    p,
    table,
    tbody,
    td,
    th,
    thead,
    title,
    tr,
    ul,
)

from kehoach.letters.document.blocks import (
    Block,
    Bullets,
    Heading,
    Letter,
    Passage,
    Sides,
    Style,
    TableBlock,
)
from kehoach.words.escapes import no_formula
from kehoach.words.safety import one_line

_SANS = "font-family:'Segoe UI',Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5"
_SERIF = "font-family:'Times New Roman',Times,serif;font-size:17px;line-height:1.5"
_PAGE = "margin:0;padding:24px 12px;background:#ffffff;color:#1a1a1a"
_WIDTH = "max-width:900px;margin:0 auto"
_NOTICE = (
    "margin:0 0 16px;padding:10px 14px;border:1px solid #b38600;background:#fff6d9;"
    "color:#4d3900;font-weight:bold"
)
_STYLES: dict[Style, str] = {
    "plain": "margin:0 0 12px",
    "strong": "margin:0 0 12px;font-weight:bold",
    "notice": _NOTICE,
    "draft": _NOTICE,
    "small": "margin:0 0 10px;font-size:13px;color:#4a4a4a",
    "centred": "margin:0 0 12px;text-align:center",
    "title": "margin:0 0 12px;text-align:center;font-weight:bold",
    "quoted": "margin:0 0 12px;font-style:italic",
}
_PART = (
    "margin:28px 0 10px;padding-bottom:4px;border-bottom:2px solid #1f4e79;font-size:17px;"
    "color:#1f4e79"
)
_HEADINGS = {
    1: (h1, "margin:0 0 12px;font-size:22px;line-height:1.3"),
    2: (h2, _PART),
    3: (h3, "margin:18px 0 8px;font-size:15px"),
    4: (h4, "margin:14px 0 6px;font-size:13px"),
}
_FORMAL_PART = "margin:28px 0 12px;font-size:17px;text-align:center"
_TABLE = "border-collapse:collapse;width:100%;margin:0 0 8px;font-size:13px;line-height:1.4"
_CELL = "border:1px solid #b8c4d0;padding:5px 8px;vertical-align:top"
_HEAD = f"{_CELL};background:#e8eff6;font-weight:bold"
_NUMBER = ";text-align:right;white-space:nowrap"
_SIDES = "border-collapse:collapse;width:100%;margin:0 0 8px;font-size:16px"
_SIDE = "width:50%;padding:0 8px 16px;vertical-align:top"
_html = Element("html")  # the library's own would write its doctype on the same line


def html(letter: Letter) -> str:
    """Return the letter as a whole document."""
    font = _SERIF if letter.formal else _SANS
    page = _html(lang=letter.lang)[_apart([
        head[_apart([
            meta(charset="utf-8"),
            meta(name="viewport", content="width=device-width, initial-scale=1"),
            title[_words(letter.subject)],
        ])],
        body(style=f"{_PAGE};{font}")[_apart([
            div(style=_WIDTH)[_apart(_block(each, letter.formal) for each in letter.blocks)],
        ])],
    ])]  # fmt: skip
    return f"<!DOCTYPE html>\n{page}\n"


def _apart(nodes: Iterable[Node]) -> list[Node]:
    """Return parts each on a line of its own: mail servers break lines that are too long."""
    return ["\n", *(part for node in nodes for part in (node, "\n"))]


def _block(block: Block, formal: bool) -> Node:
    match block:
        case Heading(words, level):
            tag, style = _HEADINGS[level]
            return tag(style=_FORMAL_PART if formal and level == 2 else style)[_words(words)]  # noqa: PLR2004
        case Passage(words, name):
            return p(style=_STYLES[name])[_words(words)]
        case Bullets(lines):
            items = [li[_words(line)] for line in lines]
            return ul(style="margin:0 0 12px;padding-left:22px")[items]
        case Sides():
            return _sides(block)
        case TableBlock():
            return _table(block)


def _sides(sides: Sides) -> Node:
    """Return a table without lines, which mail programs keep where they drop all other layout."""
    aligned = ("left" if sides.foot else "center", "center")
    return table(role="presentation", style=_SIDES)[[
        tr[[
            td(style=f"{_SIDE};text-align:{place}")[_broken(line.words for line in side)]
            for place, side in zip(aligned, row, strict=True)
        ]]
        for row in sides.rows
    ]]  # fmt: skip


def _broken(lines: Iterable[str]) -> Iterator[Node]:
    for number, line in enumerate(lines):
        if number:
            yield br
        yield _words(line)


def _table(block: TableBlock) -> Node:
    names = [
        th(scope="col", style=f"{_HEAD};text-align:{'right' if column.number else 'left'}")[
            _words(column.name)
        ]
        for column in block.columns
    ]
    rows = [_row(block, row, row is block.rows[-1]) for row in block.rows]
    grid = table(style=_TABLE)[_apart([thead[tr[names]], tbody[_apart(rows)]])]
    rest = ["\n", p(style=_STYLES["small"])[_words(block.rest)]] if block.rest else []
    return [div(style="overflow-x:auto")[grid], *rest]


def _row(block: TableBlock, row: tuple[str, ...], last: bool) -> Node:
    weight = ";font-weight:bold" if last and block.summed else ""
    return tr[[
        td(style=_CELL + (_NUMBER if column.number else "") + weight)[_words(cell)]
        for column, cell in zip(block.columns, row, strict=True)
    ]]  # fmt: skip


def _words(words: str) -> str:
    """Return words on one line; the library escapes them."""
    return no_formula(one_line(words))
