"""The draft of a consolidated report: Markdown that stays words, Word laid out by Decree 30/2020.

Margins, sizes and the order of the parts are those of Decree 30/2020/NĐ-CP, Appendix I.
"""

import io
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kehoach.cli import app
from kehoach.document.paper import plain
from kehoach.letters.consolidation.gathered_reports import Consolidation, consolidate
from kehoach.letters.letter_formats import CONSOLIDATION_FORMATS
from kehoach.reading.folder import DataFolder
from kehoach.run import Run
from kehoach.words import LANGUAGES, Lang
from kehoach.words.administrative import administrative_day

Judge = Callable[..., Run]
Capture = pytest.CaptureFixture[str]
SHIPPED = Path(__file__).resolve().parents[2] / "data"
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


@pytest.fixture
def run(judge: Judge) -> Run:
    """Return the verdicts on the small folder."""
    return judge(files(), DAY)


def parsed(text: str) -> list[Token]:
    """Return Markdown as it is read, with tables, HTML and links."""
    return MarkdownIt("commonmark").enable("table").parse(text)


def tables(tokens: list[Token]) -> list[list[list[str]]]:
    """Return the cells of each table of parsed Markdown."""
    found: list[list[list[str]]] = []
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("td_open", "th_open"):
            inline = tokens[index + 1]
            found[-1][-1].append("".join(each.content for each in inline.children or ()))
    return found


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


# ── What is told, in both formats ──────────────────────────────────────────────────────────────

SAID = (
    "125/BC-STC", "29/11/2021", "9/BC-SNV", "05/12/2021", "3/BC-SVH", "Sở Tài chính",
    "Sở Văn hóa, Thể thao và Du lịch", "đã duy trì", "41/KH-STC", "Kế hoạch của ngành",
    "Thường xuyên duy trì đường dây nóng.", "Mỗi năm chọn ít nhất 02 lĩnh vực.",
    "03/04 cơ quan, đơn vị đã gửi báo cáo (02 đúng hạn, 01 quá hạn; trong đó 01 báo cáo không phát",
    "phát sinh); 01 cơ quan, đơn vị chưa gửi.",
    "Sở Tư pháp: quá hạn 14 ngày",  # 1 → 15 December
    "Sở Nội vụ: gửi muộn 4 ngày",  # 1 → 5 December
    "Cộng số lượng: 3/8 lĩnh vực (tối thiểu theo kế hoạch); 1/4 đơn vị đạt mức tối thiểu.",
    "Giao 04 cơ quan, đơn vị: 01 có nêu kết quả (01 đang làm); 01 báo cáo không phát sinh; 01 đã",
    "phát sinh; 01 đã báo cáo nhưng không nêu mục này; 01 chưa gửi báo cáo.",
    "Đã báo cáo nhưng không nêu mục này (01): Sở Văn hóa, Thể thao và Du lịch.",
    "15/12/2021",
)  # fmt: skip


def test_markdown_tells_everything(run: Run) -> None:
    """Numbers and days of documents, who is late and by how much, sums against the quota."""
    text = consolidation_markdown(run, gathered(run), "vi")
    missing = [words for words in SAID if words not in text]
    assert missing == []
    assert "# Tổng hợp báo cáo theo mục 3, năm 2021" in text
    assert "không trong kho git" in text
    assert "minh hoạ" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_golden(judge: Judge, golden: Callable[[str, str], None], lang: Lang) -> None:
    """The working copy, byte by byte; without git, so that no commit is part of it."""
    run = judge(files(), DAY, git=False)
    golden(f"consolidation.{lang}.md", consolidation_markdown(run, gathered(run), lang))


def test_word_tells_the_same(run: Run) -> None:
    """Nothing that Markdown tells is lost on paper."""
    told = words_of(consolidation_docx(run, gathered(run), "vi"))
    assert [words for words in SAID if words not in told] == []


def test_every_cell_of_markdown_stands_in_word(run: Run) -> None:
    """The same tables in both: heading, rows, sums."""
    tokens = parsed(consolidation_markdown(run, gathered(run), "vi"))
    document = Document(io.BytesIO(consolidation_docx(run, gathered(run), "vi")))
    body = document.tables[1:-1]  # between the heading block and the signature
    assert tables(tokens) == [
        [[cell.text for cell in row.cells] for row in table.rows] for table in body
    ]


def test_the_figures_add_up(run: Run) -> None:
    """Each row of part III is a sum, and the last row the sum of the others."""
    *_, who, what = tables(parsed(consolidation_markdown(run, gathered(run), "vi")))
    rows = [[int(cell) for cell in row[1:]] for row in who[1:]]
    assert [row[0] for row in who[1:]] == ["1", "2", "4", "Cộng"]
    assert all(row[0] == sum(row[1:]) for row in rows)
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]
    assert [row[1:5] for row in what[1:]] == [
        ["1", "0", "1", "0"], ["1", "1", "0", "0"], ["0", "0", "0", "0"], ["2", "1", "1", "0"],
    ]  # fmt: skip


