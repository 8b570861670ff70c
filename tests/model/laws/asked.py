"""What laws of deadlines draw, and how they ask the program."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from kehoach.calendar import vietnam
from laws import law
from model.deadline_terms import frame_of, terms_of
from model.laws.walked import UNITS, called

VIETNAM = vietnam()
laws = law(12)
DAYS = st.dates(date(2022, 1, 1), date(2025, 12, 31))
"""Days whose surroundings lie in the years that have been decided."""
NAMES = st.builds(called, DAYS, st.sampled_from(UNITS)).filter(bool).map(str)
SPANS = st.one_of(NAMES, st.tuples(NAMES, NAMES).map("..".join))
"""Spans as files write them; of two names the first may lie behind the second."""
WHOLE = st.sampled_from(["2022", "2022..2024", "2021-06..2026", "2023-03-15..2025-02-10"])
"""The times of plans."""
NUMBERS = st.integers(1, 40)
SIMPLE = st.builds("{} {}".format, NUMBERS, st.sampled_from(["days", "working days", "weeks"]))
_MONTHS, _YEARS = st.integers(1, 30), st.integers(1, 3)
LENGTHS = st.one_of(
    SIMPLE,
    _MONTHS.map("{} months".format),
    _YEARS.map("{} years".format),
    st.builds("{} years {} months".format, _YEARS, _MONTHS),
    st.builds("{} months {} days".format, _MONTHS, NUMBERS),
    st.builds("{} months {} weeks {} days".format, _MONTHS, NUMBERS, NUMBERS),
    st.builds("{} years {} weeks".format, _YEARS, NUMBERS),
)
MONTH_DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: f"{day:%m-%d}")


def dues(rule: Mapping[str, Any], over: str = "2021-06..2026", **known: Any) -> list[date | None]:
    """Return the days that a rule of a plan over a time comes to, before any rolling."""
    return list(by_period(rule, over, **known).values())


def by_period(
    rule: Mapping[str, Any], over: str = "2021-06..2026", **known: Any
) -> dict[str, date | None]:
    """Return them by the names of their periods, in order."""
    terms = terms_of(rule, frame_of(over, calendar=VIETNAM, **known))
    assert len({term.period.name for term in terms}) == len(terms)
    return {term.period.name: term.nominal for term in terms}
