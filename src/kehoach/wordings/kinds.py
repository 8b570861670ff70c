"""The names by which the kinds of deadline are told apart in outputs."""

from kehoach.model.deadlines import events, one_off, open_ended, recurring
from kehoach.model.deadlines.term import Rule

_KINDS: dict[type[Rule], str] = {
    one_off.ByDay: "by",
    one_off.BeforeDay: "before",
    one_off.Within: "within",
    one_off.AfterDay: "counted",
    one_off.AtOneSession: "session",
    recurring.Recurring: "recurring",
    recurring.AtSession: "session",
    events.Counted: "counted",
    events.AfterEvents: "conditional",
    open_ended.Continuous: "continuous",
    open_ended.OnRequest: "on_request",
    open_ended.NotSet: "not_set",
}


def kind_of(rule: Rule) -> str:
    """Return the name of a rule's kind."""
    return _KINDS[type(rule)]
