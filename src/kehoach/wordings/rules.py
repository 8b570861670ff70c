"""Clauses turned into rules as a plan file writes them."""

from collections.abc import Iterator
from datetime import date, timedelta

from kehoach.wordings.clauses import Clause
from kehoach.wordings.dated import doubt, given_year, iso, one_off
from kehoach.wordings.moments import Form, Limit
from kehoach.wordings.recurrent import bounds, recurring
from kehoach.wordings.slugs import event_id
from kehoach.words import Text

_BOTH = Text(
    "“{words}”: vừa thường xuyên vừa có hạn", "“{words}” is both continuous and has a deadline"
)
_OPEN_END = Text(
    "“{words}”: những năm tiếp theo của việc gì, không rõ",
    "“{words}”: years that follow upon nothing",
)
_EVENT_AND_RHYTHM = Text(
    "“{words}”: định kỳ mà lại tính từ một sự kiện",
    "“{words}” recurs, and yet is counted from an event",
)
_SESSION = Text("“{words}”: không rõ kỳ họp của năm nào", "“{words}”: a session of which year")
_TWO_THINGS = Text(
    "“{words}”: hai cách nêu thời hạn trong một ý", "“{words}” sets the time in two ways at once"
)
_TWO_DAYS = Text(
    "“{words}”: điều kiện đi với nhiều hạn", "“{words}”: a condition with several deadlines"
)
_NOTHING = Text("“{words}” không cho biết thời hạn", "“{words}” gives no deadline")


def forms(clauses: list[Clause]) -> list[Form]:
    """Return the rules of a wording.

    Raises:
        Doubtful: a clause says too little, or two things that do not agree.
    """
    found: list[Form] = []
    yearly = any(each.every == "year" for clause in clauses for each in clause.rhythms)
    for clause in clauses:
        for form in _of(clause, found, yearly=yearly):
            found += [{**form, "aspirational": "true"} if clause.soft else form]
    return _said_once(_without_references(found))


def lend(clauses: list[Clause], year: int) -> None:
    """Give this year to what is due once and names none: "Quý II" in a plan of one year."""
    for clause in clauses:
        if clause.rhythms or clause.following or any(_repeats(limit) for limit in clause.limits):
            continue
        clause.limits = [
            limit._replace(moments=tuple(given_year(each, year) for each in limit.moments))
            for limit in clause.limits
        ]
        if clause.session is not None and clause.session.month is not None:
            clause.session = clause.session._replace(year=clause.session.year or year)


def _said_once(found: list[Form]) -> list[Form]:
    """Keep the first of those that say the same: "Đột xuất: theo yêu cầu"."""
    return [form for place, form in enumerate(found) if form not in found[:place]]


def _without_references(found: list[Form]) -> list[Form]:
    """Drop "theo quy định" behind a rule that needs no other time."""
    dated = [form for form in found if "not_set" not in form]
    alone = dated and not any("continuous" in form for form in dated)
    return dated if alone else found


def _of(clause: Clause, before: list[Form], *, yearly: bool) -> Iterator[Form]:
    _refuse_the_rest(clause)
    if clause.request:
        yield {"on_request": "true"}
    elif clause.continuous:
        yield _continuous(clause, before)
    elif clause.session is not None:
        yield _session(clause)
    elif clause.counted is not None:
        yield _counted(clause)
    elif clause.conditional is not None:
        yield _conditional(clause)
    elif clause.blank is not None:
        yield {"not_set": clause.blank}
    elif clause.rhythms or any(_repeats(limit) for limit in clause.limits):
        yield from recurring(clause, yearly=yearly)
    elif clause.limits:
        yield from one_off(clause)
        if clause.following:
            raise doubt(clause, _OPEN_END)
    else:
        raise doubt(clause, _NOTHING)


