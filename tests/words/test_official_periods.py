"""Periods as official letters and tables call them: expected as offices write them."""

import pytest

from kehoach.words import Lang
from kehoach.words.official_periods import named_period, official_period
from kehoach.words.period_names import of_period, period_words


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("once", "01 lần", "one time"),
        ("2026", "năm 2026", "the year 2026"),
        ("2026-Q4", "quý IV/2026", "the fourth quarter of 2026"),
        ("2026-H1", "6 tháng đầu năm 2026", "the first half of 2026"),
        ("2026-H2", "6 tháng cuối năm 2026", "the second half of 2026"),
        ("2026-9M", "9 tháng đầu năm 2026", "the first nine months of 2026"),
        ("2026-11", "tháng 11/2026", "November 2026"),
        ("2026-W05", "tuần 5/2026", "week 5 of 2026"),
        ("2026-W23", "tuần 23/2026", "week 23 of 2026"),
        ("2026-06-05", "ngày 05/06/2026", "2026-06-05"),
        ("2021..2026", "giai đoạn 2021 - 2026", "the years 2021 to 2026"),
        (
            "2026-Q3..2026-Q4",
            "từ quý III/2026 đến quý IV/2026",
            "the third quarter of 2026 to the fourth quarter of 2026",
        ),
        ("2025-11..2026-10", "từ tháng 11/2025 đến tháng 10/2026", "November 2025 to October 2026"),
    ],
)  # fmt: skip
def test_a_period_is_called_as_letters_call_it(period: str, vi: str, en: str) -> None:
    assert official_period(period, "vi") == vi
    assert official_period(period, "en") == en
    named = "" if period == "once" else vi
    assert named_period(period, "vi") == named


@pytest.mark.parametrize(
    ("period", "lang", "told", "within"),
    [
        ("once", "vi", "một lần", ""),
        ("once", "en", "once", ""),
        ("start", "en", "start", "start"),
        ("start-2026-06-05", "vi", "bắt đầu 05/06/2026", "bắt đầu 05/06/2026"),
        ("2026-Q1", "vi", "2026-Q1", "kỳ 2026-Q1"),
    ],
)
def test_a_table_and_a_sentence_name_a_period(
    period: str, lang: Lang, told: str, within: str
) -> None:
    assert period_words(period, lang) == told
    assert of_period(period).to(lang) == within
