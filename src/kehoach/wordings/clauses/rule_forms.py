"""Clauses turned into rules as a plan file writes them.

A kind of deadline that a clause can say is a line of ``_KINDS``.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.clauses.dated import given_year, one_off
from kehoach.wordings.clauses.recurrent import bounds, recurring
from kehoach.wordings.file_forms import Form, event_id
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import Counting, Limit, Meeting, Phrase, iso

_BOTH = about(": vừa thường xuyên vừa có hạn", " is both continuous and has a deadline")
_OPEN_END = about(": những năm tiếp theo của việc gì, không rõ", ": years that follow upon nothing")
_EVENT_AND_RHYTHM = about(
    ": định kỳ mà lại tính từ một sự kiện", " recurs, and yet is counted from an event"
)
_SESSION = about(": không rõ kỳ họp của năm nào", ": a session of which year")
_TWO_THINGS = about(": hai cách nêu thời hạn trong một ý", " sets the time in two ways at once")
_TWO_DAYS = about(": điều kiện đi với nhiều hạn", ": a condition with several deadlines")
_NOTHING = about(" không cho biết thời hạn", " gives no deadline")


class Others(NamedTuple):
    """What a clause may need to know of the others: the rules before it, whether one is yearly."""

    before: Sequence[Form]
    yearly: bool


def rule_forms(clauses: Sequence[Clause]) -> list[Form]:
    """Return the rules of a wording.

    Raises:
        Doubtful: a clause says too little, or two things that do not agree.
    """
    found: list[Form] = []
    yearly = any(rhythm.every == "year" for clause in clauses for rhythm in clause.rhythms)
    for clause in clauses:
        _refuse_two_things(clause)
        soft: dict[str, object] = {"aspirational": "true"} if clause.soft else {}
        found += [{**form, **soft} for form in _kind(clause)(clause, Others(found, yearly))]
    return _said_once(_without_references(found))


def lent(clauses: Sequence[Clause], year: int) -> tuple[Clause, ...]:
    """Give this year to what is due once and names none: "Quý II" in a plan of one year."""
    return tuple(
        clause if clause.recurs or clause.says("following") else clause.changed(_lending(year))
        for clause in clauses
    )


def _lending(year: int) -> Callable[[Phrase], Phrase]:
    def lend(phrase: Phrase) -> Phrase:
        match phrase:
            case Limit():
                return phrase._replace(when=tuple(given_year(each, year) for each in phrase.when))
            case Meeting(month=int()):
                return phrase._replace(year=phrase.year or year)
        return phrase

    return lend


def _said_once(found: Sequence[Form]) -> list[Form]:
    """Keep the first of those that say the same: "Đột xuất: theo yêu cầu"."""
    return [form for place, form in enumerate(found) if form not in found[:place]]


def _without_references(found: Sequence[Form]) -> Sequence[Form]:
    """Drop "theo quy định" behind a rule that needs no other time."""
    dated = [form for form in found if "not_set" not in form]
    return dated if dated and not any("continuous" in form for form in dated) else found


def _refuse_two_things(clause: Clause) -> None:
    """Refuse a clause of which a part would be lost: one that recurs, and yet is on request.

    Raises:
        Doubtful: it is.
    """
    hanging = [each for each in (clause.counting, clause.condition, clause.meeting) if each]
    lost = clause.is_alone and (clause.rhythms or clause.dated or hanging)
    if lost or len(hanging) > 1 or (clause.counting and clause.limits):
        raise clause.doubt(_TWO_THINGS)


def _on_request(_clause: Clause, _others: Others) -> Iterator[Form]:
    yield {"on_request": "true"}


def _continuous(clause: Clause, others: Others) -> Iterator[Form]:
    if clause.rhythms:
        raise clause.doubt(_BOTH)
    span = bounds(clause)
    if clause.deadline_first:
        raise clause.doubt(_BOTH)
    year = _year_of(others.before) if clause.says("following") else None
    yield {"continuous": "true", **span, **({"from": str(year + 1)} if year else {})}


def _year_of(before: Sequence[Form]) -> int | None:
    """Return the last year that the rules before speak of."""
    for form in reversed(before):
        for key in ("within", "by", "before"):
            value = form.get(key)
            if isinstance(value, str) and value[:4].isdigit():
                return int(value.rpartition("..")[2][:4])
    return None


def _at_session(clause: Clause, _others: Others) -> Iterator[Form]:
    session = clause.meeting
    assert session is not None  # noqa: S101 - the kind is this
    rhythm = clause.rhythms[0].every if clause.rhythms else None
    match rhythm, session.month, session.year:
        case "month", None, _:
            yield {"every": "month", "session": "first", **bounds(clause)}
        case "year", int(month), None:
            yield {"every": "year", "session": str(month), **bounds(clause)}
        case None, None, _ if not clause.dated:
            yield {"when": [event_id(session.words)]}
        case None, int(month), int(year) if not clause.dated:
            yield {"session": f"{year}-{month:02}"}
        case _:
            raise clause.doubt(_SESSION)


def _counted(clause: Clause, _others: Others) -> Iterator[Form]:
    counting = clause.counting
    assert counting is not None  # noqa: S101 - the kind is this
    rhythm = clause.rhythms[0].every if clause.rhythms else None
    every = rhythm if counting.period == "term" else counting.period
    if rhythm not in (None, every) or (counting.period and every is None):
        raise clause.doubt(_EVENT_AND_RHYTHM)
    if every:
        yield {"every": every, "plus": counting.length}
    elif counting.day:
        yield _counted_from_a_day(counting, iso(counting.day))
    else:
        yield _counted_from_an_event(counting, event_id(counting.event or ""))


def _counted_from_a_day(counting: Counting, day: str) -> Form:
    if counting.sign > 0:
        return {"after": day, "plus": counting.length}
    number, unit = counting.length.split()
    length = timedelta(days=int(number) * (7 if unit.startswith("week") else 1))
    return {"by": (date.fromisoformat(day) - length).isoformat(), "roll": "previous"}


def _counted_from_an_event(counting: Counting, event: str) -> Form:
    """Return the rule; counted back, the day may only come nearer to what is to be done."""
    if counting.sign > 0:
        return {"event": event, "plus": counting.length}
    return {"event": event, "minus": counting.length, "roll": "previous"}


def _conditional(clause: Clause, _others: Others) -> Iterator[Form]:
    condition = clause.condition
    assert condition is not None  # noqa: S101 - the kind is this
    if clause.rhythms:
        raise clause.doubt(_EVENT_AND_RHYTHM)
    dated = list(one_off(clause)) if clause.dated else []
    if len(dated) > 1:
        raise clause.doubt(_TWO_DAYS)
    limits = {
        "before" if "before" in limit else "by": limit.get("within")
        or limit.get("by")
        or limit["before"]
        for limit in dated
    }
    yield {"when": [event_id(words) for words in condition.events], **limits}


def _not_set(clause: Clause, _others: Others) -> Iterator[Form]:
    assert clause.unset is not None  # noqa: S101 - the kind is this
    yield {"not_set": clause.unset.words}


def _recurring(clause: Clause, others: Others) -> Iterator[Form]:
    yield from recurring(clause, yearly=others.yearly)


def _dated(clause: Clause, _others: Others) -> Iterator[Form]:
    yield from one_off(clause)
    if clause.says("following"):
        raise clause.doubt(_OPEN_END)


def _nothing(clause: Clause, _others: Others) -> Iterator[Form]:
    raise clause.doubt(_NOTHING)


_Kind = Callable[[Clause, Others], Iterator[Form]]
# A clause is of the first of these kinds that it fits.
_KINDS: tuple[tuple[Callable[[Clause], object], _Kind], ...] = (
    (lambda clause: clause.says("request"), _on_request),
    (lambda clause: clause.says("continuous"), _continuous),
    (lambda clause: clause.meeting, _at_session),
    (lambda clause: clause.counting, _counted),
    (lambda clause: clause.condition, _conditional),
    (lambda clause: clause.unset, _not_set),
    (lambda clause: clause.recurs, _recurring),
    (lambda clause: clause.limits, _dated),
    (lambda _clause: True, _nothing),
)


def _kind(clause: Clause) -> _Kind:
    return next(kind for fits, kind in _KINDS if fits(clause))
