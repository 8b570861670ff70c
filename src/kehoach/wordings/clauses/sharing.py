"""One limit beside several rhythms: each has a day of it, or all have the same."""

from collections.abc import Sequence
from itertools import takewhile

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import Day, Limit, PeriodDay

_LISTED = (",", "and")
_SHARED = about(
    ": ngày của kỳ này không rõ, cần hỏi rõ ngày và tháng",
    ": its own day is not clear; the day and the month must be asked for",
)


def shared(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Give each rhythm of a list its day: "6 tháng, hằng năm báo cáo trước ngày 15/6 và 15/12".

    Where the words do not say which day is a rhythm's, its clause is unsure: "trước ngày 10 hằng tháng và
    hằng năm" is the 10th of each month, and of which month of the year nobody knows.
    """
    found: list[Clause] = []
    leading: Limit | None = None
    for clause in clauses:
        listed = clause.rhythms and clause.opening in _LISTED
        bare = _bare(found) if listed and len(clause.dated) == 1 else []
        if bare:
            found[len(found) - len(bare) :] = _given(bare, clause, clause.dated[0])
        elif listed and leading and _is_bare(clause):
            found.append(_given_one(clause, leading))
            continue
        else:
            found.append(clause)
        leading = _leading(clause)
    return tuple(found)


def _bare(before: Sequence[Clause]) -> list[Clause]:
    """Return the clauses straight before that are a rhythm and nothing else."""
    # What opens a list stands behind no comma: at the latest the first clause of all.
    first = max(place for place, each in enumerate(before) if each.opening not in _LISTED)
    return [*takewhile(_is_bare, reversed(before[first:]))][::-1]


def _is_bare(clause: Clause) -> bool:
    return bool(clause.rhythms) and not clause.limits


def _leading(clause: Clause) -> Limit | None:
    """Return the one limit of a clause that rhythms behind it may share, if it stands in no brackets."""
    shares = clause.recurs and len(clause.dated) == 1 and not clause.inside
    enclosed = clause.phrases.index(clause.dated[0]) > 0 and not clause.shares if shares else True
    return None if enclosed else clause.dated[0]


def _given(bare: Sequence[Clause], last: Clause, limit: Limit) -> list[Clause]:
    """Divide the days of the last clause's limit among the rhythms, or give it to all of them."""
    days = [limit._replace(when=(day,)) for day in limit.when if isinstance(day, Day)]
    sharing = [*bare, last]
    if len(limit.when) == len(days) == len(sharing):
        return [*map(Clause.with_limit, sharing, days)]
    if not last.shares and not _of_the_term(limit):
        return sharing
    if len(days) > 1:
        return [clause._replace(unsure=_SHARED) for clause in sharing]
    return [*(_given_one(clause, limit) for clause in bare), last]


def _given_one(bare: Clause, limit: Limit) -> Clause:
    """Give a rhythm the limit that it shares, where the day is one of its periods."""
    monthly = bare.rhythms[0].every == "month" and all(
        isinstance(each, PeriodDay) and each.unit == "day" for each in limit.when
    )
    return (
        bare.with_limit(limit) if monthly or _of_the_term(limit) else bare._replace(unsure=_SHARED)
    )


def _of_the_term(limit: Limit) -> bool:
    """Say whether it is a day of whatever is reported on: "của tháng cuối kỳ"."""
    return all(isinstance(each, PeriodDay) and each.unit == "term" for each in limit.when)
