"""The kinds of deadline, family by family, told apart by the key that each alone has."""

from typing import Annotated, Any, get_args

from pydantic import AfterValidator, Discriminator
from pydantic_core import PydanticCustomError

from kehoach.model.deadlines.events import EventBound
from kehoach.model.deadlines.one_off import OneOff
from kehoach.model.deadlines.open_ended import OpenEnded
from kehoach.model.deadlines.recurring import Recurrences
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.model.fields import OneOrMore

# In this order: a rule with the keys of several kinds is of the first found.
_AnyKind = Recurrences | EventBound | OpenEnded | OneOff
_TAGS: tuple[str, ...] = tuple(get_args(kind)[1].tag for kind in get_args(_AnyKind))


def _kind(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    if "session" in value and "every" not in value:
        return "one session"
    return next((tag for tag in _TAGS if tag in value), None)


Deadline = Annotated[
    _AnyKind,
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
