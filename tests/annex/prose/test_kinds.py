"""Small documents of each kind, and what a careful officer reads in them, written down first."""

from datetime import date

import pytest

from builders import a_registry
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.items.drafting import draft

_REGISTRY = a_registry(
    {"id": "stp", "name": "Sở Tư pháp"},
    {"id": "syt", "name": "Sở Y tế"},
    {"id": "snv", "name": "Sở Nội vụ"},
    {"id": "cat", "name": "Công an tỉnh"},
    {"id": "ubnd", "name": "UBND tỉnh"},
    groups=[{"id": "cap-xa", "name": "UBND cấp xã", "members": []}],
)
_CONTINUOUS = {"continuous": "true"}


def _drafted(text: str) -> Draft:
    paragraphs = tuple(AnnexParagraph(line) for line in text.strip().split("\n"))
    return draft(Annex(paragraphs), _REGISTRY, DraftOptions(date(2026, 1, 20)))


def _said(text: str) -> dict[str, tuple[str, str, list[dict[str, object]]]]:
    """Return by id who owes it, who helps, and the rules."""
    return {
        item.id: (
            " ".join(each.id for each in item.owing),
            " ".join(each.id for each in item.coordinating),
            [dict(rule) for rule in item.deadline],
        )
        for item in _drafted(text).items
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year of money, of a plan, of a law is no time
        ("1. Giao Sở Y tế rà soát cơ sở.\n2. Kinh phí thực hiện từ nguồn ngân sách nhà nước năm 2026.",
         {"1": ("syt", "", [_CONTINUOUS])}),
        ("1. Sở Y tế lập dự toán từ nguồn sự nghiệp y tế năm 2027.",
         {"1": ("syt", "", [{"not_set": "năm 2027"}])}),
        ("1. Sở Y tế báo cáo kết quả công tác năm 2026 trước ngày 15/12/2026.",
         {"1": ("syt", "", [{"before": "2026-12-15"}])}),
        # but a month or quarter at the end is one, and what stands before its task
        ("1. Sở Y tế trình UBND tỉnh Đề án, quý II/2026.", {"1": ("syt", "", [{"within": "2026-Q2"}])}),
        ("1. Quý III/2026, Sở Y tế tổ chức hội nghị.", {"1": ("syt", "", [{"within": "2026-Q3"}])}),
        # an aim, and what is reckoned, stand with their day; another work has its own
        ("1. Sở Y tế chủ trì tổ chức họp trước ngày 15/3/2026 (phấn đấu xong trước ngày 05/3/2026).",
         {"1": ("syt", "", [{"before": "2026-03-15", "aim": {"before": "2026-03-05"}}])}),
        ("1. Sở Y tế hoàn thành trước ngày 30/9/2026, phấn đấu trước ngày 15/9/2026.",
         {"1": ("syt", "", [{"before": "2026-09-30", "aim": {"before": "2026-09-15"}}])}),
        ("1. Sở Y tế trình trước ngày 15/3/2026 (phấn đấu trước 05/3/2026), ban hành trước 30/4/2026.",
         {"1.a": ("syt", "", [{"before": "2026-03-15", "aim": {"before": "2026-03-05"}}]),
          "1.b": ("syt", "", [{"before": "2026-04-30"}])}),
        ("1. Sở Y tế trình trước ngày 30/6/2026, phấn đấu ban hành trước ngày 31/12/2026.",
         {"1.a": ("syt", "", [{"before": "2026-06-30"}]),
          "1.b": ("syt", "", [{"before": "2026-12-31", "aspirational": "true"}])}),
        # who is named behind the first time owes what follows
        ("1. Sở Y tế trình trước ngày 30/6/2026 và Sở Nội vụ ban hành trước ngày 31/12/2026.",
         {"1.a": ("syt", "", [{"before": "2026-06-30"}]), "1.b": ("snv", "", [{"before": "2026-12-31"}])}),
        ("1. Sở Y tế trình trước ngày 30/6/2026, đồng thời Sở Nội vụ rà soát trước ngày 31/12/2026.",
         {"1.a": ("syt", "", [{"before": "2026-06-30"}]), "1.b": ("snv", "", [{"before": "2026-12-31"}])}),
        ("1. Sở Y tế trình trước ngày 30/6/2026, gửi Sở Nội vụ trước ngày 31/12/2026.",
         {"1.a": ("syt", "", [{"before": "2026-06-30"}]), "1.b": ("syt", "", [{"before": "2026-12-31"}])}),
        # a sentence gives out places by their numbers
        (("1. Kiểm tra công tác hộ tịch\n1.1. Kiểm tra đăng ký khai sinh.\n1.2. Kiểm tra cấp bản sao.\n"
         "Giao Sở Tư pháp chủ trì thực hiện các nội dung từ 1.1 đến 1.2, hoàn thành trước ngày 30/9/2026."),
         {"1.1": ("stp", "", [{"before": "2026-09-30"}]), "1.2": ("stp", "", [{"before": "2026-09-30"}])}),
        (("1. Hộ tịch\na) Kiểm tra khai sinh.\nb) Kiểm tra bản sao.\nc) Tổng kết.\n"
         "Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ thực hiện các nội dung tại điểm a, b.\n"
         "- Cơ quan chủ trì điểm c: Sở Y tế."),
         {"1.a": ("stp", "snv", [_CONTINUOUS]), "1.b": ("stp", "snv", [_CONTINUOUS]),
          "1.c": ("syt", "", [_CONTINUOUS])}),
        # an order right below a heading is the heading's
        ("3. Tập huấn nghiệp vụ\nGiao Phòng Phổ biến, giáo dục pháp luật khởi động trong tháng 4/2026.",
         {"3": ("phong-pho-bien-giao-duc-phap-luat", "", [{"start": {"within": "2026-04"}}])}),
        ("3. Xây trụ sở\nSở Y tế khởi công trước ngày 30/6/2026.",
         {"3": ("syt", "", [{"start": {"before": "2026-06-30"}}])}),
        # who stands behind what is to be done
        (("2. Xây dựng Đề án; giao Sở Y tế chủ trì, phối hợp với Công an tỉnh thực hiện, hoàn thành "
         "trước ngày 30/9/2026 (phấn đấu xong trước ngày 15/9/2026)."),
         {"2": ("syt", "cat", [{"before": "2026-09-30", "aim": {"before": "2026-09-15"}}])}),
        ("2. Rà soát thủ tục hành chính. Giao Sở Nội vụ chủ trì, hoàn thành trong quý I/2026.",
         {"2": ("snv", "", [{"within": "2026-Q1"}])}),
        # several bodies, several times: each its own
        (("1. Sở Y tế gửi báo cáo trước ngày 10/6/2026; Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày "
         "20/6/2026."),
         {"1.a": ("syt", "", [{"before": "2026-06-10"}]), "1.b": ("snv", "", [{"before": "2026-06-20"}])}),
        ("1. Sở Y tế xây dựng kế hoạch trước ngày 30/4/2026; sơ kết trước ngày 30/9/2026.",
         {"1.a": ("syt", "", [{"before": "2026-04-30"}]), "1.b": ("syt", "", [{"before": "2026-09-30"}])}),
        # a body's name over its tasks
        (("1. Sở Y tế\n- Chủ trì, phối hợp với Sở Nội vụ rà soát biên chế trước ngày 30/6/2026.\n"
         "- Yêu cầu các bệnh viện công khai giá."),
         {"1.a": ("syt", "snv", [{"before": "2026-06-30"}]), "1.b": ("syt", "", [_CONTINUOUS])}),
        ("1. Giao Sở Y tế:\na) Rà soát.\nb) Công bố trước ngày 30/6/2026.",
         {"1.a": ("syt", "", [_CONTINUOUS]), "1.b": ("syt", "", [{"before": "2026-06-30"}])}),
        ("1. Trách nhiệm của Sở Y tế\n- Rà soát.\n2. Sở Nội vụ: Bố trí nhân lực trong quý I/2026.",
         {"2": ("snv", "", [{"within": "2026-Q1"}])}),
        # lines below a bullet, a group, a whole place
        ("1. Tuyên truyền\n- Viết tin.\n- Mở mục.\n+ Chủ trì: Sở Y tế.\n+ Thời gian: trước 30/6/2026.",
         {"1": ("syt", "", [{"before": "2026-06-30"}])}),
        (("1. Tuyên truyền\n- Viết tin.\n+ Chủ trì: Sở Y tế.\n- Mở chuyên mục.\n+ Chủ trì: Sở Nội vụ.\n"
         "Thời gian: trước ngày 30/6/2026."),
         {"1.a": ("syt", "", [{"before": "2026-06-30"}]), "1.b": ("snv", "", [{"before": "2026-06-30"}])}),
        ("1. Tuyên truyền (Sở Y tế chủ trì; hoàn thành trước ngày 30/6/2026).",
         {"1": ("syt", "", [{"before": "2026-06-30"}])}),
        # a body whose name holds what looks like a verb; lists with signs inside; persons
        ("1. Đề nghị Ngân hàng Nhà nước chi nhánh Khu vực 12 chỉ đạo giảm lãi suất.",
         {"1": ("ngan-hang-nha-nuoc-chi-nhanh-khu-vuc-12", "", [_CONTINUOUS])}),
        ("4. Các sở: Y tế, Nội vụ; UBND cấp xã rà soát quỹ đất sạch, báo cáo trước ngày 20/5/2026.",
         {"4": ("syt snv cap-xa", "", [{"before": "2026-05-20"}])}),
        (("3. Giao Sở Tư pháp trực tiếp chỉ đạo việc rà soát; đồng chí Nguyễn Văn A, Phó Giám đốc Sở, phụ "
          "trách, hoàn thành trong tháng 8/2026."),
         {"3": ("stp", "", [{"within": "2026-08"}])}),
        # when a paper takes effect is nobody's deadline
        ("5. Giao Sở Y tế đôn đốc việc thực hiện Chỉ thị này.\nChỉ thị này có hiệu lực kể từ ngày ký./.",
         {"5": ("syt", "", [_CONTINUOUS])}),
        # where a subject ends though no list knows the verb; soft words stay with their time
        ("1. Các sở, ban, ngành, UBND các xã, phường treo cờ từ ngày 01/6/2026 đến ngày 30/6/2026.",
         {"1": ("cac-so-ban-nganh ubnd-cac-xa-phuong", "", [{"within": "2026-06-01..2026-06-30"}])}),
        ("1. Sở Du lịch treo cờ trước ngày 30/4/2026.",
         {"1": ("so-du-lich", "", [{"before": "2026-04-30"}])}),
        (("2. Công an tỉnh tổ chức lễ phát động vào ngày 01/6/2026; chuẩn bị nội dung, báo cáo UBND tỉnh "
          "trước ngày 25/5/2026."),
         {"2.a": ("cat", "", [{"by": "2026-06-01"}]), "2.b": ("cat", "", [{"before": "2026-05-25"}])}),
        # who does it stands behind it
        ("1. Công khai kết quả trước ngày 05 hằng tháng. Sở Nội vụ thực hiện.",
         {"1": ("snv", "", [{"every": "month", "before": {"day": "5"}}])}),
        ("1. Cắt giảm chi phí trong năm 2026 (Sở Nội vụ chủ trì, các sở, ngành phối hợp).",
         {"1": ("snv", "cac-so-nganh", [{"within": "2026"}])}),
        # a place that only gives out others asks for nothing itself
        (("1. Giao Sở Y tế rà soát.\n2. Giao Sở Y tế chủ trì thực hiện các nhiệm vụ tại mục 2; Sở Nội vụ "
          "thực hiện nhiệm vụ tại mục 1 và mục 3."),
         {"1": ("syt", "", [_CONTINUOUS])}),
        # what only tells of money, or of the paper itself, is no item, nor is its heading
        (("III. TỔ CHỨC THỰC HIỆN\n1. Kinh phí: sử dụng nguồn sự nghiệp năm 2026.\n2. Sở Y tế theo dõi, "
          "báo cáo trước ngày 22 của tháng cuối quý.\n3. Kế hoạch này thay thế Kế hoạch số 05/KH-UBND ngày "
          "15/01/2026."),
         {"III.2": ("syt", "", [{"every": "quarter", "before": {"month": "last", "day": "22"}}])}),
        # a number before a number; a title before who does it; who enforces a decision
        ("2. Thủ tục hành chính\n2.1. 100% thủ tục công khai; Sở Nội vụ chủ trì, xong trước 30/6/2026.",
         {"2.1": ("snv", "", [{"before": "2026-06-30"}])}),
        ("1. Cải cách thể chế: Sở Tư pháp chủ trì rà soát văn bản; thời gian: thường xuyên.",
         {"1": ("stp", "", [_CONTINUOUS])}),
        ("Điều 1. Giao Sở Y tế soát.\nĐiều 2. Sở Y tế, Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.",
         {"1": ("syt", "", [_CONTINUOUS])}),
        # a letter: its head and the list of addressees are no places
        (("V/v triển khai Tháng\nKính gửi:\n- Các sở, ban, ngành;\n- UBND các xã, phường.\nNgày "
          "12/5/2026, Bộ Công an có Công văn số 2345/BCA-C04; Chủ tịch UBND tỉnh yêu cầu:\n1. Công an "
          "tỉnh chủ trì tổ chức lễ phát động trước ngày 01/6/2026.\nQuá trình thực hiện, nếu có khó khăn, "
          "các đơn vị phản ánh về Công an tỉnh."),
         {"1": ("cat", "", [{"before": "2026-06-01"}])}),
        # nobody is told by a heading that begins like a name
        ("1. Giao Sở Y tế rà soát.\n2. Phòng, chống dịch bệnh\n3. Tổ chức thực hiện\n4. Báo cáo định kỳ",
         {"1": ("syt", "", [_CONTINUOUS])}),
    ],
)  # fmt: skip
def test_each_kind(
    text: str, expected: dict[str, tuple[str, str, list[dict[str, object]]]]
) -> None:
    assert _said(text) == expected


