"""Working days and the rolling of a due date (Civil Code 2015, Art. 148.5; Labour Code, Art. 112)."""

import sys
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builders import PLAIN_WEEK, D
from kehoach.calendar import Rolled, Skipped, WorkCalendar, vietnam
from kehoach.calendar.working import Year

DAY = timedelta(days=1)
DECIDED = range(2021, 2027)
VIETNAM = vietnam()
laws = settings(deadline=None, max_examples=80)
days = st.dates(date(2021, 3, 1), date(2022, 10, 31))
calendar_days = st.dates(date(2021, 1, 1), date(2022, 12, 31))


def _calendar(off: set[date], worked: set[date]) -> WorkCalendar:
    """Return a calendar with these days off and these weekend days worked."""

    def year(number: int) -> Year:
        return Year(
            {day: "nghỉ" for day in off if day.year == number},
            {day: "làm bù" for day in worked if day.year == number},
            "test",
        )

    return WorkCalendar(year)


calendars = st.builds(
    lambda off, swapped: (off - swapped, {day for day in swapped if day.weekday() >= 5}),
    st.sets(calendar_days, max_size=60),
    st.sets(calendar_days, max_size=40),
)


def _works(day: date, off: set[date], worked: set[date]) -> bool:
    """Say, by the definition, whether a day is a working day."""
    return day in worked or (day not in off and day.weekday() < 5)


@laws
@given(calendars, days, st.sampled_from(["next", "previous"]))
def test_rolling_reaches_the_nearest_working_day(
    sets: tuple[set[date], set[date]], day: date, policy: str
) -> None:
    """Art. 148.5: the end of the *next working day*; every day passed over is named."""
    rolled = _calendar(*sets).roll(day, "next" if policy == "next" else "previous")
    assert rolled.day >= day if policy == "next" else rolled.day <= day
    assert _works(rolled.day, *sets)
    step = DAY if policy == "next" else -DAY
    passed = [day + step * number for number in range(abs((rolled.day - day).days))]
    assert [skipped.day for skipped in rolled.skipped] == passed
    assert not any(_works(each, *sets) for each in passed)


@laws
@given(calendars, days, st.sampled_from(["next", "none", "previous"]))
def test_rolling_twice_is_rolling_once(
    sets: tuple[set[date], set[date]], day: date, policy: str
) -> None:
    """A due date that has been moved stays where it is."""
    calendar = _calendar(*sets)
    once = calendar.roll(day, policy)  # type: ignore[arg-type]  # drawn from the three policies
    assert calendar.roll(once.day, policy) == Rolled(once.day)  # type: ignore[arg-type]


@laws
@given(days)
def test_no_policy_moves_nothing(day: date) -> None:
    """``roll: none``: the day as the plan names it, even at Tết."""
    assert VIETNAM.roll(day, "none") == Rolled(day)


@laws
@given(calendars, days, st.integers(-15, 15))
def test_working_days_are_counted_one_by_one(
    sets: tuple[set[date], set[date]], day: date, number: int
) -> None:
    """Art. 147.2: the first day is not counted. The oracle lists the working days in order."""
    step = DAY if number > 0 else -DAY
    row = [each for n in range(1, 200) if _works(each := day + step * n, *sets)]
    expected = row[abs(number) - 1] if number else day
    assert _calendar(*sets).add_working_days(day, number) == expected


@laws
@given(days, st.integers(1, 20))
def test_counting_forth_and_back_meet(day: date, number: int) -> None:
    """From a working day, n working days later and n back is the same day."""
    assume(VIETNAM.why_off(day) is None)
    there = VIETNAM.add_working_days(day, number)
    assert VIETNAM.add_working_days(there, -number) == day


