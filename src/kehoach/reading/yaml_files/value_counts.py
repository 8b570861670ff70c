"""How many values a file may hold: more is another file by mistake, and keeps everybody waiting."""

from typing import Any

_OF_A_SUBMISSION, _OF_THE_OFFICE = 100_000, 1_000_000


def most_values(kind: str) -> int:
    """Return how many values, lists and mappings a file of some kind may hold."""
    return _OF_A_SUBMISSION if kind == "submission" else _OF_THE_OFFICE


def has_more(data: Any, text: str, most: int) -> bool:
    """Say whether a file that says ``data`` holds more values than that; its text tells it of most."""
    signs = sum(map(text.count, ("\n", ",", ":")))
    return 2 * signs > most and _count(data) > most


def _count(data: Any) -> int:
    """Return the number of values, each list and mapping one of them."""
    number, left = 0, [data]
    while left:
        value = left.pop()
        number += 1
        if isinstance(value, dict):
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
    return number
