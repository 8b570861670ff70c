"""The days of Labour Code Art. 112, which a whole year must hold."""

import pytest

from builders import PLAIN_WEEK, D
from kehoach.calendar import WorkCalendar, vietnam
from kehoach.calendar.statutory import missing_holidays
from kehoach.calendar.working import Year


def missing(calendar: WorkCalendar, year: int) -> list[str]:
    """Return the days that are missing, in English."""
    return [each.en for each in missing_holidays(calendar, year)]


@pytest.mark.parametrize("year", range(2021, 2027))
def test_the_built_in_years_are_whole(year: int) -> None:
    assert missing(vietnam(), year) == []


def test_a_plain_week_lacks_them_all() -> None:
    """In 2026: Tết is 17/02, a Tuesday; the Hung Kings' Day is Sunday 26/4, off anyway."""
    assert missing(PLAIN_WEEK, 2026) == [
        "New Year's Day 1/1", "Victory Day 30/4", "Labour Day 1/5", "National Day 2/9",
        "a day beside National Day 2/9", "Lunar New Year (5 days, its first is 17/2)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("taken", "named"),
    [
        ("2025-04-07", ["Hung Kings' Day 7/4"]),
        ("2025-05-01", ["Labour Day 1/5"]),
        ("2025-09-01", ["a day beside National Day 2/9"]),
        ("2025-01-29", ["Lunar New Year (5 days, its first is 29/1)"]),
        ("2025-01-31", ["Lunar New Year (5 days, its first is 29/1)"]),
        ("2025-05-02", []),  # a swapped day: no day of the law
    ],
)
def test_one_day_is_missed(taken: str, named: list[str]) -> None:
    """Tết of 2025: 27 to 31 January; the weekend before is worked, so that four days are too few."""
    whole = vietnam().year(2025)
    off = {day: name for day, name in whole.off.items() if day != D(taken)}
    worked = {D("2025-01-25"): "Làm bù", D("2025-01-26"): "Làm bù"}
    assert missing(WorkCalendar(lambda _: Year(off, worked, "thử")), 2025) == named


def test_what_rests_on_a_day_that_no_text_was_read_for_is_expected() -> None:
    """24 November 2026 is off, and no adopted text was compared: due days that rest on it say so."""
    rolled = vietnam().roll(D("2026-11-24"), "next")
    assert (rolled.day, rolled.estimated, rolled.open) == (
        D("2026-11-25"), True, (D("2026-11-24"),),
    )  # fmt: skip
    assert not vietnam().roll(D("2026-11-25"), "next").estimated
    counted = vietnam().resting_on(
        vietnam().roll(D("2026-11-25"), "next"), D("2026-11-23"), D("2026-11-25")
    )
    assert counted.estimated


def test_the_offices_own_word_makes_it_certain() -> None:
    day = D("2026-11-24")
    assert not vietnam().beside({day: "Ngày Văn hóa Việt Nam"}, {}).roll(day, "next").estimated
    worked = vietnam().beside({}, {day: "Làm việc"}).roll(day, "next")
    assert (worked.day, worked.estimated) == (day, False)