@pytest.mark.parametrize(
    ("nominal", "following", "preceding"),
    [
        # Sections II.1.b, II.4.2 and III.1.c of the plan and the ends of its years.
        ("2021-07-31", "2021-08-02", "2021-07-30"),
        ("2021-12-31", "2021-12-31", "2021-12-31"),
        ("2022-12-31", "2023-01-03", "2022-12-30"),
        ("2023-12-31", "2024-01-02", "2023-12-29"),
        ("2023-12-02", "2023-12-04", "2023-12-01"),
        ("2024-12-01", "2024-12-02", "2024-11-29"),
        # 2/9 and the day beside it, with the weekends around.
        ("2021-09-02", "2021-09-06", "2021-09-01"),
        ("2022-09-01", "2022-09-05", "2022-08-31"),
        ("2023-09-02", "2023-09-05", "2023-08-31"),
        ("2024-09-02", "2024-09-04", "2024-08-30"),
        ("2025-09-01", "2025-09-03", "2025-08-29"),
        ("2026-08-30", "2026-09-03", "2026-08-28"),
        # Tết: nine days in 2025.
        ("2025-01-25", "2025-02-03", "2025-01-24"),
        ("2025-01-29", "2025-02-03", "2025-01-24"),
        ("2025-02-02", "2025-02-03", "2025-01-24"),
        ("2026-02-14", "2026-02-23", "2026-02-13"),
        # Saturdays worked for a day off elsewhere.
        ("2024-05-04", "2024-05-04", "2024-05-04"),
        ("2024-04-29", "2024-05-02", "2024-04-26"),
        ("2025-04-26", "2025-04-26", "2025-04-26"),
        ("2025-05-02", "2025-05-05", "2025-04-29"),
        ("2026-01-01", "2026-01-05", "2025-12-31"),
        ("2026-01-02", "2026-01-05", "2025-12-31"),
        ("2026-01-10", "2026-01-10", "2026-01-10"),
        ("2026-01-11", "2026-01-12", "2026-01-10"),
        ("2026-08-22", "2026-08-22", "2026-08-22"),
    ],
)
def test_the_days_that_go_wrong(nominal: str, following: str, preceding: str) -> None:
    """The yearly notices of the Prime Minister, and the edge dates of this plan (domain.md)."""
    assert VIETNAM.roll(D(nominal), "next").day == D(following)
    assert VIETNAM.roll(D(nominal), "previous").day == D(preceding)
    assert not VIETNAM.roll(D(nominal), "next").estimated


def test_why_a_day_was_passed_over() -> None:
    """``explain`` names the holiday and the weekend."""
    rolled = VIETNAM.roll(D("2022-12-31"), "next")
    assert rolled.skipped == (
        Skipped(D("2022-12-31"), "weekend"),
        Skipped(D("2023-01-01"), "Tết Dương lịch"),
        Skipped(D("2023-01-02"), "Tết Dương lịch (nghỉ bù)"),
    )


@pytest.mark.parametrize("year", DECIDED)
@pytest.mark.parametrize("month_day", ["01-01", "04-30", "05-01", "09-02"])
def test_holidays_of_the_solar_calendar(year: int, month_day: str) -> None:
    """Labour Code 45/2019, Art. 112.1: the days that never move."""
    assert VIETNAM.why_off(D(f"{year}-{month_day}")) not in (None, "weekend")


@pytest.mark.parametrize(
    ("new_year", "ancestors"),
    [
        ("2021-02-12", "2021-04-21"), ("2022-02-01", "2022-04-10"), ("2023-01-22", "2023-04-29"),
        ("2024-02-10", "2024-04-18"), ("2025-01-29", "2025-04-07"), ("2026-02-17", "2026-04-26"),
    ],
)  # fmt: skip
def test_holidays_of_the_lunar_calendar(new_year: str, ancestors: str) -> None:
    """Art. 112.1: five days of Tết around 1/1 lunar, one off on 10/3 lunar."""
    tet = D(new_year)
    around = [tet + DAY * number for number in range(-2, 6)]
    assert sum(VIETNAM.why_off(day) not in (None, "weekend") for day in around) >= 5
    assert VIETNAM.why_off(tet) == "Tết Nguyên Đán"
    assert VIETNAM.why_off(D(ancestors)) == "Ngày Giỗ Tổ Hùng Vương"


