"""A plain text: what the layout broke is whole again, and nothing else is joined."""

from pathlib import Path

import pytest

from kehoach.annex.annex_document import Annex
from kehoach.annex.documents.annex_files import read_annex
from kehoach.annex.documents.plain_text import read_plain
from kehoach.annex.leading_marks import leading_mark

_SEED = Path(__file__).parents[2] / "sources" / "ke-hoach-06.txt"


def _paragraphs(annex: Annex) -> list[str]:
    return [block.text for block in annex.blocks if hasattr(block, "text")]


def test_broken_lines_are_joined_and_a_broken_number_is_whole() -> None:
    text = (
        "1. Quán triệt Chỉ thị\n"
        "- Tổ chức hội nghị quán triệt, triển khai thực hiện Chỉ thị số 06-\n"
        "CT/TU và Kế hoạch này đến các cơ quan, đơn vị trên địa bàn tỉnh trong\n"
        "giai đoạn 2021-\n"
        "2025, tình hình kinh tế -\n"
        "xã hội của tỉnh.\n"
        "+ Thời gian: quý I/2026.\n"
    )
    assert _paragraphs(read_plain(text)) == [
        "1. Quán triệt Chỉ thị",
        (
            "- Tổ chức hội nghị quán triệt, triển khai thực hiện Chỉ thị số 06-CT/TU và Kế hoạch này đến "
            "các cơ quan, đơn vị trên địa bàn tỉnh trong giai đoạn 2021-2025, tình hình kinh tế - xã hội "
            "của tỉnh."
        ),
        "+ Thời gian: quý I/2026.",
    ]


def test_a_paragraph_a_line_stays_a_paragraph() -> None:
    lines = [
        "KẾ HOẠCH",
        "I. MỤC ĐÍCH",
        "Sở Tư pháp tham mưu UBND tỉnh ban hành kế hoạch theo dõi tình hình thi hành pháp luật.",
        "Sở Tài chính bố trí kinh phí.",
        "Thời gian: quý I.",
    ]
    assert _paragraphs(read_plain("\n".join(lines))) == lines


@pytest.mark.parametrize(
    "broken",
    [
        ("1. Sở Y tế rà soát, tổng hợp, báo cáo UBND tỉnh trước ngày", "31/5/2026."),
        ("2. Sở Nội vụ tham mưu kiện toàn tổ chức, hoàn thành trong tháng", "6/2026."),
        ("3. Sở Tài chính cân đối kinh phí theo Nghị quyết số", "12/NQ-HĐND của HĐND tỉnh."),
        ("4. Sở Y tế thực hiện các nhiệm vụ quy định tại khoản", "2. Điều này."),
        ("5. Sở Y tế, Sở Nội vụ,", "Sở Tài chính phối hợp thực hiện."),
        ("6. Giao các sở, ngành thuộc", "UBND tỉnh triển khai trong giai đoạn 2026 -", "2030."),
    ],
)
def test_a_line_that_begins_with_a_number_goes_on_with_its_sentence(
    broken: tuple[str, ...],
) -> None:
    long = "- Tổ chức hội nghị quán triệt, triển khai thực hiện Chỉ thị đến các cơ quan, đơn vị"
    lines = [long, "trên địa bàn tỉnh.", *broken, long, "trên địa bàn."]
    assert _paragraphs(read_plain("\n".join(lines)))[1] == " ".join(broken)


def test_page_numbers_and_footnotes_of_a_page_are_taken_out_of_the_sentence_between() -> None:
    text = (
        "- Chỉ đạo thực hiện nghiêm túc các văn bản về công tác tổ chức thi hành\n"
        "pháp luật1 và các văn bản khác có liên quan theo Nghị định 34/2016/NĐ-CP2 của\n"
        "1 như: Quyết định số 242/QĐ-TTg.\n"
        "2\n"
        "ngày 14/5/2016.\n"
        "2\n"
        "Chính phủ về việc này.\n"
        "- Việc khác.\n"
        "3\n"
        "- Việc sau.\n"
    )
    read = read_plain(text)
    assert _paragraphs(read) == [
        (
            "- Chỉ đạo thực hiện nghiêm túc các văn bản về công tác tổ chức thi hành pháp luật¹ và các văn "
            "bản khác có liên quan theo Nghị định 34/2016/NĐ-CP² của Chính phủ về việc này."
        ),
        "- Việc khác.",
        "- Việc sau.",
    ]
    assert [(each.mark, each.text) for each in read.footnotes] == [
        ("1", "như: Quyết định số 242/QĐ-TTg."), ("2", "ngày 14/5/2016."),
    ]  # fmt: skip
    assert "2, 3" in read.notes[0].en


def test_the_seed_text_has_its_seven_notes_and_no_page_number_in_a_sentence() -> None:
    read = read_annex(_SEED)
    assert [each.mark for each in read.footnotes] == [*"1234567"]
    third = next(
        words for words in _paragraphs(read) if words.startswith("- Tăng cường công tác tự")
    )
    assert "kinh tế - xã hội ở địa phương có thay đổi dẫn đến nội dung" in third
    assert any(words.endswith("Trong đó, tập trung thực hiện một số nhiệm vụ trọng tâm:")
               for words in _paragraphs(read))  # fmt: skip


@pytest.mark.parametrize(
    ("words", "label", "form"),
    [
        ("II. NHIỆM VỤ", "II", "roman"), ("III- TỔ CHỨC", "III", "roman"), ("B. Phần sau", "B", "capital"),
        ("Phần I. Mở đầu", "I", "named"), ("Điều 2. Giao", "2", "named"), ("3. Việc", "3", "decimal"),
        ("5.3.Viện Kiểm sát", "5.3", "decimal"), ("1.1 Rà soát", "1.1", "decimal"),
        ("a) Lập kế hoạch", "a", "letter"), ("(1) Việc", "1", "decimal"), ("đ) Việc", "đ", "letter"),
        ("- Việc", "", "bullet"), ("+ Việc", "", "bullet"), ("• Việc", "", "bullet"),
        ("–Việc", "", "bullet"),
    ],
)  # fmt: skip
def test_marks(words: str, label: str, form: str) -> None:
    found = leading_mark(words)
    assert found is not None
    assert (found[0].label, found[0].form[0]) == (label, form)


@pytest.mark.parametrize(
    "words",
    [
        "30.6.2026 là ngày cuối", "30/6/2026 là ngày cuối", "2026. Năm sau", "-5% so với năm trước",
        "1.500 tỷ đồng", "Vì vậy", "Điều 3 của Luật Đất đai", "Mục tiêu: đạt 100%", "UBND tỉnh", "1,5 lần",
    ],
)  # fmt: skip
def test_what_is_no_mark(words: str) -> None:
    assert leading_mark(words) is None


def test_a_markdown_table_in_a_text_is_read_as_one(tmp_path: Path) -> None:
    file = tmp_path / "bang.txt"
    file.write_text("Kế hoạch\n\n| TT | Nhiệm vụ |\n|---|---|\n| 1 | Rà soát |\n", encoding="utf-8")
    assert any(hasattr(block, "rows") for block in read_annex(file).blocks)
