"""A consolidated report tells everything that was reported, the same in Markdown and Word."""

import io
from collections.abc import Callable

import pytest
from docx import Document
from markdown_it.token import Token

from kehoach.run import Run
from kehoach.words import LANGUAGES, Lang
from letters.consolidated import (
    DAY,
    Judge,
    consolidation_docx,
    consolidation_markdown,
    files,
    gathered,
    parsed,
    words_of,
)


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
