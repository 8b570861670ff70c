"""Lengths back from the end of each period: "15 ngày trước khi kết thúc quý"."""

import re
from datetime import date, timedelta

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.file_forms import Form
from kehoach.wordings.grammar.cursor import about

_ENDS = {
    "quarter": ((3, 31), (6, 30), (9, 30), (12, 31)), "half-year": ((6, 30), (12, 31)),
    "first-half": ((6, 30),), "nine-months": ((9, 30),), "year": ((12, 31),),
}  # fmt: skip
_DAYS = re.compile(r"(\d+) days?")
_MOST = 30  # of days back from 31 March, that 29 February is not among them
_ANY_YEAR = 2026
_WHICH = about(
    ": ngày nào của từng kỳ, cần ghi rõ", ": which day of each period that is must be said"
)


def back_from_ends(clause: Clause, every: str, length: str) -> Form:
    """Return the days of each year that lie so long before the ends of its periods.

    They roll back, as all that is counted back.

    Raises:
        Doubtful: the periods are months or others, or the length is not in days, or too many.
    """
    days = _DAYS.fullmatch(length)
    ends = _ENDS.get(every)
    if days is None or not ends or int(days[1]) > _MOST:
        raise clause.doubt(_WHICH)
    back = timedelta(int(days[1]))
    points = [f"{date(_ANY_YEAR, *end) - back:%m-%d}" for end in ends]
    return {"every": every, "by": points if len(points) > 1 else points[0], "roll": "previous"}