def _refuse_the_rest(clause: Clause) -> None:
    """Refuse a clause of which a part would be lost: one that recurs, and yet is on request.

    Raises:
        Doubtful: it is.
    """
    alone = clause.request or clause.blank is not None
    said = (clause.rhythms, clause.dated, clause.counted, clause.conditional, clause.session)
    if alone and any(said):
        raise doubt(clause, _TWO_THINGS)
    if sum(each is not None for each in (clause.counted, clause.conditional, clause.session)) > 1:
        raise doubt(clause, _TWO_THINGS)
    if clause.counted and clause.limits:
        raise doubt(clause, _TWO_THINGS)


def _repeats(limit: Limit) -> bool:
    return any(getattr(each, "repeats", False) for each in limit.moments)


def _continuous(clause: Clause, before: list[Form]) -> Form:
    if clause.rhythms:
        raise doubt(clause, _BOTH)
    form: dict[str, object] = {"continuous": "true"}
    for limit in clause.dated:
        form |= bounds(clause, limit)
    if clause.deadline_first:
        raise doubt(clause, _BOTH)
    if clause.following and (year := _year_of(before)):
        form["from"] = str(year + 1)
    return form


def _year_of(before: list[Form]) -> int | None:
    """Return the last year that the rules before speak of."""
    for form in reversed(before):
        for key in ("within", "by", "before"):
            value = form.get(key)
            if isinstance(value, str) and value[:4].isdigit():
                return int(value.rpartition("..")[2][:4])
    return None


def _session(clause: Clause) -> Form:
    session = clause.session
    assert session is not None  # noqa: S101 - asked for by the caller
    rhythm = clause.rhythms[0].every if clause.rhythms else None
    if session.month is None:
        if rhythm == "month":
            return {"every": "month", "session": "first", **_running(clause)}
        if rhythm or clause.dated:
            raise doubt(clause, _SESSION)
        return {"when": [event_id(session.words)]}
    if rhythm == "year" and session.year is None:
        return {"every": "year", "session": str(session.month), **_running(clause)}
    if session.year is None or rhythm or clause.dated:
        raise doubt(clause, _SESSION)
    return {"session": f"{session.year}-{session.month:02}"}


def _running(clause: Clause) -> Form:
    """Return from when, until when something recurs."""
    frame: dict[str, object] = {}
    for limit in clause.dated:
        frame |= bounds(clause, limit)
    return frame


def _counted(clause: Clause) -> Form:
    counted = clause.counted
    assert counted is not None  # noqa: S101 - asked for by the caller
    rhythm = clause.rhythms[0].every if clause.rhythms else None
    if counted.period:
        every = rhythm if counted.period == "term" else counted.period
        if every is None or rhythm not in (None, every):
            raise doubt(clause, _EVENT_AND_RHYTHM)
        return {"every": every, "plus": counted.length}
    if rhythm:
        raise doubt(clause, _EVENT_AND_RHYTHM)
    if day := counted.day:
        if counted.sign < 0:
            number, unit = counted.length.split()
            length = timedelta(days=int(number) * (7 if unit.startswith("week") else 1))
            back = date.fromisoformat(iso(day)) - length
            return {"by": back.isoformat(), "roll": "previous"}
        return {"after": iso(day), "plus": counted.length}
    event = event_id(counted.event or "")
    if counted.sign > 0:
        return {"event": event, "plus": counted.length}
    # Counted back, the day may only come nearer to what is to be done, and never pass it.
    return {"event": event, "minus": counted.length, "roll": "previous"}


def _conditional(clause: Clause) -> Form:
    assert clause.conditional is not None  # noqa: S101 - asked for by the caller
    if clause.rhythms:
        raise doubt(clause, _EVENT_AND_RHYTHM)
    form: dict[str, object] = {"when": [event_id(words) for words in clause.conditional.events]}
    dated = list(one_off(clause)) if clause.dated else []
    if len(dated) > 1:
        raise doubt(clause, _TWO_DAYS)
    for limit in dated:
        key = "before" if "before" in limit else "by"
        form[key] = limit.get("within") or limit[key]
    return form
