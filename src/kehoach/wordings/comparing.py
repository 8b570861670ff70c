"""A wording and a deadline compared by what they come to: kinds, days, and what they wait for."""

from collections.abc import Sequence
from dataclasses import replace

from kehoach.model.deadlines.events import AfterEvents
from kehoach.model.deadlines.one_off import Within
from kehoach.model.deadlines.open_ended import Continuous, NotSet, OnRequest
from kehoach.model.deadlines.recurring import Recurrence, Recurring
from kehoach.model.deadlines.start import NotBeforeDay, Start
from kehoach.model.deadlines.term import DeadlineRule, Frame, Term
from kehoach.periods import Every, Span, shift_months

Essence = tuple[object, ...]
_YEARS, _MONTHS = 10, 12


def agree(encoded: Sequence[DeadlineRule], worded: Sequence[DeadlineRule], frame: Frame) -> bool:
    """Say whether the deadlines of a plan's item are those that its wording says.

    Compared are the periods and nominal days over the plan's life, clock times, what is only
    aspirational, from when a span is open, and, where a deadline hangs on events, its length. What a
    wording does not say (from when until when, what a day off does) the plan is free to say.
    """
    return _left(encoded, worded, frame) == []


def holds(encoded: Sequence[DeadlineRule], certain: Sequence[DeadlineRule], frame: Frame) -> bool:
    """Say whether what is certain of a wording is among the deadlines of a plan's item."""
    return _left(encoded, certain, frame) is not None


def _left(
    encoded: Sequence[DeadlineRule], worded: Sequence[DeadlineRule], frame: Frame
) -> list[DeadlineRule] | None:
    """Return the encoded rules that the wording does not say; ``None`` where it says another."""
    left = [each for rule in _counting(encoded) for each in _yearly(rule)]
    said = [each for rule in _counting(worded) for each in _yearly(rule)]
    for one in said:
        found = next((each for each in left if _same(each, one, frame)), None)
        if found is None:
            return None
        left.remove(found)
    return left


def _counting(rules: Sequence[DeadlineRule]) -> Sequence[DeadlineRule]:
    """Leave out what refers to another document where something else is said too."""
    set_ = [rule for rule in rules if not isinstance(rule, NotSet)]
    return set_ or rules


def _yearly(rule: DeadlineRule) -> Sequence[DeadlineRule]:
    """Return "ngày 30/5 và 31/10 hằng năm" as two yearly rules, however it is written."""
    if not isinstance(rule, Recurring) or (points := rule.before or rule.by) is None:
        return [rule]
    if len(points) == 1 or not all(point.date and point.of == "this" for point in points):
        return [rule]
    key = "before" if rule.before else "by"
    every = Every("year")
    return [rule.model_copy(update={"every": every, key: (point,)}) for point in points]


def _same(encoded: DeadlineRule, worded: DeadlineRule, frame: Frame) -> bool:
    if isinstance(encoded, Start) and isinstance(worded, Start):
        return _same(encoded.start, worded.start, frame)
    if isinstance(worded, Recurrence | Continuous) and isinstance(encoded, type(worded)):
        worded = worded.model_copy(
            update={
                "since": worded.since or encoded.since,
                "until": worded.until or encoded.until,
            }
        )
        if isinstance(worded, Recurrence):
            frame = _with_terms(worded, frame)
    if isinstance(encoded, Within) and isinstance(worded, Within):
        return (encoded.within, essence(encoded, frame)) == (worded.within, essence(worded, frame))
    return essence(encoded, frame) == essence(worded, frame)


def _with_terms(rule: Recurrence, frame: Frame) -> Frame:
    """Return a frame in which a rule that begins only after the plan's life comes due."""
    if rule.since is None or rule.since.first < frame.span.end:
        return frame
    later = rule.since.first.replace(day=1)
    return replace(frame, span=Span(frame.span.first, shift_months(later, _YEARS * _MONTHS)))


def essence(rule: DeadlineRule, frame: Frame) -> Essence:
    """Return what a rule comes to in a plan, with what it says beside its day.

    Whether it binds some alone counts, and not by which ids: the words make other ids than a registry.
    """
    inner = tuple(each and essence(each, frame) for each in (rule.aim, rule.check))
    return (_alone(rule, frame), inner, bool(rule.agencies))


def _alone(rule: DeadlineRule, frame: Frame) -> Essence:
    if isinstance(rule, AfterEvents):
        when = (rule.plus, rule.minus, rule.by, rule.before)
        return (when, rule.aspirational)
    if isinstance(rule, NotBeforeDay):
        return (rule.since.first, rule.time, rule.aspirational)
    if isinstance(rule, Continuous):
        return (rule.kind, rule.since, rule.until)
    if isinstance(rule, Start | OnRequest | NotSet):
        return (rule.kind,)
    terms = rule.terms(frame)
    days = tuple((_period(rule, term), term.nominal, term.assumed) for term in terms)
    return (days, rule.time, rule.aspirational)


def _period(rule: DeadlineRule, term: Term) -> object:
    """Return what tells a period from others: a quarter is three months, by whatever name."""
    return term.period.span if isinstance(rule, Recurrence) else term.period.name