def test_english_markdown_has_no_vietnamese_of_ours(run: Run) -> None:
    """What agencies wrote stays as it is; the words between are English."""
    text = consolidation_markdown(run, gathered(run), "en")
    assert "By the end of 2021-12-15, 3/4 agencies had reported" in text
    assert "Đơn vị" not in text
    assert "quá hạn" not in text


def test_sample_data_is_named(judge: Judge) -> None:
    """*Dữ liệu minh hoạ* wherever invented data is counted: at the top of both formats."""
    with_sample = files()
    name = "submissions/so-tai-chinh/bao-cao.yaml"
    with_sample[name] = with_sample[name].replace("reports:", "sample: true\nreports:")
    run = judge(with_sample, DAY)
    of = gathered(run)
    assert "Dữ liệu minh hoạ" in consolidation_markdown(run, of, "vi")
    document = Document(io.BytesIO(consolidation_docx(run, of, "vi")))
    assert "Dữ liệu minh hoạ" in document.paragraphs[1].text


# ── Decree 30/2020/NĐ-CP, Appendix I ───────────────────────────────────────────────────────────


@pytest.fixture
def document(run: Run) -> Any:
    """Return the Word file, read back."""
    return Document(io.BytesIO(consolidation_docx(run, gathered(run), "vi")))


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


# ── Untrusted text ─────────────────────────────────────────────────────────────────────────────

