"""Laws of the calendar: days off and worked, calendars of single places, and days counted in them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kehoach.calendar import WorkCalendar, vietnam
from kehoach.calendar.statutory import missing_holidays
from kehoach.model.holidays import Holidays
from laws import law
from model.laws.walked import off_in_vietnam, stepped

DAY = timedelta(days=1)
VIETNAM = vietnam()
laws = law(25)
DAYS = st.dates(date(2021, 3, 1), date(2026, 10, 31))
SETS = st.sets(DAYS, max_size=12)
WAYS = st.sampled_from(["next", "previous"])


def _named(days: set[date]) -> dict[date, str]:
    return dict.fromkeys(days, "?")


def _asked(day: date, *named: set[date]) -> Iterator[date]:
    """Yield any day, and each that is named: a day at random is hardly ever one of them."""
    yield day
    for days in named:
        yield from sorted(days)


def _works(calendar: WorkCalendar, day: date) -> bool:
    return calendar.why_off(day) is None


def test_a_day_is_off_as_the_table_of_sources_has_it() -> None:
    """Every one of six years: the dated table, written down apart from the program's.

    Later years are the package's, and so depend on its release.
    """
    first, end = date(2021, 1, 1), date(2027, 1, 1)
    for number in range((end - first).days):
        day = first + number * DAY
        assert _works(VIETNAM, day) == (not off_in_vietnam(day)), day


@laws
@given(SETS, SETS, DAYS)
def test_what_is_added_is_as_it_says_and_all_else_as_it_was(
    off: set[date], worked: set[date], day: date
) -> None:
    """``also_off`` and ``also_worked`` decide their own days, and no other."""
    worked -= off
    calendar = VIETNAM.beside(_named(off), _named(worked))
    for each in _asked(day, off, worked):
        wanted = each not in off and (each in worked or _works(VIETNAM, each))
        assert _works(calendar, each) == wanted


@laws
@given(SETS, DAYS)
def test_closing_days_and_opening_them_again_is_as_before(off: set[date], day: date) -> None:
    """Off and worked undo one another, where somebody had worked before."""
    off = {each for each in off if _works(VIETNAM, each)}
    closed = VIETNAM.beside(_named(off), {})
    calendar = closed.beside({}, _named(off))
    for each in _asked(day, off):
        assert _works(calendar, each) == _works(VIETNAM, each)
        assert _works(calendar.beside(_named(off), {}), each) == _works(closed, each)


@laws
@given(SETS, SETS, DAYS)
def test_days_off_may_be_told_at_once_or_one_after_another(
    some: set[date], others: set[date], day: date
) -> None:
    at_once = VIETNAM.beside(_named(some | others), {})
    for order in ((some, others), (others, some)):
        in_turn = VIETNAM
        for each in order:
            in_turn = in_turn.beside(_named(each), {})
        for asked in _asked(day, some, others):
            assert _works(in_turn, asked) == _works(at_once, asked)


@laws
@given(SETS, DAYS, WAYS)
def test_more_days_off_never_bring_a_due_day_nearer(off: set[date], day: date, way: str) -> None:
    policy = "next" if way == "next" else "previous"
    fewer = VIETNAM.beside(_named(off), {})
    for each in _asked(day, off):
        calm, closed = VIETNAM.roll(each, policy).day, fewer.roll(each, policy).day  # type: ignore[arg-type]
        assert closed >= calm if way == "next" else closed <= calm


@laws
@given(DAYS, st.integers(0, 60), WAYS)
def test_rolling_keeps_the_order_of_days(day: date, later: int, way: str) -> None:
    """Who is due later by the plan is never due earlier after rolling."""
    policy = "next" if way == "next" else "previous"
    first, second = (VIETNAM.roll(each, policy).day for each in (day, day + later * DAY))  # type: ignore[arg-type]
    assert first <= second


@laws
@given(DAYS, st.integers(1, 20), st.integers(1, 20))
def test_counting_in_two_parts_is_counting_once(day: date, some: int, more: int) -> None:
    """First n working days and then m more are n + m: the end of the first part is not counted twice."""
    through = VIETNAM.add_working_days(VIETNAM.add_working_days(day, some), more)
    assert through == VIETNAM.add_working_days(day, some + more)


@laws
@given(DAYS, st.integers(1, 20), SETS)
def test_working_days_are_counted_by_the_calendar_that_is_asked(
    day: date, number: int, off: set[date]
) -> None:
    """Day by day, in a calendar with days off of its own."""
    calendar = VIETNAM.beside(_named(off), {})
    wanted = stepped(
        day, number, back=False, counts=lambda each: each not in off and not off_in_vietnam(each)
    )
    assert calendar.add_working_days(day, number) == wanted


@laws
@given(DAYS, WAYS)
def test_a_day_between_a_day_and_where_it_rolls_to_rolls_there_too(day: date, way: str) -> None:
    """A holiday is one gap: whatever falls into it comes out on the same side at the same day."""
    policy = "next" if way == "next" else "previous"
    rolled = VIETNAM.roll(day, policy)  # type: ignore[arg-type]
    for skipped in rolled.skipped:
        assert VIETNAM.roll(skipped.day, policy).day == rolled.day  # type: ignore[arg-type]


@laws
@given(SETS, SETS, DAYS)
def test_a_place_s_calendar_is_its_own(common: set[date], island: set[date], day: date) -> None:
    """``calendars: {dao: …}``: its days beside those of all, and nobody else's."""
    calendar = _read(also_off=common, calendars={"dao": island})
    own = calendar.of("dao")
    for each in _asked(day, common, island):
        assert _works(calendar, each) == (_works(VIETNAM, each) and each not in common)
        assert _works(own, each) == (_works(VIETNAM, each) and each not in common | island)
    assert calendar.of(None) == calendar == calendar.of("nowhere")


