"""What is due once a period: every kind of rhythm and of day in it, against days that were walked."""

from datetime import date
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from model.deadline_terms import frame_of, terms_of
from model.laws.asked import DAYS, MONTH_DAYS, SIMPLE, WHOLE, by_period, dues, laws
from model.laws.walked import (
    DAY,
    UNITS,
    WEEKDAYS,
    counted,
    days_of,
    ends,
    months_on,
    named_day,
    off_in_vietnam,
    tiles,
    walk,
)

RHYTHMS = st.sampled_from(UNITS)
PARTS = {"month": 1, "quarter": 3, "half-year": 6, "first-half": 6, "nine-months": 9, "year": 12}
OF = st.sampled_from(["this", "next"])


@st.composite
def month_points(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """Draw a rhythm of months and a day of one of its months, by number or by weekday."""
    unit = draw(st.sampled_from(sorted(PARTS)))
    month = st.integers(1, PARTS[unit]).map(str)
    point = {"month": draw(st.one_of(month, st.sampled_from(["first", "last"])))}
    if draw(st.booleans()):
        nth = st.sampled_from(["1", "2", "3", "4", "first", "last"])
        point |= {"weekday": draw(st.sampled_from(WEEKDAYS)), "nth": draw(nth)}
    else:
        point |= {"day": draw(st.one_of(st.integers(1, 31).map(str), st.just("last")))}
    return unit, point | {"of": draw(OF)}


def _asked(unit: str, key: str, point: object, over: str) -> dict[str, date | None]:
    return by_period({"every": unit, key: point}, over)


@laws
@given(RHYTHMS, WHOLE)
def test_a_rhythm_alone_is_due_on_the_last_day_of_each_period(unit: str, over: str) -> None:
    """“hàng năm”, “hằng quý”: one a period that shares a day with the plan, called by its own name."""
    wanted = {name: days_of(name)[-1] for name in tiles(unit, *ends(over))}
    assert by_period({"every": unit}, over) == wanted


@laws
@given(st.sampled_from(["quarter", "half-year", "nine-months", "year"]), MONTH_DAYS, OF, WHOLE)
def test_a_month_and_day_is_the_first_such_day_of_its_period(
    unit: str, day: str, of: str, over: str
) -> None:
    """“hàng năm, đến ngày 02/12”, “trước 15/02 năm sau”; 29/02 is the month's last day in common years."""
    point = {"date": day, "of": of}
    wanted = {name: named_day(point, name, unit) for name in tiles(unit, *ends(over))}
    bound = {name: due for name, due in wanted.items() if due >= ends(over)[0]}
    assert _asked(unit, "by", point, over) == bound


@laws
@given(month_points(), WHOLE)
def test_a_day_of_a_month_of_its_period(drawn: tuple[str, dict[str, str]], over: str) -> None:
    """“ngày 20 của tháng cuối quý”, “thứ Hai đầu tiên”, “ngày 05 của tháng đầu quý sau”."""
    unit, point = drawn
    wanted = {name: named_day(point, name, unit) for name in tiles(unit, *ends(over))}
    bound = {name: due for name, due in wanted.items() if due >= ends(over)[0]}
    assert _asked(unit, "by", point, over) == bound


@laws
@given(month_points(), WHOLE, st.sampled_from(["exclusive", "inclusive"]))
def test_before_a_day_of_a_period_is_a_day_less(
    drawn: tuple[str, dict[str, str]], over: str, policy: str
) -> None:
    """“trước ngày 20 của tháng cuối quý”: by the policy, exactly one day before, or that day."""
    unit, point = drawn
    less = DAY if policy == "exclusive" else 0 * DAY
    first = ends(over)[0]
    wanted = {name: named_day(point, name, unit) - less for name in tiles(unit, *ends(over))}
    asked = by_period({"every": unit, "before": point}, over, before=policy)
    assert asked == {name: due for name, due in wanted.items() if due >= first}


@laws
@given(st.sampled_from(WEEKDAYS), OF, WHOLE)
def test_a_weekday_of_each_week(weekday: str, of: str, over: str) -> None:
    """“thứ Năm hằng tuần”: weeks begin on Monday."""
    point = {"weekday": weekday, "of": of}
    wanted = {name: named_day(point, name, "week") for name in tiles("week", *ends(over))}
    assert _asked("week", "by", point, over) == {
        name: due for name, due in wanted.items() if due >= ends(over)[0]
    }


@laws
@given(st.sampled_from([("half-year", 2), ("quarter", 4), ("month", 12)]), WHOLE, st.data())
def test_several_days_stand_one_for_each_part_of_the_year(
    rhythm: tuple[str, int], over: str, data: st.DataObject
) -> None:
    """“ngày 30/5 và 31/10”: the first for each first part, the second for each second."""
    unit, number = rhythm
    days = st.one_of(st.integers(1, 31).map(str), st.just("last"))
    points = [
        {"month": "last", "day": day}
        for day in data.draw(st.lists(days, min_size=number, max_size=number))
    ]
    parts = tiles(unit, date(2020, 1, 1), date(2020, 12, 31))
    place = {name[4:]: point for name, point in zip(parts, points, strict=True)}
    wanted = {name: named_day(place[name[4:]], name, unit) for name in tiles(unit, *ends(over))}
    asked = by_period({"every": unit, "by": points}, over)
    assert asked == {name: due for name, due in wanted.items() if due >= ends(over)[0]}


@laws
@given(RHYTHMS, st.one_of(SIMPLE, st.integers(1, 14).map("{} months".format)))
def test_a_length_after_a_period_runs_from_its_last_day(unit: str, length: str) -> None:
    """“20 ngày kể từ ngày kết thúc quý”: the last day is not counted."""
    over = "2022-11..2023-02" if unit in ("day", "week") else "2022..2024"
    wanted = {
        name: counted(days_of(name)[-1], length, off_in_vietnam)
        for name in tiles(unit, *ends(over))
    }
    assert by_period({"every": unit, "plus": length}, over) == wanted


@laws
@given(st.sampled_from(["week", "month", "quarter", "year"]), DAYS, DAYS, WHOLE)
def test_a_rule_with_an_end_of_its_own_is_part_of_one_without(
    unit: str, first: date, last: date, over: str
) -> None:
    """“đến 2030”, “từ năm 2023”: of the periods that share a day with its own time the same days."""
    assume(first <= last)
    whole = by_period({"every": unit}, "2021..2026")
    rule = {"every": unit, "from": str(first), "until": str(last)}
    assert by_period(rule, over) == {name: whole[name] for name in tiles(unit, first, last)}


@laws
@given(month_points(), st.integers(0, 3), st.integers(0, 3))
def test_a_longer_plan_has_more_periods_and_no_other_days(
    drawn: tuple[str, dict[str, str]], earlier: int, later: int
) -> None:
    """No drift: what is asked of a period never depends on how long the plan has run."""
    unit, point = drawn
    short = _asked(unit, "by", point, "2023..2024")
    long = _asked(unit, "by", point, f"{2023 - earlier}..{2024 + later}")
    assert short.items() <= long.items()


@laws
@given(month_points(), WHOLE)
def test_due_days_never_run_backwards(drawn: tuple[str, dict[str, str]], over: str) -> None:
    unit, point = drawn
    days = dues({"every": unit, "by": point}, over)
    assert all(left < right for left, right in pairwise(days) if left and right)


@laws
@given(month_points(), WHOLE)
def test_of_next_is_what_the_next_period_has(drawn: tuple[str, dict[str, str]], over: str) -> None:
    """“tháng đầu quý sau” of one quarter is “tháng đầu quý” of the quarter after it."""
    unit, point = drawn
    assume(unit not in ("first-half", "nine-months"))  # they have no next one that follows at once
    names = tiles(unit, date(2020, 1, 1), date(2030, 12, 31))
    here = _asked(unit, "by", {**point, "of": "this"}, "2020..2030")
    there = _asked(unit, "by", {**point, "of": "next"}, over)
    assert all(due == here[names[names.index(name) + 1]] for name, due in there.items())


@laws
@given(
    st.sampled_from(["day", "week", "month", "year"]), st.integers(2, 9), DAYS, st.integers(0, 900)
)
def test_several_units_are_one_period(unit: str, number: int, first: date, long: int) -> None:
    """“05 năm một lần”: each is so many units, in a row, the first being the one it begins in."""
    last = first + long * DAY
    rule = {"every": f"{number} {unit}s", "from": str(first), "until": str(last)}
    names = tiles(unit, first, last + 4000 * DAY)
    wanted = [
        (f"{names[at]}..{names[at + number - 1]}", days_of(names[at + number - 1])[-1])
        for at in range(0, len(tiles(unit, first, last)), number)
    ]
    assert list(by_period(rule).items()) == wanted


@laws
@given(DAYS, st.integers(0, 60), st.sampled_from(["this", "next"]))
def test_every_working_day(first: date, long: int, of: str) -> None:
    """Each day on which somebody works is a period; “ngày làm việc sau” is the next of them."""
    assume(first.year < 2026)
    last = first + long * DAY
    working = [day for day in walk(first, last + 30 * DAY) if not off_in_vietnam(day)]
    place = 1 if of == "next" else 0
    rule = {"every": "working day", "by": {"of": of}, "from": str(first), "until": str(last)}
    wanted = {str(day): working[at + place] for at, day in enumerate(working) if day <= last}
    assert by_period(rule, "2022..2025") == wanted


@laws
@given(MONTH_DAYS, st.sampled_from([("year", 12), ("half-year", 6), ("quarter", 3)]), DAYS, DAYS)
def test_years_with_a_beginning_of_their_own(
    starting: str, part: tuple[str, int], first: date, last: date
) -> None:
    """“năm học”: parts counted from that month and day, of which each day of the rule is in one."""
    assume(first < last)
    unit, months = part
    rule = {"every": unit, "starting": starting, "from": str(first), "until": str(last)}
    month, number = map(int, starting.split("-"))
    begin = date(2020, month, number)
    starts = [months_on(begin, at * months, back=False) for at in range(8 * 12 // months)]
    wanted = [
        after - DAY for start, after in pairwise(starts) if start <= last and after - DAY >= first
    ]
    assert dues(rule) == wanted


@laws
@given(st.integers(1, 12), st.dictionaries(st.integers(2022, 2025), DAYS))
def test_a_yearly_session_is_held_or_assumed(month: int, held: dict[int, date]) -> None:
    """“tại phiên họp tháng 12 hàng năm”: its recorded day, else its month's last, marked as assumed."""
    sessions = {str(year): day for year, day in held.items()}
    frame = frame_of("2022..2025", sessions=sessions)
    terms = terms_of({"every": "year", "session": str(month)}, frame)
    wanted = [
        (str(year), held.get(year) or days_of(f"{year}-{month:02}")[-1], year not in held)
        for year in range(2022, 2026)
    ]
    assert [(term.period.name, term.nominal, term.assumed) for term in terms] == wanted


@laws
@given(st.sampled_from(["month", "quarter", "year"]), MONTH_DAYS, WHOLE)
def test_nothing_is_due_before_the_plan_began(unit: str, day: str, over: str) -> None:
    """A plan of June asks for no report that was due in May of its first year."""
    assume(unit != "month")
    first = ends(over)[0]
    asked = _asked(unit, "by", day, over)
    assert all(due is not None and due >= first for due in asked.values())
    passed = [name for name in tiles(unit, *ends(over)) if name not in asked]
    assert all(named_day({"date": day}, name, unit) < first for name in passed)
