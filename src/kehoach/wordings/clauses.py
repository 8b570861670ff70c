"""Phrases gathered into clauses: each clause is one rule of the wording, or several days of one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.wordings.moments import (
    Blank,
    Conditional,
    Counted,
    Day,
    Limit,
    Quantity,
    Rhythm,
    Session,
    Sign,
    Stretch,
)
from kehoach.wordings.phrases import Piece

_DIVIDERS = (",", "and", ";", "or")
_BOUNDS = ("from", "until", "within", None)


@dataclass
class Clause:
    """What one rule is made of; ``first`` and ``end`` are the tokens that it came from."""

    first: int
    end: int
    rhythms: list[Rhythm] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    counted: Counted | None = None
    conditional: Conditional | None = None
    session: Session | None = None
    continuous: bool = False
    request: bool = False
    following: bool = False
    soft: bool = False
    blank: str | None = None

    @property
    def dated(self) -> list[Limit]:
        """The limits that name a moment, and not only a time of day."""
        return [limit for limit in self.limits if limit.moments]

    @property
    def empty(self) -> bool:
        """Say whether nothing stands in it yet that a rule could be made of."""
        hanging = (self.counted, self.conditional, self.session, self.blank)
        said = self.continuous or self.request
        return not (self.rhythms or self.limits or said) and all(each is None for each in hanging)


@dataclass
class _Desk:
    """The clause at hand, those that are done, and what stood between."""

    pieces: Sequence[Piece]
    done: list[Clause] = field(default_factory=list)
    clause: Clause = field(default_factory=lambda: Clause(0, 0))
    divider: str = ""
    depth: int = 0
    soft: bool = False
    quantity: Quantity | None = None

    def take(self, place: int) -> None:
        """Put one phrase where it belongs."""
        piece = self.pieces[place]
        phrase = piece.phrase
        if isinstance(phrase, Sign) and self._between(phrase.name, place):
            return
        if isinstance(phrase, Quantity):
            self.quantity = phrase
            return
        if isinstance(phrase, Limit):
            phrase = self._sided(phrase)
            if self._extended(phrase, place):
                return
        if not self.clause.empty and self._begins(phrase, place):
            self._close()
        self._add(phrase, piece)
        self.divider = ""

    def _between(self, name: str, place: int) -> bool:
        """Note what only divides, encloses or softens."""
        if name in _DIVIDERS:
            self.divider = name if self.divider in ("", ",") else self.divider
        elif name in ("(", ")"):
            self.depth = max(self.depth + (1 if name == "(" else -1), 0)
        elif name == "soft":
            after = self.pieces[place + 1].phrase if place + 1 < len(self.pieces) else Sign(")")
            if after == Sign(")"):
                self.clause.soft = True
            else:
                self.soft = True
        else:
            return False
        return True

    def _sided(self, limit: Limit) -> Limit:
        """Return a day after "và" on the side of the one before it: "ngày 20/6 … và ngày 15/12"."""
        before = self.clause if self.clause.limits else self.done[-1] if self.done else None
        if limit.side is None and before and before.limits and self.divider in ("and", ",", ";"):
            side = before.limits[-1].side
            if side in ("before", "by") and all(isinstance(each, Day) for each in limit.moments):
                return limit._replace(side=side)
        return limit

    def _extended(self, limit: Limit, place: int) -> bool:
        """Add days without a year to those of the limit before: two days of one rhythm."""
        last = self.clause.limits[-1] if self.clause.limits else None
        if last is None or self.divider not in ("and", ",") or last.side != limit.side:
            return False
        days = (*last.moments, *limit.moments)
        if not all(isinstance(each, Day) and each.year is None for each in days):
            return False
        if self._next_is_rhythm(place) == "label":
            return False
        self.clause.limits[-1] = last._replace(moments=days)
        self.divider = ""
        return True

    def _next_is_rhythm(self, place: int) -> str:
        for piece in self.pieces[place + 1 : place + 3]:
            if isinstance(piece.phrase, Rhythm):
                return "label" if piece.phrase.label or self._opened(place) else "rhythm"
            if piece.phrase != Sign("("):
                break
        return ""

    def _opened(self, place: int) -> bool:
        return self.pieces[place + 1].phrase == Sign("(")

    def _begins(self, phrase: object, place: int) -> bool:
        """Say whether a phrase begins a clause of its own."""
        if self.depth == 0 and self.divider == ";":
            return True
        match phrase:
            case Rhythm():
                begins = self._rhythm_begins(place)
            case Limit():
                begins = self._limit_begins(phrase)
            case Conditional():
                begins = not self.clause.dated or self.clause.conditional is not None
            case Session():
                begins = not self.clause.rhythms or bool(self.clause.limits)
            case Sign(name="continuous"):
                begins = self._continuous_begins()
            case Sign(name="following"):
                begins = False
            case _:  # counted from something, on request, a blank
                begins = True
        return begins

    def _continuous_begins(self) -> bool:
        clause = self.clause
        joined = clause.continuous or clause.dated or clause.rhythms
        return self.divider == "and" or not joined

    def _rhythm_begins(self, place: int) -> bool:
        clause, rhythm = self.clause, self.pieces[place].phrase
        if clause.rhythms:
            # "báo cáo 9 tháng (trước ngày 15/9 hằng năm)": once each year
            yearly = isinstance(rhythm, Rhythm) and rhythm == Rhythm("year")
            return bool(self.divider) or (self.depth > 0 and not yearly)
        if self.divider == "and" and clause.limits:
            after = self.pieces[place + 1].phrase if place + 1 < len(self.pieces) else None
            complete = any(_dated(each) for each in clause.limits)
            return complete or isinstance(after, Limit) or after == Sign("(")
        return self.divider == "and" and (clause.continuous or clause.counted is not None)

    def _limit_begins(self, limit: Limit) -> bool:
        clause = self.clause
        if not limit.moments:
            return False
        if clause.blank is not None or clause.request or clause.counted or clause.session:
            return True
        if clause.continuous:
            return limit.side not in _BOUNDS or self.divider == "and"
        if not clause.dated:
            return False
        return (clause.soft and not clause.rhythms) or (self.divider == "and" and self.depth == 0)

    def _add(self, phrase: object, piece: Piece) -> None:
        clause = self.clause
        if clause.empty:
            clause.first = piece.first
        clause.end = piece.end
        match phrase:
            case Rhythm():
                clause.rhythms.append(phrase)
            case Limit():
                clause.limits.append(phrase)
            case Counted():
                clause.counted = phrase
            case Conditional():
                clause.conditional = phrase
            case Session():
                clause.session = phrase
            case Blank():
                clause.blank = phrase.words
            case Sign():
                setattr(clause, phrase.name, True)
        clause.soft |= self.soft
        self.soft = False

    def _close(self) -> None:
        self.done.append(self.clause)
        self.clause = Clause(0, 0)


def _dated(limit: Limit) -> bool:
    return any(isinstance(each, Day | Stretch) and each.year for each in limit.moments)


def clauses(pieces: Sequence[Piece]) -> tuple[list[Clause], Quantity | None]:
    """Return the clauses of a wording in order, and the least number it asks for."""
    desk = _Desk(pieces)
    for place in range(len(pieces)):
        desk.take(place)
    if not desk.clause.empty or desk.clause.following:
        desk.done.append(desk.clause)
    return desk.done, desk.quantity
