"""Values that do not fit, in the place of which only one can be meant."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from kehoach.diagnostics import Finding, Route
from kehoach.reading.model_values import validate
from kehoach.reading.places import spots
from kehoach.reading.slips.curly_values import curly_values
from kehoach.reading.value_ends import Brackets, end_of
from kehoach.reading.yaml_files.yaml_text import BREAK, Refused, read_mapping

_IDS = ("plan", "item")
"""Keys whose values hold no quotes: what stands between curly ones is no id that anybody has."""
_CURLY = re.compile(r"[“„”]([^“„”\n]*)[“„”]")


def certain_values(text: str, file: str, model: type[BaseModel]) -> str:
    """Return a text with the values put right that can mean one thing only."""
    try:
        data, _ = read_mapping(text, file, "")
    except Refused:
        return text
    found = {finding.place.route: _meant(finding) for finding in _certain(data, text, file, model)}
    typed, ends, brackets = BREAK.split(text), [*BREAK.findall(text), ""], Brackets()
    lines = [*typed]
    places = spots(text, found)
    for route in sorted(
        found.keys() & places.keys(), key=lambda each: places[each].value, reverse=True
    ):
        line, column = places[route].value
        words = lines[line - 1]
        end = end_of(words, column, within=brackets.around(typed[line - 1], column))
        if _bare(words[column - 1 : end - 1]) == _said(data, route):
            lines[line - 1] = words[: column - 1] + found[route] + words[end - 1 :]
    return "".join(line + end for line, end in zip(lines, ends, strict=True))


def _certain(data: Any, text: str, file: str, model: type[BaseModel]) -> Iterator[Finding]:
    """Yield what is wrong with values, where it is certain what was meant."""
    found = validate(model, data, file, len(text))[1]
    yield from (each for each in found if "certain" in each.values)
    yield from (each for each in curly_values(data, text, file) if each.place.route[-1] in _IDS)


def _meant(finding: Finding) -> str:
    """Return what is to stand there."""
    if "certain" in finding.values:
        return str(finding.values["better"])
    return str(finding.values["line"]).partition(": ")[2]


def _bare(words: str) -> str:
    """Return what a value says that stands on one line."""
    words = words.strip()
    quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
    return words[1:-1] if quoted else words


def _said(data: Any, route: Route) -> Any:
    for part in route:
        data = data[part]
    return data.strip() if isinstance(data, str) else data


def uncurled(data: Any, key: str | int = "") -> Any:
    """Return what a file says without curly quotes around its ids."""
    if isinstance(data, dict | list):
        inside: Iterable[tuple[str | int, Any]] = (
            data.items() if isinstance(data, dict) else enumerate(data)
        )
        return {name: uncurled(value, name) for name, value in inside}
    found = _CURLY.fullmatch(data) if key in _IDS and isinstance(data, str) else None
    return found[1] if found else data
