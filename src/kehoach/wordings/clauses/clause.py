"""Clauses: the phrases of one rule of the wording, or of several days of one."""

from collections.abc import Callable
from typing import NamedTuple

from kehoach.wordings.grammar.cursor import Doubtful
from kehoach.wordings.grammar.phrases import (
    Condition,
    Counting,
    Limit,
    Meeting,
    Phrase,
    Rhythm,
    Sign,
    Stretch,
    Unset,
    When,
)
from kehoach.words import Text

CONTINUOUS, FOLLOWING, REQUEST = Sign("continuous"), Sign("following"), Sign("request")
HANGING = (Meeting, Counting, Condition)
_SPANNING = ("within", "on", None)


class Clause(NamedTuple):
    """The phrases of one rule in order; ``first`` to ``end`` are the tokens that they came from.

    ``opening`` is what divides it from the clause before. ``soft``: it is only aimed at. ``shares``:
    its day stands behind its rhythm, and in no brackets. ``start``: the verb of a beginning that governs
    it ("start", "begin"; "both": of a beginning and an end; "undertake": of either; "end").
    ``unsure``: why it is in doubt, whatever it says.
    ``inside``: it stands in brackets. ``aim`` and
    ``check`` are what is said beside it of the same duty; ``agencies`` the ids of those it binds alone.
    """

    first: int = 0
    end: int = 0
    phrases: tuple[Phrase, ...] = ()
    opening: str = ""
    soft: bool = False
    shares: bool = False
    start: str = ""
    unsure: Text | None = None
    inside: bool = False
    aim: "Clause | None" = None
    check: "Clause | None" = None
    agencies: tuple[str, ...] = ()

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
    def timed(self) -> bool:
        """Whether it says when already, and not only how often."""
        return bool(self.dated) or self.has(*HANGING)

    def has(self, *kinds: type) -> bool:
        """Say whether one of its phrases is of these kinds."""
        return any(isinstance(each, kinds) for each in self.phrases)

    def says(self, *signs: Sign) -> bool:
        """Say whether one of these words is alone among its phrases."""
        return any(sign in self.phrases for sign in signs)

    @property
    def is_alone(self) -> bool:
        """Whether it is on request, or has words in place of a time, with which no day goes."""
        return self.says(REQUEST) or self.has(Unset)

    @property
    def is_open(self) -> bool:
        """Whether nothing stands in it yet that a rule could be made of."""
        return all(each == FOLLOWING for each in self.phrases)

    @property
    def recurs(self) -> bool:
        """Whether it names a rhythm, or a day that each period has."""
        return self.has(Rhythm) or any(limit.repeats for limit in self.limits)

    @property
    def deciding(self) -> Phrase | None:
        """The last phrase of those that alone decide the kind of rule; ``None``: its days do."""
        telling = [each for each in self.phrases if not isinstance(each, Rhythm | Limit)]
        for kind in (REQUEST, CONTINUOUS, *HANGING, Unset):
            for phrase in reversed(telling):
                if phrase == kind or type(phrase) is kind:
                    return phrase
        return None

    @property
    def deadline_first(self) -> bool:
        """Whether what is continuous has a part of a year before it: "Quý II/2026, thường xuyên"."""
        last = max(place for place, each in enumerate(self.phrases) if each == CONTINUOUS)
        before = [each for each in self.phrases[:last] if isinstance(each, Limit)]
        spans = (when for limit in before if limit.side in _SPANNING for when in limit.when)
        return any(isinstance(span, Stretch) and span.unit != "year" for span in spans)

    def with_days(self, days: tuple[When, ...]) -> "Clause":
        """Return the clause with these for the days of its last limit."""
        last = self.limits[-1]
        return self.limited(lambda each: last._replace(when=days) if each is last else each)

    def with_limit(self, limit: Limit) -> "Clause":
        """Return the clause with this one limit."""
        others = tuple(each for each in self.phrases if not isinstance(each, Limit))
        return self._replace(phrases=(*others, limit))

    def limited(self, change: Callable[[Limit], Limit]) -> "Clause":
        """Return the clause with each of its limits changed."""
        return self.changed(lambda each: change(each) if isinstance(each, Limit) else each)

    def changed(self, change: Callable[[Phrase], Phrase]) -> "Clause":
        """Return the clause with each of its phrases changed."""
        return self._replace(phrases=tuple(map(change, self.phrases)))

    def refuse(self, doubtful: object, why: Text) -> None:
        """Refuse the clause where it is doubtful.

        Raises:
            Doubtful: it is; ``{words}`` of the reason are its own.
        """
        if doubtful:
            raise self.doubt(why)

    def doubt(self, why: Text) -> Doubtful:
        """Return the doubt about the whole clause; ``{words}`` are its own."""
        return Doubtful(self.first, self.end, why)
