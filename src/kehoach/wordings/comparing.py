"""A wording and a deadline compared by what they come to: kinds, days, and what they wait for."""

from collections.abc import Sequence

from kehoach.model.deadlines.events import AfterEvents
from kehoach.model.deadlines.open_ended import Continuous, NotSet, OnRequest
from kehoach.model.deadlines.recurring import Recurrence
from kehoach.model.deadlines.term import Frame, Rule
from kehoach.wordings.kinds import kind_of

Essence = tuple[object, ...]


def agree(encoded: Sequence[Rule], worded: Sequence[Rule], frame: Frame) -> bool:
    """Say whether the deadlines of a plan's item are those that its wording says.

    Compared are the periods and nominal days over the plan's life, clock times, what is only
    aspirational, and, where a deadline hangs on events, its length. What a wording does not say (from
    when until when, what a day off does) the plan is free to say.
    """
    left = list(_counting(encoded))
    for rule in _counting(worded):
        found = next((each for each in left if _same(each, rule, frame)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _counting(rules: Sequence[Rule]) -> Sequence[Rule]:
    """Leave out what refers to another document where something else is said too."""
    set_ = [rule for rule in rules if not isinstance(rule, NotSet)]
    return set_ or rules


def _same(encoded: Rule, worded: Rule, frame: Frame) -> bool:
    if isinstance(worded, Recurrence | Continuous) and isinstance(encoded, type(worded)):
        worded = worded.model_copy(
            update={
                "since": worded.since or encoded.since,
                "until": worded.until or encoded.until,
            }
        )
    return essence(encoded, frame) == essence(worded, frame)


def essence(rule: Rule, frame: Frame) -> Essence:
    """Return what a rule comes to in a plan."""
    if isinstance(rule, AfterEvents):
        when = (rule.plus, rule.minus, rule.by, rule.before)
        return ("conditional" if when == (None,) * len(when) else "event", when, rule.aspirational)
    if isinstance(rule, Continuous):
        return (kind_of(rule), rule.since, rule.until)
    if isinstance(rule, OnRequest | NotSet):
        return (kind_of(rule),)
    terms = rule.terms(frame)
    days = tuple((term.period.name, term.nominal, term.assumed) for term in terms)
    return ("dated", days, rule.time, rule.aspirational)
