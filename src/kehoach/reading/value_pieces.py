"""Long data are looked through piece by piece: pydantic keeps some hundred bytes for each mistake.

A megabyte has room for half a million of them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from kehoach.diagnostics import Finding, Place
from kehoach.reading.yaml_files.value_counts import MOST_WRONG, WRONG, number_of_values
from kehoach.reading.yaml_files.yaml_rules import TOO_MANY

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)
_VALUES = 5_000
"""So many stand in a piece of a list, or else in the one entry that it holds."""


def found_in_pieces(
    model: type[M], data: dict[str, Any], file: str
) -> tuple[M | None, list[Finding]]:
    """Return the model, or every mistake that the data hold; of over ``MOST_WRONG`` some."""
    content, details = _in_pieces(model, data)
    if not details:
        return content, []
    from kehoach.reading.value_findings import found_in  # noqa: PLC0415 - for mistakes only

    found = found_in(model, data, file, details)
    if len(details) > MOST_WRONG:
        found.insert(0, Finding(TOO_MANY, Place(file), {"most": MOST_WRONG, "what": WRONG}))
    return None, found


def _in_pieces(model: type[M], data: dict[str, Any]) -> "tuple[M | None, list[ErrorDetails]]":
    """Return the model or what is wrong, as pydantic tells it: all, or more than ``MOST_WRONG``."""
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    lists = {key: each for key, each in data.items() if key in names and isinstance(each, list)}
    around: dict[str, Any] = data | {key: [] for key in lists}
    found = [each for each in _validated(model, around)[1] if each["loc"][0] not in lists]
    around = {} if found else around  # what is wrong there is told once
    records: dict[str, list[Any]] = {key: [] for key in lists}
    for key, entries in lists.items():
        for start, part in _parts(entries):
            content, wrong = _validated(model, around | {key: part})
            told = [_behind(start, each) for each in wrong if each["loc"][0] == key]
            found += told
            if len(found) > MOST_WRONG or _is_no_list(key, told):
                break
            records[key] += getattr(content, names[key], ())
        if len(found) > MOST_WRONG:
            break
    return (None, found) if found else (model.model_validate(data | records), [])


def _validated(model: type[M], data: dict[str, Any]) -> "tuple[M | None, list[ErrorDetails]]":
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _is_no_list(key: str, wrong: "list[ErrorDetails]") -> bool:
    return any(each["loc"] == (key,) for each in wrong)


def _parts(entries: list[Any]) -> Iterator[tuple[int, list[Any]]]:
    """Yield a list in parts, each with the index at which it begins."""
    start = values = 0
    for index, each in enumerate(entries):
        number = number_of_values(each)
        if values and values + number > _VALUES:
            yield start, entries[start:index]
            start, values = index, 0
        values += number
    yield start, entries[start:]


def _behind(start: int, detail: "ErrorDetails") -> "ErrorDetails":
    """Return a mistake at its place in the whole list."""
    key, *within = detail["loc"]
    if within and isinstance(within[0], int):
        within[0] += start
    return {**detail, "loc": (key, *within)}
