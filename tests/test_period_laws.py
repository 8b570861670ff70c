"""Laws of spans and periods of every grain: names, order, containment, neighbours."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kehoach.periods import (
    Every,
    Period,
    Span,
    data_window,
    is_start,
    parse_every,
    parse_span,
    period_named,
    periods,
    shift_months,
)
from laws import law
from model.laws.walked import UNITS, called, days_of, tiles

DAY = timedelta(days=1)
laws = law(25)
DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))
GRAINS = st.sampled_from(["day", "week", "month", "quarter", "half-year", "year"])
NESTED = ("day", "month", "quarter", "half-year", "year")
NAMES = st.builds(called, DAYS, st.sampled_from(UNITS)).filter(bool).map(str)


def _of(day: date, unit: str) -> Period:
    """Return the period of a grain in which a day lies."""
    (found,) = periods(Every(unit), Span(day, day + DAY))
    return found


@laws
@given(NAMES)
def test_a_name_means_the_days_that_are_called_so(name: str) -> None:
    """Each day of it, and no other: by asking every day what it is called."""
    span = parse_span(name)
    days = days_of(name)
    assert (span.first, span.last, (span.end - span.first).days) == (days[0], days[-1], len(days))


@laws
@given(NAMES, NAMES)
def test_from_one_to_another_is_all_that_lies_between(first: str, last: str) -> None:
    """“Quý III/2026 – 2027”; what would end before it begins is no span."""
    begin, end = days_of(first)[0], days_of(last)[-1]
    if begin <= end:
        assert parse_span(f"{first}..{last}") == Span(begin, end + DAY)
        assert period_named(f"{first}..{last}").name == f"{first}..{last}"
    else:
        with pytest.raises(ValueError, match=r"ends after it begins|\.\."):
            parse_span(f"{first}..{last}")


@laws
@given(DAYS, GRAINS)
def test_a_day_lies_in_the_one_period_that_bears_its_name(day: date, unit: str) -> None:
    period = _of(day, unit)
    assert period.name == called(day, unit)
    assert day in period.span
    assert period_named(period.name) == period


@laws
@given(DAYS)
def test_smaller_grains_lie_in_larger_ones(day: date) -> None:
    """Day in month in quarter in half-year in year; a week may lie in two years."""
    spans = [_of(day, unit).span for unit in NESTED]
    for small, large in pairwise(spans):
        assert large.first <= small.first
        assert small.end <= large.end


@laws
@given(DAYS, GRAINS, st.integers(1, 800))
def test_neighbours_touch_and_names_run_in_the_order_of_days(
    day: date, unit: str, long: int
) -> None:
    found = list(periods(Every(unit), Span(day, day + long * DAY)))
    assert [each.name for each in found] == tiles(unit, day, day + (long - 1) * DAY)
    assert all(left.span.end == right.span.first for left, right in pairwise(found))
    assert all(left.name < right.name and left.span < right.span for left, right in pairwise(found))


@laws
@given(DAYS, GRAINS, st.integers(1, 500), st.integers(1, 500))
def test_two_spans_in_a_row_have_the_periods_of_the_whole(
    day: date, unit: str, some: int, more: int
) -> None:
    """What is cut in two is listed with both, and nothing else twice."""
    middle, end = day + some * DAY, day + (some + more) * DAY
    left, right, whole = (
        list(periods(Every(unit), Span(*ends)))
        for ends in ((day, middle), (middle, end), (day, end))
    )
    assert list(dict.fromkeys([*left, *right])) == whole
    assert len(set(left) & set(right)) <= 1


@laws
@given(GRAINS, st.integers(1, 99))
def test_a_rhythm_is_read_as_it_is_written(unit: str, number: int) -> None:
    every = Every(unit, number if unit in ("day", "week", "month", "year") else 1)
    assert parse_every(str(every)) == every


@laws
@given(DAYS, GRAINS, st.integers(2, 6), st.integers(1, 900))
def test_periods_of_several_units_bear_the_names_of_their_ends(
    day: date, unit: str, number: int, long: int
) -> None:
    """``2026..2030``, read back as the same days."""
    assume(unit in ("day", "week", "month", "year"))
    for period in periods(Every(unit, number), Span(day, day + long * DAY)):
        first, _, last = period.name.partition("..")
        assert (days_of(first)[0], days_of(last)[-1]) == (period.span.first, period.span.last)
        assert len(tiles(unit, period.span.first, period.span.last)) == number


@laws
@given(DAYS, st.sampled_from(["month", "quarter", "half-year", "year", "nine-months"]))
def test_data_end_before_the_period_does(day: date, unit: str) -> None:
    """Decree 09/2019, Art. 12: up to the 14th of its last month, so that a report can come in time."""
    assume(unit != "nine-months" or day.month < 10)
    period = _of(day, unit)
    window = data_window(period)
    assert window is not None
    assert (window.last.day, window.last.month) == (14, period.span.last.month)
    assert window.first == (period.span.first - DAY).replace(day=15)


@laws
@given(DAYS, DAYS, st.booleans())
def test_told_by_a_day_it_is_the_same_time_under_another_name(
    first: date, day: date, start: bool
) -> None:
    """Two deadlines of one item in one period are called by their days; of beginnings it shows."""
    of = Period.start if start else Period.once
    period = of(Span(first, first + DAY))
    told = period.told_by(day)
    assert (told.span, is_start(told.name)) == (period.span, start)
    assert told.name.endswith(str(day))
    assert not told.recurs


@laws
@given(DAYS, st.integers(-400, 400), st.integers(-400, 400))
def test_from_the_first_of_a_month_months_add_up(day: date, some: int, more: int) -> None:
    """Only there: from the 31st each step would drift, which is why nothing is counted in steps."""
    first = day.replace(day=1)
    assert shift_months(shift_months(first, some), more) == shift_months(first, some + more)


@laws
@given(DAYS, DAYS, st.integers(-400, 400))
def test_months_keep_the_order_of_days(one: date, other: date, months: int) -> None:
    """Two days may fall together at a month's end, and never change places."""
    early, late = sorted((one, other))
    assert shift_months(early, months) <= shift_months(late, months)
