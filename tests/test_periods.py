"""Spans, the periods that tile them, and the arithmetic of months (Civil Code 2015, Art. 148)."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builders import D
from kehoach.periods import (
    Every,
    Period,
    PeriodName,
    Span,
    data_window,
    month_end,
    parse_every,
    parse_span,
    period_named,
    periods,
    shift_months,
)

DAY = timedelta(days=1)
days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
spans = st.builds(
    lambda first, length: Span(first, first + timedelta(days=length)), days, st.integers(1, 1500)
)
units = st.sampled_from(["day", "week", "month", "quarter", "half-year", "year"])
rhythms = st.one_of(
    units.map(Every),
    st.builds(Every, st.sampled_from(["day", "week", "month", "year"]), st.integers(2, 7)),
)
laws = settings(deadline=None, max_examples=60)


@laws
@given(rhythms, spans)
def test_periods_tile_time(every: Every, within: Span) -> None:
    """No day between two reports belongs to none, and none to two."""
    tiles = [period.span for period in periods(every, within)]
    assert within.first in tiles[0]
    assert within.last in tiles[-1]
    assert all(left.end == right.first for left, right in pairwise(tiles))


@laws
@given(spans)
def test_nine_months_come_once_a_year(within: Span) -> None:
    """The nine-month report is of January to September (Decree 09/2019, Art. 12): one a year."""
    found = list(periods(Every("nine-months"), within))
    years = range(within.first.year, within.last.year + 1)
    expected = [Span(date(year, 1, 1), date(year, 10, 1)) for year in years]
    assert [period.span for period in found] == [s for s in expected if s.overlaps(within)]


@laws
@given(st.one_of(rhythms, st.sampled_from([Every("nine-months"), Every("first-half")])), spans)
def test_a_name_is_unique_and_gives_its_span_back(every: Every, within: Span) -> None:
    """What a file calls a period is that period and no other."""
    found = list(periods(every, within))
    assert len({period.name for period in found}) == len(found)
    assert [period_named(period.name) for period in found] == found


@laws
@given(days, st.integers(2, 10), spans)
def test_periods_of_several_years_are_counted_from_their_anchor(
    anchor: date, number: int, within: Span
) -> None:
    """“05 năm một lần”: every period begins a whole number of times five years after the first."""
    assume(anchor <= within.first)
    for period in periods(Every("year", number), within, anchor):
        assert (period.span.first.month, period.span.first.day) == (1, 1)
        assert (period.span.first.year - anchor.year) % number == 0
        assert period.span.end.year - period.span.first.year == number


@laws
@given(days)
def test_weeks_are_those_of_the_calendar(day: date) -> None:
    """A week runs from Monday to Sunday and bears its ISO number; the oracle is Python's own."""
    (week,) = periods(Every("week"), Span(day, day + DAY))
    year, number, _ = day.isocalendar()
    assert week.name == f"{year}-W{number:02}"
    assert (week.span.first.weekday(), week.span.last.weekday()) == (0, 6)


@pytest.mark.parametrize(
    ("every", "names"),
    [
        (Every("day"), ["2026-03-30", "2026-03-31", "2026-04-01"]),
        (Every("week"), ["2026-W14"]),
        (Every("month"), ["2026-03", "2026-04"]),
        (Every("quarter"), ["2026-Q1", "2026-Q2"]),
        (Every("half-year"), ["2026-H1"]),
        (Every("nine-months"), ["2026-9M"]),
        (Every("first-half"), ["2026-H1"]),
        (Every("year"), ["2026"]),
        (Every("year", 5), ["2026..2030"]),
        (Every("month", 2), ["2026-03..2026-04"]),
    ],
)
def test_names_of_periods(every: Every, names: list[str]) -> None:
    """The names that stand in files and in JSON."""
    within = Span(date(2026, 3, 30), date(2026, 4, 2))
    assert [period.name for period in periods(every, within)] == names


@laws
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(-600, 600))
def test_shift_months_agrees_with_dateutil(day: date, months: int) -> None:
    """Art. 148.3: the same day number, or the last day of a shorter month."""
    assert shift_months(day, months) == day + relativedelta(months=months)


@laws
@given(days)
def test_month_end(day: date) -> None:
    """The day before the first of the next month."""
    last = month_end(day)
    assert (last.year, last.month) == (day.year, day.month)
    assert (last + DAY).day == 1
    assert last.day == monthrange(day.year, day.month)[1]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-09", "2021-09-01", "2021-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2027-01", "2027-01-01", "2027-01-31"),
        ("2021-06-30", "2021-06-30", "2021-06-30"),
        ("2022-Q2", "2022-04-01", "2022-06-30"),
        ("2021-H1", "2021-01-01", "2021-06-30"),
        ("2021-H2", "2021-07-01", "2021-12-31"),
        ("2021-9M", "2021-01-01", "2021-09-30"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2026-Q3..2026-Q4", "2026-07-01", "2026-12-31"),
        ("2026-Q3..2027", "2026-07-01", "2027-12-31"),
        ("2026-Q4..2027", "2026-10-01", "2027-12-31"),
        ("2021..2025", "2021-01-01", "2025-12-31"),
        ("2021-06-15..2021-07", "2021-06-15", "2021-07-31"),
    ],
)  # fmt: skip
def test_parse_span(text: str, first: str, last: str) -> None:
    """“Quý III, IV/2026”, "Quý IV/2026, 2027", "2021–2025" … as the annexes of plans write them."""
    span = parse_span(text)
    assert (span.first, span.last) == (D(first), D(last))
    assert period_named(text) == Period(PeriodName(text), span)


