"""What of a part bears upon what lies outside it: the little that crosses from part to part.

All of it is plain values, and adding up is all that is done to it: the same comes out however the
data are divided.
"""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import NamedTuple

from kehoach.diagnostics import Finding
from kehoach.model.ids import AgencyId
from kehoach.verdicts.obligations.obligation import Key


class TakenOver(NamedTuple):
    """A debt that fell to an heir: of which plan and demand of its, by their places, and of whom."""

    plan: int
    demand: int
    agency: AgencyId
    heir: AgencyId


class PaperDate(NamedTuple):
    """A day in the registry book that contradicts its letter, and its rank: the first is told of."""

    plan: int
    rank: tuple[bool, str, date, int]
    finding: Finding


class Gone(NamedTuple):
    """What the main line held since a ``day``, ``commit`` last under ``path``, and no file says now."""

    key: Key
    day: date
    commit: str
    path: str


class Acting(NamedTuple):
    """A decision, by its kind and place, that does something to what an agency owed."""

    kind: str
    number: int
    key: Key


class Crossing(NamedTuple):
    """What a part tells the office.

    ``heirless`` are the debts that fell to nobody, by the place of their plan. Of the entries of the
    registry book, by their places in it: ``dating`` are those by which anything is dated, ``known``
    those whose letter a file of their agency names. ``astray`` is what files in a folder that is not
    their agency's say. ``acting`` tells which returns and pauses do something.
    """

    taken_over: tuple[TakenOver, ...] = ()
    heirless: frozenset[tuple[int, Key]] = frozenset()
    dating: frozenset[int] = frozenset()
    known: frozenset[int] = frozenset()
    paper_dates: tuple[PaperDate, ...] = ()
    gone: tuple[Gone, ...] = ()
    astray: frozenset[Key] = frozenset()
    acting: frozenset[Acting] = frozenset()


def joined(parts: Iterable[Crossing]) -> Crossing:
    """Return what several parts tell together."""
    told = tuple(parts)
    return Crossing(
        tuple(chain.from_iterable(each.taken_over for each in told)),
        frozenset(chain.from_iterable(each.heirless for each in told)),
        frozenset(chain.from_iterable(each.dating for each in told)),
        frozenset(chain.from_iterable(each.known for each in told)),
        tuple(chain.from_iterable(each.paper_dates for each in told)),
        tuple(chain.from_iterable(each.gone for each in told)),
        frozenset(chain.from_iterable(each.astray for each in told)),
        frozenset(chain.from_iterable(each.acting for each in told)),
    )
