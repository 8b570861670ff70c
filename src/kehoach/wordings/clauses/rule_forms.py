"""Clauses turned into rules as a plan file writes them, and rules of these kinds in words again.

A kind of deadline that a phrase alone decides is a case of ``_forms_of``; how it is written stands
below.
"""

from collections.abc import Iterable, Iterator, Sequence

from kehoach.model.deadlines.events import AfterEvents, Counted
from kehoach.model.deadlines.one_off import AfterDay, AtOneSession, BackFromDay
from kehoach.model.deadlines.open_ended import Continuous, NotSet, OnRequest
from kehoach.model.deadlines.recurring import AtSession
from kehoach.model.fields import Length
from kehoach.periods import Every
from kehoach.wordings.clauses.back_from_ends import back_from_ends
from kehoach.wordings.clauses.beginnings import begun, not_before
from kehoach.wordings.clauses.bounding import bounds
from kehoach.wordings.clauses.clause import CONTINUOUS, FOLLOWING, HANGING, Clause
from kehoach.wordings.clauses.dated import one_off, refuse_a_lost_clock
from kehoach.wordings.clauses.recurrent import recurring
from kehoach.wordings.clauses.weekdays import refuse_another_weekday
from kehoach.wordings.file_forms import Form, event_id
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import (
    Condition,
    Counting,
    Meeting,
    Sign,
    Stretch,
    Unset,
)
from kehoach.wordings.time_words import Unwordable, is_month, length_words, refuse, span_words
from kehoach.wordings.writing import ROLLING_BACK, Events, bounds_words, led_on, worded

_BOTH = about(": vừa thường xuyên vừa có hạn", " is both continuous and has a deadline")
_OPEN_END = about(": những năm tiếp theo của việc gì, không rõ", ": years that follow upon nothing")
_EVENT_AND_RHYTHM = about(
    ": định kỳ mà lại tính từ một sự kiện", " recurs, and yet is counted from an event"
)
_SESSION = about(": không rõ kỳ họp của năm nào", ": a session of which year")
_TWO_THINGS = about(": hai cách nêu thời hạn trong một ý", " sets the time in two ways at once")
_TWO_DAYS = about(": điều kiện đi với nhiều hạn", ": a condition with several deadlines")
_ONE_OF_SEVERAL = about(": nhiều ngày trong một ý", " has several days in one")


def rule_forms(clauses: Sequence[Clause]) -> list[Form]:
    """Return the rules of a wording.

    Raises:
        Doubtful: a clause says too little, or two things that do not agree.
    """
    found: list[Form] = []
    yearly = any(rhythm.every == "year" for clause in clauses for rhythm in clause.rhythms)
    for clause in clauses:
        if clause.unsure:
            raise clause.doubt(clause.unsure)
        forms = list(_forms_of(clause, found, yearly=yearly))
        refuse_a_lost_clock(clause, forms)
        found += begun(clause, ({**form, **_beside(clause, forms)} for form in forms))
    return _said_once(_without_references(found))


def _beside(clause: Clause, forms: Sequence[Form]) -> Form:
    """Return what a clause's rule says beside its day.

    Raises:
        Doubtful: one of several days has an aim or a check, and which is not said.
    """
    found: dict[str, object] = {"aspirational": "true"} if clause.soft else {}
    for key, inner in (("aim", clause.aim), ("check", clause.check)):
        if inner is not None:
            said = list(_forms_of(inner))
            clause.refuse(len(said) + len(forms) > 1 + 1, _ONE_OF_SEVERAL)
            found[key] = {name: said[0][name] for name in said[0] if name != "roll"}
    return {**found, **({"agencies": list(clause.agencies)} if clause.agencies else {})}


def _said_once(found: Sequence[Form]) -> list[Form]:
    """Keep the first of those that say the same: "Đột xuất: theo yêu cầu"."""
    return [form for place, form in enumerate(found) if form not in found[:place]]


