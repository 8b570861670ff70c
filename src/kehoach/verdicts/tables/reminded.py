"""By which letters who owes something was reminded of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.verdicts.assessment import Assessment

if TYPE_CHECKING:  # few folders have such a book
    from kehoach.model.reminders import RemindedOf, Reminder


@dataclass(frozen=True)
class ReminderBook:
    """The letters known at a date. A body that took over a debt was reminded by what its forerunner got."""

    registry: Registry
    letters: "tuple[Reminder, ...]"
    as_of: date

    def about(self, each: Assessment) -> "tuple[Reminder, ...]":
        """Return the letters about a debt, the earliest first, each once."""
        return in_order(
            letter
            for letter, debt in self._by_item.get(each.obligation.key.item, ())
            if letter.plan in (None, each.obligation.key.plan)
            and _means(letter, debt, each)
            and self._reached(letter, each)
        )

    @cached_property
    def _by_item(self) -> "dict[str, list[tuple[Reminder, RemindedOf]]]":
        return group_by(self._debts(), lambda pair: str(pair[1].item))

    def _debts(self) -> "Iterator[tuple[Reminder, RemindedOf]]":
        for letter in self.letters:
            if letter.known(self.as_of):
                yield from ((letter, debt) for debt in letter.about)

    def _reached(self, letter: "Reminder", each: Assessment) -> bool:
        """Say whether a letter went to who owes a debt, or to whom it took it over from."""
        if letter.agency == each.agency:
            return True
        first = {each.obligation.agency, *each.merged}
        line = first.union(*map(self.registry.succession, first))
        return letter.agency in line and each.agency in self.registry.succession(letter.agency)


def _means(letter: "Reminder", debt: "RemindedOf", each: Assessment) -> bool:
    """Say whether a debt in a letter is this one; without a period it is what was due by then."""
    if debt.period is not None:
        return debt.period == each.obligation.key.period
    due, day = each.obligation.demand.due, letter.document.date
    return due is not None and day is not None and due < day


def in_order(letters: "Iterable[Reminder]") -> "tuple[Reminder, ...]":
    """Return letters, each once, the earliest first."""
    apart = {(each.document.number, each.document.date): each for each in letters}
    return tuple(sorted(apart.values(), key=lambda each: each.document.date or date.max))


def times(letters: "Iterable[Reminder]") -> int:
    """Return how often somebody was reminded: letters of one day are one time."""
    return len({each.document.date for each in letters})
