"""Values between curly quotes: YAML reads the quotes too."""

import re
from collections.abc import Iterator
from typing import Any

from kehoach.diagnostics import Finding, Place, Route
from kehoach.reading.slips.slip_rules import CURLY
from kehoach.words.yaml_words import scalar

_CURLY = re.compile(r"[“„”]([^“„”\n]*)[“„”]")


def curly_values(data: Any, file: str, route: Route = ()) -> Iterator[Finding]:
    """Yield a warning for each value that stands between curly quotes as a whole."""
    if isinstance(data, dict | list):
        inside = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in inside:
            yield from curly_values(value, file, (*route, key))
    elif isinstance(data, str) and (found := _CURLY.fullmatch(data)):
        key = next((part for part in reversed(route) if isinstance(part, str)), "")
        line = f"{key}: {scalar(found[1])}"
        yield Finding(CURLY, Place(file, route), {"line": line})
