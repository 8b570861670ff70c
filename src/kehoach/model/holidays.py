"""A calendar file: public holidays and make-up working days that the office knows better."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from kehoach.calendar import WorkCalendar, vietnam
from kehoach.calendar.working import Year
from kehoach.model.fields import CalendarRef, Count, Day, Flag, Record, Words

Named = dict[date, str]
"""Days with what they are called."""


class NamedDay(Record):
    """A day and why it is off, or worked."""

    date: Day
    name: Words


class HolidayYear(Record):
    """All days of one year that differ from the plain week; it replaces the built-in year."""

    year: Count
    source: Words
    confirmed: Flag = True
    off: tuple[NamedDay, ...] = ()
    worked: tuple[NamedDay, ...] = ()


class LocalCalendar(Record):
    """What differs for single agencies or a place from the calendar of all."""

    name: Words
    source: Words | None = None
    also_off: tuple[NamedDay, ...] = ()
    also_worked: tuple[NamedDay, ...] = ()

    @property
    def contradicted(self) -> frozenset[date]:
        """The days that are said to be off and to be worked."""
        return _both(self.also_off, self.also_worked)

    def beside(self, common: WorkCalendar) -> WorkCalendar:
        """Return the calendar of all with these days beside it."""
        here = self.contradicted
        own = common.beside(_days(self.also_off, here), _days(self.also_worked, here))
        return replace(own, name=self.name)


class Holidays(Record):
    """What this file knows better than the built-in table: whole years, and days beside them.

    A day that it calls both off and worked is neither by this file; of a year given twice the first
    counts.
    """

    schema_: Annotated[Literal["kehoach/calendar@1"], Field(alias="schema")]
    years: tuple[HolidayYear, ...] = ()
    also_off: tuple[NamedDay, ...] = ()
    also_worked: tuple[NamedDay, ...] = ()
    calendars: Annotated[dict[CalendarRef, LocalCalendar], Field(default_factory=dict)]

    @cached_property
    def contradicted(self) -> frozenset[date]:
        """The days that are said to be off and to be worked by all."""
        off = (*self.also_off, *(day for year in self.years for day in year.off))
        worked = (*self.also_worked, *(day for year in self.years for day in year.worked))
        return _both(off, worked)

    def listed(self) -> Iterator[tuple[str | None, bool, NamedDay]]:
        """Yield every day of the file: of which calendar (``None``: of all), whether off, the day."""
        for year in self.years:
            yield from _listed(None, year.off, year.worked)
        yield from _listed(None, self.also_off, self.also_worked)
        for id_, each in self.calendars.items():
            yield from _listed(id_, each.also_off, each.also_worked)

    def whole_years(self) -> WorkCalendar:
        """Return the calendar with the years of this file, without what stands beside them."""
        return vietnam({each.year: self._table(each) for each in reversed(self.years)})

    def calendar(self) -> WorkCalendar:
        """Return the calendar of all, with those of single agencies and places."""
        here = self.contradicted
        common = self.whole_years().beside(
            _days(self.also_off, here), _days(self.also_worked, here)
        )
        named = {id_: each.beside(common) for id_, each in self.calendars.items()}
        return replace(common, named=named)

    def _table(self, of: HolidayYear) -> Year:
        """Return a year as the calendar uses it; a contradicted day is what it was without it."""
        here = self.contradicted
        off, worked = _days(of.off, here), _days(of.worked, here)
        built_in = vietnam().year(of.year) if here else None
        if built_in is not None:
            off |= {day: name for day, name in built_in.off.items() if day in here}
            worked |= {day: name for day, name in built_in.worked.items() if day in here}
        return Year(off, worked, of.source, of.confirmed)


def _listed(
    id_: str | None, off: Iterable[NamedDay], worked: Iterable[NamedDay]
) -> Iterator[tuple[str | None, bool, NamedDay]]:
    """Yield days off, then worked days, of one calendar."""
    yield from ((id_, True, day) for day in off)
    yield from ((id_, False, day) for day in worked)


def _days(days: Iterable[NamedDay], without: frozenset[date]) -> Named:
    """Return days by what they are called."""
    return {day.date: day.name for day in days if day.date not in without}


def _both(off: Iterable[NamedDay], worked: Iterable[NamedDay]) -> frozenset[date]:
    """Return the days that stand in both lists."""
    return frozenset(day.date for day in off) & frozenset(day.date for day in worked)
