"""Periods and days as they are seldom called."""

from datetime import date

import pytest

from kehoach.words.official_periods import official_period
from kehoach.words.period_names import period_meant
from kehoach.words.slips import earlier_year, other_year, same_day_before


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("một lần", "once"), ("Once", "once"), ("bắt đầu", "start"),
        ("Bắt đầu 2026-01-05", "start-2026-01-05"),
        ("start 2026-01-05", "start-2026-01-05"), ("bắt đầu lại", "bắt đầu lại"), ("2026-Q1", "2026-Q1"),
    ],
)  # fmt: skip
def test_a_period_is_known_by_what_it_is_called(words: str, period: str) -> None:
    assert period_meant(words) == period


def test_a_beginning_is_called_one_in_letters_too() -> None:
    assert official_period("start", "vi") == "bắt đầu"


def test_no_year_is_offered_for_a_day_that_none_of_them_has() -> None:
    """29 February of 2024: neither 2026 nor 2025 has one; nor does any day lie before the first."""
    leap = date(2024, 2, 29)
    assert same_day_before(leap, date(2026, 6, 1)) is None
    assert (earlier_year(leap, date(2026, 6, 1)), other_year(leap, date(2025, 1, 1))) == ("", "")
    assert same_day_before(date(2027, 3, 1), date(2026, 6, 1)) == date(2026, 3, 1)
