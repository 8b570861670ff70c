"""Weekdays beside days: one that the day has, or another."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.days import OTHER_WEEKDAY
from kehoach.wordings.grammar.phrases import Day, Days, Limit, PeriodDay
from kehoach.wordings.language.lexicon import WEEKDAYS

_EACH_YEAR = about(
    ": mỗi năm ngày đó rơi vào một thứ khác", ": that day is another weekday each year"
)


def refuse_another_weekday(clause: Clause, limits: Iterable[Limit]) -> None:
    """Refuse "thứ Bảy ngày 26/6" of 2026, a year that was named elsewhere: that day is a Friday.

    Raises:
        Doubtful: a day falls on another weekday than its words say, or recurs on one date.
    """
    days = [day for limit in limits for day in _days_of(limit)]
    clause.refuse(not all(map(_is_on_its_weekday, days)), OTHER_WEEKDAY)
    each_year = any(day.weekday is not None and day.year is None for day in days)
    clause.refuse(clause.recurs and each_year, _EACH_YEAR)


def names_the_weekday_of(limit: Limit, other: Limit) -> bool:
    """Say whether the other limit only names the weekday of the day: "20/11/2026 (thứ Sáu)"."""
    sided = other.side is not None and other.clock is None  # "trước 16h" is on that weekday
    if len(limit.when) + len(other.when) != 1 + 1 or sided:
        return False
    day, weekday = limit.when[0], other.when[0]
    if not (isinstance(day, Day) and day.year and isinstance(weekday, PeriodDay)):
        return False
    number = _weekday_of(day)
    return number is not None and weekday.point == {"weekday": WEEKDAYS[number]}


def _days_of(limit: Limit) -> Iterator[Day]:
    """Yield the days of a limit: its own, the ends of its spans, and that on which it opens."""
    opening = (limit.opening.when,) if limit.opening else ()
    for when in (*limit.when, *opening):
        yield from when if isinstance(when, Days) else ()
        if isinstance(when, Day):
            yield when


def _is_on_its_weekday(day: Day) -> bool:
    """Say whether a day is on the weekday named with it; one of no certain year, or of none, may be."""
    number = _weekday_of(day)
    return day.weekday is None or number is None or number == day.weekday


def _weekday_of(day: Day) -> int | None:
    """Return the weekday on which a day falls; ``None`` where no year that has it is known."""
    if day.year is not None:
        with suppress(ValueError):  # 29/02, of a common year that was named elsewhere
            return date(day.year, day.month, day.day).weekday()
    return None
