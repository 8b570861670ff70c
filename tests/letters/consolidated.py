"""A consolidated report and its parts, as Markdown and as Word."""

import io
from collections.abc import Callable, Iterator
from typing import Any

from docx import Document
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kehoach.letters.consolidation.gathered_reports import Consolidation, consolidate
from kehoach.letters.letter_formats import CONSOLIDATION_FORMATS
from kehoach.run import Run
from kehoach.words import Lang

Judge = Callable[..., Run]
DAY = "2021-12-15"
PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch theo dõi thi hành pháp luật
number: 12/KH-UBND
place: Bắc Giang
issuer: ubnd-tinh
period: {from: 2021-01-01, to: 2022-12-31}
policy: {roll: none, reporting: "3", consolidator: so-tu-phap}
items:
  - {id: "1", kind: task, title: Duy trì, text: Thường xuyên duy trì đường dây nóng., implement: [so-nganh],
     deadline: {continuous: true}, wording: thường xuyên}
  - {id: "2", kind: task, title: Theo dõi, text: Mỗi năm chọn ít nhất 02 lĩnh vực., implement: [so-nganh],
     deadline: {every: year}, wording: hàng năm, quota: [{at_least: 2, unit: lĩnh vực}]}
  - {id: "3", kind: report, title: Báo cáo năm, text: "Hàng năm, trước ngày 02/12 báo cáo.",
     implement: [so-nganh], to: ubnd-tinh, deadline: {every: year, before: 12-02},
     wording: "Hàng năm, trước ngày 02/12"}
  - {id: "4", kind: report, title: Báo cáo một lần, text: Báo cáo., implement: [so-noi-vu],
     deadline: {by: 2021-06-30}}
"""
AGENCIES = """\
schema: kehoach/agencies@1
agencies:
  - {id: ubnd-tinh, name: UBND tỉnh}
  - {id: so-tu-phap, name: Sở Tư pháp}
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: so-noi-vu, name: Sở Nội vụ}
  - {id: so-van-hoa, name: "Sở Văn hóa, Thể thao và Du lịch"}
groups:
  - {id: so-nganh, name: Các sở, members: [so-tu-phap, so-tai-chinh, so-noi-vu, so-van-hoa]}
"""
SUBMISSION = """\
schema: kehoach/submission@1
plan: "07"
agency: {agency}
document: {{number: {number}, date: {day}}}
reports: [{{item: "3", period: 2021{nil}}}]
"""
TASKS = """\
tasks:
  - {item: "1", status: in_progress, note: NOTE}
  - item: "2"
    status: done
    completed: 2021-09-10
    quantity: 3
    evidence: [{number: 41/KH-STC, date: 2021-09-10, title: Kế hoạch của ngành}]
"""


def files(note: str = "đã duy trì") -> dict[str, str]:
    """Return a data folder: one on time, one nil and late, one silent on paper, one nothing."""
    told = {
        "so-tai-chinh": SUBMISSION.format(
            agency="so-tai-chinh", number="125/BC-STC", day="2021-11-29", nil=""
        ) + TASKS.replace("NOTE", quoted(note)),
        "so-noi-vu": SUBMISSION.format(
            agency="so-noi-vu", number="9/BC-SNV", day="2021-12-05", nil=", nil: true"
        ),
        "so-van-hoa": SUBMISSION.format(
            agency="so-van-hoa", number="3/BC-SVH", day="2021-12-01", nil=""
        ),
    }  # fmt: skip
    return {"plan_07.yaml": PLAN, "agencies.yaml": AGENCIES} | {
        f"submissions/{agency}/bao-cao.yaml": text for agency, text in told.items()
    }


def quoted(words: str) -> str:
    """Return words as a YAML scalar, whatever they hold."""
    escaped = "".join(
        char if char.isalnum() or char == " " else f"\\U{ord(char):08x}" for char in words
    )
    return f'"{escaped}"'


def consolidation_markdown(run: Run, of: Consolidation, lang: Lang) -> str:
    """Return the working copy."""
    text = CONSOLIDATION_FORMATS["markdown"](run, of, lang)
    assert isinstance(text, str)
    return text


def consolidation_docx(run: Run, of: Consolidation, lang: Lang) -> bytes:
    """Return the draft of the official report."""
    content = CONSOLIDATION_FORMATS["docx"](run, of, lang)
    assert isinstance(content, bytes)
    return content


def gathered(run: Run) -> Consolidation:
    """Return the consolidation of report 3 in 2021."""
    (report,) = run.reports
    (demand,) = [
        each for each in report.docket.demands if (each.item.id, each.period) == ("3", "2021")
    ]
    return consolidate(report, demand, run.workspace.filings)


def parsed(text: str) -> list[Token]:
    """Return Markdown as it is read, with tables, HTML and links."""
    return MarkdownIt("commonmark").enable("table").parse(text)


def paragraphs(document: Any) -> Iterator[Any]:
    """Yield all paragraphs, those of tables too, in order."""
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def xml_of(part: Any) -> str:
    """Return what python-docx has no words for: repeated rows, rules, fields."""
    xml: str = part._element.xml  # noqa: SLF001
    return xml


def words_of(content: bytes) -> str:
    """Return all words of a Word file."""
    return "\n".join(each.text for each in paragraphs(Document(io.BytesIO(content))))
