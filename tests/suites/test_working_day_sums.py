"""Sums of working days by a second implementation: NumPy's, with the days off of the table of sources."""

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from kehoach.calendar import vietnam

VIETNAM = vietnam()
DAYS = np.arange("2021-01-01", "2027-01-01", dtype="datetime64[D]")
_SOURCES = Path(__file__).parents[1] / "sources" / "vn-days-2021-2027.tsv"


def _table(kind: str) -> list[str]:
    lines = (line.split("\t") for line in _SOURCES.read_text("utf-8").splitlines())
    return [fields[0] for fields in lines if len(fields) > 1 and fields[1] == kind]


def _second() -> np.busdaycalendar:
    """Return the calendar of NumPy: it knows no worked Saturday, so every day off stands by itself."""
    weekends = DAYS[~np.is_busday(DAYS)]
    worked = np.array(_table("work"), dtype="datetime64[D]")
    off = np.array(_table("off"), dtype="datetime64[D]")
    return np.busdaycalendar("1111111", np.concatenate([np.setdiff1d(weekends, worked), off]))


SECOND = _second()
ALL = [date(2021, 1, 1) + timedelta(days=n) for n in range(len(DAYS))]
WELL_INSIDE = DAYS[80:-80]
INSIDE = ALL[80:-80]


@pytest.mark.parametrize("number", [1, 2, 3, 5, 7, 10, 15, 20, 30, 45])
def test_so_many_working_days_on(number: int) -> None:
    """Art. 147.2: counted from the day after, wherever the count begins, on a day off too."""
    ours = [VIETNAM.add_working_days(day, number) for day in INSIDE]
    theirs = np.busday_offset(WELL_INSIDE, number, roll="preceding", busdaycal=SECOND)
    assert ours == theirs.tolist()


@pytest.mark.parametrize("number", [1, 2, 3, 5, 10, 20, 45])
def test_so_many_working_days_back(number: int) -> None:
    ours = [VIETNAM.add_working_days(day, -number) for day in INSIDE]
    theirs = np.busday_offset(WELL_INSIDE, -number, roll="following", busdaycal=SECOND)
    assert ours == theirs.tolist()


def test_rolling() -> None:
    """Art. 148.5, on every day of the six years that are decided."""
    following = np.busday_offset(WELL_INSIDE, 0, roll="following", busdaycal=SECOND)
    preceding = np.busday_offset(WELL_INSIDE, 0, roll="preceding", busdaycal=SECOND)
    assert [VIETNAM.roll(day, "next").day for day in INSIDE] == following.tolist()
    assert [VIETNAM.roll(day, "previous").day for day in INSIDE] == preceding.tolist()


@pytest.mark.parametrize("year", range(2021, 2027))
def test_the_working_days_of_each_month(year: int) -> None:
    months = np.arange(f"{year}-01", f"{year + 1}-01", dtype="datetime64[M]")
    theirs = np.busday_count(months, months + np.timedelta64(1, "M"), busdaycal=SECOND)
    working = [day for day in ALL if VIETNAM.why_off(day) is None]
    ours = [
        sum((day.year, day.month) == (year, month) for day in working) for month in range(1, 13)
    ]
    assert (theirs == ours).all()


def test_the_second_calendar_is_tried_on_what_it_is_about() -> None:
    """Worked Saturdays, Tết and the days made up are in it: the plain week would not do."""
    assert np.is_busday(np.datetime64("2026-08-22"), busdaycal=SECOND)
    assert not np.is_busday(np.datetime64(date(2026, 2, 16)), busdaycal=SECOND)
    assert (np.is_busday(DAYS, busdaycal=SECOND) != np.is_busday(DAYS)).sum() > 60
