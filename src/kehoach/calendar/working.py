"""Working days, and the rolling of a due date to one (Civil Code 2015, Art. 148.5)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

Roll = Literal["next", "none", "previous"]
_DAY = timedelta(days=1)
WEEKEND = "weekend"
_SATURDAY = 5


@dataclass(frozen=True)
class Year:
    """The days of one year that differ from the plain week.

    ``off`` maps a day off to its name, ``worked`` a worked weekend day to its name; ``source`` is
    the document the table rests on; ``confirmed`` is false where the authority has not decided.
    """

    off: Mapping[date, str]
    worked: Mapping[date, str]
    source: str
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day on which a term cannot end, and why: a holiday's name or ``weekend``."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Rolled:
    """Where a due date came to lie; ``estimated`` when it rests on an unconfirmed year."""

    day: date
    skipped: tuple[Skipped, ...] = ()
    estimated: bool = False


@dataclass(frozen=True)
class WorkCalendar:
    """Working days by year; a year is looked up once, when first asked for."""

    year: Callable[[int], Year]
    _years: dict[int, Year] = field(default_factory=dict, compare=False, repr=False)

    def _table(self, day: date) -> Year:
        table = self._years.get(day.year)
        if table is None:
            table = self._years[day.year] = self.year(day.year)
        return table

    def why_off(self, day: date) -> str | None:
        """Return why nobody works on ``day``: a holiday's name, ``weekend``, or ``None``."""
        table = self._table(day)
        if day in table.worked:
            return None
        return table.off.get(day) or (WEEKEND if day.weekday() >= _SATURDAY else None)

    def confirmed(self, day: date) -> bool:
        """Say whether the holidays of that day's year have been decided."""
        return self._table(day).confirmed

    def roll(self, day: date, policy: Roll) -> Rolled:
        """Move ``day`` to a working day: the ``next``, the ``previous``, or not at all."""
        if policy == "none":
            return Rolled(day)
        step = _DAY if policy == "next" else -_DAY
        skipped: list[Skipped] = []
        estimated = False
        while True:
            # Until the year is decided, even a plain weekday may still be given off.
            why = self.why_off(day)
            estimated |= not self.confirmed(day)
            if why is None:
                return Rolled(day, tuple(skipped), estimated)
            skipped.append(Skipped(day, why))
            day += step

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
