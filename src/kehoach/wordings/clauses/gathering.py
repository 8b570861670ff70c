"""Phrases gathered into clauses, one phrase after another."""

from collections.abc import Sequence
from functools import reduce

from kehoach.wordings.clauses.among_groups import BEFORE_OR_ON
from kehoach.wordings.clauses.beginning_verbs import (
    TWO_TIMES,
    VERB_SIGNS,
    refuse_without_a_time,
    running,
    timing,
)
from kehoach.wordings.clauses.clause import FOLLOWING, Clause
from kehoach.wordings.clauses.opening_clauses import begins
from kehoach.wordings.clauses.other_matters import refuse_other_matters
from kehoach.wordings.clauses.so_far import Next, SoFar
from kehoach.wordings.grammar.cursor import Doubtful
from kehoach.wordings.grammar.limits import BEFORE_A_WORKDAY
from kehoach.wordings.grammar.period_days import BEFORE_AN_END
from kehoach.wordings.grammar.phrases import Day, LeastNumber, Limit, Piece, Rhythm, Sign, rolls
from kehoach.words import Text

_NOTHING = Sign("")
_DIVIDERS = (",", "and", ";", "or", "that is")
_BRACKETS = {"(": 1, ")": -1}
_NOTED = (*_DIVIDERS, *_BRACKETS, "soft", "softened")
_JOINING = ("and", ",", ";")
_CARRIED = ("before", "by")


def clauses(pieces: Sequence[Piece]) -> tuple[Clause, ...]:
    """Return the clauses of a wording in order.

    Raises:
        Doubtful: a year stands beside a rhythm that is another work's.
    """
    phrases = [*(piece.phrase for piece in pieces), _NOTHING, _NOTHING]
    found = reduce(_with, map(Next, pieces, phrases[1:], phrases[2:]), SoFar())
    refuse_without_a_time(found.start, found.verb)
    done = (*found.done, found.clause) if found.clause.phrases else found.done
    return tuple(map(running, done))


def least_number(pieces: Sequence[Piece]) -> LeastNumber | None:
    """Return the least number that the wording asks for."""
    found = [piece.phrase for piece in pieces if isinstance(piece.phrase, LeastNumber)]
    return found[-1] if found else None


def _with(so_far: SoFar, here: Next) -> SoFar:
    """Put one phrase where it belongs."""
    match here.piece.phrase:
        case LeastNumber():
            return so_far
        case Sign(name) if name in VERB_SIGNS:
            return _governed(so_far, name, here)
        case Sign(name) if name in _NOTED:
            return _noted(so_far, name, here.piece.end)
        case Limit() as said:
            limit = _sided(so_far, said, here.piece)
            if _extends(so_far, limit, here):
                days = (*so_far.clause.limits[-1].when, *limit.when)
                return so_far._replace(clause=so_far.clause.with_days(days))
            here = here._replace(piece=here.piece._replace(phrase=limit))
    if not so_far.clause.is_open and begins(so_far, here):
        opened = Clause(opening=so_far.divider, inside=so_far.depth > 0)
        so_far = so_far._replace(done=(*so_far.done, so_far.clause), clause=opened)
    return _added(so_far, here.piece)


def _noted(so_far: SoFar, name: str, end: int) -> SoFar:
    """Note what only divides, encloses or softens."""
    if name in _DIVIDERS:
        return so_far._replace(divider=name) if so_far.divider in ("", ",") else so_far
    if name in _BRACKETS:
        around = name == "(" and not so_far.done and not so_far.clause.phrases  # all that is told
        depth = so_far.depth if around else max(so_far.depth + _BRACKETS[name], 0)
        return so_far._replace(depth=depth, bracket=end)
    if name == "softened":
        return so_far._replace(clause=so_far.clause._replace(soft=True))
    return so_far._replace(soft=True)


