"""A sheet as Decree 30/2020/NĐ-CP, Appendix I, asks for it: paper, type, lines, page numbers.

A4, margins 20 mm above and below (20-25), 30 mm left (30-35), 15 mm right (15-20); Times New Roman,
black; body 14 points, justified, first lines indented, at least 6 points between paragraphs; pages
numbered in the middle of the upper margin, the first one not.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from datetime import date, datetime, time
from functools import cache
from io import BytesIO
from typing import NamedTuple
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.font import Font
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat

from kehoach.words.escapes import storable
from kehoach.words.safety import no_command, one_line

ALIGN = WD_ALIGN_PARAGRAPH
FONT = "Times New Roman"
BODY = 14
WIDTH = 210 - 30 - 15  # millimetres between the margins of an upright sheet
_INDENT = Mm(10)
_BLANKS = re.compile(r"( {2,})")
_SHEET = Mm(210), Mm(297)
_LONGEST_PROPERTY = 255  # signs: Word's own limit


class PaperLook(NamedTuple):
    """How words stand on the sheet.

    ``space``: points left free above and below. ``rule``: a line below them, as long as the words
    divided by the first number, and at most the second in millimetres. ``blank``: words of ours in
    which spaces stand for what is filled in by hand.
    """

    size: int = BODY
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH | None = None
    space: tuple[int, int] | None = None
    indented: bool = False
    rule: tuple[int, float] | None = None
    blank: bool = False


def plain(words: str) -> str:
    """Return words that XML can hold and that read as they are, letters put together (NFC).

    As a line of what a job prints they command nobody.
    """
    return no_command(storable(one_line(normalize("NFC", words))))


def blank_paper(language: str) -> Document:
    """Return an empty document on this paper, in a language such as ``vi-VN``."""
    return deepcopy(_blank_paper(language))


@cache
def _blank_paper(language: str) -> Document:
    """Return the document that is copied: reading the library's template takes longer than a letter."""
    document = docx.Document()
    normal = _style(document, "Normal")
    _set_font(normal, BODY)
    normal.element.rPr.append(_element("w:lang", val=language, eastAsia=language))
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    for level in (1, 2):
        _plain_heading(_style(document, f"Heading {level}"))
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    _number_pages(section)
    return document


