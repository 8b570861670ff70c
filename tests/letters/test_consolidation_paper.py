"""The consolidated report on paper, by Decree 30."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from kehoach.run import Run
from kehoach.words.administrative import administrative_day
from letters.consolidated import (
    DAY,
    PLAN,
    consolidation_docx,
    files,
    gathered,
    paragraphs,
    xml_of,
)


def test_paper_and_margins(document: Any) -> None:
    """A4; 20-25 mm above and below, 30-35 mm left, 15-20 mm right."""
    (section,) = document.sections
    assert [round(each.mm) for each in (section.page_width, section.page_height)] == [210, 297]
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 20 <= round(section.bottom_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20


def test_type(document: Any) -> None:
    """Times New Roman; the text of 13 or 14 points, nothing of another type."""
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {
        "Times New Roman"
    }
    text = [p for p in document.paragraphs if p.alignment is not None and "Thực hiện" in p.text]
    assert {run.font.size for p in text for run in p.runs} <= {Pt(13), Pt(14)}
    assert {run.font.name for p in paragraphs(document) for run in p.runs} == {None}


def test_page_numbers(document: Any) -> None:
    """In the middle of the upper margin, not on the first page."""
    (section,) = document.sections
    assert section.different_first_page_header_footer
    assert "PAGE" in xml_of(section.header)
    assert section.header.paragraphs[0].alignment == 1  # centred
    assert "PAGE" not in xml_of(section.first_page_header)


def test_heading_block(document: Any) -> None:
    """Agency at the left, the State at the right; number and day to be filled in by hand."""
    assert document.paragraphs[0].text.startswith("DỰ THẢO")
    head = document.tables[0]
    left, right = ([p.text for p in cell.paragraphs if p.text] for cell in head.rows[0].cells)
    assert left == ["UBND TỈNH", "SỞ TƯ PHÁP"]
    assert right == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    number, dated = (cell.text for cell in head.rows[1].cells)
    assert number.replace("\N{NO-BREAK SPACE}", " ").split() == ["Số:", "…/BC-…"]
    assert dated == "Bắc Giang, ngày … tháng … năm 2021"
    for cell in head.rows[0].cells:  # the rule below each
        assert "w:pBdr" in xml_of(cell.paragraphs[-1])


def test_title_text_and_end(document: Any) -> None:
    """Kind and matter; to whom; the text ends with ``./.``; recipients end with the archive."""
    texts = [each.text for each in document.paragraphs if each.text]
    assert texts[1:3] == [
        "BÁO CÁO",
        "Tổng hợp kết quả thực hiện Kế hoạch theo dõi thi hành pháp luật, năm 2021",
    ]
    assert "Kính gửi: UBND tỉnh" in texts
    assert [text for text in texts if text.startswith(("I. ", "II. ", "III. "))] == [
        "I. TÌNH HÌNH BÁO CÁO", "II. KẾT QUẢ THEO MỤC", "III. SỐ LIỆU TỔNG HỢP",
    ]  # fmt: skip
    assert any(text.endswith("./.") for text in texts)
    left, right = document.tables[-1].rows[0].cells
    assert [p.text for p in left.paragraphs] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT, …."]
    assert set(right.paragraphs[0].text) == {"…"}


def test_a_year_that_the_plan_names_is_not_said_twice(judge: Callable[..., Run]) -> None:
    """Not "… pháp luật năm 2021, năm 2021"."""
    plan = PLAN.replace("thi hành pháp luật\n", "thi hành pháp luật năm 2021\n")
    run = judge({**files(), "plan_07.yaml": plan}, DAY, git=False)
    document = Document(io.BytesIO(consolidation_docx(run, gathered(run), "vi")))
    texts = [each.text for each in document.paragraphs if each.text]
    assert texts[2] == "Tổng hợp kết quả thực hiện Kế hoạch theo dõi thi hành pháp luật năm 2021"


def test_headings_of_tables_are_repeated(document: Any) -> None:
    """On every page that a table runs over."""
    for table in document.tables[1:-1]:
        assert "w:tblHeader" in xml_of(table.rows[0])
        assert all("w:tblHeader" not in xml_of(row) for row in table.rows[1:])


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2021-05-05", "ngày 05 tháng 5 năm 2021"),
        ("2022-02-10", "ngày 10 tháng 02 năm 2022"),
        ("2022-01-01", "ngày 01 tháng 01 năm 2022"),
        ("2021-12-31", "ngày 31 tháng 12 năm 2021"),
    ],
)
def test_days_in_full(day: str, words: str) -> None:
    """Decree 30/2020: days below 10 and months 1 and 2 take a nought, other months do not."""
    assert administrative_day(date.fromisoformat(day), "vi") == words


def test_the_same_file_each_time(run: Run) -> None:
    """The file depends on the data alone, not on the clock."""
    of = gathered(run)
    assert consolidation_docx(run, of, "vi") == consolidation_docx(run, of, "en")
    properties = Document(io.BytesIO(consolidation_docx(run, of, "vi"))).core_properties
    assert (properties.author, properties.created.date()) == ("", of.as_of)