def _governed(so_far: SoFar, name: str, here: Next) -> SoFar:
    """Let a verb govern the time before it or behind it.

    Raises:
        Doubtful: one stands on either side, and nothing tells which.
    """
    clause = so_far.clause
    behind = clause.timed and not so_far.divider and not clause.start
    if name == "end":
        listed = not so_far.divider and any(len(limit.when) > 1 for limit in clause.dated[-1:])
        # "khởi công quý II/2026, quý IV/2026 hoàn thành"
        clause.refuse(clause.start and listed and not timing(here.after), TWO_TIMES)
        return _ended(so_far, behind=behind)
    if not behind or (name == "undertake" and timing(here.after)):
        return so_far._replace(start=name, verb=here.piece.first)
    clause.refuse(timing(here.after), TWO_TIMES)
    return so_far._replace(clause=clause._replace(start=name))


def _ended(so_far: SoFar, *, behind: bool) -> SoFar:
    """Let a word of an end govern its time: alone, or with a beginning's ("khởi công, hoàn thành …")."""
    if so_far.start in ("", "end"):
        return so_far if behind else so_far._replace(start="end")
    both = so_far.divider and so_far.start != "undertake"
    return so_far._replace(start="both" if both else "")


def _sided(so_far: SoFar, limit: Limit, piece: Piece) -> Limit:
    """Return a day after "và" on the side of the one before it: "ngày 20/6 … và ngày 15/12".

    A whole date behind words of its own has a side of its own: "trình trước ngày 30/6/2026; ban hành
    31/12/2026".

    Raises:
        Doubtful: "trước 30/6; cuối tháng 7" is before the last day, or to the end.
    """
    clause = _speaking(so_far)
    side = clause.limits[-1].side if clause.limits else None
    if limit.side is not None or side not in _CARRIED or so_far.divider not in _JOINING:
        return limit
    listed = piece.first - max(clause.end, so_far.bracket) <= 1 or not limit.has_year
    days = all(isinstance(each, Day) for each in limit.when)
    if not (days and listed):
        return limit
    if side == "before" and (why := _unclear(clause, limit, piece)) is not None:
        raise Doubtful(piece.first, piece.end, why)
    return limit._replace(side=side)


def _unclear(clause: Clause, limit: Limit, piece: Piece) -> Text | None:
    """Say why "trước" cannot be carried from a clause to a bare day behind it, if it cannot."""
    if piece.part:
        return BEFORE_AN_END
    if any(map(rolls, limit.when)):
        return BEFORE_A_WORKDAY
    left = clause.limits[-1]
    days = all(isinstance(each, Day) for each in left.when)
    clocked = left.clock is not None and limit.clock is None
    once = limit.has_year and clause.recurs
    return BEFORE_OR_ON if clocked or once or clause.soft or not days else None


def _speaking(so_far: SoFar) -> Clause:
    """Return the clause, or the one before it where it says nothing of time yet."""
    clause = so_far.clause
    return clause if clause.limits or clause.rhythms or not so_far.done else so_far.done[-1]


def _extends(so_far: SoFar, limit: Limit, here: Next) -> bool:
    """Say whether days without a year belong to those of the limit before: two of one rhythm."""
    limits = so_far.clause.limits
    closed = so_far.clause.inside and not so_far.depth
    listed = so_far.divider in ("and", ",") and not so_far.soft and not closed
    if not limits or not limit.when or not listed or limits[-1].side != limit.side:
        return False
    days = (*limits[-1].when, *limit.when)
    yearless = all(isinstance(each, Day) and each.year is None for each in days)
    return yearless and not here.label_behind


def _added(so_far: SoFar, piece: Piece) -> SoFar:
    """Return the clauses with a phrase added to the last."""
    clause, shares = so_far.clause, so_far.clause.shares
    if isinstance(piece.phrase, Limit):
        refuse_other_matters(so_far, piece.phrase, piece)
        shares = clause.has(Rhythm) and not so_far.depth
    first = piece.first if clause.is_open else clause.first
    phrases, soft = (*clause.phrases, piece.phrase), clause.soft or so_far.soft
    waits = isinstance(piece.phrase, Rhythm) or piece.phrase == FOLLOWING
    start = clause.start if waits else so_far.start or clause.start
    grown = clause._replace(
        first=first, end=piece.end, phrases=phrases, soft=soft, shares=shares, start=start
    )
    left = so_far.start if waits else ""
    return SoFar(so_far.done, grown, depth=so_far.depth, start=left, verb=so_far.verb)
