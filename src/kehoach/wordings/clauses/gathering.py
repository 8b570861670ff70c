"""Phrases gathered into clauses, one phrase after another."""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import NamedTuple

from kehoach.wordings.clauses.beginning_verbs import (
    VERB_SIGNS,
    refuse_two_times,
    refuse_without_a_time,
    running,
)
from kehoach.wordings.clauses.clause import CONTINUOUS, FOLLOWING, Clause
from kehoach.wordings.grammar.cursor import Doubtful, about
from kehoach.wordings.grammar.phrases import (
    Condition,
    Counting,
    Day,
    Days,
    LeastNumber,
    Limit,
    Meeting,
    PeriodDay,
    Phrase,
    Piece,
    Rhythm,
    Sign,
    Stretch,
)

_OTHER_WORK = about(
    ": năm của một việc khác với việc định kỳ", ": years of another matter than what recurs"
)
_DIVIDERS = (",", "and", ";", "or", "that is")
_BRACKETS = {"(": 1, ")": -1}
_NOTED = (*_DIVIDERS, *_BRACKETS, "soft")
_BOUNDS = ("from", "until", "within", None)
_JOINING = ("and", ",", ";")


class SoFar(NamedTuple):
    """The clauses so far, and what stands before the next phrase.

    ``divider``: a comma, "và" …; ``depth``: how many brackets are open; ``soft``: "phấn đấu" was said.
    ``start``: the verb of a beginning, or "end", that waits for its time; ``verb``: the token it is.
    """

    done: tuple[Clause, ...] = ()
    clause: Clause = Clause()
    divider: str = ""
    depth: int = 0
    soft: bool = False
    start: str = ""
    verb: int = 0


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
    def label_behind(self) -> bool:
        """Whether the rhythm behind it names what the phrase is for."""
        found = self.rhythm_behind
        return found is not None and (found.label or self.after == Sign("("))


def clauses(pieces: Sequence[Piece]) -> tuple[Clause, ...]:
    """Return the clauses of a wording in order.

    Raises:
        Doubtful: a year stands beside a rhythm that is another work's.
    """
    phrases = [*(piece.phrase for piece in pieces), Sign(""), Sign("")]
    behind = zip(pieces, phrases[1:], phrases[2:], strict=False)
    found = reduce(_with, (Next(*each) for each in behind), SoFar())
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
            return _noted(so_far, name, here.after)
        case Limit() as said:
            limit = _sided(so_far, said)
            if _extends(so_far, limit, here):
                days = (*so_far.clause.limits[-1].when, *limit.when)
                return so_far._replace(clause=so_far.clause.with_days(days), divider="")
            here = here._replace(piece=here.piece._replace(phrase=limit))
    if not so_far.clause.is_open and (_begins(so_far, here) or _verb_divides(so_far, here)):
        opened = Clause(opening=so_far.divider, inside=so_far.depth > 0)
        so_far = so_far._replace(done=(*so_far.done, so_far.clause), clause=opened)
    return _added(so_far, here.piece)


def _noted(so_far: SoFar, name: str, after: Phrase) -> SoFar:
    """Note what only divides, encloses or softens."""
    if name in _DIVIDERS:
        return so_far._replace(divider=name) if so_far.divider in ("", ",") else so_far
    if name in _BRACKETS:
        return so_far._replace(depth=max(so_far.depth + _BRACKETS[name], 0))
    if after in (Sign(")"), Sign("")):  # "… (phấn đấu)"
        return so_far._replace(clause=so_far.clause._replace(soft=True))
    return so_far._replace(soft=True)


def _governed(so_far: SoFar, name: str, here: Next) -> SoFar:
    """Let a verb govern the time before it or behind it.

    Raises:
        Doubtful: one stands on either side, and nothing tells which.
    """
    clause, verb = so_far.clause, here.piece.first
    behind = clause.timed and not so_far.divider and not clause.start
    if name == "end":
        if so_far.start in ("", "end"):
            return so_far if behind else so_far._replace(start="end")
        both = so_far.divider and so_far.start != "undertake"
        return so_far._replace(start="both" if both else "", divider="")
    if not behind or name == "undertake":
        return so_far._replace(start=name, verb=verb)
    refuse_two_times(clause, here.after)
    return so_far._replace(clause=clause._replace(start=name))


