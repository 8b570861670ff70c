"""``kehoach consolidate --format docx``: the draft of the report, laid out by Decree 30/2020/NĐ-CP.

An official report is written in Vietnamese, whatever language the program speaks.
"""

from datetime import date
from typing import Any

from kehoach.explanations.labels import SAMPLE
from kehoach.letters.consolidation import Consolidation
from kehoach.letters.consolidation_blocks import Block, Bullets, Heading, Paragraph, Table
from kehoach.letters.consolidation_markdown import blocks, facts
from kehoach.letters.consolidation_paper import (
    ALIGN,
    WIDTH,
    as_bytes,
    blank_paper,
    body,
    grid,
    heading,
    length_of,
    row,
    rule,
    set_apart,
    write,
)
from kehoach.periods import ONCE
from kehoach.run import Run
from kehoach.words import Lang, fold

_LANG: Lang = "vi"
_DRAFT = "DỰ THẢO do kehoach lập từ các tệp báo cáo; phải kiểm tra, bổ sung trước khi ký."
_GAP = "\N{NO-BREAK SPACE}"
_STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_NUMBER = f"Số:{10 * _GAP}/BC-…"  # the number is given when it is signed
_LEFT, _RIGHT = 65, 100  # millimetres of the heading block's two columns
_FEBRUARY = 2


def consolidation_docx(run: Run, of: Consolidation, _lang: Lang) -> bytes:
    """Return the Word file."""
    document = blank_paper()
    _draft_mark(document, of)
    _head(document, run, of)
    _title(document, of)
    _introduction(document, run, of)
    for block in blocks(run, of, _LANG):
        _write(document, block)
    _ending(document)
    _foot(document)
    _sources(document, run, of)
    title = f"Báo cáo tổng hợp mục {of.demand.item.id}, {_period(of)}"
    return as_bytes(document, title, of.as_of)


def day_in_full(day: date) -> str:
    """Return ``ngày 05 tháng 5 năm 2021``: days below 10 and months 1 and 2 take a nought."""
    month = f"{day.month:02}" if day.month <= _FEBRUARY else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _draft_mark(document: Any, of: Consolidation) -> None:
    """Say at the very top that this is a draft, and on what data."""
    mark = write(document.add_paragraph(), _DRAFT, size=11, italic=True, align=ALIGN.CENTER)
    if of.sample:
        mark = document.add_paragraph()
        write(mark, SAMPLE.to(_LANG), size=11, bold=True, align=ALIGN.CENTER)
    set_apart(mark, after=12)


def _head(document: Any, run: Run, of: Consolidation) -> None:
    """Write who issues it, the name of the State, the number, place and date left to be filled."""
    above, issuer = _issuers(run, of)
    table = grid(document, (_LEFT, _RIGHT), borders=False)
    left, right = table.add_row().cells
    _lines(left, (above.upper(), {"size": 13}), (issuer.upper(), {"size": 13, "bold": True}))
    rule(left, _LEFT - 4, min(length_of(issuer.upper(), 13) / 2, 35))
    state = ((_STATE[0], {"size": 12, "bold": True}), (_STATE[1], {"size": 13, "bold": True}))
    _lines(right, *state)
    rule(right, _RIGHT - 4, length_of(_STATE[1], 13))
    left, right = table.add_row().cells
    _lines(left, (_NUMBER, {"size": 13, "blank": True}))
    place = of.plan.place or "…"
    dated = f"{place}, ngày … tháng … năm {of.as_of.year}"
    _lines(right, (dated, {"size": 13, "italic": True}))


def _issuers(run: Run, of: Consolidation) -> tuple[str, str]:
    """Return the body above and the body that consolidates, as they are called by that day."""
    plan, item = of.plan, of.demand.item
    consolidator = plan.policy.consolidator or item.via or item.to
    heirs = run.registry.heirs_on(consolidator, of.as_of) if consolidator else ()
    name = run.agency_name(heirs[0] if heirs else consolidator) if consolidator else "…"
    above = run.agency_name(plan.issuer) if plan.issuer else "…"
    return above, name


