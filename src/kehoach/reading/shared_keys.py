"""Which keys a record says: one set for all records that say the same.

pydantic makes each record a set of its own, which was half of the memory of everything filed. No record
ever changes, nor do its keys.
"""

from collections.abc import Iterable

from pydantic import BaseModel

_KEYS: dict[frozenset[str], set[str]] = {}
"""The sets of keys that records were met with; there are few."""


def share_keys(records: Iterable[BaseModel]) -> None:
    """Let these records share their sets of keys with all others."""
    for record in records:
        keys = record.__pydantic_fields_set__
        shared = _KEYS.setdefault(frozenset(keys), keys)
        object.__setattr__(record, "__pydantic_fields_set__", shared)


def share_all_keys(values: Iterable[object]) -> None:
    """Let all records among values, and in them, share their sets of keys."""
    left = [*values]
    while left:
        value = left.pop()
        if isinstance(value, BaseModel):
            share_keys((value,))
            left += vars(value).values()
        elif isinstance(value, tuple | list):
            left += value
