"""Days and numbers as Decree 30/2020/NĐ-CP (Annex I) has official letters write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.words.administrative import (
    administrative_day,
    administrative_month,
    administrative_number,
    grouped,
)


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", "5 February 2026"),
        (date(2021, 5, 5), "ngày 05 tháng 5 năm 2021", "5 May 2021"),
        (date(2022, 2, 10), "ngày 10 tháng 02 năm 2022", "10 February 2022"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026", "31 January 2026"),
        (date(2021, 3, 9), "ngày 09 tháng 3 năm 2021", "9 March 2021"),
        (date(2021, 12, 15), "ngày 15 tháng 12 năm 2021", "15 December 2021"),
    ],
)
def test_days(day: date, vi: str, en: str) -> None:
    """Days below 10 and months 1 and 2 get a zero; other months none."""
    assert administrative_day(day, "vi") == vi
    assert administrative_day(day, "en") == en


def test_months() -> None:
    """A plan of which the source leaves the day blank is cited by its month."""
    assert administrative_month(date(2021, 6, 1), "vi") == "tháng 6 năm 2021"
    assert administrative_month(date(2026, 2, 1), "vi") == "tháng 02 năm 2026"
    assert administrative_month(date(2026, 2, 1), "en") == "February 2026"


@given(st.dates(date(1945, 9, 2), date(2199, 12, 31) - timedelta(1)))
def test_nothing_can_be_added_before_a_digit(day: date) -> None:
    """No day of one digit, and no month 1 or 2 that could be made 11 or 12."""
    _, of_day, _, of_month, _, of_year = administrative_day(day, "vi").split(" ")
    assert len(of_day) == 2
    assert of_month not in {"1", "2"}
    assert (int(of_day), int(of_month), int(of_year)) == (day.day, day.month, day.year)


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [(0, "0", "0"), (3, "03", "3"), (9, "09", "9"), (10, "10", "10"), (1053, "1.053", "1,053")],
)
def test_numbers(number: int, vi: str, en: str) -> None:
    """Numbers from 1 to 9 get a zero before them in a Vietnamese letter."""
    assert administrative_number(number, "vi") == vi
    assert administrative_number(number, "en") == en


def test_grouped_digits() -> None:
    """Vietnamese groups digits by dots, as the Government Office's report of 2017 does."""
    assert grouped(21_914, "vi") == "21.914"
    assert grouped(21_914, "en") == "21,914"
    assert grouped(585, "vi") == "585"
