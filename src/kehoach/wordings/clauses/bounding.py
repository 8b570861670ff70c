"""From when, until when something runs: "từ năm 2026 đến năm 2030", "đến 2030"."""

from kehoach.wordings.clauses.clause import FOLLOWING, Clause
from kehoach.wordings.clauses.dated import TWO_DAYS
from kehoach.wordings.file_forms import Form
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import Day, Limit, Stretch

_NO_BOUND = about(": không rõ từ khi nào đến khi nào", ": from when until when is not clear")


def bounding(limit: Limit) -> bool:
    """Say whether a limit says over which years a rhythm runs."""
    when = limit.when[0]
    if not isinstance(when, Day | Stretch) or when.year is None:
        return False
    spanning = isinstance(when, Stretch) and limit.side in ("within", None)
    return spanning or limit.side in ("from", "until")


def bounds(clause: Clause) -> Form:
    """Return from when, until when something runs: "từ năm 2026 đến năm 2030", "đến 2030".

    Raises:
        Doubtful: its days say something else.
    """
    found: dict[str, object] = {}
    for limit in clause.dated:
        found |= further_bounds(clause, limit, found)
    if clause.says(FOLLOWING):  # "năm 2026 và các năm tiếp theo"
        found.pop("until", None)
    return found


def further_bounds(clause: Clause, limit: Limit, known: Form) -> Form:
    """Return the bounds of one limit beside those that are known.

    Raises:
        Doubtful: they are others.
    """
    found = _bounds_of(clause, limit)
    clause.refuse(any(known.get(key, bound) != bound for key, bound in found.items()), TWO_DAYS)
    return found


def _bounds_of(clause: Clause, limit: Limit) -> Form:
    match limit.side, limit.when:
        case "from" | "until" as side, (Day(year=int()) as day,):
            return {"until" if side == "until" else "from": day.iso}
        case "from" | "until" | "within" | None as side, (Stretch(year=int()) as span,):
            first, dots, last = span.name.partition("..")
            since = {} if side == "until" else {"from": first}
            return since if side == "from" and not dots else {**since, "until": last or first}
    raise clause.doubt(_NO_BOUND)