@laws
@given(SETS, SETS, SETS, DAYS, st.randoms())
def test_neither_order_nor_contradiction_in_the_file_decides(
    off: set[date], worked: set[date], both: set[date], day: date, random: Random
) -> None:
    """A day that is said to be both is as it was; the order of the lines means nothing."""
    off, worked = off | both, worked | both
    calendar = _read(also_off=off, also_worked=worked, calendars={})
    lines = random.sample(sorted(off), len(off)), random.sample(sorted(worked), len(worked))
    shuffled = _read(also_off=lines[0], also_worked=lines[1], calendars={})
    for each in _asked(day, off, worked):
        told = each in off ^ worked
        assert _works(calendar, each) == _works(shuffled, each)
        assert _works(calendar, each) == ((each in worked) if told else _works(VIETNAM, each))


@laws
@given(st.integers(2021, 2026), st.sampled_from([(1, 1), (4, 30), (5, 1), (9, 2)]), st.booleans())
def test_a_year_lacks_a_day_of_the_law_where_somebody_works_on_it(
    year: int, holiday: tuple[int, int], worked: bool
) -> None:
    """Labour Code, Art. 112: it is named, and alone."""
    day = date(year, *holiday)
    calendar = VIETNAM.beside({}, {day: "?"} if worked else {})
    told = [each.en for each in missing_holidays(calendar, year)]
    assert [each.rpartition(" ")[2] for each in told] == [f"{day.day}/{day.month}"] * worked


def _read(
    also_off: Iterable[date], calendars: dict[str, set[date]], also_worked: Iterable[date] = ()
) -> WorkCalendar:
    """Return the calendar of an office that says this in ``calendar.yaml``."""

    def listed(days: Iterable[date]) -> list[dict[str, str]]:
        return [{"date": str(day), "name": "?"} for day in days]

    here = {id_: {"name": id_, "also_off": listed(days)} for id_, days in calendars.items()}
    said = {"also_off": listed(also_off), "also_worked": listed(also_worked), "calendars": here}
    return Holidays.model_validate({"schema": "kehoach/calendar@1", **said}).calendar()
