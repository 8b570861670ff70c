"""Working days, and the rolling of a due date to one (Civil Code 2015, Art. 148.5)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple, Self

Roll = Literal["next", "none", "previous"]
_DAY = timedelta(days=1)
WEEKEND = "weekend"
_SATURDAY = 5


class Year(NamedTuple):
    """The days of one year that differ from the plain week.

    ``off`` maps a day off to its name, ``worked`` a worked day to its name; ``source`` is the
    document the table rests on; ``confirmed`` is false where the authority has not decided.
    ``open`` are days off of a decided year for which no decision has been seen.
    """

    off: Mapping[date, str]
    worked: Mapping[date, str]
    source: str
    confirmed: bool = True
    open: frozenset[date] = frozenset()

    def beside(self, off: Mapping[date, str], worked: Mapping[date, str]) -> Self:
        """Return the year with further days; they are certain, whatever was said of them before."""
        added = {**off, **worked}
        return self._replace(
            off={day: name for day, name in self.off.items() if day not in worked} | dict(off),
            worked={day: name for day, name in self.worked.items() if day not in off}
            | dict(worked),
            open=self.open - added.keys(),
        )


class Skipped(NamedTuple):
    """A day on which a term cannot end, and why: a holiday's name or ``weekend``."""

    day: date
    why: str


class Rolled(NamedTuple):
    """Where a due date came to lie; ``estimated`` when it rests on days that nobody has decided.

    ``open`` are those of them that lie in a year whose other days have been decided.
    """

    day: date
    skipped: tuple[Skipped, ...] = ()
    estimated: bool = False
    open: tuple[date, ...] = ()


@dataclass(frozen=True)
class WorkCalendar:
    """Working days by year; a year is looked up once, when first asked for.

    ``named`` are the calendars of single agencies or places, by their ids; ``name`` is what such a
    one is called.
    """

    year: Callable[[int], Year]
    named: Mapping[str, "WorkCalendar"] = field(default_factory=dict, compare=False, repr=False)
    name: str = ""
    _years: dict[int, Year] = field(default_factory=dict, compare=False, repr=False)

    def _table(self, day: date) -> Year:
        table = self._years.get(day.year)
        if table is None:
            table = self._years[day.year] = self.year(day.year)
        return table

    def of(self, id_: str | None) -> "WorkCalendar":
        """Return the calendar of this id; where there is none, this one."""
        return self.named.get(id_ or "", self)

    def why_off(self, day: date) -> str | None:
        """Return why nobody works on ``day``: a holiday's name, ``weekend``, or ``None``."""
        table = self._table(day)
        if day in table.worked:
            return None
        return table.off.get(day) or (WEEKEND if day.weekday() >= _SATURDAY else None)

    def confirmed(self, day: date) -> bool:
        """Say whether the holidays of that day's year have been decided."""
        return self._table(day).confirmed

    def beside(self, off: Mapping[date, str], worked: Mapping[date, str]) -> Self:
        """Return the calendar with further days off and worked, in whatever years they lie."""

        def year(number: int) -> Year:
            return self.year(number).beside(_of(number, off), _of(number, worked))

        return replace(self, year=year, _years={})

    def roll(self, day: date, policy: Roll) -> Rolled:
        """Move ``day`` to a working day: the ``next``, the ``previous``, or not at all."""
        if policy == "none":
            return Rolled(day)
        step = _DAY if policy == "next" else -_DAY
        skipped: list[Skipped] = []
        end = day
        while (why := self.why_off(end)) is not None:
            skipped.append(Skipped(end, why))
            end += step
        # Until the year is decided, even a plain weekday may still be given off.
        return self.resting_on(Rolled(end, tuple(skipped)), day, end)

    def resting_on(self, rolled: Rolled, *ends: date) -> Rolled:
        """Return where a due date came to lie, resting also on the days between both ends."""
        first, last = min(ends), max(ends)
        passed = [first + _DAY * number for number in range((last - first).days + 1)]
        unread = (day for day in passed if day in self._table(day).open)
        open_ = tuple(dict.fromkeys((*rolled.open, *unread)))
        undecided = not all(map(self.confirmed, passed))
        return rolled._replace(estimated=rolled.estimated or undecided or bool(open_), open=open_)

    def add_working_days(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day`` (before it where negative).

        The day itself is not counted (Civil Code 2015, Art. 147.2).
        """
        step = _DAY if count > 0 else -_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.why_off(day) is None
        return day


def _of(year: int, days: Mapping[date, str]) -> dict[date, str]:
    """Return the days of one year."""
    return {day: name for day, name in days.items() if day.year == year}
