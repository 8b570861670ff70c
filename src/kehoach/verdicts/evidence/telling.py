"""When a thing was told, and what was told first: a later word never makes it better."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kehoach.verdicts.evidence.meaning import Meaning
from kehoach.verdicts.evidence.receipt import Receipt, Source


class Telling(NamedTuple):
    """One time that something was said of an obligation, in the order in which git held it.

    ``place`` tells the commits apart: what came with one commit has one place, and so has all that
    git does not know. ``until`` is the day on which the text was replaced or removed, which matters only
    where it named a day that was still to come.
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
        return self.until is not None and max(self.until, self.receipt.day) < self.said_day


class Told(NamedTuple):
    """What counts of all that was told: since when anything, since when enough, and which day.

    ``declared`` is the day of the work: the latest that was named until there was enough, so that
    neither a proof nor a number that came later brings an earlier day, nor the first half of the
    number the day of the whole. Where none was named it is the day of that telling (``stated`` says
    which). ``first`` is the first telling of *done*.
    """

    heard: Receipt | None = None
    fulfilled: Receipt | None = None
    declared: date | None = None
    stated: bool = False
    first: Telling | None = None

    @classmethod
    def of(cls, tellings: Sequence[Telling]) -> "Told":
        """Return what counts of tellings, which stand in the order in which git held them."""
        if len(tellings) == 1 or _settles(tellings):
            return cls.once(tellings[0])
        return cls._weighed([each for each in tellings if not each.withdrawn_announcement])

    @classmethod
    def _weighed(cls, real: Sequence[Telling]) -> "Told":
        """Return what counts of tellings of which each may count."""
        done = [each for each in real if each.meaning.done]
        first, enough = _first(done), _first([each for each in real if each.fulfils])
        day, stated = _day_of_work(_until(enough, done) if enough else first)
        said_first = first[0] if first else None
        return cls(_receipt(_first(real)), _receipt(enough), day, stated, said_first)

    @classmethod
    def once(cls, telling: Telling) -> "Told":
        """Return what counts of what was told once and never again, as most things are."""
        if telling.withdrawn_announcement:
            return cls()
        receipt, meaning = telling.receipt, telling.meaning
        if not meaning.done:  # then it is not enough either
            return cls(receipt)
        enough, day = receipt if telling.fulfils else None, meaning.completed
        return cls(receipt, enough, day or receipt.day, day is not None, telling)


def _settles(tellings: Sequence[Telling]) -> bool:
    """Say whether the first telling was enough, so that nothing that came after it changes anything."""
    if not tellings or not tellings[0].fulfils or tellings[0].withdrawn_announcement:
        return False
    first = _when(tellings[0])
    return all(_when(each) > first for each in tellings[1:])


def _day_of_work(said: Sequence[Telling]) -> tuple[date | None, bool]:
    """Return the latest day of what was told together, and whether any of it named that day."""
    if not said:
        return None, False
    day = max(each.said_day for each in said)
    return day, any(each.meaning.completed == day for each in said)


_DATING_BY_THEMSELVES = (Source.REGISTRY, Source.DECLARED)  # whatever git held first


def _first(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the first telling, and what came with it: nothing tells which of them was before.

    By the order of git; only the registry book can say that a later one had come earlier.
    """
    if len(tellings) < 2:  # noqa: PLR2004 - most things are told once
        return list(tellings)
    booked = (each for each in tellings if each.receipt.source in _DATING_BY_THEMSELVES)
    first = min(map(_when, (tellings[0], *booked)))
    return [each for each in tellings if _when(each) == first]


def _when(telling: Telling) -> tuple[date, int]:
    """Return when something was told; equal where nothing tells which was before."""
    return telling.receipt.day, telling.place


def _until(enough: Sequence[Telling], done: Sequence[Telling]) -> list[Telling]:
    """Return what was said to be done until there was enough."""
    last = _when(enough[0])
    return [each for each in done if _when(each) <= last]


def _receipt(first: Sequence[Telling]) -> Receipt | None:
    return first[0].receipt if first else None
