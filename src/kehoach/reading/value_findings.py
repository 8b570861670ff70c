"""What is wrong with the values of a file: every mistake at once, each with its place."""

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from pydantic import BaseModel, Tag
from pydantic.fields import FieldInfo

from kehoach.diagnostics import Finding, Place, Route, Value
from kehoach.model.deadlines import Deadline
from kehoach.model.deadlines.nesting import NESTING, AnyDeadline
from kehoach.reading.finding_bounds import MOST_TOLD, untold
from kehoach.reading.suggesting.suggested_keys import meant_key, meant_line
from kehoach.reading.suggesting.suggestions import suggested
from kehoach.reading.value_rules import (
    BAD_VALUE,
    BAD_VALUE_UNGUESSED,
    EXPECTED,
    MISSING_KEY,
    UNKNOWN_KEY,
    WRONG_SCHEMA,
)
from kehoach.words import Text
from kehoach.words.nearness import did_you_mean
from kehoach.words.yaml_words import inline

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_TYPES = {"string_type": "words", "tuple_type": "list", "model_type": "mapping",
          "dict_type": "mapping", "model_attributes_type": "mapping"}  # fmt: skip
_SHOWN = 60
_FEW = 50
_OF_A_YEAR = ("day", "period")
_OF_KEY = "[key]"  # what pydantic puts behind a key that is wrong itself
_WRITE = Text("viết “{line}”; ", "write “{line}”; ")
_NESTING = ("deadline", "start", *NESTING)  # keys under which stands a deadline of some kind
_FOLDER = re.compile(r"submissions/([a-z0-9]+(?:-[a-z0-9]+)*)/[^/]+")


class _Kind(NamedTuple):
    """A model, and the name by which a union tells it from its other members."""

    tag: str | None
    model: type[BaseModel]


def found_in(
    model: type[BaseModel], data: dict[str, Any], file: str, details: "list[ErrorDetails]"
) -> list[Finding]:
    """Return every mistake that kept the data of a file from being a model, as pydantic told them."""
    if len(details) > MOST_TOLD:
        details.sort(key=_KeyOrder(data).of)
    told, rest = details[:MOST_TOLD], details[MOST_TOLD:]
    said = {_meant_at(model, detail) for detail in told if detail["type"] == "extra_forbidden"}
    return [
        *(
            _finding(model, data, file, detail)
            for detail in told
            if not (detail["type"] == "missing" and detail["loc"] in said)
        ),
        *(untold(Place(file, route_of(detail["loc"], data))) for detail in rest),
    ]


class _KeyOrder:
    """In which order the places of mistakes follow each other in a file, by the order of its keys."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._orders: dict[int, dict[str, int]] = {}

    def of(self, detail: "ErrorDetails") -> tuple[int, ...]:
        """Return the numbers, on each level, of the keys and entries that lead to a mistake."""
        here, numbers = self._data, []
        for part in route_of(detail["loc"], self._data):
            if isinstance(here, dict):
                order = self._orders.get(id(here))
                if order is None:
                    order = self._orders[id(here)] = {key: n for n, key in enumerate(here)}
                numbers.append(order[str(part)])
            else:
                numbers.append(int(part))
            here = here[part]
        return tuple(numbers)


def _meant_at(model: type[BaseModel], detail: "ErrorDetails") -> tuple[str | int, ...]:
    """Return where the key would stand that an unknown one was meant to be."""
    *above, key = detail["loc"]
    return (*above, meant_key(str(key), _keys_at(model, tuple(above))) or "")


def _finding(model: type[BaseModel], data: Any, file: str, detail: "ErrorDetails") -> Finding:
    """Return the finding for one error of pydantic."""
    route = route_of(detail["loc"], data)
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    if detail["type"] == "missing":
        value = _due_value(model, file, (*route, last)) or "…"
        return Finding(MISSING_KEY, Place(file, route), {"key": last, "value": value})
    if detail["type"] == "extra_forbidden":
        return Finding(UNKNOWN_KEY, Place(file, route, key=True), _unknown(model, detail, last))
    if route == ("schema",):
        values = {"value": _short(detail["input"]), "expected": _schema(model)}
        return Finding(WRONG_SCHEMA, Place(file, route), values)
    return _bad_value(model, data, file, detail, route)


def _bad_value(
    model: type[BaseModel], data: Any, file: str, detail: "ErrorDetails", route: Route
) -> Finding:
    """Return the finding for a value that does not fit, with what was probably meant."""
    of_key = detail["loc"][-1] == _OF_KEY
    keys = route[:-1] if of_key else route
    key = next((str(part) for part in reversed(keys) if isinstance(part, str)), "")
    name, expected = _expected(detail)
    told: dict[str, Value] = {"key": key, "value": _short(detail["input"]), "expected": expected}
    place = Place(file, route, key=of_key)
    if due := _due_value(model, file, route):
        return Finding(BAD_VALUE, place, {**told, "better": due})
    if better := suggested(detail["input"], name, key, _year(data) if name in _OF_A_YEAR else None):
        certain = {"certain": 1} if better.certain else {}
        return Finding(BAD_VALUE, place, {**told, "better": better.words, **certain})
    return Finding(BAD_VALUE_UNGUESSED, place, {**told, "better": expected})


def _due_value(model: type[BaseModel], file: str, route: Route) -> str | None:
    """Return the one value that can stand at a place: the schema, the agency by its folder."""
    if route == ("schema",):
        return _schema(model)
    filed = _FOLDER.fullmatch(file) if route == ("agency",) else None
    return filed[1] if filed else None


def _schema(model: type[BaseModel]) -> str:
    """Return what the line ``schema`` of such a file says."""
    return str(get_args(model.model_fields["schema_"].annotation)[0])


def route_of(loc: tuple[str | int, ...], data: Any) -> Route:
    """Return the part of an error's location that exists in the data.

    The names of union members and the indexes of lists of one stand in the location, but not in
    the file; a missing key has no place of its own, so that its parent's is given.
    """
    route: list[str | int] = []
    for part in _keys_of(loc):
        inside = (
            part in data
            if isinstance(data, dict)
            else isinstance(data, list) and isinstance(part, int) and part < len(data)
        )
        if inside:
            route.append(part)
            data = data[part]
    return tuple(route)


def _keys_of(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return a location without the kinds of deadlines, which pydantic puts behind their key or index.

    A kind is called by one of its keys: left in, ``before`` would be looked for inside ``every``.
    """
    keys: list[str | int] = []
    kind_follows = False
    for part in loc:
        if kind_follows and isinstance(part, str):
            kind_follows = False
        else:
            keys.append(part)
            kind_follows = part in _NESTING or (kind_follows and isinstance(part, int))
    return tuple(keys)


