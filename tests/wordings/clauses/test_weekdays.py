"""A weekday beside a day holds, whoever names its year; the calendar of 2026 says which day is which."""

import pytest

from kehoach.wordings import read


@pytest.mark.parametrize(
    ("wording", "form"),
    [
        # 26 June 2026 is a Friday, 22 June a Monday, 20 June a Saturday
        ("chậm nhất thứ Sáu ngày 26/6", {"by": "2026-06-26"}),
        ("năm 2026 (thứ Sáu ngày 26/6)", {"by": "2026-06-26"}),
        ("từ thứ Hai ngày 22/6 đến thứ Sáu ngày 26/6/2026", {"within": "2026-06-22..2026-06-26"}),
        ("phấn đấu thứ Bảy ngày 20/6, chậm nhất ngày 30/6/2026",
         {"by": "2026-06-30", "aim": {"by": "2026-06-20"}}),
        # what recurs may begin on a day that has its year
        ("hằng tuần, từ thứ Hai ngày 22/6/2026", {"every": "week", "from": "2026-06-22"}),
        # the end of 25 June (Civil Code 2015, Art. 148.6)
        ("trước 0 giờ thứ Sáu ngày 26/6/2026", {"by": "2026-06-25"}),
    ],
)  # fmt: skip
def test_the_weekday_of_a_day_is_read_with_it(wording: str, form: dict[str, object]) -> None:
    reading = read(wording, 2026)
    assert reading.understood, reading.doubts
    assert list(reading.forms) == [form]


@pytest.mark.parametrize(
    "wording",
    [
        "chậm nhất thứ Bảy ngày 26/6",
        "thứ Bảy ngày 29/02",  # 2026 has none
        "ngày 29/02 (thứ Bảy)",
        "29/02 (Chủ nhật)",
        "từ thứ Bảy ngày 26/6",
        "thường xuyên từ thứ Bảy ngày 26/6",
        "trước 0 giờ thứ Bảy ngày 26/6",
        "năm 2026 (thứ Bảy ngày 26/6)",
        "Quý II/2026 (chậm nhất thứ Bảy ngày 26/6)",
        "thứ Bảy ngày 26/6 và ngày 30/6/2026",
        "cấp xã thứ Bảy ngày 26/6, cấp tỉnh trước ngày 30/6/2026",
        "phấn đấu thứ Bảy ngày 26/6, chậm nhất ngày 30/6/2026",
        # 22 June is no Tuesday: as the beginning of a span, of days that end before one, of hours
        "từ thứ Ba ngày 22/6 đến thứ Sáu ngày 26/6/2026",
        "từ thứ Ba ngày 22/6 đến trước ngày 26/6/2026",
        "từ 8 giờ thứ Ba ngày 22/6 đến 17 giờ ngày 26/6/2026",
        # one date falls on each weekday in turn, whatever it is in 2024 or 2026
        "hằng năm, thứ Bảy ngày 15/6",
        "hằng năm (trước thứ Hai ngày 15/6)",
    ],
)
def test_a_day_on_another_weekday_is_doubted(wording: str) -> None:
    reading = read(wording, 2026)
    assert not reading.understood
    assert reading.doubts
