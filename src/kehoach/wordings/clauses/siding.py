"""The side of a day that stands bare, where "trước" stands at the addressee or the part before it."""

from collections.abc import Sequence
from itertools import pairwise

from kehoach.wordings.clauses.among_groups import BEFORE_OR_ON
from kehoach.wordings.clauses.clause import CONTINUOUS, REQUEST, Clause
from kehoach.wordings.grammar.cursor import Cursor, Doubtful
from kehoach.wordings.grammar.numerals import PARTS
from kehoach.wordings.grammar.phrases import (
    Day,
    Limit,
    PeriodDay,
    Phrase,
    Piece,
    Rhythm,
    Sign,
    Stretch,
)
from kehoach.wordings.language.lexicon import ROMAN, Sym, Token

_BETWEEN = (
    Sym.SEMICOLON,
    Sym.COMMA,
    Sym.AND,
    Sym.CLOSE,
    Sym.MARK,
    Sym.DOT,
)  # "cấp tỉnh: 15/7/2026"
_DAYS = (Sym.NUMBER, Sym.DAY, Sym.WEEKDAY)  # "trước cuối tháng" says nothing certain

_PARTING = (*PARTS, *ROMAN)


def is_of_time(phrase: Phrase) -> bool:
    """Say whether a phrase sets a time, and does not only divide or join."""
    return not isinstance(phrase, Sign) or phrase in (CONTINUOUS, REQUEST)


def sided_alike(
    c: Cursor, before: Sequence[Piece], own: tuple[Piece, ...], place: int, *, named: bool
) -> tuple[Piece, ...]:
    """Let "trước" govern the day behind it too: "trước 30/6 (cấp xã), 15/7/2026 (cấp tỉnh)".

    ``before`` are the phrases of the addressee before, ``own`` those of this; ``place`` is behind the last
    name, which is this one's where it is ``named`` first: "cấp xã trước 30/6, cấp tỉnh 15/7".

    Raises:
        Doubtful: that day or the one before it may be meant.
    """
    leading = _leading(own)
    said = [each.phrase for each in before if is_of_time(each.phrase)]
    left = next((each for each in reversed(said) if isinstance(each, Limit)), None)
    if leading is None or left is None or not _follows(left, leading[1]):
        return own
    at, limit = leading
    piece = own[at]
    first = next(each.first for each in own if is_of_time(each.phrase))
    if any(each.sym not in _BETWEEN for each in c.tokens[place:first]):
        return own  # a work of its own: "ban hành 15/7/2026 (cấp tỉnh)"
    kinds = {type(each) for each in (*left.when, *limit.when)}
    if (
        named
        or len(said) > 1
        or len(kinds) > 1
        or Stretch in kinds
        or left.clock is not None
        or c.tokens[piece.first].sym not in _DAYS
    ):
        raise Doubtful(piece.first, piece.end, BEFORE_OR_ON)
    return (*own[:at], piece._replace(phrase=limit._replace(side="before")), *own[at + 1 :])


def refuse_bare_parts(c: Cursor, clauses: Sequence[Clause]) -> None:
    """Refuse "đợt 1: trước 30/6/2026; đợt 2: 15/12/2026": a number alone tells the two apart.

    Raises:
        Doubtful: that day or the one before it may be meant.
    """
    for before, clause in pairwise(clauses):
        between = c.tokens[before.end : clause.first]
        parted = any(each.text in _PARTING for each in between) and all(map(_numbers, between))
        follows = before.dated and clause.dated and _follows(before.dated[-1], clause.dated[0])
        clause.refuse(parted and follows, BEFORE_OR_ON)


def _numbers(token: Token) -> bool:
    """Say whether a token divides, or belongs to what is told apart by a number."""
    return token.sym in (*_BETWEEN, Sym.NUMBER) or token.text in _PARTING


def _leading(own: Sequence[Piece]) -> tuple[int, Limit] | None:
    """Return where the first time of an addressee but its rhythm stands, and its limit, if it is one."""
    for place, piece in enumerate(own):
        if is_of_time(piece.phrase) and not isinstance(piece.phrase, Rhythm):
            return (place, piece.phrase) if isinstance(piece.phrase, Limit) else None
    return None


def _follows(left: Limit, right: Limit) -> bool:
    """Say whether a bare day follows upon one that is "trước", or a bare span upon a span."""
    bare = left.side == "before" and right.side is None and right.clock is None
    both = (*left.when, *right.when)
    days = all(isinstance(each, Day | PeriodDay) for each in both)
    return bare and bool(both) and (days or all(isinstance(each, Stretch) for each in both))
