"""A letter as a Word file (.docx), laid out by Decree 30/2020/NĐ-CP."""

from typing import assert_never

from docx.document import Document
from docx.table import _Cell

from kehoach.document import blocks, paper
from kehoach.document.paper import ALIGN, WIDTH, PaperLook
from kehoach.words import Lang

_LANGUAGE: dict[Lang, str] = {"vi": "vi-VN", "en": "en-GB"}
_MIDDLE = PaperLook(align=ALIGN.CENTER)
_TEXT = PaperLook(align=ALIGN.JUSTIFY, indented=True, space=(6, 3))
_MARK = PaperLook(11, align=ALIGN.CENTER)
_NOTE = PaperLook(11)
_STYLES: dict[blocks.Style, PaperLook] = {
    "plain": _TEXT,
    "strong": _TEXT._replace(bold=True),
    "notice": _MARK._replace(bold=True),
    "draft": _MARK._replace(italic=True),
    "small": _NOTE._replace(italic=True),
    "centred": _MIDDLE._replace(space=(6, 6)),
    "title": _MIDDLE._replace(bold=True, rule=(3, WIDTH / 3)),
    "headed": _MIDDLE._replace(bold=True),
    "attached": _MIDDLE._replace(italic=True, space=(0, 8)),
    "quoted": _TEXT._replace(italic=True),
}
_HEADING = {1: _MIDDLE._replace(bold=True, space=(12, 0)), 4: _NOTE._replace(bold=True)}
_PART = PaperLook(bold=True, indented=True)
_LINE = _TEXT._replace(space=(2, 0))
_ROLES: dict[blocks.Role, PaperLook] = {
    "superior": _MIDDLE._replace(size=13),
    "issuer": _MIDDLE._replace(size=13, bold=True, rule=(2, 35)),
    "number": _MIDDLE._replace(size=13, blank=True),
    "about": _MIDDLE._replace(size=12),
    "state": _MIDDLE._replace(size=12, bold=True),
    "motto": _MIDDLE._replace(size=13, bold=True, rule=(1, WIDTH)),
    "dated": _MIDDLE._replace(size=13, italic=True),
    "recipients": PaperLook(12, bold=True, italic=True, space=(12, 0)),
    "recipient": _NOTE,
    "signer": _MIDDLE._replace(bold=True, space=(12, 0)),
    "space": _MIDDLE,
    "name": _MIDDLE._replace(bold=True),
}
_HEAD_WIDTHS, _FOOT_WIDTHS = (65, 100), (80, 85)  # millimetres
_MARKS = ("notice", "draft")
_CELL = PaperLook(12, align=ALIGN.LEFT, space=(2, 2))
_CENTRED_CELL = _CELL._replace(align=ALIGN.CENTER)
_HEAD = _CENTRED_CELL._replace(bold=True)
_SHORT = 400  # letters of a cell that may stand on one page with its whole row


def docx(letter: blocks.Message) -> bytes:
    """Return the Word file, always the same for the same letter."""
    document = paper.blank_paper(_LANGUAGE[letter.lang])
    paper.lay(document.sections[0], wide=letter.wide)
    for block, following in zip(letter.blocks, (*letter.blocks[1:], None), strict=True):
        _write(document, block, following)
    return paper.as_bytes(document, letter.subject, _remark(letter), letter.day)


def _remark(letter: blocks.Message) -> str:
    """Return on what data the letter rests, for the properties of the file."""
    day = letter.day.isoformat()
    return f"as of {day}; {letter.revision}" if letter.revision else f"as of {day}"


def _write(document: Document, block: blocks.Block, following: blocks.Block | None) -> None:
    match block:
        case blocks.Title(words, 2 | 3 as level):
            paper.write(document.add_paragraph(style=f"Heading {level - 1}"), words, _PART)
        case blocks.Title(words, level):
            if level != 1:
                document.add_paragraph()
            paper.write(document.add_paragraph(), words, _HEADING[level])
        case blocks.Prose():
            _prose(document, block, following)
        case blocks.Bullets():
            _bullets(document, block)
        case blocks.Sides():
            _sides(document, block)
        case blocks.TableBlock():
            _table(document, block)
        case blocks.NewSheet(wide):
            paper.new_sheet(document, wide=wide)
        case _:
            assert_never(block)


def _bullets(document: Document, bullets: blocks.Bullets) -> None:
    for line in bullets.lines:
        look = _STYLES["small"] if bullets.small else _LINE
        paper.write(document.add_paragraph(), f"- {line}", look)


def _marks(block: blocks.Block | None) -> bool:
    """Say whether a block belongs to the marks at the very top of a draft."""
    return isinstance(block, blocks.Prose) and block.style in _MARKS


def _prose(document: Document, prose: blocks.Prose, following: blocks.Block | None) -> None:
    """Write a paragraph; the last one before a signature stands on one page with it."""
    words, look = prose.words, _STYLES[prose.style]
    if prose.style == "quoted":
        words = f"“{words}”"
    if prose.style in _MARKS and not _marks(following):
        look = look._replace(space=(0, 12))
    paragraph = document.add_paragraph()
    paper.write(paragraph, words, look)
    paragraph.paragraph_format.keep_with_next = isinstance(following, blocks.Sides) or None
    paper.rule(document, paper.room(document), words, look)


def _sides(document: Document, sides: blocks.Sides) -> None:
    widths = _FOOT_WIDTHS if sides.foot else _HEAD_WIDTHS
    table = paper.grid(document, widths, borders=False)
    for row in sides.rows:
        cells = paper.whole_row(table).cells
        for cell, lines, width in zip(cells, row, widths, strict=True):
            _lines(cell, lines, width - 4)


def _lines(cell: _Cell, lines: tuple[blocks.SideLine, ...], room: int) -> None:
    """Write lines into a cell, the first where the cell already has a paragraph."""
    for index, (words, role) in enumerate(lines):
        paragraph = cell.add_paragraph() if index else cell.paragraphs[0]
        paper.write(paragraph, words, _ROLES[role])
        paper.rule(cell, room, words, _ROLES[role])


def _table(document: Document, block: blocks.TableBlock) -> None:
    table = paper.grid(document, [column.width for column in block.columns], borders=True)
    names = tuple(column.name for column in block.columns)
    paper.add_row(table, names, [_HEAD] * len(names), "cantSplit", "tblHeader")
    looks = [_CENTRED_CELL if column.number else _CELL for column in block.columns]
    heavy = [look._replace(bold=True) for look in looks]
    for number, row in enumerate(block.rows, start=1):
        last = block.summed and number == len(block.rows)
        paper.add_row(table, row, heavy if last else looks, *_unbroken(row))
    if block.rest:
        paper.write(document.add_paragraph(), block.rest, _STYLES["small"])


def _unbroken(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return the mark that keeps a row on one page, where no cell of it is long."""
    return ("cantSplit",) if max(len(paper.plain(words)) for words in row) < _SHORT else ()
