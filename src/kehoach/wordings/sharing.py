"""One limit behind several rhythms: each has a day of it, or all have the same."""

from collections.abc import Sequence

from kehoach.wordings.clauses import Clause
from kehoach.wordings.moments import Day, Doubtful, Inner, Limit
from kehoach.words import Text

_LISTED = (",", "and")
_SHARED = Text(
    "“{words}”: ngày nào của kỳ nào, không rõ", "“{words}”: which day is whose is not clear"
)


def share(clauses: Sequence[Clause]) -> None:
    """Give each rhythm of a list its day: "6 tháng, hằng năm báo cáo trước ngày 15/6 và 15/12".

    Raises:
        Doubtful: there is not one for each.
    """
    for place, clause in enumerate(clauses):
        if clause.rhythms and clause.dated and clause.opening in _LISTED:
            bare = _bare(clauses[:place])
            if bare and len(clause.dated) == 1:
                _give(bare, clause, clause.dated[0])


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


def _give(bare: Sequence[Clause], last: Clause, limit: Limit) -> None:
    """Divide the limit's days among the rhythms, or give it to all of them."""
    if all(isinstance(each, Inner) and each.unit == "term" for each in limit.moments):
        for clause in bare:  # "của tháng cuối kỳ": whatever the period
            clause.limits = [limit]
    elif not last.shares:
        return
    elif len(limit.moments) == len(bare) + 1 and all(isinstance(m, Day) for m in limit.moments):
        for clause, moment in zip((*bare, last), limit.moments, strict=True):
            clause.limits = [limit._replace(moments=(moment,))]
    else:
        raise Doubtful(bare[0].first, last.end, _SHARED)
