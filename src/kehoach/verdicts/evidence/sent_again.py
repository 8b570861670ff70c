"""What came anew after a day on which it had been sent back (trả lại)."""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from kehoach.verdicts.evidence.holdings import Version
from kehoach.verdicts.evidence.meaning import Meaning

if TYPE_CHECKING:
    from kehoach.verdicts.evidence.history import History


def sent_again(versions: Sequence[Version], day: date, history: "History") -> Iterator[Version]:
    """Yield what the main line held only after a day, of what was said of one obligation.

    What stood on that day and has stood since says nothing new, under whatever name and in whatever
    form; what was taken out and came back was sent again. Which of two things on the day itself came
    first nobody knows: both came before.
    """
    stood: dict[Meaning, int] = {}  # up to which commit it has stood without a break
    for each in sorted(versions, key=attrgetter("place")):
        meaning, reach = each.meaning, history.replaced(each)
        if each.day <= day or each.place <= stood.get(meaning, -1):
            stood[meaning] = max(reach, stood.get(meaning, reach))
        else:
            yield each
