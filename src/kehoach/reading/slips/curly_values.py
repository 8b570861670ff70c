"""Values between curly quotes: YAML reads the quotes too."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.diagnostics import Finding, Place, Route
from kehoach.reading.places import nodes
from kehoach.reading.slips.slip_rules import CURLY
from kehoach.reading.yaml_files.yaml_text import BREAK
from kehoach.words.yaml_words import scalar

_CURLY = re.compile(r"[“„”]([^“„”\n]*)[“„”]")


def curly_values(
    data: Any, text: str, file: str, wrong: Iterable[Finding] = ()
) -> Iterator[Finding]:
    """Yield a warning for each value that stands between curly quotes as a whole, and no others.

    Those that are ``wrong`` anyway are told already. Where values stand is gone through once, as they
    are asked for: a long file may have tens of thousands.
    """
    if not _any(data):
        return
    told = {each.place.route for each in wrong}
    lines = BREAK.split(text)
    for route, spot in nodes(text):
        value = _at(data, route)
        if isinstance(value, str) and (found := _CURLY.fullmatch(value)) and route not in told:
            line, column = spot.value
            if lines[line - 1][column - 1] not in "'\"":  # between straight ones they are meant
                key = next((part for part in reversed(route) if isinstance(part, str)), "")
                yield Finding(CURLY, Place(file, route), {"line": f"{key}: {scalar(found[1])}"})


def _any(data: Any) -> bool:
    """Say whether a value says such words."""
    if isinstance(data, dict | list):
        return any(map(_any, data.values() if isinstance(data, dict) else data))
    return isinstance(data, str) and _CURLY.fullmatch(data) is not None


def _at(data: Any, route: Route) -> Any:
    """Return the value to which a route leads; none where it ends before: of two equal keys one counts."""
    for part in route:
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