def new_sheet(document: Document, *, wide: bool) -> None:
    """Begin a sheet of its own, its pages numbered anew (Decree 30/2020/NĐ-CP: each annex by itself)."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    lay(section, wide=wide)
    properties = section._sectPr  # noqa: SLF001 - python-docx does not number pages
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    properties.find(qn("w:pgMar")).addnext(_element("w:pgNumType", start="1"))


def lay(section: Section, *, wide: bool) -> None:
    """Lay the sheets across, or upright."""
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = _SHEET[::-1] if wide else _SHEET


def room(document: Document) -> float:
    """Return how many millimetres lie between the margins of the sheet that is being written."""
    section = document.sections[-1]
    lengths = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (each.mm if each is not None else 0.0 for each in lengths)
    return page - left - right


def as_bytes(document: Document, title: str, remark: str, day: date) -> bytes:
    """Return the file; what it holds depends on neither the clock nor the person at the machine.

    ``remark`` stands among its properties.
    """
    properties = document.core_properties
    properties.title, properties.author = plain(title)[:_LONGEST_PROPERTY], ""
    properties.comments = plain(remark)[:_LONGEST_PROPERTY]
    properties.created = properties.modified = datetime.combine(day, time())
    file = BytesIO()
    document.save(file)
    return _packed(file)


def _packed(file: BytesIO) -> bytes:
    """Return the same archive with each part dated 1980-01-01, where ZIP begins to count."""
    packed = BytesIO()
    with ZipFile(file) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED)
    return packed.getvalue()


def _with_blanks(words: str) -> str:
    """Return words, of others too, between spaces that stand for what is filled in by hand."""
    return "".join(plain(part) if part.strip(" ") else part for part in _BLANKS.split(words))


def write(paragraph: Paragraph, words: str, look: PaperLook) -> None:
    """Add words to a paragraph."""
    run = paragraph.add_run(_with_blanks(words) if look.blank else plain(words))
    run._r.insert(0, deepcopy(_type(look)))  # noqa: SLF001 - the library looks for the place of each
    if paragraph._p.pPr is not None:  # noqa: SLF001 - it has something of its own
        _lay_out(paragraph.paragraph_format, look)
    elif (layout := _layout(look)) is not None:
        paragraph._p.insert(0, deepcopy(layout))  # noqa: SLF001 - as above


@cache
def _type(look: PaperLook) -> BaseOxmlElement:
    """Return how letters look, as it stands before the words: most of a letter looks like the rest."""
    run = OxmlElement("w:r")
    font = Font(run)
    font.bold, font.italic, font.size = look.bold, look.italic, Pt(look.size)
    properties: BaseOxmlElement = run.rPr
    return properties


@cache
def _layout(look: PaperLook) -> BaseOxmlElement | None:
    """Return how a paragraph stands, as it begins with it; nothing where nothing is asked."""
    paragraph = OxmlElement("w:p")
    _lay_out(ParagraphFormat(paragraph), look)
    properties: BaseOxmlElement | None = paragraph.pPr
    return properties


def _lay_out(layout: ParagraphFormat, look: PaperLook) -> None:
    if look.align is not None:
        layout.alignment = look.align
    if look.indented:
        layout.first_line_indent = _INDENT
    if look.space:
        layout.space_before, layout.space_after = map(Pt, look.space)


def rule(place: Document | _Cell, room: float, words: str, look: PaperLook) -> None:
    """Add the line that stands below words of some looks, in the middle of ``room`` millimetres."""
    if look.rule is None:
        return
    divisor, longest = look.rule
    length = min(_length(words, look.size) / divisor, longest)
    paragraph = place.add_paragraph()
    borders = _element("w:pBdr")
    borders.append(_element("w:top", val="single", sz="6", space="1", color="000000"))
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - python-docx has no borders
    aside = Mm(max(0.0, (room - length) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = aside
    paragraph.paragraph_format.space_before = Pt(3)
    paragraph.paragraph_format.line_spacing = Pt(6)


def _length(words: str, size: int) -> float:
    """Return about how many millimetres heavy words take up in this type."""
    em = size * 0.3528
    return sum(0.72 if letter.isupper() else 0.47 for letter in words) * em


def grid(document: Document, widths: Sequence[int], *, borders: bool) -> Table:
    """Return an empty table as wide as the text, its columns in these proportions."""
    table: Table = document.add_table(rows=0, cols=len(widths))
    if borders:
        table._tbl.tblStyle_val = "TableGrid"  # noqa: SLF001 - by name it compares all styles
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    whole = room(document)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(whole * width / sum(widths))
    return table


def add_row(table: Table, cells: Sequence[str], looks: Sequence[PaperLook], *marks: str) -> None:
    """Add a row: ``tblHeader`` repeats it on each page, ``cantSplit`` keeps it on one."""
    row = table.add_row()
    for cell, words, look in zip(row.cells, cells, looks, strict=True):
        write(cell.paragraphs[0], words, look)
    for mark in marks:
        row._tr.get_or_add_trPr().append(_element(f"w:{mark}"))  # noqa: SLF001 - not in python-docx


def whole_row(table: Table) -> _Row:
    """Add a row that stands on one page."""
    row: _Row = table.add_row()
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # noqa: SLF001 - not in python-docx
    return row


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - the library's own template
    return style


def _set_font(style: ParagraphStyle, size: int) -> None:
    """Set type and size for all scripts; Word would else take another for some letters."""
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for kind in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)


def _plain_heading(style: ParagraphStyle) -> None:
    """Make a heading look like the text, so that Word still lists it in its outline."""
    _set_font(style, BODY)
    style.font.bold, style.font.italic = True, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(2)
    style.paragraph_format.keep_with_next = True


def _number_pages(section: Section) -> None:
    """Put page numbers in the middle of the upper margin, from the second on."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(BODY)
        part = _element("w:fldChar", fldCharType=kind) if kind else OxmlElement("w:instrText")
        if text:
            part.text = text
        run._r.append(part)  # noqa: SLF001 - python-docx has no fields


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
