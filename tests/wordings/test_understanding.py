"""A year that is lent to a wording which names none: only that, and only where it is needed."""

from collections.abc import Mapping, Sequence

import pytest

from kehoach.wordings import read

Forms = Sequence[Mapping[str, object]]


@pytest.mark.parametrize(
    ("wording", "forms"),
    [
        ("Quý II", [{"within": "2026-Q2"}]),
        ("trước ngày 15/6", [{"before": "2026-06-15"}]),
        ("chậm nhất 15/6", [{"by": "2026-06-15"}]),
        ("từ 15/6 đến 20/6", [{"within": "2026-06-15..2026-06-20"}]),
        ("ngày 15/6 và 15/12", [{"by": "2026-06-15"}, {"by": "2026-12-15"}]),
        ("tháng 6 - tháng 8", [{"within": "2026-06..2026-08"}]),
        ("tại kỳ họp tháng 7", [{"session": "2026-07"}]),
        ("6 tháng đầu năm", [{"within": "2026-H1"}]),
        ("từ tháng 6 đến tháng 8", [{"within": "2026-06..2026-08"}]),
        ("trước quý III", [{"before": "2026-Q3"}]),
        ("Quý II/2025; quý III", [{"within": "2025-Q2"}, {"within": "2026-Q3"}]),
        ("trước ngày 15/6; hằng quý", [{"before": "2026-06-15"}, {"every": "quarter"}]),
        ("trước ngày 15/6; hằng năm", [{"before": "2026-06-15"}, {"every": "year"}]),
    ],
)
def test_what_names_no_year_is_of_the_plans(wording: str, forms: Forms) -> None:
    assert not read(wording).understood
    reading = read(wording, 2026)
    assert (list(reading.forms), reading.doubts) == (forms, ())
    assert (reading.wording, reading.of_year) == (wording, 2026)


@pytest.mark.parametrize(
    "wording",
    [
        "trước ngày 15/6/2025",
        "hằng quý",
        "trước ngày 15",
        "sau khi",
        "mỗi năm 02 đợt, đợt 1 tháng 4, đợt 2 tháng 10",
        "31/12 các năm 2026, 2027, 2028",
        "trước 30/11 các năm 2026-2028",
    ],
)
def test_no_year_is_lent_where_none_helps(wording: str) -> None:
    assert read(wording, 2026) == read(wording)