def test_a_title_in_capitals_ends_the_item_above_it() -> None:
    drafted = _drafted(
        "1. Giao Sở Y tế rà soát trước ngày 30/6/2026.\nPHỤ LỤC\nLỊCH KIỂM TRA\n(Kèm theo)"
    )
    assert [item.text for item in drafted.items] == ["Giao Sở Y tế rà soát trước ngày 30/6/2026."]
    assert {"LỊCH KIỂM TRA", "(Kèm theo)"} <= set(drafted.left)


def test_a_year_that_may_be_no_time_is_a_doubt_with_its_words() -> None:
    (item,) = _drafted("1. Sở Y tế lập dự toán từ nguồn sự nghiệp y tế năm 2027.").items
    assert any("năm 2027" in doubt.vi for doubt in item.doubts)


def test_the_wording_says_the_rule_by_itself() -> None:
    (item,) = _drafted(
        "2. Xây dựng Đề án; giao Sở Y tế chủ trì, hoàn thành trước ngày 30/9/2026 (phấn đấu xong trước "
        "ngày 15/9/2026)."
    ).items
    assert item.wording.count("(") == item.wording.count(")")
    assert "30/9/2026" in item.wording
    assert "15/9/2026" in item.wording


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1-", "2-"), ("1 -", "2 -"), ("1 –", "2 –"), ("1/", "2/"), ("1)", "2)"), ("(1)", "(2)"),
        ("A.", "B."), ("I-", "II-"), ("Một là,", "Hai là,"), ("Thứ nhất,", "Thứ hai:"), ("a-", "b-"),
        ("1.1-", "1.2-"), ("1.1 –", "1.2 –"), ("Nhiệm vụ 1:", "Nhiệm vụ 2:"), ("Bước 1.", "Bước 2."),
        ("PHẦN ĐẦU\n1.", "GIÁM SÁT CHUYÊN ĐỀ\n1."), ("§ 1", "§ 2"),
    ],
)  # fmt: skip
def test_a_label_is_of_the_place_that_it_stands_in(first: str, second: str) -> None:
    text = (
        f"{first} Kiểm tra\n- Rà soát hồ sơ.\n- Sở Nội vụ chủ trì kết luận trước ngày 30/6/2026.\n"
        f"{second} Giám sát\n- Thời gian: trong tháng 9/2026.\n- Cơ quan chủ trì: Sở Y tế."
    )
    said = list(_said(text).values())
    assert ("snv", "", [{"before": "2026-06-30"}]) in said
    known = first != "§ 1"
    assert (("syt", "", [{"within": "2026-09"}]) in said) == known
    assert len(said) == 1 + known  # nothing is said of those before them


