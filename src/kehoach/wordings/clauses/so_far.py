"""What was gathered so far, and what comes next: the two that decide where a phrase belongs."""

from typing import NamedTuple

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.grammar.phrases import Limit, Phrase, Piece, Rhythm, Sign


class SoFar(NamedTuple):
    """The clauses so far, and what stands before the next phrase.

    ``divider``: a comma, "và" …; ``depth``: how many brackets are open; ``soft``: "phấn đấu" was said.
    ``start``: the verb of a beginning, or "end", that waits for its time; ``verb``: the token it is.
    ``bracket``: the token behind the last bracket.
    """

    done: tuple[Clause, ...] = ()
    clause: Clause = Clause()
    divider: str = ""
    depth: int = 0
    soft: bool = False
    start: str = ""
    verb: int = 0
    bracket: int = 0


class Next(NamedTuple):
    """A phrase and the two behind it; behind the last there is an empty sign."""

    piece: Piece
    after: Phrase
    then: Phrase

    @property
    def rhythm_behind(self) -> Rhythm | None:
        """The rhythm straight behind the phrase, or first in the brackets behind it."""
        found = self.then if self.after == Sign("(") else self.after
        return found if isinstance(found, Rhythm) else None

    @property
    def limit_behind(self) -> bool:
        """Whether a limit stands straight behind the phrase, or first in the brackets behind it."""
        return isinstance(self.then if self.after == Sign("(") else self.after, Limit)

    @property
    def label_behind(self) -> bool:
        """Whether the rhythm behind it names what the phrase is for."""
        found = self.rhythm_behind
        return found is not None and (found.label or self.after == Sign("("))
