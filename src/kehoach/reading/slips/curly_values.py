"""Values between curly quotes: YAML reads the quotes too."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.diagnostics import Finding, Place, Route
from kehoach.reading.places import spots
from kehoach.reading.slips.slip_rules import CURLY
from kehoach.reading.yaml_files.yaml_text import BREAK
from kehoach.words.yaml_words import scalar

_CURLY = re.compile(r"[“„”]([^“„”\n]*)[“„”]")


def curly_values(
    data: Any, text: str, file: str, wrong: Iterable[Finding] = ()
) -> Iterator[Finding]:
    """Yield a warning for each value that stands between curly quotes as a whole, and no others.

    Those that are ``wrong`` anyway are told already.
    """
    told = {each.place.route for each in wrong}
    found = {route: words for route, words in _curly(data) if route not in told}
    places = spots(text, found) if found else {}
    lines = BREAK.split(text)
    for route, words in found.items():
        line, column = places[route].value
        if lines[line - 1][column - 1] not in "'\"":  # between straight ones they are meant
            key = next((part for part in reversed(route) if isinstance(part, str)), "")
            yield Finding(CURLY, Place(file, route), {"line": f"{key}: {scalar(words)}"})


def _curly(data: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield what such values say, with the way to each."""
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _curly(value, (*route, key))
    elif isinstance(data, str) and (found := _CURLY.fullmatch(data)):
        yield route, found[1]