def _without_references(found: Sequence[Form]) -> Sequence[Form]:
    """Drop "theo quy định" behind a rule that needs no other time, and binds the same."""
    dated = [form for form in found if "not_set" not in form]
    if any("continuous" in form for form in dated):
        return found
    bound = [form.get("agencies") for form in dated]
    return [form for form in found if "not_set" not in form or form.get("agencies") not in bound]


def _refuse_two_things(clause: Clause) -> None:
    """Refuse a clause of which a part would be lost: one that recurs, and yet is on request.

    Raises:
        Doubtful: it is.
    """
    hanging = [kind for kind in HANGING if clause.has(kind)]
    clause.refuse(clause.is_alone and (clause.rhythms or clause.timed), _TWO_THINGS)
    clause.refuse(clause.says(CONTINUOUS) and hanging, _TWO_THINGS)
    several = len(hanging) > 1 or (clause.has(Counting) and clause.limits)
    clause.refuse(several, _TWO_THINGS)


def _forms_of(
    clause: Clause, before: Sequence[Form] = (), *, yearly: bool = False
) -> Iterable[Form]:
    """Return the rules of a clause, by the kind that it is of."""
    form: Form
    refuse_another_weekday(clause, clause.dated)
    deciding = clause.deciding
    if deciding is None:
        return recurring(clause, yearly=yearly) if clause.recurs else _dated(clause)
    _refuse_two_things(clause)
    match deciding:
        case Sign("request"):
            form = {"on_request": "true"}
        case Meeting() as session:
            form = _at_session(clause, session)
        case Counting() as counting:
            form = _counted(clause, counting)
        case Condition(events):
            form = _conditional(clause, events)
        case Unset(words):
            form = {"not_set": words}
        case _:
            form = _continuous(clause, before)
    return [form]


def _continuous(clause: Clause, before: Sequence[Form]) -> Form:
    clause.refuse(clause.rhythms, _BOTH)
    span = bounds(clause)
    clause.refuse(clause.deadline_first, _BOTH)
    return {"continuous": "true", **span, **(_following(before) if clause.says(FOLLOWING) else {})}


def _following(before: Sequence[Form]) -> Form:
    """Return from when on: the year behind the last that the rules before speak of, if one does."""
    for form in reversed(before):
        for key in ("within", "by", "before"):
            value = form.get(key)
            if isinstance(value, str) and value[:4].isdigit():
                return {"from": str(int(value.rpartition("..")[2][:4]) + 1)}
    return {}


def _at_session(clause: Clause, session: Meeting) -> Form:
    clause.refuse(clause.says(FOLLOWING), _SESSION)
    match _rhythm(clause), session.month, session.year:
        case "month", None, _:
            return {"every": "month", "session": "first", **bounds(clause)}
        case "year", int(month), None:
            return {"every": "year", "session": str(month), **bounds(clause)}
        case None, None, _ if not clause.dated:
            return {"when": [event_id(session.words)]}
        case None, int(month), int(year) if not clause.dated:
            return {"session": f"{year}-{month:02}"}
    raise clause.doubt(_SESSION)


def _rhythm(clause: Clause) -> str | None:
    return clause.rhythms[0].every if clause.rhythms else None


def _counted(clause: Clause, counting: Counting) -> Form:
    rhythm, length = _rhythm(clause), counting.length
    every = rhythm if counting.period == "term" else counting.period
    clause.refuse(rhythm not in (None, every), _EVENT_AND_RHYTHM)
    clause.refuse(counting.period and every is None, _EVENT_AND_RHYTHM)
    if every:
        ahead = {"every": every, "plus": length}
        return back_from_ends(clause, every, length) if counting.back else ahead
    if counting.day and not counting.back:
        return {"after": counting.day.iso, "plus": length}
    # Counted back, the day may only come nearer to what is to be done, and never pass it.
    if counting.day:
        return {"before": counting.day.iso, "minus": length, "roll": "previous"}
    event = event_id(counting.event)
    if counting.back:
        return {"event": event, "minus": length, "roll": "previous"}
    return {"event": event, "plus": length}


