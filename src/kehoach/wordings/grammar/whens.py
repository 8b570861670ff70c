"""Days and spans, alone and in lists: what stands on one side or the other of a deadline."""

from collections.abc import Callable

from kehoach.wordings.grammar.combinators import attempt, one_of
from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.grammar.days import day
from kehoach.wordings.grammar.month_days import dashed_days, days_in_a_row, days_of_months
from kehoach.wordings.grammar.numerals import UNITS, number
from kehoach.wordings.grammar.outer_days import in_next_year, months_of_each, outer_days
from kehoach.wordings.grammar.period_days import (
    AT_THE_TURN,
    BEFORE_AN_END,
    further_period,
    part_of_unit,
    working_end,
)
from kehoach.wordings.grammar.phrases import Day, Days, PeriodDay, When
from kehoach.wordings.grammar.stretches import SEPARATORS, stretches
from kehoach.wordings.language.lexicon import WEEKDAYS, Sym

_SHORTEST, _MONTHS = 28, 12
_WEEKDAYS = range(2, 8)  # "thứ 2" to "thứ 7"


def listed(c: Cursor, *, before: bool) -> tuple[When, ...]:
    """Take days joined by "và" or commas, or spans; ``before``: that is the side of all of them.

    Raises:
        Doubtful: "trước 30/6 và cuối tháng 7" is before the last day, or to the end.
    """
    found = list(one(c))
    while found and isinstance(found[-1], Day | PeriodDay):
        if (other := _another(c, found[-1], before=before)) is None:
            break
        found.append(other)
    return _dated_by_the_last(found)


def _dated_by_the_last(found: list[When]) -> tuple[When, ...]:
    """Give days without a year the year that stands behind the last: "15/6, 15/12/2026"."""
    last = found[-1] if found else None
    if not isinstance(last, Day) or not last.year:
        return tuple(found)
    return tuple(
        each._replace(year=each.year or last.year) if isinstance(each, Day) else each
        for each in found
    )


@attempt
def _another(c: Cursor, like: Day | PeriodDay, *, before: bool) -> Day | PeriodDay | None:
    """Take another day of a list, of the kind of the one before."""
    if isinstance(like, PeriodDay) and (further := further_period(c, like)) is not None:
        return further
    if not c.take_each(Sym.COMMA, Sym.AND) or (before and c.at(Sym.ON)):
        return None  # "trước ngày 15/6 và vào ngày 15/12": on that day
    if isinstance(like, PeriodDay) and (found := _bare(c, like.unit)) is not None:
        return found
    c.take(Sym.ON)
    start = c.place
    named = day(c) or working_end(c)
    other = named or part_of_unit(c)
    if not isinstance(other, type(like)):
        return None
    c.refuse(before and not named, BEFORE_AN_END, start)
    c.refuse(not named and _follows(like, other), AT_THE_TURN, start)
    return other


def _follows(like: Day | PeriodDay, other: When) -> bool:
    """Say whether the first of a month stands behind the last of the one before: "cuối …, đầu …"."""
    if not isinstance(like, Day) or not isinstance(other, Day):
        return False
    return other.day == 1 and like.day >= _SHORTEST and other.month == like.month % _MONTHS + 1


@attempt
def _bare(c: Cursor, unit: str) -> PeriodDay | None:
    """Take a number alone: the 25 of "ngày 10 và 25", the 4 of "thứ 2, 4, 6"."""
    c.take(Sym.ON)
    found = number(c) if unit in ("day", "week") and c.ahead() not in SEPARATORS else None
    if found is None:
        return None
    if unit == "day":
        return PeriodDay("day", {"day": str(found)})
    counted = found not in _WEEKDAYS or c.at(*UNITS)
    return None if counted else PeriodDay("week", {"weekday": WEEKDAYS[found - _WEEKDAYS[0]]})


_one_day: Callable[[Cursor], Day | Days | PeriodDay | None] = one_of(
    dashed_days,
    days_in_a_row,
    day,
    working_end,
    part_of_unit,
    outer_days,
    months_of_each,
    in_next_year,
)


def one(c: Cursor) -> tuple[When, ...]:
    """Take a day, or a list of days or of spans."""
    if (days := days_of_months(c)) is not None:
        return days
    found = _one_day(c)
    return (found,) if found is not None else stretches(c) or ()
