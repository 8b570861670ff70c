"""A calendar file: public holidays and make-up working days that replace the built-in table."""

from typing import Annotated, Literal

from pydantic import Field

from kehoach.calendar.working import Year
from kehoach.model.fields import Count, Day, Flag, Record, Words


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

    def table(self) -> Year:
        """Return the year as the calendar uses it."""
        off, worked = ({day.date: day.name for day in days} for days in (self.off, self.worked))
        return Year(off, worked, self.source, self.confirmed)


class Holidays(Record):
    """The years that this file knows better than the built-in table."""

    schema_: Annotated[Literal["kehoach/calendar@1"], Field(alias="schema")]
    years: tuple[HolidayYear, ...] = ()