@pytest.mark.parametrize("mark", ["1-", "1/", "(1)", "A.", "I-", "Một là,"])
def test_the_sentence_itself_tells_who_leads_it(mark: str) -> None:
    text = f"{mark} Sở Nội vụ chủ trì rà soát trước ngày 30/6/2026.\n- Cơ quan chủ trì: Sở Y tế."
    (item,) = _drafted(text).items
    assert [each.id for each in item.owing] == ["snv"]
    assert any("Sở Y tế" in doubt.en for doubt in item.doubts)
    assert "Sở Y tế" in item.assignment


def test_a_number_of_a_document_is_no_mark() -> None:
    text = "1- Sở Y tế thực hiện Nghị quyết số\n57-NQ/TW trước ngày 30/6/2026."
    assert _said(text) == {"1": ("syt", "", [{"before": "2026-06-30"}])}


_TWO_SECTIONS = """II. NHIỆM VỤ
1. Giao Sở Nội vụ rà soát.
2. Kiểm tra đất đai.
3. Công khai kết quả.
4. Xây dựng phần mềm.
III. TỔ CHỨC THỰC HIỆN
4. Bố trí kinh phí.
1. """
_YES = ("syt", "", [_CONTINUOUS])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Giao Sở Y tế chủ trì thực hiện các nội dung tại mục 2, phần II, hoàn thành trước ngày 30/6/2026.",
         {"II.2": ("syt", "", [{"before": "2026-06-30"}])}),
        ("Sở Y tế chủ trì thực hiện các nhiệm vụ tại mục 2 và mục 3 phần II Kế hoạch này.",
         {"II.2": _YES, "II.3": _YES}),
        ("Giao Sở Y tế chủ trì thực hiện các nhiệm vụ tại điểm 3 mục II.", {"II.3": _YES}),
        ("Giao Sở Y tế chủ trì thực hiện các nhiệm vụ từ 2 đến 4, Mục II.",
         {"II.2": _YES, "II.3": _YES, "II.4": _YES}),
        ("Giao Sở Y tế thực hiện nhiệm vụ tại mục II.3.", {"II.3": _YES}),
        ("Giao Sở Y tế thực hiện các nhiệm vụ tại mục 2.", {"II.2": _YES}),
        # no such place; two of them; one that somebody does already; a whole section
        ("Giao Sở Y tế thực hiện các nhiệm vụ tại mục 9, phần II.", {}),
        ("Giao Sở Y tế thực hiện các nhiệm vụ tại mục 4.", {}),
        ("Giao Sở Y tế thực hiện các nhiệm vụ tại mục 1, phần II.", {}),
        ("Sở Y tế thực hiện các nhiệm vụ tại phần II.", {}),
    ],
)  # fmt: skip
def test_places_of_another_section_are_given_out(
    sentence: str, expected: dict[str, tuple[str, str, list[dict[str, object]]]]
) -> None:
    text = _TWO_SECTIONS + sentence
    assert _said(text) == {"II.1": ("snv", "", [_CONTINUOUS]), **expected}
    doubted = any("III.1: only gives out" in doubt.en for doubt in _drafted(text).doubts)
    assert doubted == (not expected)


@pytest.mark.parametrize("heading", ["BAN CHỈ ĐẠO", "Sở Nội vụ", "TỔ CHỨC"])
def test_who_leads_by_its_own_words_does_so_under_any_heading(heading: str) -> None:
    text = f"III. {heading}\n1. Giao Sở Y tế chủ trì rà soát trước ngày 30/6/2026."
    assert _said(text) == {"III.1": ("syt", "", [{"before": "2026-06-30"}])}


def test_a_title_in_capitals_ends_what_stands_before_it() -> None:
    text = "1. Kiểm tra\n- Hồ sơ.\n- Thực địa.\nGIÁM SÁT\n- Thời gian: tháng 9/2026.\n- Chủ trì: Sở Y tế."
    (item,) = _drafted(text).items
    assert (item.text, [each.id for each in item.owing]) == ("GIÁM SÁT", ["syt"])
