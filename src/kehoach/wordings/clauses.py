"""Phrases gathered into clauses: each clause is one rule of the wording, or several days of one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.wordings.moments import (
    Blank,
    Conditional,
    Counted,
    Day,
    Doubtful,
    Inner,
    Limit,
    Quantity,
    Rhythm,
    Session,
    Sign,
    Stretch,
)
from kehoach.wordings.phrases import Piece
from kehoach.words import Text

_OTHER_MATTER = Text(
    "“{words}”: năm của một việc khác với việc định kỳ",
    "“{words}”: years of another matter than what recurs",
)
_DIVIDERS = (",", "and", ";", "or")
_SPANNING = ("within", "on", None)
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
    before: tuple[Limit, ...] = ()  # the limits that stand before "thường xuyên"
    request: bool = False
    following: bool = False
    opening: str = ""  # what divides it from the clause before
    shares: bool = False  # its day stands behind its rhythm, and in no brackets
    soft: bool = False
    blank: str | None = None

    @property
    def dated(self) -> list[Limit]:
        """The limits that name a moment, and not only a time of day."""
        return [limit for limit in self.limits if limit.moments]

    @property
    def deadline_first(self) -> bool:
        """Say whether what is continuous has a part of a year before it: "Quý II/2026, thường xuyên"."""
        parts = [each for limit in self.before for each in limit.moments]
        return any(isinstance(each, Stretch) and each.unit != "year" for each in parts)

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
    last: int = 0

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
            self.clause.opening = self.divider
        self._add(phrase, piece)
        self.last = piece.end
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
        if self.clause.rhythms and not self.clause.limits:
            return limit  # "…, hằng năm, ngày 02/11": a rhythm of its own stands before it
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

    def _closed(self, place: int) -> bool:
        return place + 1 < len(self.pieces) and self.pieces[place + 1].phrase == Sign(")")

    def _begins(self, phrase: object, place: int) -> bool:
        """Say whether a phrase begins a clause of its own."""
        if self.depth == 0 and self.divider == ";":
            return True
        match phrase:
            case Rhythm():
                begins = self._rhythm_begins(place)
            case Limit():
                begins = self._limit_begins(phrase, place)
            case Conditional():
                dated = self.clause.dated or self._qualifies()
                begins = not dated or self.clause.conditional is not None
            case Counted():
                begins = not self._qualifies()
            case Session():
                begins = not self.clause.rhythms or bool(self.clause.limits)
            case Sign(name="continuous"):
                begins = self._continuous_begins(place)
            case Sign(name="following"):
                begins = False
            case _:  # on request, a blank
                begins = True
        return begins

    def _qualifies(self) -> bool:
        """Say whether an event goes with the rhythm before it: "hằng quý, sau khi …"."""
        bare = self.clause.rhythms and not self.clause.limits
        return bool(bare) and self.divider in ("", ",")

    def _continuous_begins(self, place: int) -> bool:
        clause = self.clause
        joined = clause.continuous or clause.dated or clause.rhythms
        after = self.pieces[place + 1].phrase if place + 1 < len(self.pieces) else None
        return self.divider == "and" or not joined or after == Sign("following")

    def _rhythm_begins(self, place: int) -> bool:
        clause, rhythm = self.clause, self.pieces[place].phrase
        if self.divider and (clause.blank or clause.request):
            return True
        if self.depth > 0 and clause.dated and self._closed(place):
            return False  # "trước ngày 30/5 (đối với báo cáo 6 tháng)"
        if clause.rhythms:
            # "báo cáo 9 tháng (trước ngày 15/9 hằng năm)": once each year
            yearly = isinstance(rhythm, Rhythm) and rhythm == Rhythm("year")
            return bool(self.divider) or (self.depth > 0 and not yearly)
        if self.divider == "and" and clause.limits:
            after = self.pieces[place + 1].phrase if place + 1 < len(self.pieces) else None
            complete = any(_dated(each) for each in clause.limits)
            return complete or isinstance(after, Limit) or after == Sign("(")
        return self.divider == "and" and (clause.continuous or clause.counted is not None)

    def _limit_begins(self, limit: Limit, place: int) -> bool:
        clause = self.clause
        if not limit.moments:
            return False
        if clause.blank is not None or clause.request or clause.counted or clause.session:
            return True
        if clause.continuous:
            return limit.side not in _BOUNDS or self.divider == "and"
        if not clause.dated:
            return False
        if clause.soft and not clause.rhythms:
            return True
        return self.depth == 0 and (self.divider == "and" or self._complete(limit, place))

    def _complete(self, limit: Limit, place: int) -> bool:
        """Say whether a comma divides: "trước ngày 20 hàng tháng, trước ngày 10/12 hàng năm"."""
        days = [each for limit in self.clause.limits for each in limit.moments]
        recurs = self.clause.rhythms and any(isinstance(day, Inner | Day) for day in days)
        recurs = recurs or any(map(_repeats, self.clause.limits))
        next_recurs = self._next_is_rhythm(place) or _repeats(limit)
        return self.divider == "," and bool(recurs and next_recurs and limit.side)

    def _add(self, phrase: object, piece: Piece) -> None:
        clause = self.clause
        if clause.empty:
            clause.first = piece.first
        clause.end = piece.end
        match phrase:
            case Rhythm():
                clause.rhythms.append(phrase)
            case Limit():
                self._refuse_other_matter(phrase, piece)
                clause.shares = bool(clause.rhythms) and not self.depth
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
                if phrase.name == "continuous":
                    clause.before = tuple(each for each in clause.limits if each.side in _SPANNING)
                setattr(clause, phrase.name, True)
        clause.soft |= self.soft
        self.soft = False

    def _refuse_other_matter(self, limit: Limit, piece: Piece) -> None:
        """Refuse "sơ kết 6 tháng, tổng kết năm 2026": the year is of another matter than the rhythm.

        Raises:
            Doubtful: words of a task stand between a rhythm and years of which no side is said.
        """
        clause = self.clause
        apart = piece.first > self.last + 1
        if (
            clause.rhythms
            and self.divider == ","
            and limit.side is None
            and apart
            and _dated(limit)
        ):
            raise Doubtful(clause.first, piece.end, _OTHER_MATTER)

    def _close(self) -> None:
        self.done.append(self.clause)
        self.clause = Clause(0, 0)


def _dated(limit: Limit) -> bool:
    return any(isinstance(each, Day | Stretch) and each.year for each in limit.moments)


def _repeats(limit: Limit) -> bool:
    return any(getattr(each, "repeats", False) for each in limit.moments)


def clauses(pieces: Sequence[Piece]) -> tuple[list[Clause], Quantity | None]:
    """Return the clauses of a wording in order, and the least number it asks for."""
    desk = _Desk(pieces)
    for place in range(len(pieces)):
        desk.take(place)
    if not desk.clause.empty or desk.clause.following:
        desk.done.append(desk.clause)
    return desk.done, desk.quantity
