"""Long data are looked through piece by piece: pydantic keeps some hundred bytes for each mistake.

A megabyte has room for half a million of them.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from kehoach.diagnostics import Finding, Place
from kehoach.reading.shared_keys import share_all_keys
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
    names = _names(model)
    lists = {key: data[key] for key in names if isinstance(data.get(key), list)}
    around: dict[str, Any] = data | {key: [] for key in lists}
    found = _wrong_outside(model, around, lists)
    around = {} if found else around  # what is wrong there is told once
    records: dict[str, list[Any]] = {}
    for key, entries in lists.items():
        records[key], wrong = _list_in_pieces(model, around, key, entries)
        found += wrong
        if len(found) > MOST_WRONG:
            return None, found
    return (None, found) if found else (model.model_validate(data | records), [])


def _names(model: type[M]) -> dict[str, str]:
    """Return the names of a model's fields by the keys of a file."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


def _wrong_outside(
    model: type[M], around: dict[str, Any], lists: Collection[str]
) -> "list[ErrorDetails]":
    """Return what is wrong beside the lists of a file."""
    return [each for each in _validated(model, around)[1] if each["loc"][0] not in lists]


def _list_in_pieces(
    model: type[M], around: dict[str, Any], key: str, entries: list[Any]
) -> "tuple[list[Any], list[ErrorDetails]]":
    """Return the records of a list and what is wrong in it, up to too much, or no list at all."""
    name = _names(model)[key]
    records: list[Any] = []
    found: list[ErrorDetails] = []
    for start, part in _parts(entries):
        content, wrong = _validated(model, around | {key: part})
        told = [_behind(start, each) for each in wrong if each["loc"][0] == key]
        found += told
        if len(found) > MOST_WRONG or any(each["loc"] == (key,) for each in told):
            break
        part_records = getattr(content, name, ())
        share_all_keys(part_records)
        records += part_records
    return records, found


def _validated(model: type[M], data: dict[str, Any]) -> "tuple[M | None, list[ErrorDetails]]":
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


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
