"""The wordings of the plan and of others, and the days on which they fall due."""

from typing import Any

import pytest

from model.deadline_terms import nominal_of

QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"]

# ── The wordings of the plan and of other plans and circulars ─────────────────────────────────────


@pytest.mark.parametrize(
    ("wording", "rule", "span", "days"),
    [
        ("trước ngày 30/6/2021", {"before": "2021-06-30"}, "2021-06..2026", ["2021-06-29"]),
        ("tháng 9/2021", {"within": "2021-09"}, "2021-06..2026", ["2021-09-30"]),
        ("xong trong tháng 7/2021", {"within": "2021-07"}, "2021-06..2026", ["2021-07-31"]),
        ("xong trong năm 2021", {"within": "2021"}, "2021-06..2026", ["2021-12-31"]),
        ("sơ kết vào năm 2024", {"within": "2024"}, "2021-06..2026", ["2024-12-31"]),
        ("tổng kết vào năm 2026", {"within": "2026"}, "2021-06..2026", ["2026-12-31"]),
        ("Hàng năm, trước ngày 02/12", {"every": "year", "before": "12-02"}, "2021-06..2026",
         [f"{year}-12-01" for year in range(2021, 2027)]),
        ("Thời gian thực hiện: hàng năm.", {"every": "year"}, "2021-06..2026",
         [f"{year}-12-31" for year in range(2021, 2027)]),
        ("trước ngày 15 tháng 11 hằng năm", {"every": "year", "before": "11-15"}, "2021..2022",
         ["2021-11-14", "2022-11-14"]),
        ("trước ngày 17 của tháng cuối quý",
         {"every": "quarter", "before": {"month": "last", "day": "17"}}, "2026",
         ["2026-03-16", "2026-06-16", "2026-09-16", "2026-12-16"]),
        ("ngày 20 của tháng cuối quý", {"every": "quarter", "by": {"month": "3", "day": "20"}},
         "2026", ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"]),
        ("trước ngày 15 của tháng cuối quý và hằng năm báo cáo trước ngày 15 tháng 12",
         [{"every": "quarter", "before": {"month": "last", "day": "15"}},
          {"every": "year", "before": "12-15"}], "2026",
         ["2026-03-14", "2026-06-14", "2026-09-14", "2026-12-14", "2026-12-14"]),
        ("Định kỳ 06 tháng (chậm nhất vào ngày 30 tháng 5 và 31 tháng 10)",
         {"every": "half-year", "by": ["05-30", "10-31"]}, "2025..2026",
         ["2025-05-30", "2025-10-31", "2026-05-30", "2026-10-31"]),
        ("chậm nhất vào ngày 20 tháng 6 (06 tháng) và ngày 15 tháng 12 (hằng năm)",
         {"every": "half-year", "by": ["06-20", "12-15"]}, "2026", ["2026-06-20", "2026-12-15"]),
        ("ngày 05 của tháng đầu quý sau",
         {"every": "quarter", "by": {"month": "first", "day": "05", "of": "next"}}, "2026",
         ["2026-04-05", "2026-07-05", "2026-10-05", "2027-01-05"]),
        ("trước ngày 30 của tháng đầu quý sau, trước ngày 28 tháng 2 của năm sau",
         [{"every": "quarter", "before": {"day": "30", "of": "next"}},
          {"every": "year", "before": {"date": "02-28", "of": "next"}}], "2026",
         ["2026-04-29", "2026-07-29", "2026-10-29", "2027-01-29", "2027-02-27"]),
        ("trước ngày 15/02 năm sau", {"every": "year", "before": {"date": "02-15", "of": "next"}},
         "2021..2022", ["2022-02-14", "2023-02-14"]),
        ("không muộn hơn ngày 05 của tháng tiếp theo",
         {"every": "month", "by": {"day": "5", "of": "next"}}, "2026-11..2026-12",
         ["2026-12-05", "2027-01-05"]),
        ("Chậm nhất là ngày thứ năm hằng tuần", {"every": "week", "by": {"weekday": "thursday"}},
         "2026-05-04..2026-05-17", ["2026-05-07", "2026-05-14"]),
        ("trước 14 giờ 00 hàng ngày", {"every": "day", "time": "14:00"}, "2026-05-04..2026-05-06",
         ["2026-05-04", "2026-05-05", "2026-05-06"]),
        ("hoàn thành trong tuần cuối cùng của quý", {"every": "quarter"}, "2026",
         [f"2026-{end}" for end in QUARTER_ENDS]),
        ("20 ngày kể từ ngày kết thúc quý", {"every": "quarter", "plus": "20 days"}, "2026",
         ["2026-04-20", "2026-07-20", "2026-10-20", "2027-01-20"]),
        ("báo cáo 9 tháng, trước ngày 20/9", {"every": "nine-months", "before": "09-20"},
         "2025..2026", ["2025-09-19", "2026-09-19"]),
        ("Trước tháng 3/2027", {"before": "2027-03"}, "2021..2030", ["2027-02-28"]),
        ("vào khai thác trước 2030", {"before": "2030"}, "2021..2030", ["2029-12-31"]),
        ("trong tháng 9 năm 2026", {"within": "2026-09"}, "2026", ["2026-09-30"]),
        ("Tháng 01/2027", {"within": "2027-01"}, "2026..2027", ["2027-01-31"]),
        ("Quý II/năm 2026", {"within": "2026-Q2"}, "2026", ["2026-06-30"]),
        ("hoàn thành trong quý IV năm 2026", {"within": "2026-Q4"}, "2026", ["2026-12-31"]),
        ("Quý III, IV/2026", {"within": "2026-Q3..2026-Q4"}, "2026", ["2026-12-31"]),
        ("Quý III, IV/2026, 2027", {"within": "2026-Q3..2027"}, "2026..2027", ["2027-12-31"]),
        ("Quý IV/2026, 2027", {"within": "2026-Q4..2027"}, "2026..2027", ["2027-12-31"]),
        ("6 tháng đầu năm 2026", {"within": "2026-H1"}, "2026", ["2026-06-30"]),
        ("2021–2025", {"within": "2021..2025"}, "2021..2030", ["2025-12-31"]),
        ("trước ngày 15/9/2025", {"before": "2025-09-15"}, "2025", ["2025-09-14"]),
        ("giao STP có ý kiến trước 13/02/2026", {"before": "2026-02-13"}, "2026", ["2026-02-12"]),
        ("chậm nhất 31/5/2026", {"by": "2026-05-31"}, "2026", ["2026-05-31"]),
        ("hoàn thành trước ngày 31/12/2026", {"before": "2026-12-31"}, "2026", ["2026-12-30"]),
        ("bằng văn bản trước ngày 20.7.2020", {"before": "2020-07-20"}, "2020", ["2020-07-19"]),
        ("trước ngày 08 tháng 4 năm 2026", {"before": "2026-04-08"}, "2026", ["2026-04-07"]),
        ("được quyết định đầu tư năm 2029 (phấn đấu)",
         {"within": "2029", "aspirational": "true"}, "2021..2030", ["2029-12-31"]),
        ("Kỳ họp cuối năm 2026", {"every": "year", "session": "12", "from": "2026", "until": "2026"},
         "2021..2030", ["2026-12-31"]),
        ("Kỳ họp chuyên đề tháng 5/2026",
         {"every": "year", "session": "5", "from": "2026", "until": "2026"}, "2021..2030",
         ["2026-05-31"]),
        ("Chưa đề xuất", {"not_set": "Chưa đề xuất"}, "2026", []),
        ("các chế độ báo cáo khác theo yêu cầu", {"on_request": "true"}, "2026", []),
    ],
)  # fmt: skip
def test_a_wording_and_its_last_days(wording: str, rule: Any, span: str, days: list[str]) -> None:
    """Each wording stands in a real plan, letter or circular; the days are nominal (no rolling)."""
    assert nominal_of(rule, span) == days, wording
