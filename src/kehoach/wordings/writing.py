"""Rules written as an administration words them; ``read`` gives the same rule again.

Each kind is written where it is read, in ``clauses``.
"""

from collections.abc import Mapping
from functools import singledispatch

from kehoach.model.deadlines.events import AfterEvents
from kehoach.model.deadlines.one_off import BackFromDay, ByDay, Within
from kehoach.model.deadlines.open_ended import Continuous
from kehoach.model.deadlines.recurring import Recurrence, Recurring
from kehoach.model.deadlines.start import NotBeforeDay, Start
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.wordings.language.lexicon import Sym
from kehoach.wordings.language.tokens import tokens_of
from kehoach.wordings.said_beside import said_beside
from kehoach.wordings.time_words import (
    Unwordable,
    is_day,
    is_range,
    refuse,
    span_words,
)

Events = Mapping[str, str]
ROLLING_BACK = (None, "previous")
"""What is said of the roll of what is counted back: it rolls back by itself."""
INCLUSIVE = " (kể cả ngày đó)"


def write(rule: DeadlineRule, words: Events) -> str:
    """Return a rule's wording; ``words`` gives those of each event and body by its id.

    Raises:
        Unwordable: no wording says it.
    """
    said = _said_alone(rule, words)
    if rule.aim or rule.check:
        refuse(rule.aspirational or (rule.aim and rule.check), "several days beside it")
        said += said_beside(rule, lambda inner: _said_alone(inner, words))
    if rule.aspirational:
        said = f"phấn đấu {said}"
    refuse(len(rule.agencies) > 1 or any(each not in words for each in rule.agencies), "for whom")
    for each in rule.agencies:
        said = f"đối với {words[each]}: {said}"
    return said


def _said_alone(rule: DeadlineRule, words: Events) -> str:
    due = rule.start if isinstance(rule, Start) else rule
    back = isinstance(due, BackFromDay) or (isinstance(due, AfterEvents) and due.minus)
    timed = isinstance(due, ByDay | Recurring | NotBeforeDay | Within)
    refuse(rule.roll is not None and not back, "what a day off does")
    refuse(rule.time and not timed, "a time of day")
    return worded(rule, words)


@singledispatch
def worded(rule: DeadlineRule, _events: Events) -> str:
    """Return the words of one kind of rule.

    Raises:
        Unwordable: no wording says it.
    """
    raise Unwordable(type(rule).__name__)


def clock_words(rule: DeadlineRule) -> str:
    """Return a time of day with what leads on to its day: "trước 17 giờ 00 "."""
    if rule.time is None:
        return ""
    refuse(rule.time == "00:00", "midnight")
    hour, minute = rule.time.split(":")
    return f"trước {hour} giờ {minute} "


def bounds_words(rule: Recurrence | Continuous) -> str:
    """Return from when, until when: ", từ năm 2026 đến năm 2030"."""
    since, until = rule.since, rule.until
    spans = [span for span in (since, until) if span]
    refuse(any(map(is_range, spans)), "a range as a bound")
    if since and until:
        refuse(any(map(is_day, spans)) or since.first >= until.first, "such bounds")
    said = [f"từ {span_words(since)}"] if since else []
    said += [f"đến {span_words(until)}"] if until else []
    return f", {' '.join(said)}" if said else ""


def led_on(event: str) -> str:
    """Lead on to an event by "ngày", or by "khi" where "ngày" makes one word with its first: "ngày hội"."""
    alone = tokens_of(f"ngày {event}")[0].sym is Sym.DAY
    return f"ngày {event}" if alone else f"khi {event}"