def _verb_divides(so_far: SoFar, here: Next) -> bool:
    """Say whether a time is another verb's than that of the clause: "khởi công … hoàn thành …"."""
    clause = so_far.clause
    if not clause.timed or isinstance(here.piece.phrase, Rhythm | Sign):
        return False
    if so_far.start not in ("", "undertake"):
        return so_far.start != "end" or bool(clause.start)
    apart = here.after == Sign("end") or here.piece.first > clause.end + 1
    return bool(clause.start and so_far.divider) and apart and clause.start != "undertake"


def _sided(so_far: SoFar, limit: Limit) -> Limit:
    """Return a day after "và" on the side of the one before it: "ngày 20/6 … và ngày 15/12"."""
    limits = so_far.clause.limits
    if not limits and not so_far.clause.rhythms and so_far.done:
        limits = so_far.done[-1].limits
    if limit.side is not None or not limits or so_far.divider not in _JOINING:
        return limit
    sided = limits[-1].side in ("before", "by") and all(isinstance(d, Day) for d in limit.when)
    return limit._replace(side=limits[-1].side) if sided else limit


def _extends(so_far: SoFar, limit: Limit, here: Next) -> bool:
    """Say whether days without a year belong to those of the limit before: two of one rhythm."""
    limits = so_far.clause.limits
    listed = so_far.divider in ("and", ",") and not so_far.soft
    if not limits or not listed or limits[-1].side != limit.side:
        return False
    days = (*limits[-1].when, *limit.when)
    yearless = all(isinstance(each, Day) and each.year is None for each in days)
    return yearless and not here.label_behind


def _begins(so_far: SoFar, here: Next) -> bool:
    """Say whether a phrase begins a clause of its own; what is on request or unset always does."""
    begins = _BEGINNING.get(type(here.piece.phrase))
    divided = so_far.depth == 0 and so_far.divider == ";"
    return divided or begins is None or begins(so_far, here)


def _sign_begins(so_far: SoFar, here: Next) -> bool:
    clause, sign = so_far.clause, here.piece.phrase
    joined = clause.says(CONTINUOUS) or clause.dated or clause.rhythms
    begins = so_far.divider == "and" or not joined or here.after == FOLLOWING
    return begins if sign == CONTINUOUS else sign != FOLLOWING


def _condition_begins(so_far: SoFar, _here: Next) -> bool:
    return so_far.clause.has(Condition) or not (so_far.clause.dated or _is_bare(so_far))


def _session_begins(so_far: SoFar, _here: Next) -> bool:
    return not so_far.clause.rhythms or bool(so_far.clause.limits)


def _is_bare(so_far: SoFar) -> bool:
    """Say whether an event goes with the rhythm before it: "hằng quý, sau khi …"."""
    bare = so_far.clause.rhythms and not so_far.clause.limits
    return bool(bare) and so_far.divider in ("", ",")


def _rhythm_begins(so_far: SoFar, here: Next) -> bool:
    clause, divider = so_far.clause, so_far.divider
    if divider and clause.is_alone:
        return True
    if so_far.depth > 0 and clause.dated and here.after == Sign(")"):
        return False  # "trước ngày 30/5 (đối với báo cáo 6 tháng)"
    if clause.rhythms:
        # "báo cáo 9 tháng (trước ngày 15/9 hằng năm)": once each year
        return bool(divider) or (so_far.depth > 0 and here.piece.phrase != Rhythm("year"))
    return divider == "and" and _another_rhythm(clause, here.after)


