"""Tết and Giỗ Tổ by a second reckoning: from the moon and the sun, not from anybody's table.

A lunar month begins on the day on which the moon is new at 105° east (Decision 121/CP of 1967). The first
month is the one in which the sun passes 330° of longitude, the third that in which it passes 30°. New moons
and the sun's longitude are those of J. Meeus, *Astronomical Algorithms*, whose minutes suffice. In 2034 a
leap month breaks this simple rule, so the suite ends before.
"""

from datetime import date, timedelta
from math import floor, radians, sin

import pytest

from kehoach.calendar import vietnam

_ZONE = 7 / 24
_EPOCH = 1721425  # the Julian day before that of date.min


def _sine(degrees: float) -> float:
    return sin(radians(degrees))


def _new_moon(k: int) -> date:
    """Return the day in Vietnam of the k-th new moon since January 1900."""
    t = k / 1236.85
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2
    mean += 0.00033 * _sine(166.56 + 132.87 * t - 0.009173 * t**2)
    sun = 359.2242 + 29.10535608 * k - 0.0000333 * t**2
    moon = 306.0253 + 385.81691806 * k + 0.0107306 * t**2
    node = 21.2964 + 390.67050646 * k - 0.0016528 * t**2
    terms = (
        (0.1734 - 0.000393 * t, sun), (0.0021, 2 * sun), (-0.4068, moon), (0.0161, 2 * moon),
        (-0.0004, 3 * moon), (0.0104, 2 * node), (-0.0051, sun + moon), (-0.0074, sun - moon),
        (0.0004, 2 * node + sun), (-0.0004, 2 * node - sun), (-0.0006, 2 * node + moon),
        (0.0010, 2 * node - moon), (0.0005, moon + 2 * sun),
    )  # fmt: skip
    true = mean + sum(size * _sine(angle) for size, angle in terms)
    clock = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return date.fromordinal(floor(true - clock + 0.5 + _ZONE) - _EPOCH)


def _longitude(day: date) -> float:
    """Return the sun's longitude in degrees at midnight in Vietnam, when the day begins."""
    t = (day.toordinal() + _EPOCH - 0.5 - _ZONE - 2451545) / 36525
    mean = 357.5291 + 35999.0503 * t
    centre = (
        (1.9146 - 0.004817 * t) * _sine(mean)
        + 0.019993 * _sine(2 * mean)
        + 0.00029 * _sine(3 * mean)
    )
    return (280.46645 + 36000.76983 * t + centre) % 360


def _first_of_the_month_of(longitude: int, year: int) -> date:
    """Return the first day of the lunar month in which the sun passes a longitude in spring."""
    days = (date(year, 2, 1) + timedelta(days=n) for n in range(100))
    passing = next(day for day in days if (_longitude(day + timedelta(1)) - longitude) % 360 < 180)
    k = floor((year - 1900) * 12.3685) - 2
    return max(moon for n in range(9) if (moon := _new_moon(k + n)) <= passing)


YEARS = range(2021, 2034)


@pytest.mark.parametrize("year", YEARS)
def test_the_first_day_of_tet(year: int) -> None:
    """Decided years by the table, later ones by the package: the same moon."""
    named = [day for day, name in vietnam().year(year).off.items() if name == "Tết Nguyên Đán"]
    assert min(named) == _first_of_the_month_of(330, year)


@pytest.mark.parametrize("year", YEARS)
def test_the_tenth_of_the_third_month(year: int) -> None:
    """In 2023 the second month comes twice, in 2025 the sixth."""
    named = [
        day for day, name in vietnam().year(year).off.items() if name == "Ngày Giỗ Tổ Hùng Vương"
    ]
    assert min(named) == _first_of_the_month_of(30, year) + timedelta(days=9)
