"""Names for machines that carry their words for people."""

from enum import StrEnum
from typing import Self

from kehoach.words.text import Text


class Labelled(StrEnum):
    """A closed list of names; a member is written as its name and its words.

    What lists its words elsewhere forgets some; a member without words cannot be written.
    """

    label: Text
    _value_: str
    __hash__ = str.__hash__  # an enum's own is Python; members are keys of many thousand counts

    def __new__(cls, name: str, label: Text) -> Self:
        """Return a member equal to its name."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.label = label
        return member