HOSTILE = {
    "table": "một | hai || ba \\| bốn \\",
    "html": "<script>alert(1)</script><img src=x onerror=y><!-- &lt;b&gt; -->",
    "link": "[bấm](http://xau.example) ![ảnh](x.png) http://xau.example www.xau.example",
    "mention": "@all @so-tu-phap #12",
    "emphasis": "**đậm** _nghiêng_ `mã` ~~gạch~~ $x$",
    "lines": "một\n\n# hai\n- ba\n| a | b |\n|---|---|",
    "begins": "# tiêu đề",
    "number": "1. đầu",
    "formula": "=HYPERLINK(x)",
    "marks": "trái\u202ephải \u2066ẩn\u2069 \u200f",
    "runner": "::error::x ##[error]y",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_stay_words(judge: Judge, name: str, lang: Lang) -> None:
    """A note is somebody else's: it may neither mark up nor break its cell (traps.md)."""
    run, plain_run = judge(files(HOSTILE[name]), DAY), judge(files("x"), DAY)
    of, plain_of = gathered(run), gathered(plain_run)
    tokens = parsed(consolidation_markdown(run, of, lang))
    usual = parsed(consolidation_markdown(plain_run, plain_of, lang))
    assert [token.type for token in tokens] == [token.type for token in usual]
    kinds = {each.type for token in tokens for each in token.children or ()}
    assert kinds <= {"text", "strong_open", "strong_close"}
    document = Document(io.BytesIO(consolidation_docx(run, of, lang)))
    expected = plain(HOSTILE[name])
    assert any(each.text == expected for each in paragraphs(document))
    text = consolidation_markdown(run, of, lang)
    assert not any(sign in text for sign in ("@all", "http://x", "www.x", "\u202e", "\u2066"))


def test_what_xml_forbids_is_replaced() -> None:
    """XML 1.0, 2.2: controls, half characters and U+FFFE/FFFF can stand in no file of Word."""
    for char in ("\x00", "\x0b", "\x1b", "\x7f", "\ud800", "\ufffe", "\uffff"):
        assert char not in plain(f"a{char}b")
    assert plain("a\x1b[31mb") == "a\N{REPLACEMENT CHARACTER}[31mb"


def test_letters_are_put_together(judge: Judge) -> None:
    """NFD, as macOS writes it, is drawn badly by fonts: both formats print NFC."""
    spread = unicodedata.normalize("NFD", "Đã tổ chức hội nghị")
    run = judge(files(spread), DAY)
    told = words_of(consolidation_docx(run, gathered(run), "vi"))
    assert "Đã tổ chức hội nghị" in told
    assert "Đã tổ chức hội nghị" in consolidation_markdown(run, gathered(run), "vi")


def test_a_long_note_is_neither_cut_nor_kept_on_one_page(judge: Judge) -> None:
    """100 KB: whole in both, and its row may be broken over pages."""
    note = "dài " * 25_000
    run = judge(files(note), DAY)
    document = Document(io.BytesIO(consolidation_docx(run, gathered(run), "vi")))
    (row,) = [
        row
        for table in document.tables
        for row in table.rows
        if any(cell.text == note.strip() for cell in row.cells)
    ]
    assert "w:cantSplit" not in xml_of(row)
    assert note.strip() in consolidation_markdown(run, gathered(run), "vi")


# ── The command ────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def data(folder: Callable[..., DataFolder]) -> str:
    """Return the small folder's name."""
    return str(folder(files()).root)


def command(capsys: Capture, data: str, *args: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error."""
    code = app.run(["consolidate", "--no-git", "--as-of", DAY, "--data", data, *args])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ("--item 1 --period 2021", "không phải là báo cáo"),
        ("--item 9 --period 2021", "không có mục"),
        ("--item 3 --period 1999", "không có kỳ"),
        ("--item 4 --period 2021", "không có kỳ 2021: once"),
        ("--item 3", "cần --period: 2021, 2022"),
        ("--item 3 --period 2022", "chưa bắt đầu"),
        ("--item 3 --period 2021 --plan 99", "không có kế hoạch “99”"),
        ("--item 3 --period 2021 --format pdf", "markdown | docx"),
        ("--period 2021", "--item"),
    ],
)
def test_wrong_use_is_told_in_one_line(capsys: Capture, data: str, args: str, words: str) -> None:
    """Exit code 2, nothing on standard output."""
    code, out, err = command(capsys, data, *args.split())
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_a_period_that_is_the_only_one_needs_no_name(capsys: Capture, data: str) -> None:
    """Item 4 is asked for once."""
    code, out, _ = command(capsys, data, "--item", "4")
    assert code == 0
    assert "Sở Nội vụ: quá hạn 168 ngày" in out  # 30 June → 15 December


def test_a_file_is_not_overwritten(capsys: Capture, data: str, tmp_path: Path) -> None:
    """Unless ``--force`` says so; the suffix alone asks for Word."""
    path = tmp_path / "bao-cao.docx"
    args = ("--item", "3", "--period", "2021", "-o", str(path))
    assert command(capsys, data, *args) == (0, "", "")
    first = path.read_bytes()
    assert first.startswith(b"PK")
    code, out, err = command(capsys, data, *args)
    assert (code, out) == (2, "")
    assert "--force" in err
    assert command(capsys, data, *args, "--force", "--format", "markdown")[0] == 0
    assert path.read_text(encoding="utf-8").startswith("# Tổng hợp")


def test_a_file_that_cannot_be_written(capsys: Capture, data: str, tmp_path: Path) -> None:
    """A folder that is not there: one line, not an accident."""
    path = tmp_path / "no" / "bc.md"
    code, _, err = command(capsys, data, "--item", "3", "--period", "2021", "-o", str(path))
    assert (code, err.count("\n")) == (2, 1)


def test_word_is_no_text_for_a_terminal(
    capsys: Capture, data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Binary on a screen is refused before anything is read."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    args = ("--item", "3", "--period", "2021", "--format", "docx")
    code, out, err = command(capsys, data, *args)
    assert (code, out) == (2, "")
    assert "-o" in err


def test_a_missing_package_is_named(
    capsys: Capture, data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra that brings it, ready to paste."""
    monkeypatch.setitem(sys.modules, "docx", None)
    args = ("--item", "3", "--period", "2021", "--format", "docx")
    code, out, err = command(capsys, data, *args)
    assert (code, out) == (2, "")
    assert "pip install 'kehoach[word]'" in err
    assert command(capsys, data, *args[:-2])[0] == 0


@pytest.mark.parametrize(
    "args", [["status"], ["consolidate", "--item", "III.1.c", "--period", "2021"]]
)
def test_the_library_is_loaded_only_when_used(args: list[str]) -> None:
    """``status`` may not become slower for it, nor Markdown."""
    script = (
        "import sys; from kehoach.cli.app import run; "
        "code = run(sys.argv[1:]); sys.exit(code or 10 * ('docx' in sys.modules))"
    )
    told = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script, *args, "--as-of", DAY, "--no-git", "--data", str(SHIPPED)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        check=False,
    )
    assert told.returncode == 0, told.stderr


def test_the_shipped_data() -> None:
    """Plan 06, 2021: 19 agencies, the Board of industrial zones and 10 districts owe III.1.c."""
    from kehoach.run import Question, answer  # noqa: PLC0415 - only here

    run = answer(DataFolder(SHIPPED), "data/", Question(date(2021, 12, 31), git=False))
    (report,) = run.reports
    (demand,) = [
        each for each in report.docket.demands if (each.item.id, each.period) == ("III.1.c", "2021")
    ]
    of = consolidate(report, demand, run.workspace.filings)
    assert of.asked == 30
    late = [run.agency_name(each.agency) for each in of.late]
    assert late == ["UBND huyện Yên Thế"]  # its letter was entered on 08/12, due 01/12
    assert of.sample


def test_the_last_day_of_each_group_is_named(judge: Judge) -> None:
    """Of Sở Nội vụ by 20 November, of all others before 2 December: no one day is everybody's."""
    own = "{every: year, by: 11-20, agencies: [so-noi-vu]}"
    plan = PLAN.replace("{every: year, before: 12-02}", f"[{own}, {{every: year, before: 12-02}}]")
    run = judge({"plan_07.yaml": plan, "agencies.yaml": AGENCIES}, DAY, git=False)
    demands = [each for each in run.reports[0].docket.demands if each.item.id == "3"]
    of = consolidate(run.reports[0], demands[0], run.workspace.filings)
    told = consolidation_markdown(run, of, "vi")
    assert "ngày cuối cùng còn đúng hạn: 20/11/2021 (Sở Nội vụ); 01/12/2021." in told
