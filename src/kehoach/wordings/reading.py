"""What was understood of a wording: its rules, and every word that was not."""

from dataclasses import dataclass
from typing import NamedTuple

from kehoach.model.deadlines.term import Rule
from kehoach.texts import Text


class Doubt(NamedTuple):
    """Why something was not understood; ``words`` are those of the wording that it is about."""

    words: str
    why: Text


class Awaited(NamedTuple):
    """An event on which a rule hangs: the id made for it, and the wording's words."""

    id: str
    text: str


@dataclass(frozen=True)
class Reading:
    """A wording as rules of the deadline model.

    ``understood`` only where everything that speaks of time was; ``unread`` are the words that were
    not read, in order: where they speak of time, the wording is not understood; where they do not
    ("giao Sở Tư pháp có ý kiến"), they are the task's own.
    """

    wording: str
    rules: tuple[Rule, ...] = ()
    events: tuple[Awaited, ...] = ()
    quantity: tuple[int, str] | None = None
    unread: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def understood(self) -> bool:
        """Say whether it has rules and nothing about it is in doubt."""
        return bool(self.rules) and not self.doubts
