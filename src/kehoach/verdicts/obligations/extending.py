"""Extensions (gia hạn): more time by a letter, never less; all of them kept in the order decided."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kehoach.calendar import Rolled, WorkCalendar
from kehoach.model.decisions import Extension, decided
from kehoach.verdicts.obligations.demand import Demand
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


def extended(
    demand: Demand, extensions: Iterable[Extension], calendar: WorkCalendar
) -> tuple[Extended, ...]:
    """Return what each extension makes of the due day of a demand, in the order decided.

    The latest day counts, whatever was decided last: an extension gives time and takes none back.
    """
    weighed: list[Extended] = []
    due = demand.due
    for extension in sorted(extensions, key=decided):
        rolling = rolling_of_named(demand.plan, demand.term, extension.exact)
        each = Extended(extension, due, calendar.roll(extension.due, rolling.way), rolling)
        weighed.append(each)
        if each.refusal is None:
            due = each.due
    return tuple(weighed)
