"""Whatever stands in a cell below the headings stands in the draft or in a doubt, word for word."""

import json
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builders import a_registry
from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.draft_json import draft_json
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.draft_yaml import draft_yaml
from kehoach.annex.items.drafting import draft
from kehoach.annex.tables.plan_tables import NoPlanTable, told_apart
from kehoach.reading.yaml_files.yaml_text import read_mapping

_HEADINGS = (
    "TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm", "Kinh phí",
)  # fmt: skip
_REGISTRY = a_registry(
    {"id": "so-tu-phap", "name": "Sở Tư pháp", "short": "STP"},
    {"id": "so-van-hoa", "name": "Sở Văn hóa, Thể thao và Du lịch"},
    groups=[{"id": "cap-xa", "name": "UBND cấp xã", "members": ["so-tu-phap"]}],
)
_WORDS = st.sampled_from((
    "", "", "", "1", "2", "1.1", "a)", "b", "I", "II.", "-", "NV 01", "1.", "A", "Sở Tư pháp",
    "STP; UBND cấp xã",
    "Sở Văn hoá, Thể thao và Du lịch và các đơn vị liên quan", "Quý II/2026", "trước ngày 30/6/2026",
    "xem {phụ lục} số 3", "nối tiếp câu trên", "Báo cáo kết quả", "I. Công tác chung", "a) Việc nhỏ",
    "Sở Quang Minh\nSở Tư pháp (Phòng 1)", "Thường xuyên", "Chủ trì: STP; phối hợp: Sở Lạ", "# ? ::error::",
    "+ thêm một ý", "tháng 12//2026", "Kế hoạch: 'có' \"nháy\"", "Thời gian", "TT", "(1)", "3", "4",
))  # fmt: skip


@st.composite
def _tables(draw: st.DrawFn) -> tuple[AnnexTable, list[str]]:
    """Return a table with merged cells and now and then its header again, and what its cells say."""
    width = draw(st.integers(3, len(_HEADINGS)))
    header = tuple(AnnexCell(words) for words in _HEADINGS[:width])
    rows = [AnnexRow("1", header)]
    said: list[str] = []
    above = [AnnexCell() for _ in range(width)]
    for number in range(draw(st.integers(1, 7))):
        if draw(st.integers(0, 9)) == 0:
            rows.append(AnnexRow(str(number + 2), tuple(AnnexCell(cell.text) for cell in header)))
            continue
        row: list[AnnexCell] = []
        while len(row) < width:
            how = draw(st.integers(0, 9))
            cell = (
                above[len(row)]
                if how == 0 and number
                else AnnexCell(_marked(draw(_WORDS), len(said)))
            )
            span = draw(st.integers(1, width)) if how == 1 else 1
            said += [cell.text] if cell.text and cell is not above[len(row)] else []
            row += [cell] * min(span, width - len(row))
        rows.append(AnnexRow(str(number + 2), tuple(row)))
        above = row
    return AnnexTable(tuple(rows)), said


def _marked(words: str, number: int) -> str:
    """Return longer words with a sign that stands nowhere else; short ones stay numbers."""
    return f"{words} q{number}z" if len(words) > 7 else words


def _flat(words: str) -> str:
    return " ".join(words.split())


@settings(max_examples=300, deadline=None)
@given(_tables())
def test_each_cell_is_in_an_item_a_heading_or_a_doubt(made: tuple[AnnexTable, list[str]]) -> None:
    table, said = made
    annex = Annex((AnnexParagraph("Kế hoạch năm 2026"), table))
    try:
        drafted = draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1)))
    except NoPlanTable:
        assume(False)
        raise
    told = json.loads(draft_json(drafted, "vi"))
    kept = [
        str(value) for item in told["items"] for value in item.values() if isinstance(value, str)
    ]
    kept += [each["title"] for each in told["sections"]] + [each["id"] for each in told["sections"]]
    kept += told["doubts"]
    haystack = _flat(" ".join(kept))
    for words in said:
        for line in words.split("\n"):
            lost = [word for word in line.split() if word.strip(".)(-+") not in haystack]
            assert not lost, (line, lost)
            assert "q" not in line or _flat(line).split(" ", 1)[-1] in haystack