@pytest.mark.parametrize(
    "text",
    [
        "", "once", "nay", "21", "2021-6", "2021-13", "2021-00", "0000", "2021-Q0", "2021-Q5",
        "2021-H3", "2021-6M", "2021-02-29", "2021-W00", "2021-W53", "2021-W54", "Q3-2021",
        "2021-q3", " 2021", "2021\n", "2021-06-01T00:00", "20210601", "2021.06", "30/6/2021",
        "2021..", "..2021", "..", "2022..2021", "2021..2022..2023", "..".join(["2021"] * 900),
        "9999", "9999-12-31", "9999-W52",
    ],
)  # fmt: skip
def test_what_is_no_span_is_refused(text: str) -> None:
    """Never a guess and never a crash (traps.md, YAML): an end beyond year 9999 has no day after."""
    with pytest.raises(ValueError):  # noqa: PT011 - the caller needs no more than that
        parse_span(text)
    with pytest.raises(ValueError):  # noqa: PT011
        period_named(text)


@pytest.mark.parametrize(
    ("text", "every", "months"),
    [
        ("day", Every("day"), 1),
        ("week", Every("week"), 1),
        ("month", Every("month"), 1),
        ("quarter", Every("quarter"), 3),
        ("half-year", Every("half-year"), 6),
        ("nine-months", Every("nine-months"), 9),
        ("first-half", Every("first-half"), 6),
        ("year", Every("year"), 12),
        ("5 years", Every("year", 5), 60),
        ("2 months", Every("month", 2), 2),
        ("1 year", Every("year"), 12),
    ],
)
def test_parse_every(text: str, every: Every, months: int) -> None:
    """Rhythms and how many months they hold."""
    assert parse_every(text) == every
    assert parse_every(text).months == months
    assert parse_every(str(every)) == every


@pytest.mark.parametrize(
    "text",
    ["", "0 years", "00 years", "-1 years", "100 years", "yearly", "2 quarters", "2 half-years",
     "2 nine-months", "2 first-halfs", "Year", "5  years", "5years", "năm"],
)  # fmt: skip
def test_what_is_no_rhythm_is_refused(text: str) -> None:
    """An interval of nothing would loop for ever (traps.md, dateutil)."""
    with pytest.raises(ValueError):  # noqa: PT011
        parse_every(text)


@laws
@given(days, days)
def test_no_span_is_empty(first: date, end: date) -> None:
    """A period without a day cannot be built."""
    if end > first:
        assert Span(first, end).last == end - DAY
    else:
        with pytest.raises(ValueError, match="ends after it begins"):
            Span(first, end)


@laws
@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_overlap_is_a_shared_day(first: int, length: int, other: int, width: int) -> None:
    """The oracle is the set of days itself."""
    left, right = (
        Span(date(2021, 1, 1) + timedelta(days=a), date(2021, 1, 1) + timedelta(days=a + n))
        for a, n in ((first, length), (other, width))
    )
    shared = set(range(first, first + length)) & set(range(other, other + width))
    assert left.overlaps(right) == right.overlaps(left) == bool(shared)
    held = range(other, other + width)
    assert (left.first in right) == (first in held)
    assert (left.end in right) == (first + length in held)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026-03", "2026-02-15", "2026-03-14"),
        ("2026-01", "2025-12-15", "2026-01-14"),
        ("2026-Q1", "2025-12-15", "2026-03-14"),
        ("2026-Q2", "2026-03-15", "2026-06-14"),
        ("2026-Q4", "2026-09-15", "2026-12-14"),
        ("2026-H1", "2025-12-15", "2026-06-14"),
        ("2026-9M", "2025-12-15", "2026-09-14"),
        ("2026", "2025-12-15", "2026-12-14"),
    ],
)
def test_windows_of_data(period: str, first: str, last: str) -> None:
    """Decree 09/2019/NĐ-CP, Art. 12: the days whose data each periodic report covers."""
    window = data_window(period_named(period))
    assert window is not None
    assert (window.first, window.last) == (D(first), D(last))


@pytest.mark.parametrize("period", ["2026-03-05", "2026-W10", "2021..2025", "2026-03-05..2026-04"])
def test_other_periods_have_no_window(period: str) -> None:
    """Art. 12 names month, quarter, half-year, nine months and year."""
    assert data_window(period_named(period)) is None


@laws
@given(st.sampled_from(["month", "quarter", "year"]), spans)
def test_windows_tile_as_their_periods_do(unit: str, within: Span) -> None:
    """No day's data is reported twice or never."""
    windows = [data_window(period) for period in periods(Every(unit), within)]
    for left, right in pairwise(windows):
        assert left is not None
        assert right is not None
        assert left.end == right.first
