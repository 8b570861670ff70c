"""Lines that name the points which they are said of, by number, by their way, or as all above."""

import pytest

from annex.prose.test_kinds import _CONTINUOUS, _drafted, _said

_TWO = (
    "1. Hộ tịch\na) Rà soát hồ sơ hộ tịch trước 30/6/2026.\nb) Số hóa sổ hộ tịch trước 30/9/2026.\n"
)
_FIRST, _SECOND = [{"before": "2026-06-30"}], [{"before": "2026-09-30"}]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2. Cơ quan chủ trì điểm a: Sở Y tế.", {"1.a": ("syt", "", _FIRST), "1.b": ("", "", _SECOND)}),
        ("2. Cơ quan chủ trì điểm b: Sở Y tế.", {"1.a": ("", "", _FIRST), "1.b": ("syt", "", _SECOND)}),
        ("2. Cơ quan chủ trì điểm a, b: Sở Y tế.",
         {"1.a": ("syt", "", _FIRST), "1.b": ("syt", "", _SECOND)}),
        ("2. Cơ quan chủ trì các điểm a đến b: Sở Y tế.",
         {"1.a": ("syt", "", _FIRST), "1.b": ("syt", "", _SECOND)}),
        ("2. Cơ quan phối hợp điểm b: Sở Nội vụ.",
         {"1.a": ("", "", _FIRST), "1.b": ("", "snv", _SECOND)}),
    ],
)  # fmt: skip
def test_a_line_behind_places_goes_to_those_inside_them_that_it_numbers(
    line: str, expected: dict[str, object]
) -> None:
    assert _said(_TWO + line) == expected


_UNTIMED = "1. Hộ tịch\na) Rà soát hồ sơ.\nb) Số hóa sổ.\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Các nội dung trên: Sở Tư pháp chủ trì.", ("stp", "stp", "", _CONTINUOUS)),
        (
            "Các nội dung trên: Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ.",
            ("stp", "stp", "snv", _CONTINUOUS),
        ),
        ("c) Những nhiệm vụ nêu trên: giao Sở Tư pháp thực hiện.", ("stp", "stp", "", _CONTINUOUS)),
        (
            "- Các nội dung trên: Sở Tư pháp chủ trì, hoàn thành trước ngày 30/6/2026.",
            ("stp", "stp", "", {"before": "2026-06-30"}),
        ),
        (
            "- Các nội dung này: Sở Tư pháp thực hiện; thời gian: trước ngày 30/6/2026.",
            ("stp", "stp", "", {"before": "2026-06-30"}),
        ),
        ("- Điểm a: Sở Tư pháp chủ trì.", ("stp", None, "", _CONTINUOUS)),
        ("- Điểm b mục 1: Sở Tư pháp chủ trì.", (None, "stp", "", _CONTINUOUS)),
    ],
)
def test_who_is_named_over_points_does_these(
    line: str, expected: tuple[str | None, str | None, str, dict[str, str]]
) -> None:
    """It made a point of the point before it, 1.b.a, and left these without anybody."""
    first, second, helps, rule = expected
    owing = {"1.a": first, "1.b": second}
    assert _said(_UNTIMED + line) == {
        id_: (who, helps, [rule]) for id_, who in owing.items() if who
    }


def test_who_is_named_over_this_point_does_it_and_that_before_it_in_doubt() -> None:
    first, second = _drafted(f"{_UNTIMED}- Nội dung này: Sở Tư pháp chủ trì.").items
    assert [body.id for body in second.owing] == ["stp"]
    assert any("name none; read for all of them" in str(doubt) for doubt in first.doubts)


def test_what_is_to_be_done_about_points_is_a_task_of_its_own() -> None:
    items = _drafted(
        f"{_UNTIMED}- Các nội dung trên: giao Sở Tư pháp tổng hợp, gửi Sở Nội vụ."
    ).items
    (task,) = (item for item in items if item.owing)
    assert task.text == "Các nội dung trên: giao Sở Tư pháp tổng hợp, gửi Sở Nội vụ."