@settings(max_examples=200, deadline=None)
@given(_tables(), st.sampled_from(("vi", "en")))
def test_the_draft_is_a_plan_file_that_can_be_read(
    made: tuple[AnnexTable, list[str]], lang: str
) -> None:
    annex = Annex((AnnexParagraph("Kế hoạch năm 2026"), made[0]))
    try:
        drafted = draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1)))
    except NoPlanTable:
        assume(False)
        raise
    data, found = read_mapping(
        draft_yaml(drafted, "vi" if lang == "vi" else "en"), "plan.yaml", "plan"
    )
    assert not found
    ids = [item["id"] for item in data["items"] or ()]
    assert len(ids) == len(set(ids))
    assert [item["text"] for item in data["items"] or ()] == [item.text for item in drafted.items]


_UNKNOWN = ("Mã", "Đầu việc đã phân", "Ai lo", "Bao giờ", "Đến đâu")
_SAID = st.sampled_from((
    "1", "2.1", "a)", "II", "Sở Tư pháp", "Quý II/2026", "30/6/2026", "Rà soát văn bản", "Ghi chú: xem sau",
    "Tổng cộng", "NGƯỜI LẬP BIỂU", "(Ký tên)", "trên địa bàn tỉnh", "/2026", "Nguyễn Văn A",
    "Đạt trên 80% hồ sơ",
    "KẾ HOẠCH", "UBND TỈNH BẮC GIANG", "Số: 7/KH-UBND", "PHỤ LỤC I", "Nơi nhận: như trên", "(1)", "x",
    "Thời hạn", "Các sở báo cáo trước ngày 15/12/2026", "1. Giao Sở Tư pháp chủ trì rà soát", "- Ý thêm",
))  # fmt: skip


@st.composite
def _documents(draw: st.DrawFn) -> tuple[Annex, list[str]]:
    """Return paragraphs and tables of all sorts, words struck out among them, and all that they say."""
    said: list[str] = []

    def words() -> str:
        told = draw(_SAID)
        said.append(f"{told} jx{len(said)}xj" if draw(st.booleans()) else told)
        return said[-1]

    def cell() -> AnnexCell:
        told = words() if draw(st.integers(0, 3)) else ""
        struck = (message("struck", words=told),) if told and draw(st.integers(0, 9)) == 0 else ()
        return AnnexCell(told, struck)

    blocks: list[AnnexParagraph | AnnexTable] = []
    for _ in range(draw(st.integers(1, 5))):
        if draw(st.booleans()):
            blocks.append(AnnexParagraph(words()))
            continue
        headings = draw(st.sampled_from((_HEADINGS[:5], _UNKNOWN, ())))
        width = len(headings) or draw(st.integers(1, 5))
        rows = [tuple(map(AnnexCell, headings))] if headings else []
        rows += [tuple(cell() for _ in range(width)) for _ in range(draw(st.integers(0, 5)))]
        numbered = (AnnexRow(str(number), row) for number, row in enumerate(rows, 1))
        blocks.append(AnnexTable(tuple(numbered), draw(st.sampled_from(("", "Trang 1")))))
    return Annex(tuple(blocks)), said


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [words for each in value.values() for words in _strings(each)]
    if isinstance(value, list):
        return [words for each in value for words in _strings(each)]
    return [str(value)]


@settings(max_examples=200, deadline=None)
@given(_documents())
def test_each_word_of_a_document_is_in_the_draft_or_in_the_list_of_what_was_left_out(
    made: tuple[Annex, list[str]],
) -> None:
    annex, said = made
    try:
        drafted = draft(annex, _REGISTRY, DraftOptions(date(2026, 1, 1)))
    except NoPlanTable:
        assume(False)
        raise
    around = told_apart(annex).around  # what becomes of these the tests of prose say
    kept = (*_strings(json.loads(draft_json(drafted, "vi"))), *around)
    haystack = _flat(" ".join(kept)).lower()
    for words in said:
        lost = [word for word in words.lower().split() if word.strip(".):(-+") not in haystack]
        assert not lost, (words, lost)
