"""The year that was probably meant: the latest that fits, and none that does not."""

from datetime import date

import pytest

from kehoach.words.slips import earlier_year, other_year, same_day_before


@pytest.mark.parametrize(
    ("day", "last", "meant"),
    [
        ("2027-03-01", "2026-06-01", "2026-03-01"),
        ("2027-08-01", "2026-06-01", "2025-08-01"),  # 1 August 2026 is yet to come
        ("2026-08-01", "2026-06-01", "2025-08-01"),  # its own year is not offered
    ],
)
def test_the_latest_year_up_to_a_day_is_offered(day: str, last: str, meant: str) -> None:
    wrong, until = date.fromisoformat(day), date.fromisoformat(last)
    assert same_day_before(wrong, until) == date.fromisoformat(meant)
    assert meant in str(earlier_year(wrong, until))


def test_no_year_is_offered_that_lies_outside() -> None:
    """Between 1 September 2025 and 1 May 2026 there is no 1 August."""
    assert other_year(date(2030, 8, 1), date(2025, 9, 1), date(2026, 5, 1)) == ""
