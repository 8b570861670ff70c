"""Sentences that are seldom written so, and what a careful officer reads in them, written down first."""

import pytest

from annex.prose.test_kinds import _CONTINUOUS, _drafted, _said
from kehoach.annex.draft_yaml import draft_yaml

_BOOKS = "1. Hộ tịch\na) Sở Y tế kiểm tra.\nb) Sao.\n"


@pytest.mark.parametrize(
    ("sentence", "owes", "helps"),
    [
        # Who gives a task to another does not owe it, whether or not the registry knows them.
        ("UBND tỉnh giao Sở Y tế rà soát.", "syt", ""),
        ("UBND tỉnh: giao Sở Y tế rà soát.", "syt", ""),
        ("UBND tỉnh yêu cầu Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát.", "syt", "snv"),
        ("Ủy ban nhân dân tỉnh giao cho Sở Y tế, Sở Nội vụ rà soát.", "syt snv", ""),
        ("Chủ tịch UBND tỉnh phân công Công an tỉnh rà soát.", "cat", ""),
        ("Ban Chỉ đạo đề nghị Sở Y tế rà soát.", "syt", ""),
        # Who does something to another, or gives no body anything, does it.
        ("UBND tỉnh giao chỉ tiêu kế hoạch.", "ubnd", ""),
        ("UBND tỉnh báo cáo Sở Y tế.", "ubnd", ""),
        ("UBND tỉnh, Sở Y tế rà soát.", "ubnd syt", ""),
        ("UBND tỉnh", "ubnd", ""),
        # What leads to an order is none of it, however often.
        ("Căn cứ Luật Giá, trên cơ sở đó, để kịp thời, Sở Y tế rà soát.", "syt", ""),
        ("Giao Sở Y tế (Thanh tra)", "syt", ""),
    ],
)
def test_who_owes_a_sentence(sentence: str, owes: str, helps: str) -> None:
    assert _said(f"1. {sentence}\n2. Sở Nội vụ tập huấn.")["1"] == (owes, helps, [_CONTINUOUS])


def _before(day: str) -> list[dict[str, object]]:
    return [{"before": f"2026-{day}"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Times before their tasks; signs of no word behind the last.
        ("1. Trước ngày 30/6/2026 Sở Y tế rà soát, trước ngày 30/9/2026 Sở Nội vụ tổng hợp.",
         {"1.a": ("syt", "", _before("06-30")), "1.b": ("snv", "", _before("09-30"))}),
        ("1. Sở Y tế trình trước ngày 30/6/2026, Sở Nội vụ góp ý trước ngày 15/7/2026 !",
         {"1.a": ("syt", "", _before("06-30")), "1.b": ("snv", "", _before("07-15"))}),
        # A label in a run of places that names one of them.
        ("1. Hộ tịch\na) Kiểm tra.\nb) Sao.\nc) Cơ quan chủ trì điểm a: Sở Y tế.",
         {"1.a": ("syt", "", [_CONTINUOUS])}),
        # Bullets, and whom the line below some of them names: these are one task.
        (("1. Tuyên truyền\n- Viết tin.\n- Mở mục.\n+ Chủ trì: Sở Y tế.\n- In tờ rơi.\n- Dán.\n"
          "+ Chủ trì: Sở Nội vụ."),
         {"1.a": ("syt", "", [_CONTINUOUS]), "1.b": ("snv", "", [_CONTINUOUS])}),
        # All that stands above, and what nobody can say which it is.
        ("1. Hộ tịch\na) Kiểm tra.\nb) Sao.\nGiao Sở Tư pháp thực hiện các nội dung tại mục này.",
         {"1.a": ("stp", "", [_CONTINUOUS]), "1.b": ("stp", "", [_CONTINUOUS])}),
        (f"{_BOOKS}2. Giao Sở Tư pháp thực hiện các nội dung trên.", {"1.a": ("syt", "", [_CONTINUOUS])}),
        (f"{_BOOKS}2. Giao Sở Tư pháp thực hiện nội dung này.", {"1.a": ("syt", "", [_CONTINUOUS])}),
        # What is named stands below a brother, or is all above the line.
        (("1. Hộ tịch\n1.1. Kiểm tra\na) Sổ.\nb) Sao.\n1.2. Sở Y tế tổng kết.\n"
          "Giao Sở Tư pháp thực hiện các nội dung tại điểm a, b."),
         {"1.1.a": ("stp", "", [_CONTINUOUS]), "1.1.b": ("stp", "", [_CONTINUOUS]),
          "1.2": ("syt", "", [_CONTINUOUS])}),
        ("1. Hộ tịch\na) Kiểm tra.\nb) Sao.\nc) Chủ trì các nội dung trên: Sở Tư pháp.",
         {"1.a": ("stp", "", [_CONTINUOUS]), "1.b": ("stp", "", [_CONTINUOUS])}),
        # Who only helps is not made to owe what others stand for.
        (f"{_BOOKS}Giao Sở Tư pháp phối hợp thực hiện các nội dung tại điểm a.",
         {"1.a": ("syt", "", [_CONTINUOUS]), "1.b": ("stp", "", [_CONTINUOUS])}),
    ],
)  # fmt: skip
def test_what_a_text_asks_of_whom(
    text: str, expected: dict[str, tuple[str, str, list[dict[str, object]]]]
) -> None:
    assert _said(text) == expected


