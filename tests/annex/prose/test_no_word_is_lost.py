"""Whatever stands in a document in prose stands in its draft, in what is left, or in a doubt."""

import json
import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_registry
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.documents.plain_text import read_plain
from kehoach.annex.draft_json import draft_json
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.draft_yaml import draft_yaml
from kehoach.annex.items.drafting import draft
from kehoach.annex.tables.plan_tables import NoPlanTable
from kehoach.reading.yaml_files.yaml_text import read_mapping

_REGISTRY = a_registry(
    {"id": "so-tu-phap", "name": "Sở Tư pháp"},
    {"id": "so-y-te", "name": "Sở Y tế"},
    {"id": "ubnd-tinh", "name": "UBND tỉnh"},
    groups=[{"id": "cap-xa", "name": "UBND cấp xã", "members": ["so-y-te"]}],
)
_MARKS = st.sampled_from((
    "I. ", "II. ", "III- ", "A. ", "Phần I. ", "1. ", "2. ", "3. ", "1.1. ", "1.2. ", "2.1. ", "3.1.",
    "a) ", "b) ", "c) ", "- ", "- ", "- ", "+ ", "+ ", "• ", "(1) ", "* ", "", "", "10. ", "1) ",
))  # fmt: skip
_WORDS = st.sampled_from(
    (
        "NHIỆM VỤ {}",
        "MỤC ĐÍCH, YÊU CẦU",
        "Tổ chức hội nghị {} quán triệt.",
        "Cơ quan chủ trì: Sở Tư pháp {}.",
        "Cơ quan phối hợp: {} Sở Y tế",
        "Thời gian: trước ngày 30/6/2026 {}.",
        "Thời gian thực hiện: thường xuyên.",
        "Sản phẩm: {}",
        "Sở Tư pháp {}:",
        "Sở Y tế",
        "Giao Sở Tư pháp chủ trì, phối hợp với Sở Y tế {} rà soát {}.",
        "Giao Sở Y tế {} theo dõi {}; sơ kết năm 2026 {}, tổng kết năm 2027 {} và báo cáo theo yêu cầu {}.",
        "Đề nghị {} các tổ chức {} tuyên truyền.",
        "Yêu cầu các sở {} thực hiện.",
        "Nơi nhận:",
        "Lưu: VT, {};",
        "Trên đây là {} kế hoạch.",
        "CHỦ TỊCH",
        "Mai Sơn",
        "Hằng năm, trước ngày 02/12 {} báo cáo UBND tỉnh {}.",
        "Cơ quan thực hiện các nội dung từ 1.1 đến 1.2 nêu trên: Sở Y tế {}",
        "Thực hiện {} như sau:",
        "{}",
        "Rà soát {} (Chủ trì: Sở Tư pháp {}; thời gian: Quý I/2026 {}).",
        "Sở Y tế lập {}. Sở Tư pháp soát {}.",
        "KẾ HOẠCH\nNăm 2026 {}",
        "Trong quá trình thực hiện, nếu có khó khăn {} báo về Sở.",
        "Chủ trì:",
        "Bố trí {} kinh phí.\nThời hạn: {} quý II.\n- Việc {} khác",
        "Kinh phí: {}.",
        "# ? ::error:: {}",
    )
)
_TOKEN = re.compile(r"q\d+z")


@st.composite
def _documents(draw: st.DrawFn) -> list[str]:
    """Return paragraphs; every hole in them is filled with a sign that stands nowhere else."""
    told: list[str] = []
    count = 0
    for _ in range(draw(st.integers(1, 14))):
        words = draw(_MARKS) + draw(_WORDS)
        while "{}" in words:
            count += 1
            words = words.replace("{}", f"q{count}z", 1)
        told.append(words)
    return told


def _check(annex: Annex, paragraphs: list[str]) -> None:
    try:
        drafted = draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 20)))
    except NoPlanTable:
        return
    shown = json.loads(draft_json(drafted, "vi"))
    told = json.dumps(shown, ensure_ascii=False)
    for token in _TOKEN.findall("\n".join(paragraphs)):
        assert re.search(rf"(?<!\w){token}(?!\d)", told), (token, paragraphs)
    text = draft_yaml(drafted, "vi")
    data, found = read_mapping(text, "plan_x.yaml", "plan")
    assert not found
    assert data is not None
    ids = [item.id for item in drafted.items]
    assert len(ids) == len(set(ids))
    assert not {*ids} & {each.id for each in drafted.sections if each.text}
    assert all(item.doubts for item in drafted.items if not (item.owing or item.implementing))


@settings(max_examples=150, deadline=None)
@given(_documents())
def test_of_paragraphs(paragraphs: list[str]) -> None:
    _check(Annex(tuple(map(AnnexParagraph, paragraphs))), paragraphs)


@settings(max_examples=60, deadline=None)
@given(_documents())
def test_of_a_plain_text(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    _check(read_plain(text), paragraphs)