def _lines(cell: Any, *lines: tuple[str, dict[str, Any]]) -> None:
    """Write centred lines into a cell, the first where the cell already has a paragraph."""
    for index, (words, style) in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        write(paragraph, words, align=ALIGN.CENTER, **style)


def _title(document: Any, of: Consolidation) -> None:
    """Write the kind of document, what it is about, and the rule below."""
    kind = write(document.add_paragraph(), "BÁO CÁO", bold=True, align=ALIGN.CENTER)
    set_apart(kind, before=12)
    period = "" if fold(_period(of)) in fold(of.plan.name) else f", {_period(of)}"
    about = f"Tổng hợp kết quả thực hiện {of.plan.name}{period}"
    write(document.add_paragraph(), about, bold=True, align=ALIGN.CENTER)
    rule(document, WIDTH, min(length_of(about, 14), WIDTH) / 3)


def _introduction(document: Any, run: Run, of: Consolidation) -> None:
    """Say to whom it goes and on what it rests."""
    item = of.demand.item
    if item.to:
        to = f"Kính gửi: {run.agency_name(item.to)}"
        set_apart(write(document.add_paragraph(), to, align=ALIGN.CENTER), before=6, after=6)
    number = f" số {of.plan.number}" if of.plan.number else ""
    body(document, (
        f"Thực hiện {of.plan.title}{number}, trên cơ sở báo cáo của các cơ quan, đơn vị "
        f"nhận được đến hết {day_in_full(of.as_of)}, kết quả {_period(of)} được tổng hợp như sau:"
    ))  # fmt: skip


def _write(document: Any, block: Block) -> None:
    match block:
        case Heading(level, words):
            heading(document, words, level - 1)
        case Paragraph(words, quoted):
            body(document, f"“{words}”" if quoted else words, italic=quoted)
        case Bullets(lines):
            for line in lines:
                body(document, f"- {line}", hanging=True)
        case Table():
            _table(document, block)


def _table(document: Any, block: Table) -> None:
    table = grid(document, [column.width for column in block.columns])
    right = [column.number for column in block.columns]
    row(table, [column.name for column in block.columns], head=True)
    last = len(block.rows) - 1
    for index, cells in enumerate(block.rows):
        row(table, cells, right=right, bold=block.summed and index == last)


def _ending(document: Any) -> None:
    """End the text as the Decree has every text end."""
    body(document, "Trên đây là kết quả tổng hợp báo cáo của các cơ quan, đơn vị./.")


def _foot(document: Any) -> None:
    """Write the recipients, and the place for office, signature and name."""
    table = grid(document, (80, 85), borders=False)
    left, right = table.add_row().cells
    write(left.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
    for first in (left, right):
        set_apart(first.paragraphs[0], before=12)
    for line in ("- Như trên;", "- …;", "- Lưu: VT, …"):
        write(left.add_paragraph(), line, size=11)
    _lines(right, ("QUYỀN HẠN, CHỨC VỤ", {"size": 13, "bold": True}), *(
        ("", {}) for _ in range(4)
    ), ("Họ và tên", {"bold": True}))  # fmt: skip


def _sources(document: Any, run: Run, of: Consolidation) -> None:
    """Say on what the draft rests, to be deleted with the draft mark."""
    document.add_paragraph()
    write(document.add_paragraph(), "Nguồn số liệu của dự thảo (xoá trước khi ký):", size=11,
          bold=True)  # fmt: skip
    for fact in facts(run, of, _LANG):
        write(document.add_paragraph(), f"- {fact}", size=11, italic=True)


def _period(of: Consolidation) -> str:
    """Return the period within a sentence."""
    name = of.demand.period
    if name == ONCE:
        return "kỳ báo cáo một lần"
    return f"năm {name}" if name.isdigit() else f"kỳ {name}"
