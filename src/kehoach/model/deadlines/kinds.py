"""The kinds of deadline, told apart by the key that each alone has."""

from typing import Annotated, Any

from pydantic import AfterValidator, Discriminator, Tag
from pydantic_core import PydanticCustomError

from kehoach.model.deadlines.events import AfterEvents, Counted
from kehoach.model.deadlines.one_off import AfterDay, AtOneSession, BeforeDay, ByDay, Within
from kehoach.model.deadlines.open_ended import Continuous, NotSet, OnRequest
from kehoach.model.deadlines.recurring import AtSession, Recurring
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.model.fields import OneOrMore

# In this order: a rule with several of these keys is of the first kind found.
_KEYS = (
    "session", "every", "event", "when", "after", "continuous", "on_request", "not_set",
    "within", "before", "by",
)  # fmt: skip


def _kind(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    if "session" in value and "every" not in value:
        return "one session"
    return next((key for key in _KEYS if key in value), None)


Deadline = Annotated[
    Annotated[AtSession, Tag("session")]
    | Annotated[AtOneSession, Tag("one session")]
    | Annotated[Recurring, Tag("every")]
    | Annotated[Counted, Tag("event")]
    | Annotated[AfterEvents, Tag("when")]
    | Annotated[AfterDay, Tag("after")]
    | Annotated[Continuous, Tag("continuous")]
    | Annotated[OnRequest, Tag("on_request")]
    | Annotated[NotSet, Tag("not_set")]
    | Annotated[Within, Tag("within")]
    | Annotated[BeforeDay, Tag("before")]
    | Annotated[ByDay, Tag("by")],
    Discriminator(
        _kind,
        custom_error_type="value",
        custom_error_message="deadline",
        custom_error_context={"expected": "deadline"},
    ),
]


def _some(rules: tuple[DeadlineRule, ...]) -> tuple[DeadlineRule, ...]:
    """Refuse an empty list: the item would be asked of nobody, and nobody would notice."""
    if not rules:
        raise PydanticCustomError("value", "deadline", {"expected": "deadline"})
    return rules


Deadlines = Annotated[tuple[Deadline, ...], AfterValidator(_some), OneOrMore]
