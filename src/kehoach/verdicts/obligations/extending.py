"""More time by a letter: extensions (gia hạn), all kept in the order decided, and the days of pauses.

A pause moves the plan's day, and the day of an extension whose letter is of an earlier day than its own:
a later letter knew of it, and names the very day that it means. The latest of all these days counts.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from kehoach.calendar import Rolled, WorkCalendar
from kehoach.model.deadlines.counted_steps import CountedFrom
from kehoach.model.decisions import Extension, decided
from kehoach.verdicts.obligations.demand import Demand
from kehoach.verdicts.obligations.pausing import Moved, Standstill
from kehoach.verdicts.obligations.rolling import Rolling, rolling_of_named


class Refusal(StrEnum):
    """Why an extension does not move a due day."""

    UNDATED = "undated"  # nothing is due, so that nothing can be put off
    BEFORE_LETTER = "before_letter"
    SHORTER = "shorter"
    EQUAL = "equal"


class Extended(NamedTuple):
    """An extension as weighed for one obligation: from which day, to which, or why not.

    ``since`` is the due day that stood when it was decided, ``rolled`` where its own day came to
    lie by ``rolling``.
    """

    extension: Extension
    since: date | None
    rolled: Rolled
    rolling: Rolling

    @property
    def due(self) -> date:
        """The last day on time (inclusive) that it sets."""
        return self.rolled.day

    @property
    def refusal(self) -> Refusal | None:
        """Why it is not applied, or ``None`` where it is."""
        if self.since is None:
            return Refusal.UNDATED
        letter = self.extension.document.date
        if letter is not None and self.extension.due < letter:
            return Refusal.BEFORE_LETTER
        if self.due <= self.since:
            return Refusal.EQUAL if self.due == self.since else Refusal.SHORTER
        return None


class MoreTime:
    """What letters make of the due day of a demand, by the extensions and the pauses of its clock."""

    def __init__(
        self,
        demand: Demand,
        extensions: Iterable[Extension],
        still: Standstill,
        calendar: WorkCalendar,
    ) -> None:
        self._demand = demand
        self._still = still
        self._calendar = calendar
        self.extensions: tuple[Extended, ...] = ()
        for each in sorted(extensions, key=decided):
            self.extensions += (self._weighed(each),)

    @property
    def due(self) -> Moved | None:
        """The last day on time (inclusive): the latest, whatever was decided last."""
        return self._due(self._still)

    def _weighed(self, extension: Extension) -> Extended:
        """Return an extension beside the due day that stood when its letter was written."""
        rolling = rolling_of_named(self._demand.plan, self._demand.term, extension.exact)
        rolled = self._calendar.roll(extension.due, rolling.way)
        stood = self._due(self._still.told_by(_letter(extension)))
        return Extended(extension, stood and stood.day, rolled, rolling)

    def _due(self, still: Standstill) -> Moved | None:
        """Return the latest of the plan's day and all that were granted so far, with their pauses."""
        if self._demand.due is None:
            return None
        own = still.moved(self._demand.due, _runs_from(self._demand), self._roll)
        real = (each for each in self.extensions if each.refusal is not Refusal.BEFORE_LETTER)
        return max([own, *(self._named(each, still) for each in real)])

    def _named(self, each: Extended, still: Standstill) -> Moved:
        """Return the day of an extension; only pauses of later letters move it, by days after its own.

        One that names an earlier day than it found is the latest of all at best by such pauses.
        """
        letter = _letter(each.extension)
        runs = max(_runs_from(self._demand), letter + timedelta(1))
        return still.told_after(letter).moved(each.due, runs, self._roll)

    def _roll(self, day: date) -> date:
        """Return where a day comes to lie to which a pause moved another."""
        rolling = rolling_of_named(self._demand.plan, self._demand.term, exact=False)
        return self._calendar.roll(day, rolling.way).day


def _letter(extension: Extension) -> date:
    return extension.document.date or date.min


def _runs_from(demand: Demand) -> date:
    """Return the first day of the time that is given: of what is counted, the day after the event."""
    last = demand.term.steps[-1] if demand.term.steps else None
    if isinstance(last, CountedFrom) and not last.back:
        return max(demand.term.start, last.start + timedelta(1))
    return demand.term.start
