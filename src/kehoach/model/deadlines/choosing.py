"""Which kind of deadline a mapping is: each is told by a key that no other has."""

from typing import Any, get_args

from pydantic import Discriminator


def tags_of(kinds: Any) -> tuple[str, ...]:
    """Return the names of some kinds, nearly all of them keys, in the order of the kinds."""
    return tuple(get_args(kind)[1].tag for kind in get_args(kinds))


def by_key(kinds: Any) -> Discriminator:
    """Return what tells some kinds apart; a rule with the keys of several is of the first of them."""
    tags = tags_of(kinds)

    def kind(value: Any) -> str | None:
        if not isinstance(value, dict):
            return None
        if "session" in value and "every" not in value:
            return "one session"
        return next((tag for tag in tags if tag in value), None)

    return Discriminator(
        kind,
        custom_error_type="value",
        custom_error_message="deadline",
        custom_error_context={"expected": "deadline"},
    )
