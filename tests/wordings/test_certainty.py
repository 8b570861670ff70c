"""What is sure of a wording in doubt: what names its day beside the doubtful words, or nothing."""

from collections.abc import Mapping, Sequence

import pytest

from kehoach.wordings import read

Forms = Sequence[Mapping[str, object]]


@pytest.mark.parametrize(
    ("wording", "certain"),
    [
        ("trước ngày 30/6/2026; khoảng tháng 9/2026", [{"before": "2026-06-30"}]),
        ("trước ngày 30/6/2026 (khoảng tháng 9/2026)", [{"before": "2026-06-30"}]),
        ("trước ngày 30/6/2026 và khoảng tháng 9/2026", [{"before": "2026-06-30"}]),
        ("khoảng tháng 9/2026, trước ngày 30/6/2026", [{"before": "2026-06-30"}]),
        ("chậm nhất ngày 30/6/2026; khoảng tháng 9/2026", [{"by": "2026-06-30"}]),
        ("đến ngày 30/6/2026; khoảng tháng 9/2026", [{"by": "2026-06-30"}]),
        (
            "thứ Sáu hằng tuần; khoảng tháng 9/2026",
            [{"every": "week", "by": {"weekday": "friday"}}],
        ),
        (
            "trong vòng 05 ngày kể từ ngày ký; khoảng tháng 9/2026",
            [{"event": "ky", "plus": "5 days"}],
        ),
        ("sau khi ký 05 ngày; khoảng tháng 9/2026", [{"event": "ky", "plus": "5 days"}]),
        ("ngày 30/6/2026; khoảng tháng 9/2026", []),
        ("trước ngày 30/6/2026, nếu có", []),
        ("trước ngày 30/6/2026 hoặc tháng 9/2026", []),
        ("hằng quý, khoảng ngày 15/6", []),
        ("trước ngày 20 hằng tháng, trừ tháng 12", []),
        ("trước ngày 30/6/2026, trừ tháng 12", [{"before": "2026-06-30"}]),
        ("trước ngày 30/6/2026, trừ cấp xã", [{"before": "2026-06-30"}]),
        ("hằng quý, trừ cấp xã", [{"every": "quarter"}]),
        ("chiều thứ Sáu hằng tuần", [{"every": "week", "by": {"weekday": "friday"}}]),
        ("sáng ngày 30/6/2026", [{"by": "2026-06-30"}]),
        # the aim ends with its bracket
        (
            "trước ngày 15/6 (phấn đấu trước ngày 10/6), trước ngày 15/12 hằng năm",
            [{"every": "year", "before": "12-15"}],
        ),
        ("chậm nhất 5 giờ đúng chiều ngày 30/6/2026", []),  # five in the afternoon
        ("trước ngày 30/6/2026; hằng quý trước ngày 15/6", [{"before": "2026-06-30"}]),
        (
            "trước ngày 20 hằng tháng; hằng quý trước ngày 15/6",
            [{"every": "month", "before": {"day": "20"}}],
        ),
        ("phấn đấu trước ngày 30/6/2026; hằng quý trước ngày 15/6", []),
        ("ngày 30/6/2026; hằng quý trước ngày 15/6", []),
        ("hằng tháng; hằng quý trước ngày 15/6", []),
        ("3, 4 ngày kể từ ngày ký", []),
        ("trong năm, bảy ngày kể từ ngày ký", []),
        ("trước ngày 30/6/2026 và cuối tháng 7/2026", [{"before": "2026-06-30"}]),
    ],
)
def test_what_no_doubt_can_change_is_certain(wording: str, certain: Forms) -> None:
    reading = read(wording)
    assert not reading.understood
    assert list(reading.certain_forms) == certain
    assert len(reading.certain) == len(certain)
    assert not reading.forms


def test_each_doubt_of_a_wording_is_told() -> None:
    """What stands between the two is certain."""
    reading = read("trừ cấp xã; hằng quý, trừ cấp tỉnh")
    assert [doubt.words for doubt in reading.doubts] == ["trừ cấp xã", "trừ cấp tỉnh"]
    assert reading.unread == "trừ cấp xã … trừ cấp tỉnh"
    assert reading.certain_forms == ({"every": "quarter"},)


def test_a_bracket_is_closed_in_what_is_left_of_a_wording() -> None:
    reading = read("trước ngày 30/6/2026 (cấp xã), khoảng ngày 15/7/2026")
    assert [doubt.words for doubt in reading.doubts] == ["khoảng"]
    assert reading.certain_forms == ({"before": "2026-06-30"},)
