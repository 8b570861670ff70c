"""Whether a phrase begins a clause of its own."""

from collections.abc import Callable

from kehoach.wordings.clauses.bounding import bounding
from kehoach.wordings.clauses.clause import CONTINUOUS, FOLLOWING, Clause
from kehoach.wordings.clauses.so_far import Next, SoFar
from kehoach.wordings.grammar.phrases import (
    Condition,
    Counting,
    Day,
    Days,
    Limit,
    Meeting,
    PeriodDay,
    Phrase,
    Rhythm,
    Sign,
)

_BOUNDS = ("from", "until", "within", None)


def begins(so_far: SoFar, here: Next) -> bool:
    """Say whether a phrase begins a clause of its own; what is on request or unset always does."""
    opens = _BEGINNING.get(type(here.piece.phrase))
    divided = so_far.depth == 0 and so_far.divider == ";"
    return divided or opens is None or opens(so_far, here) or _verb_divides(so_far, here)


def _sign_begins(so_far: SoFar, here: Next) -> bool:
    clause, sign = so_far.clause, here.piece.phrase
    joined = clause.says(CONTINUOUS) or clause.dated or clause.rhythms
    opens = so_far.divider == "and" or not joined or here.after == FOLLOWING
    return opens if sign == CONTINUOUS else sign != FOLLOWING


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
    if so_far.depth > 0 and clause.dated and here.after == Sign(")"):
        return False  # "trước ngày 30/5 (đối với báo cáo 6 tháng)"
    if clause.rhythms or clause.is_alone:
        return bool(divider) or _other_in_brackets(so_far, here)
    if divider == "," and clause.says(CONTINUOUS):
        return here.limit_behind  # "thường xuyên, báo cáo năm (trước ngày 10/12)"
    return divider == "and" and _another_rhythm(clause, here.after)


def _other_in_brackets(so_far: SoFar, here: Next) -> bool:
    """Say no to "báo cáo 9 tháng (trước ngày 15/9 hằng năm)", which is once each year."""
    return so_far.depth > 0 and here.piece.phrase != Rhythm("year")


def _another_rhythm(clause: Clause, after: Phrase) -> bool:
    """Say whether a rhythm behind "và" is not that of the clause, which names none."""
    if clause.limits:
        return (
            any(limit.has_year or limit.repeats for limit in clause.limits)
            or isinstance(after, Limit)
            or after == Sign("(")
        )
    return clause.says(CONTINUOUS) or clause.has(Counting)


def _limit_begins(so_far: SoFar, here: Next) -> bool:
    clause, limit = so_far.clause, here.piece.phrase
    if not isinstance(limit, Limit) or not limit.when:
        return so_far.soft and not clause.soft  # an hour aimed at makes no aim of the day
    if clause.is_alone or clause.has(Counting):
        return True
    if clause.has(Meeting):  # "tại kỳ họp tháng 7 hằng năm từ 2026 đến 2030"
        return not (clause.rhythms and bounding(limit))
    first = clause.says(CONTINUOUS) or not clause.dated
    return (_first_time if first else _another_time)(so_far, limit, here)


def _first_time(so_far: SoFar, limit: Limit, here: Next) -> bool:
    """Say whether a limit is no part of the rhythm, or of what is continuous, that stands before it."""
    if so_far.clause.says(CONTINUOUS):
        return limit.side not in _BOUNDS or so_far.divider == "and"
    apart = here.rhythm_behind is not None or _of_another_period(so_far.clause, limit)
    return so_far.divider == "and" and bool(so_far.clause.rhythms) and apart


def _of_another_period(clause: Clause, limit: Limit) -> bool:
    """Say whether a day recurs by itself, and oftener than the rhythm: "hằng năm và ngày 05 tháng sau"."""
    units = {each.unit for each in limit.when if isinstance(each, PeriodDay)}
    return limit.repeats and not units & {rhythm.every for rhythm in clause.rhythms}


def _another_time(so_far: SoFar, limit: Limit, here: Next) -> bool:
    """Say whether a limit behind another of the clause is a rule of its own."""
    if limit.side == "from":
        return _opens_another(so_far, limit, here) or _dates_apart(so_far, limit, here)
    if _open_from(so_far.clause):
        return not (limit.repeats or here.rhythm_behind)
    return _dates_apart(so_far, limit, here)


def _opens_another(so_far: SoFar, limit: Limit, here: Next) -> bool:
    """Say whether another work begins here: "thí điểm từ tháng 6/2026, đại trà từ tháng 9/2026"."""
    clause = so_far.clause
    once = bool(clause.dated) and not clause.recurs and here.rhythm_behind is None
    return once and limit.has_year and here.piece.first > clause.end + 1


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


def _verb_divides(so_far: SoFar, here: Next) -> bool:
    """Say whether a time is another verb's than that of the clause: "khởi công … hoàn thành …"."""
    clause = so_far.clause
    if not clause.timed or isinstance(here.piece.phrase, Rhythm | Sign):
        return False
    begun = clause.start in ("start", "begin", "both")
    if so_far.start not in ("", "undertake"):
        return so_far.start != "end" or begun
    apart = here.after == Sign("end") or here.piece.first > clause.end + 1
    return begun and bool(so_far.divider) and apart


_BEGINNING: dict[type, Callable[[SoFar, Next], bool]] = {
    Rhythm: _rhythm_begins,
    Limit: _limit_begins,
    Condition: _condition_begins,
    Counting: lambda so_far, _here: not _is_bare(so_far),
    Meeting: _session_begins,
    Sign: _sign_begins,
}