def _another_rhythm(clause: Clause, after: Phrase) -> bool:
    """Say whether a rhythm behind "và" is not that of the clause, which names none."""
    if clause.limits:
        return any(map(_dated, clause.limits)) or isinstance(after, Limit) or after == Sign("(")
    return clause.says(CONTINUOUS) or clause.has(Counting)


def _limit_begins(so_far: SoFar, here: Next) -> bool:
    clause, limit = so_far.clause, here.piece.phrase
    if not isinstance(limit, Limit) or not limit.when:
        return False
    if clause.is_alone or clause.has(Counting, Meeting):
        return True
    if clause.says(CONTINUOUS):
        return limit.side not in _BOUNDS or so_far.divider == "and"
    if _open_from(clause) and limit.side != "from":
        return not (limit.repeats or here.rhythm_behind)
    return bool(clause.dated) and _dates_apart(so_far, limit, here)


def _open_from(clause: Clause) -> bool:
    """Say whether only a beginning was named: "từ ngày 01/3/2026, chậm nhất đến 30/6/2026"."""
    return bool(clause.dated) and clause.dated[-1].side == "from" and not clause.recurs


def _dates_apart(so_far: SoFar, limit: Limit, here: Next) -> bool:
    """Say whether a limit has nothing to do with the one before it."""
    aimed = so_far.soft or (so_far.clause.soft and not so_far.clause.rhythms)
    divided = so_far.divider == "and" or _recurs_apart(so_far, limit, here)
    return aimed or (so_far.depth == 0 and divided)


def _recurs_apart(so_far: SoFar, limit: Limit, here: Next) -> bool:
    """Say whether a comma divides: "trước ngày 20 hàng tháng, trước ngày 10/12 hàng năm"."""
    if so_far.divider != "," or not limit.side:
        return False
    limits = so_far.clause.limits
    days = any(isinstance(each, PeriodDay | Days | Day) for limit in limits for each in limit.when)
    recurs = (so_far.clause.rhythms and days) or any(limit.repeats for limit in limits)
    return bool(recurs) and (here.rhythm_behind is not None or limit.repeats)


def _added(so_far: SoFar, piece: Piece) -> SoFar:
    """Return the clauses with a phrase added to the last."""
    clause, shares = so_far.clause, so_far.clause.shares
    if isinstance(piece.phrase, Limit):
        _refuse_other_work(so_far, piece.phrase, piece)
        shares = clause.has(Rhythm) and not so_far.depth
    first = piece.first if clause.is_open else clause.first
    phrases, soft = (*clause.phrases, piece.phrase), clause.soft or so_far.soft
    waits = isinstance(piece.phrase, Rhythm) or piece.phrase == FOLLOWING
    start = clause.start if waits or so_far.start in ("", "end") else so_far.start
    grown = clause._replace(
        first=first, end=piece.end, phrases=phrases, soft=soft, shares=shares, start=start
    )
    left = so_far.start if waits else ""
    return SoFar(so_far.done, grown, depth=so_far.depth, start=left, verb=so_far.verb)


def _refuse_other_work(so_far: SoFar, limit: Limit, piece: Piece) -> None:
    """Refuse "sơ kết 6 tháng, tổng kết năm 2026": the year is of another work than the rhythm.

    Raises:
        Doubtful: words of a task stand between a rhythm and years of which no side is said.
    """
    clause = so_far.clause
    apart = so_far.divider == "," and piece.first > clause.end + 1 and so_far.start != "begin"
    if apart and clause.rhythms and limit.side is None and _dated(limit):
        raise Doubtful(clause.first, piece.end, _OTHER_WORK)


def _dated(limit: Limit) -> bool:
    return any(isinstance(each, Day | Stretch) and each.year for each in limit.when)


_BEGINNING: dict[type, Callable[[SoFar, Next], bool]] = {
    Rhythm: _rhythm_begins,
    Limit: _limit_begins,
    Condition: _condition_begins,
    Counting: lambda so_far, _here: not _is_bare(so_far),
    Meeting: _session_begins,
    Sign: _sign_begins,
}