@pytest.mark.parametrize("year", DECIDED)
def test_worked_days_are_weekend_days(year: int) -> None:
    """Only a weekly day off can be swapped for a working day; a table's days are its own year's."""
    table = VIETNAM.year(year)
    assert all(day.weekday() >= 5 for day in table.worked)
    assert all(day.year == year for day in (*table.off, *table.worked))
    assert not table.off.keys() & table.worked.keys()
    assert table.confirmed
    assert table.source


def test_the_package_is_loaded_for_undecided_years_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """It costs 100 ms (performance.md): no year of the table pays for it."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    calendar = vietnam()
    for year in DECIDED:
        calendar.roll(date(year, 6, 1), "next")
    with pytest.raises(ImportError):
        calendar.roll(date(2030, 6, 1), "next")


def test_an_undecided_year_is_marked_estimated() -> None:
    """The package marks nothing as estimated, so that we must (domain.md, Calendar)."""
    rolled = vietnam().roll(D("2030-01-01"), "next")
    assert rolled.estimated
    assert rolled.day == D("2030-01-02")
    assert vietnam().roll(D("2030-06-03"), "next").estimated, "an extra day off may yet be decided"
    assert not vietnam().roll(D("2030-01-01"), "none").estimated


def test_an_estimate_anywhere_on_the_way_shows() -> None:
    """Rolled over the New Year into an undecided year: the result rests on it."""

    def year(number: int) -> Year:
        off = {date(2021, 12, 31): "nghỉ"}
        return Year(off, {}, "test", confirmed=number <= 2021)

    assert WorkCalendar(year).roll(D("2021-12-31"), "next") == Rolled(
        D("2022-01-03"),
        (
            Skipped(D("2021-12-31"), "nghỉ"),
            Skipped(D("2022-01-01"), "weekend"),
            Skipped(D("2022-01-02"), "weekend"),
        ),
        estimated=True,
    )
    assert not WorkCalendar(year).roll(D("2021-12-31"), "previous").estimated
    back = WorkCalendar(year).roll(D("2022-01-02"), "previous")
    assert (back.day, back.estimated) == (D("2021-12-30"), True)


def test_a_calendar_table_replaces_the_built_in_year() -> None:
    """``data/calendar.yaml`` overrides whole years, and confirms one that was only expected."""
    day = D("2027-11-24")
    decided = Year({day: "nghỉ theo thông báo"}, {D("2027-11-27"): "làm bù"}, "Công văn 1/VPCP")
    calendar = vietnam({2027: decided, 2024: Year({}, {}, "thử", confirmed=False)})
    assert calendar.roll(day, "next") == Rolled(
        D("2027-11-25"), (Skipped(day, "nghỉ theo thông báo"),)
    )
    assert calendar.why_off(D("2027-11-27")) is None
    assert calendar.why_off(D("2024-04-30")) is None, "nothing of the built-in year is left"
    assert calendar.roll(D("2024-04-30"), "next").estimated
    assert calendar.why_off(D("2023-05-01")) == "Ngày Quốc tế Lao động", "other years stand"


def test_a_year_is_looked_up_once() -> None:
    """A table is built when first asked for, and not again."""
    asked: list[int] = []

    def year(number: int) -> Year:
        asked.append(number)
        return Year({}, {}, "test")

    calendar = WorkCalendar(year)
    roll: Callable[[date], Rolled] = lambda day: calendar.roll(day, "next")  # noqa: E731
    assert [roll(date(2021, month, 15)).day.month for month in range(1, 13)] == [*range(1, 13)]
    assert asked == [2021]


def test_a_plain_week_needs_no_table() -> None:
    """Saturday and Sunday are off, every other day is worked."""
    monday = D("2021-06-07")
    week = [PLAIN_WEEK.why_off(monday + DAY * number) for number in range(7)]
    assert week == [None] * 5 + ["weekend"] * 2