_FOUR = f"{_TWO}2. Y tế\na) Mua vắc xin trước 30/6/2026.\nb) Tiêm trước 30/9/2026.\n"
_NOBODY = {
    "1.a": ("", "", _FIRST),
    "1.b": ("", "", _SECOND),
    "2.a": ("", "", _FIRST),
    "2.b": ("", "", _SECOND),
}


@pytest.mark.parametrize(
    ("line", "owing"),
    [
        ("3. Cơ quan chủ trì điểm a mục 1: Sở Y tế.", "1.a"),
        ("3. Cơ quan chủ trì điểm a, mục 1: Sở Y tế.", "1.a"),
        ("3. Cơ quan chủ trì mục 1, điểm a: Sở Y tế.", "1.a"),
        ("3. Cơ quan chủ trì các điểm a, b của mục 2: Sở Y tế.", "2.a 2.b"),
        ("3. Cơ quan chủ trì điểm a đến b mục 2: Sở Y tế.", "2.a 2.b"),
        ("3. Cơ quan chủ trì điểm a và b khoản 2: Sở Y tế.", "2.a 2.b"),
        ("Cơ quan chủ trì điểm b mục 1: Sở Y tế.", "1.b"),
        ("- Cơ quan chủ trì điểm b mục 1: Sở Y tế.", "1.b"),
        ("- Cơ quan chủ trì điểm b mục 2: Sở Y tế.", "2.b"),
        ("Giao Sở Y tế thực hiện các nội dung tại điểm b mục 1.", "1.b"),
    ],
)
def test_a_line_that_tells_in_which_item_a_point_stands_goes_there(line: str, owing: str) -> None:
    """Each of the two items has points a and b."""
    told = {id_: ("syt", *_NOBODY[id_][1:]) for id_ in owing.split()}
    assert _said(_FOUR + line) == {**_NOBODY, **told}
    assert not any(
        "prose-which-place" in str(x) for item in _drafted(_FOUR + line).items for x in item.doubts
    )


def test_the_way_to_a_point_is_that_of_its_own_section() -> None:
    section = "1. Hộ tịch\na) Rà soát hồ sơ\nb) Số hóa sổ\n"
    text = f"I. A\n{section}II. B\n{section}2. Chủ trì điểm a mục 1: Sở Y tế.\n"
    owing = {
        id_: owing
        for id_, (owing, _, _) in _said(f"{text}3. Chủ trì điểm b mục 1 phần I: Sở Nội vụ.").items()
    }
    assert {id_: whom for id_, whom in owing.items() if whom} == {"II.1.a": "syt", "I.1.b": "snv"}


@pytest.mark.parametrize(
    "line", ["điểm c mục 1", "điểm a mục 9", "điểm a mục 1, 2", "điểm a mục 1 và điểm b mục 2"]
)
def test_a_way_that_leads_nowhere_or_to_two_places_is_doubted(line: str) -> None:
    for mark in ("3. ", "- ", ""):
        items = _drafted(f"{_FOUR}{mark}Cơ quan chủ trì {line}: Sở Y tế.").items
        doubts = [str(doubt) for item in items if item.owing for doubt in item.doubts]
        assert any("numbers a place that does not stand above it" in each for each in doubts)


@pytest.mark.parametrize(
    "text",
    [
        "1. Hộ tịch\na) Rà soát hồ sơ\nb) Số hóa sổ\n2. Cơ quan chủ trì điểm c: Sở Y tế.",
        "1. Rà soát hồ sơ hộ tịch\n2. Số hóa sổ hộ tịch\n3. Cơ quan chủ trì mục 5: Sở Y tế.",
        "1. Hộ tịch\na) Rà soát\n2. Y tế\na) Mua vắc xin\n3. Cơ quan chủ trì điểm a: Sở Y tế.",
    ],
)
def test_a_number_that_none_or_several_have_is_doubted(text: str) -> None:
    owing = [item for item in _drafted(text).items if item.owing]
    doubts = [str(doubt) for item in owing for doubt in item.doubts]
    assert any("numbers a place that does not stand above it" in each for each in doubts)
