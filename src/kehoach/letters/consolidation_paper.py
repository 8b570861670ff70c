"""A sheet as Decree 30/2020/NĐ-CP, Appendix I, asks for it: paper, type, lines, page numbers.

A4, margins 20 mm above and below (20-25), 30 mm left (30-35), 15 mm right (15-20); Times New Roman,
black; body 14 points, justified, first lines indented, at least 6 points between paragraphs; pages
numbered in the middle of the upper margin, the first one not.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from kehoach.words.safety import one_line

ALIGN = WD_ALIGN_PARAGRAPH
FONT = "Times New Roman"
BODY, CELL = 14, 12
_SHORT = 400  # letters of a cell that may stand on one page with its whole row
WIDTH = 210 - 30 - 15  # millimetres between the margins
# What XML 1.0 (2.2, Char) forbids beside the controls that `one_line` has already replaced.
_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")


def plain(words: str) -> str:
    """Return words that XML can hold and that read as they are, letters put together (NFC)."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", one_line(normalize("NFC", words)))


def blank_paper(language: str = "vi-VN") -> Any:
    """Return an empty document on this paper."""
    document = Document()
    normal = document.styles["Normal"]
    _set_font(normal, BODY)
    normal.element.rPr.append(_element("w:lang", val=language, eastAsia=language))
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    for level in (1, 2):
        _plain_heading(document.styles[f"Heading {level}"])
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    _number_pages(section)
    return document


def as_bytes(document: Any, title: str, day: date) -> bytes:
    """Return the file; what it holds depends on neither the clock nor the person at the machine."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = plain(title), "", ""
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


def set_apart(paragraph: Any, before: float = 0, after: float = 0) -> None:
    """Leave so many points free above and below a paragraph."""
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)


def write(paragraph: Any, words: str, **style: Any) -> Any:
    """Add words to a paragraph: ``size``, ``bold``, ``italic``, ``align``.

    ``blank``: words of ours in which spaces stand for what is filled in by hand.
    """
    run = paragraph.add_run(words if style.get("blank") else plain(words))
    run.bold, run.italic = style.get("bold", False), style.get("italic", False)
    run.font.size = Pt(style.get("size", BODY))
    if "align" in style:
        paragraph.alignment = style["align"]
    return paragraph


def body(document: Any, words: str, *, italic: bool = False, hanging: bool = False) -> None:
    """Add a paragraph of the text; a ``hanging`` one is a line of a list."""
    paragraph = write(document.add_paragraph(), words, italic=italic, align=ALIGN.JUSTIFY)
    paragraph.paragraph_format.first_line_indent = Mm(10)
    paragraph.paragraph_format.space_before = Pt(2 if hanging else 6)
    paragraph.paragraph_format.space_after = Pt(0 if hanging else 3)


def heading(document: Any, words: str, level: int) -> None:
    """Add the heading of a part or of an item, as bold as the text is high."""
    paragraph = write(document.add_paragraph(style=f"Heading {level}"), words, bold=True)
    paragraph.paragraph_format.first_line_indent = Mm(10)


def rule(place: Any, room: float, length: float) -> None:
    """Add a rule of ``length`` millimetres in the middle of ``room`` to a cell or document."""
    paragraph = place.add_paragraph()
    borders = OxmlElement("w:pBdr")
    borders.append(_element("w:top", val="single", sz="6", space="1", color="000000"))
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - python-docx has no borders
    aside = Mm(max(0.0, (room - length) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = aside
    paragraph.paragraph_format.space_before = Pt(3)
    paragraph.paragraph_format.line_spacing = Pt(6)


def length_of(words: str, size: int) -> float:
    """Return about how many millimetres heavy words take up in this type."""
    em = size * 0.3528
    return sum(0.72 if letter.isupper() else 0.47 for letter in words) * em


def grid(document: Any, widths: Sequence[int], *, borders: bool = True) -> Any:
    """Return an empty table as wide as the text, its columns in these proportions."""
    table = document.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid" if borders else "Normal Table"
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(WIDTH * width / sum(widths))
    return table


def row(table: Any, cells: Iterable[str], *, right: Sequence[bool] = (), **style: Any) -> None:
    """Add a row; ``head`` repeats it at the top of each page, ``bold`` makes it heavy."""
    line = table.add_row()
    head = style.get("head", False)
    for index, (cell, words) in enumerate(zip(line.cells, cells, strict=True)):
        cell.width = table.columns[index].width
        align = ALIGN.CENTER if head or (index < len(right) and right[index]) else ALIGN.LEFT
        bold = head or style.get("bold", False)
        paragraph = write(cell.paragraphs[0], words, size=CELL, bold=bold, align=align)
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if head or max(len(cell.text) for cell in line.cells) < _SHORT:
        unbroken(line)
    if head:
        line._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001


def unbroken(line: Any) -> None:
    """Keep a row of a table on one page."""
    line._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # noqa: SLF001 - not in python-docx


def _set_font(style: Any, size: int) -> None:
    """Set type and size for all scripts; Word would else take another for some letters."""
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for kind in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)


def _plain_heading(style: Any) -> None:
    """Make a heading look like the text, so that Word still lists it in its outline."""
    _set_font(style, BODY)
    style.font.bold, style.font.italic = True, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(2)
    style.paragraph_format.keep_with_next = True


def _number_pages(section: Any) -> None:
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


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
