"""Clauses: the phrases of one rule of the wording, or of several days of one."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from kehoach.wordings.grammar.cursor import Doubtful
from kehoach.wordings.grammar.phrases import (
    Condition,
    Counting,
    Limit,
    Meeting,
    Phrase,
    Piece,
    Rhythm,
    Sign,
    Stretch,
    Unset,
    When,
)
from kehoach.words import Text

_T = TypeVar("_T")
_SPANNING = ("within", "on", None)


class Clause(NamedTuple):
    """The phrases of one rule in order; ``first`` to ``end`` are the tokens that they came from.

    ``opening`` is what divides it from the clause before. ``soft``: it is only aimed at. ``shares``:
    its day stands behind its rhythm, and in no brackets.
    """

    first: int
    end: int
    phrases: tuple[Phrase, ...]
    opening: str = ""
    soft: bool = False
    shares: bool = False

    @property
    def rhythms(self) -> tuple[Rhythm, ...]:
        """How often, in the words' order."""
        return tuple(each for each in self.phrases if isinstance(each, Rhythm))

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Days, spans and times of day, in the words' order."""
        return tuple(each for each in self.phrases if isinstance(each, Limit))

    @property
    def dated(self) -> tuple[Limit, ...]:
        """The limits that name a day or a span, and not only a time of day."""
        return tuple(limit for limit in self.limits if limit.when)

    @property
    def counting(self) -> Counting | None:
        """The length that is counted."""
        return self._last(Counting)

    @property
    def condition(self) -> Condition | None:
        """What must happen first."""
        return self._last(Condition)

    @property
    def meeting(self) -> Meeting | None:
        """The session at which it is due."""
        return self._last(Meeting)

    @property
    def unset(self) -> Unset | None:
        """The words in place of a time."""
        return self._last(Unset)

    def says(self, name: str) -> bool:
        """Say whether a word alone is among its phrases: continuous, request, following."""
        return Sign(name) in self.phrases

    @property
    def is_alone(self) -> bool:
        """Say whether it is on request, or has words in place of a time, with which no day goes."""
        return self.says("request") or self.unset is not None

    @property
    def recurs(self) -> bool:
        """Say whether it names a rhythm, or a day that each period has."""
        return bool(self.rhythms) or any(limit.repeats for limit in self.limits)

    @property
    def is_open(self) -> bool:
        """Say whether nothing stands in it yet that a rule could be made of."""
        return all(each == Sign("following") for each in self.phrases)

    @property
    def deadline_first(self) -> bool:
        """Say whether what is continuous has a part of a year before it: "Quý II/2026, thường xuyên"."""
        last = max(n for n, each in enumerate(self.phrases) if each == Sign("continuous"))
        before = (each for each in self.phrases[:last] if isinstance(each, Limit))
        return any(
            isinstance(when, Stretch) and when.unit != "year"
            for limit in before if limit.side in _SPANNING
            for when in limit.when
        )  # fmt: skip

    def _last(self, kind: type[_T]) -> _T | None:
        return next((each for each in reversed(self.phrases) if isinstance(each, kind)), None)

    def plus(self, piece: Piece) -> "Clause":
        """Return the clause with one more phrase."""
        first = piece.first if self.is_open else self.first
        return self._replace(first=first, end=piece.end, phrases=(*self.phrases, piece.phrase))

    def with_days(self, days: tuple[When, ...]) -> "Clause":
        """Return the clause with these for the days of its last limit."""
        last = self.limits[-1]
        place = len(self.phrases) - 1 - self.phrases[::-1].index(last)
        before, behind = self.phrases[:place], self.phrases[place + 1 :]
        return self._replace(phrases=(*before, last._replace(when=days), *behind))

    def with_limit(self, limit: Limit) -> "Clause":
        """Return the clause with this one limit."""
        others = tuple(each for each in self.phrases if not isinstance(each, Limit))
        return self._replace(phrases=(*others, limit))

    def changed(self, change: Callable[[Phrase], Phrase]) -> "Clause":
        """Return the clause with each of its phrases changed."""
        return self._replace(phrases=tuple(map(change, self.phrases)))

    def doubt(self, why: Text) -> Doubtful:
        """Return the doubt about the whole clause; ``{words}`` are its own."""
        return Doubtful(self.first, self.end, why)
