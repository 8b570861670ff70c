"""Rules written as an administration words them; ``read`` gives the same rule again."""

from collections.abc import Mapping
from functools import singledispatch

from kehoach.model.deadlines.events import AfterEvents, Counted
from kehoach.model.deadlines.one_off import AfterDay, AtOneSession, BeforeDay, ByDay, Within
from kehoach.model.deadlines.open_ended import Continuous, NotSet, OnRequest
from kehoach.model.deadlines.recurring import AtSession, Recurrence, Recurring
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.model.fields import Length
from kehoach.periods import Every
from kehoach.wordings.time_words import (
    Unwordable,
    is_day,
    is_month,
    is_range,
    length_words,
    points_words,
    refuse,
    rhythm_words,
    span_words,
)

Events = Mapping[str, str]
_ENDS = {
    "day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half-year": "6 tháng",
    "nine-months": "9 tháng", "year": "năm",
}  # fmt: skip
_INCLUSIVE = " (kể cả ngày đó)"


def write(rule: DeadlineRule, events: Events) -> str:
    """Return a rule's wording; ``events`` gives the words of each event by its id.

    Raises:
        Unwordable: no wording says it.
    """
    back = isinstance(rule, AfterEvents) and rule.minus
    refuse(rule.roll is not None and not back, "what a day off does")
    refuse(rule.time and not isinstance(rule, ByDay | Recurring), "a time of day")
    said = worded(rule, events)
    return f"phấn đấu {said}" if rule.aspirational else said


@singledispatch
def worded(rule: DeadlineRule, _events: Events) -> str:
    """Return the words of one kind of rule.

    Raises:
        Unwordable: no wording says it.
    """
    raise Unwordable(type(rule).__name__)


@worded.register
def _by_day(rule: ByDay, _events: Events) -> str:
    lead = _clock(rule)
    refuse(lead and not is_day(rule.by), "a time of a span")
    return f"{lead or 'chậm nhất '}{span_words(rule.by)}"


@worded.register
def _before_day(rule: BeforeDay, _events: Events) -> str:
    refuse(rule.inclusive is False or is_range(rule.before), "before a range")
    return f"trước {span_words(rule.before)}" + _INCLUSIVE * bool(rule.inclusive)


@worded.register
def _within(rule: Within, _events: Events) -> str:
    refuse(is_day(rule.within), "within a day")
    return "trong " * (not is_range(rule.within)) + span_words(rule.within)


@worded.register
def _after_day(rule: AfterDay, _events: Events) -> str:
    return f"{length_words(rule.plus)} kể từ ngày {rule.after:%d/%m/%Y}"


@worded.register
def _at_one_session(rule: AtOneSession, _events: Events) -> str:
    refuse(not is_month(rule.session), "a session of no month")
    return f"tại kỳ họp {span_words(rule.session)}"


@worded.register
def _recurring(rule: Recurring, _events: Events) -> str:
    if rule.plus:
        return _counted_from_its_end(rule, rule.plus)
    limit, rhythm = _limit(rule), rhythm_words(rule.every)
    # A label stands before its day, all else behind it: "báo cáo 9 tháng trước ngày 15/9".
    labelled = limit and not rhythm.startswith("hằng")
    said = f"{rhythm}, {limit}" if labelled else f"{limit} {rhythm}"
    return said.strip() + _bounds(rule)


def _limit(rule: Recurring) -> str:
    included = rule.before and rule.inclusive
    refuse(rule.inclusive is not None and not included, "not inclusive")
    refuse(rule.before and rule.time, "a time before a day")
    points = rule.before or rule.by
    if not points:
        return _clock(rule).strip()
    lead = "trước " if rule.before else _clock(rule) or "chậm nhất "
    return lead + points_words(points, rule.every) + _INCLUSIVE * bool(included)


def _counted_from_its_end(rule: Recurring, length: Length) -> str:
    unworded = rule.every.number > 1 or rule.every.unit not in _ENDS
    refuse(unworded or rule.time or rule.since or rule.until, "a length from other periods' ends")
    return f"{length_words(length)} kể từ ngày kết thúc {_ENDS[rule.every.unit]}"


@worded.register
def _at_session(rule: AtSession, _events: Events) -> str:
    if rule.every == Every("month") and rule.session == 1:
        return "tại phiên họp hằng tháng" + _bounds(rule)
    refuse(rule.every != Every("year") or rule.session > rule.every.months, "another session")
    return f"tại phiên họp tháng {rule.session} hằng năm" + _bounds(rule)


@worded.register
def _counted(rule: Counted, events: Events) -> str:
    words = events[rule.event]
    if rule.minus and rule.roll == "previous":
        return f"chậm nhất {length_words(rule.minus)} trước ngày {words}"
    if not rule.plus:
        raise Unwordable("an event without a length")
    return f"trong thời hạn {length_words(rule.plus)} kể từ ngày {words}"


@worded.register
def _conditional(rule: AfterEvents, events: Events) -> str:
    refuse(rule.plus or rule.minus, "a length after several events")
    said = "sau khi " + " và ".join(events[event] for event in rule.when)
    if rule.by:
        return f"chậm nhất {span_words(rule.by)} ({said})"
    return f"trước {span_words(rule.before)} ({said})" if rule.before else said


@worded.register
def _continuous(rule: Continuous, _events: Events) -> str:
    return "thường xuyên" + _bounds(rule)


@worded.register
def _on_request(_rule: OnRequest, _events: Events) -> str:
    return "khi có yêu cầu"


@worded.register
def _not_set(rule: NotSet, _events: Events) -> str:
    return rule.not_set


def _clock(rule: DeadlineRule) -> str:
    """Return a time of day with what leads on to its day: "trước 17 giờ 00 "."""
    if rule.time is None:
        return ""
    refuse(rule.time == "00:00", "midnight")
    hour, _, minute = rule.time.partition(":")
    return f"trước {hour} giờ {minute} "


def _bounds(rule: Recurrence | Continuous) -> str:
    """Return from when, until when: ", từ năm 2026 đến năm 2030"."""
    since, until = rule.since, rule.until
    spans = [span for span in (since, until) if span]
    refuse(any(map(is_range, spans)), "a range as a bound")
    if since and until:
        refuse(any(map(is_day, spans)) or since.first >= until.first, "such bounds")
    said = [f"từ {span_words(since)}"] if since else []
    said += [f"đến {span_words(until)}"] if until else []
    return f", {' '.join(said)}" if said else ""