def _expected(detail: "ErrorDetails") -> tuple[str, Text | str]:
    """Return the name of what would have been right, and the words for it."""
    context = detail.get("ctx", {})
    name = str(context.get("expected", "")) if detail["type"] == "value" else ""
    name = name or _TYPES.get(detail["type"], "")
    if name in EXPECTED:
        return name, EXPECTED[name]
    words = str(context.get("expected", detail["msg"])).replace("'", "")
    allowed = words.replace(", ", " | ").replace(" or ", " | ")
    return allowed, allowed


def _unknown(model: type[BaseModel], detail: "ErrorDetails", key: str) -> dict[str, str | Text]:
    """Return the values of an unknown key: the near miss, and what may stand there."""
    keys = [name for name in _keys_at(model, detail["loc"][:-1]) if name]
    called = meant_key(key, keys)  # a word for a key says more than letters that are alike
    near = [called] if called else get_close_matches(key.casefold(), keys, n=1)
    line = meant_line(key, detail["input"], keys, near[0] if near else None)
    return {
        "key": _short(key),
        "keys": ", ".join(keys),
        "meant": did_you_mean(near),
        "write": _WRITE.filled(line=_short(line)) if line else "",
    }


def _year(data: Any) -> int | None:
    """Return the year that a file speaks of, if it is one: by its first entries."""
    few = {key: each[:_FEW] if isinstance(each, list) else each for key, each in data.items()}
    years = set(re.findall(r"(?<![\d/.-])20\d\d(?=-\d\d-\d\d|'|\b)", inline(few)))
    return int(years.pop()) if len(years) == 1 else None


def _keys_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Return the keys of the model at a location, as files write them."""
    here: list[_Kind] = [_Kind(None, model)]
    for part in loc:
        chosen = [_Kind(None, kind.model) for kind in here if kind.tag == part]
        here = chosen or _below(here, part) or here
    return list(dict.fromkeys(key for kind in here for key in _keys(kind)))


def _below(kinds: list[_Kind], key: str | int) -> list[_Kind]:
    """Return the models that stand under a key."""
    fields = [field for kind in kinds for name, field in _keys(kind).items() if name == key]
    return [found for field in fields for found in _models_in(field.annotation)]


def _keys(kind: _Kind) -> dict[str, FieldInfo]:
    """Return a model's fields by the keys that files write."""
    return {field.alias or name: field for name, field in kind.model.model_fields.items()}


def _models_in(annotation: Any, tag: str | None = None) -> list[_Kind]:
    """Return the models that an annotation mentions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [_Kind(tag, annotation)]
    parts = get_args(annotation)
    if any(isinstance(part, AnyDeadline) for part in parts):
        return _models_in(Deadline)
    own = next((part.tag for part in parts if isinstance(part, Tag)), tag)
    return [kind for part in parts for kind in _models_in(part, own)]


def _short(value: Any) -> str:
    """Return a value as it is quoted in a message."""
    words = value if isinstance(value, str) else inline(value)
    words = words.replace("\n", " ")
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
