"""One limit behind several rhythms: each has a day of it, or all have the same."""

from collections.abc import Sequence

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.grammar.cursor import Doubtful, about
from kehoach.wordings.grammar.phrases import Day, Limit, PeriodDay

_LISTED = (",", "and")
_SHARED = about(": ngày nào của kỳ nào, không rõ", ": which day is whose is not clear")


def shared(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Give each rhythm of a list its day: "6 tháng, hằng năm báo cáo trước ngày 15/6 và 15/12".

    Raises:
        Doubtful: there is not one for each.
    """
    found: list[Clause] = []
    for clause in clauses:
        bare = _bare(found)
        if clause.rhythms and clause.opening in _LISTED and bare and len(clause.dated) == 1:
            found[len(found) - len(bare) :] = _given(bare, clause, clause.dated[0])
        else:
            found.append(clause)
    return tuple(found)


def _bare(before: Sequence[Clause]) -> list[Clause]:
    """Return the clauses straight before that are a rhythm and nothing else."""
    found: list[Clause] = []
    for clause in reversed(before):
        if not clause.rhythms or clause.limits:
            break
        found.insert(0, clause)
        if clause.opening not in _LISTED:
            break
    return found


def _given(bare: Sequence[Clause], last: Clause, limit: Limit) -> list[Clause]:
    """Divide the limit's days among the rhythms, or give it to all of them."""
    if all(isinstance(each, PeriodDay) and each.unit == "term" for each in limit.when):
        return [*(clause.with_limit(limit) for clause in bare), last]  # "của tháng cuối kỳ"
    sharing = [*bare, last]
    if not last.shares:
        return sharing
    days = [limit._replace(when=(day,)) for day in limit.when if isinstance(day, Day)]
    if not len(limit.when) == len(days) == len(sharing):
        raise Doubtful(bare[0].first, last.end, _SHARED)
    return [clause.with_limit(day) for clause, day in zip(sharing, days, strict=True)]
