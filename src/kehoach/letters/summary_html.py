"""A message as one file of HTML that mail programs keep: inline styles, nothing from outside."""

from collections.abc import Iterable
from html import escape

from kehoach.letters.summary_message import (
    Block,
    Bullets,
    Column,
    Heading,
    Message,
    Paragraph,
    Sides,
    Table,
)
from kehoach.words.escapes import no_formula
from kehoach.words.safety import one_line

_SANS = "font-family:'Segoe UI',Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5"
_SERIF = "font-family:'Times New Roman',Times,serif;font-size:17px;line-height:1.5"
_PAGE = "margin:0;padding:24px 12px;background:#ffffff;color:#1a1a1a"
_WIDTH = "max-width:900px;margin:0 auto"
_STYLES = {
    "plain": "margin:0 0 12px",
    "strong": "margin:0 0 12px;font-weight:bold",
    "notice": "margin:0 0 16px;padding:10px 14px;border:1px solid #b38600;background:#fff6d9;"
              "color:#4d3900;font-weight:bold",
    "small": "margin:0 0 10px;font-size:13px;color:#4a4a4a",
    "centred": "margin:0 0 12px;text-align:center",
}  # fmt: skip
_FIRST = "margin:0 0 12px;font-size:22px;line-height:1.3"
_PART = "margin:28px 0 10px;padding-bottom:4px;border-bottom:2px solid #1f4e79;font-size:17px;color:#1f4e79"
_FORMAL_PART = "margin:28px 0 12px;font-size:17px;text-align:center"
_TABLE = "border-collapse:collapse;width:100%;margin:0 0 8px;font-size:13px;line-height:1.4"
_CELL = "border:1px solid #b8c4d0;padding:5px 8px;vertical-align:top"
_HEAD = f"{_CELL};background:#e8eff6;font-weight:bold"
_NUMBER = ";text-align:right;white-space:nowrap"
_SIDE = "width:50%;padding:0 8px 16px;vertical-align:top"


def html(message: Message) -> str:
    """Return the message as a whole document."""
    font = _SERIF if message.formal else _SANS
    body = "\n".join(_block(each, formal=message.formal) for each in message.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{message.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(message.subject)}</title>\n</head>\n"
        f'<body style="{_PAGE};{font}">\n<div style="{_WIDTH}">\n{body}\n</div>\n</body>\n</html>\n'
    )


def _block(block: Block, formal: bool) -> str:
    match block:
        case Heading(words, first):
            if first:
                return f'<h1 style="{_FIRST}">{_safe(words)}</h1>'
            return f'<h2 style="{_FORMAL_PART if formal else _PART}">{_safe(words)}</h2>'
        case Paragraph(words, style):
            return f'<p style="{_STYLES[style]}">{_safe(words)}</p>'
        case Bullets(lines):
            items = "".join(f"<li>{_safe(line)}</li>" for line in lines)
            return f'<ul style="margin:0 0 12px;padding-left:22px">{items}</ul>'
        case Sides():
            return _sides(block)
        case Table():
            return _table(block)


def _sides(sides: Sides) -> str:
    """Return a table without lines, which mail programs keep where they drop all other layout."""
    left = "center" if sides.centred else "left"
    cells = "".join(
        f'<td style="{_SIDE};text-align:{place}">{"<br>".join(_safe(line) for line in side)}</td>'
        for place, side in ((left, sides.left), ("center", sides.right))
    )
    style = "border-collapse:collapse;width:100%;margin:0 0 8px;font-size:16px"
    return f'<table role="presentation" style="{style}"><tr>{cells}</tr></table>'


def _table(table: Table) -> str:
    head = "".join(
        f'<th scope="col" style="{_HEAD}{_alignment(column)}">{_safe(column.name)}</th>'
        for column in table.columns
    )
    rows = "\n".join(f"<tr>{_cells(table.columns, row)}</tr>" for row in table.rows)
    rest = f'\n<p style="{_STYLES["small"]}">{_safe(table.rest)}</p>' if table.rest else ""
    return (
        f'<div style="overflow-x:auto"><table style="{_TABLE}">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>{rest}"
    )


def _cells(columns: Iterable[Column], row: tuple[str, ...]) -> str:
    return "".join(
        f'<td style="{_CELL}{_NUMBER if column.number else ""}">{_safe(cell)}</td>'
        for column, cell in zip(columns, row, strict=True)
    )


def _alignment(column: Column) -> str:
    return ";text-align:right" if column.number else ";text-align:left"


def _safe(words: str) -> str:
    """Return text on one line that HTML shows as it is."""
    return escape(no_formula(one_line(words)))