def _conditional(clause: Clause, events: Sequence[str]) -> Form:
    clause.refuse(clause.rhythms, _EVENT_AND_RHYTHM)
    dated = list(one_off(clause)) if clause.dated else []
    clause.refuse(len(dated) > 1, _TWO_DAYS)
    form: dict[str, object] = {"when": [event_id(words) for words in events]}
    for limit in dated:
        key = "before" if "before" in limit else "by"
        form[key] = limit.get("within") or limit[key]
    return form


def _dated(clause: Clause) -> Iterator[Form]:
    if len(clause.limits) == 1 and clause.limits[0].side == "from" and not clause.says(FOLLOWING):
        yield not_before(clause, clause.limits[0])
        return
    yield from _going_on(clause) if clause.says(FOLLOWING) else one_off(clause)


def _going_on(clause: Clause) -> Iterator[Form]:
    """Yield "năm 2026 và các năm tiếp theo": within the first years, and then kept up.

    Raises:
        Doubtful: it is a day upon which the years follow.
    """
    spans = all(isinstance(each, Stretch) for limit in clause.dated for each in limit.when)
    sides = {limit.side for limit in clause.dated}
    others = sides - {"from", "within", "on", None}
    clause.refuse(not clause.dated or not spans or others, _OPEN_END)
    if "from" in sides:
        yield {"continuous": "true", **bounds(clause)}
        return
    first = list(one_off(clause))
    yield from first
    yield {"continuous": "true", **_following(first)}


@worded.register
def _said_at_one_session(rule: AtOneSession, _events: Events) -> str:
    refuse(not is_month(rule.session), "a session of no month")
    return f"tại kỳ họp {span_words(rule.session)}"


@worded.register
def _said_after_day(rule: AfterDay, _events: Events) -> str:
    return f"{length_words(rule.plus)} kể từ ngày {rule.after:%d/%m/%Y}"


@worded.register
def _said_back_from_day(rule: BackFromDay, _events: Events) -> str:
    refuse(rule.roll not in ROLLING_BACK or rule.minus.hours, "what a day off does")
    return f"chậm nhất {length_words(rule.minus)} trước ngày {rule.before:%d/%m/%Y}"


@worded.register
def _said_counted(rule: Counted, events: Events) -> str:
    words = events[rule.event]
    if rule.minus and rule.roll in ROLLING_BACK:
        event = f"khi {words}" if rule.minus.hours else led_on(words)
        return f"chậm nhất {length_words(rule.minus)} trước {event}"
    if not rule.plus:
        raise Unwordable("an event without a length")
    if rule.plus == Length():
        return f"ngay trong ngày kể từ khi {words}"
    return f"trong thời hạn {length_words(rule.plus)} kể từ {led_on(words)}"


@worded.register
def _said_conditional(rule: AfterEvents, events: Events) -> str:
    refuse(rule.plus or rule.minus, "a length after several events")
    said = "sau khi " + " và ".join(events[event] for event in rule.when)
    if rule.by:
        return f"chậm nhất {span_words(rule.by)} ({said})"
    return f"trước {span_words(rule.before)} ({said})" if rule.before else said


@worded.register
def _said_continuous(rule: Continuous, _events: Events) -> str:
    return "thường xuyên" + bounds_words(rule)


@worded.register
def _said_on_request(_rule: OnRequest, _events: Events) -> str:
    return "khi có yêu cầu"


@worded.register
def _said_not_set(rule: NotSet, _events: Events) -> str:
    return rule.not_set


@worded.register
def _said_at_session(rule: AtSession, _events: Events) -> str:
    refuse(rule.starting, "a session of other years")
    if rule.every == Every("month") and rule.session == 1:
        return "tại phiên họp hằng tháng" + bounds_words(rule)
    refuse(rule.every != Every("year") or rule.session > rule.every.months, "another session")
    return f"tại phiên họp tháng {rule.session} hằng năm" + bounds_words(rule)
