"""Days as people write them, there and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.words import shown_day, typed_day

FIFTH = date(2026, 12, 5)


@given(st.dates(date(1000, 1, 1)))
def test_a_day_is_read_as_it_is_shown(day: date) -> None:
    assert typed_day(shown_day(day, "vi")) == typed_day(shown_day(day, "en")) == day


@pytest.mark.parametrize(
    "words", ["5/12/2026", "05 - 12 - 2026", "5.12.2026", "Ngày 05 tháng 12 năm 2026", "2026-12-05"]
)
def test_the_day_stands_before_the_month(words: str) -> None:
    """Decree 30/2020/NĐ-CP: day, month, year."""
    assert typed_day(words) == FIFTH


@pytest.mark.parametrize(
    "words", ["", "12/2026", "31/02/2026", "12/25/2026", "5/12/26", "2026-2-5"]
)
def test_what_is_no_full_real_day_is_none(words: str) -> None:
    assert typed_day(words) is None
