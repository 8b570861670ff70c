"""How many values and mistakes a file may hold: with more it is another file by mistake."""

from collections.abc import Iterator
from typing import Any

from kehoach.words import Text

_OF_A_SUBMISSION, _OF_THE_OFFICE = 100_000, 1_000_000
_OF_AN_ENTRY = 20_000
MOST_WRONG = 10_000
VALUES = Text("giá trị", "values")
IN_AN_ENTRY = Text(
    "giá trị trong một mục, hoặc ngoài các mục", "values in one entry, or around the entries"
)
WRONG = Text("chỗ sai", "mistakes")


def most_values(kind: str) -> int:
    """Return how many values, lists and mappings a file of some kind may hold."""
    return _OF_A_SUBMISSION if kind == "submission" else _OF_THE_OFFICE


def overfull(data: dict[str, Any], text: str, kind: str) -> tuple[int, Text] | None:
    """Return of what a file that says ``data`` holds too many, and the most; its text tells it of most."""
    signs = 2 * sum(map(text.count, ("\n", ",", ":")))
    if signs > (most := most_values(kind)) and number_of_values(data) > most:
        return most, VALUES
    if signs > _OF_AN_ENTRY and any(
        number_of_values(each) > _OF_AN_ENTRY for each in _entries(data)
    ):
        return _OF_AN_ENTRY, IN_AN_ENTRY
    return None


def _entries(data: dict[str, Any]) -> Iterator[Any]:
    """Yield the entries of a file's lists, and all that stands around them."""
    yield {key: None if isinstance(each, list) else each for key, each in data.items()}
    for each in data.values():
        if isinstance(each, list):
            yield from (entry for entry in each if isinstance(entry, dict | list))


def number_of_values(data: Any) -> int:
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