def test_bullets_made_one_task_are_a_doubt() -> None:
    text = (
        "1. Tuyên truyền\n- Viết tin.\n- Mở mục.\n+ Chủ trì: Sở Y tế.\n- In.\n+ Chủ trì: Sở Nội vụ."
    )
    first = _drafted(text).items[0]
    assert first.parts == ("Viết tin.", "Mở mục.")
    assert any("Chủ trì: Sở Y tế" in doubt.vi for doubt in first.doubts)


def test_a_text_of_more_than_twenty_thousand_letters_is_one_task() -> None:
    long = f"Sở Y tế rà soát{' hồ sơ' * 4000} trước ngày 30/6/2026; sơ kết trước ngày 30/9/2026."
    assert [item.id for item in _drafted(f"1. {long}").items] == ["1"]


def test_a_time_within_the_brackets_of_another_divides_no_sentence() -> None:
    within = "trước ngày 30/6/2026 (gửi trước ngày 15/7/2026 tại Sở Nội vụ)"
    first, second = _drafted(f"1. Sở Y tế trình {within}, ban hành trước ngày 30/9/2026.").items
    assert ("tại Sở Nội vụ)" in first.text, "not_set" in first.deadline[0]) == (True, True)
    assert [dict(rule) for rule in second.deadline] == _before("09-30")


def test_a_day_that_no_month_has_is_no_day_of_issue_and_is_told() -> None:
    head = "UBND TỈNH\nSố: 5/KH-UBND, ngày 31 tháng 02 năm 2026\nKẾ HOẠCH\n1. Sở Y tế rà soát."
    text = draft_yaml(_drafted(head), "vi")
    assert ("issued:" in text, "# - Số: 5/KH-UBND, ngày 31 tháng 02 năm 2026" in text) == (
        False,
        True,
    )


def test_a_signature_is_kept() -> None:
    signed = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An"
    text = f"KẾ HOẠCH\n1. Sở Y tế rà soát.\nNơi nhận:\n- Như trên;\n{signed}"
    assert (
        "\nsignature: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, Nguyễn Văn An]\n"
        in draft_yaml(_drafted(text), "vi")
    )


def test_two_times_in_the_brackets_of_one_task_divide_it_not() -> None:
    """Which of them binds is asked: no part of the sentence is a task of its own."""
    words = "kiểm tra (dự thảo trước ngày 15/6/2026, bản cuối trước ngày 15/9/2026)"
    (item,) = _drafted(f"1. Sở Y tế {words}.").items
    assert ([each.id for each in item.owing], list(item.deadline)) == (
        ["syt"],
        [{"not_set": words}],
    )
    assert any("các ngày không khớp nhau" in doubt.vi for doubt in item.doubts)


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        ("Cơ quan chủ trì: Sở Nội vụ.", True),
        ("Cơ quan thực hiện: Sở Nội vụ.", True),
        ("Cơ quan chủ trì: Sở Y tế.", False),
        ("Cơ quan chủ trì: Sở Y tế, Sở Nội vụ.", False),
        ("Cơ quan chủ trì: Sở Nội vụ. Cơ quan phối hợp: Sở Y tế.", False),
        ("Cơ quan phối hợp: Sở Nội vụ.", False),
    ],
)
def test_whom_a_sentence_has_do_it_and_a_line_leaves_out_is_told(line: str, doubted: bool) -> None:
    """Who owes it would be lost without a word: the line alone is written."""
    (item,) = _drafted(f"1. Sở Y tế kiểm tra trước ngày 30/6/2026.\n{line}\n").items
    told = [
        str(each) for each in item.doubts if "its own sentence has “Sở Y tế” do it" in str(each)
    ]
    assert bool(told) is doubted
