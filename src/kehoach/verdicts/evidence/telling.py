"""When a thing was told, and what was told first: a later word never makes it better."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kehoach.verdicts.evidence.meaning import Meaning
from kehoach.verdicts.evidence.receipt import Receipt, Source


class Telling(NamedTuple):
    """One time that something was said of an obligation, in the order in which git held it.

    ``place`` tells the commits apart: what came with one commit has one place, and so has all that
    git does not know. ``until`` is the day on which the text was replaced or removed.
    """

    meaning: Meaning
    receipt: Receipt
    place: int = 0
    commit: str = ""
    fulfils: bool = False
    until: date | None = None

    @property
    def said_day(self) -> date:
        """The day of the work: as declared, else the day on which we were told."""
        return self.meaning.completed or self.receipt.day

    @property
    def withdrawn_announcement(self) -> bool:
        """Whether it named a day to come, and no longer stood when that day came."""
        ahead = self.said_day > self.receipt.day
        return ahead and self.until is not None and self.until < self.said_day


@dataclass(frozen=True, slots=True)
class Told:
    """What counts of all that was told: since when anything, since when enough, and which day.

    ``declared`` is the day of the work by the first telling of *done* (the day of that telling
    where it named none: ``stated`` says which); ``first`` is that telling.
    """

    heard: Receipt | None = None
    fulfilled: Receipt | None = None
    declared: date | None = None
    stated: bool = False
    first: Telling | None = None

    @classmethod
    def of(cls, tellings: Sequence[Telling]) -> "Told":
        """Return what counts of tellings, which stand in the order in which git held them."""
        real = [each for each in tellings if not each.withdrawn_announcement]
        heard, first, enough = (
            _first(chosen)
            for chosen in (
                real,
                [each for each in real if each.meaning.done],
                [each for each in real if each.fulfils],
            )
        )
        worst = max(first, key=lambda each: each.said_day, default=None)
        day = worst.said_day if worst else None
        stated = any(each.meaning.completed == day for each in first)
        return cls(_receipt(heard), _receipt(enough), day, stated, worst)


def _first(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the first telling, and what came with it: nothing tells which of them was before.

    By the order of git; only the registry book can say that a later one had come earlier.
    """
    if not tellings:
        return []
    first = min(_candidates(tellings), key=lambda each: (each.receipt.day, each.place))
    when = (first.receipt.day, first.place)
    return [each for each in tellings if (each.receipt.day, each.place) == when]


def _candidates(tellings: Sequence[Telling]) -> Iterable[Telling]:
    """Yield what may have come first: by git, by the book, or by the only dates there are."""
    yield tellings[0]
    for each in tellings[1:]:
        if each.receipt.source in (Source.REGISTRY, Source.DECLARED):
            yield each


def _receipt(first: Sequence[Telling]) -> Receipt | None:
    return first[0].receipt if first else None
