"""The kinds of deadline, family by family, told apart by the key that each alone has."""

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from kehoach.model.deadlines.choosing import by_key, tags_of
from kehoach.model.deadlines.events import EventBound
from kehoach.model.deadlines.one_off import OneOff
from kehoach.model.deadlines.open_ended import OpenEnded
from kehoach.model.deadlines.recurring import Recurrences
from kehoach.model.deadlines.start import Beginning
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.model.fields import OneOrMore

# In this order: a rule with the keys of several kinds is of the first found.
_AnyKind = Beginning | Recurrences | EventBound | OpenEnded | OneOff
TAGS = tags_of(_AnyKind)

Deadline = Annotated[_AnyKind, by_key(_AnyKind)]


NestedDeadline = TypeAliasType("NestedDeadline", Deadline)
"""A deadline inside another, under a name: schemas then say what it is but once."""


def _some(rules: tuple[DeadlineRule, ...]) -> tuple[DeadlineRule, ...]:
    """Refuse an empty list: the item would be asked of nobody, and nobody would notice."""
    if not rules:
        raise PydanticCustomError("value", "deadline", {"expected": "deadline"})
    return rules


Deadlines = Annotated[tuple[Deadline, ...], AfterValidator(_some), OneOrMore]
