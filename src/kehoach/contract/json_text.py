"""The text of a JSON output: written as it is made, a row at a time where it holds many.

A country's obligations as one value would hold some seven kilobytes each. So a list may be given as
an iterator: its rows are made, written and forgotten one by one. The text is that of ``json.dumps``
with an indent of one space.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kehoach.words.safety import safe_json

_IN_ROW = "\n   "


def dump(output: Mapping[str, Any]) -> str:
    """Return the text of an output, Vietnamese as it is written."""
    return "".join(dumped(output))


def dumped(output: Mapping[str, Any]) -> Iterator[str]:
    """Yield the text of an output; the value of a key may be an iterator of rows."""
    before = "{\n "
    for key, value in output.items():
        yield f"{before}{safe_json(_text(key))}: "
        if isinstance(value, Iterator):
            yield from _rows(value)
        else:
            yield safe_json(_text(value).replace("\n", "\n "))
        before = ",\n "
    yield "\n}\n"


def _rows(rows: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the text of a list of rows, each row at once."""
    before = "["
    for row in rows:
        yield f"{before}\n  {safe_json(_row(row))}"
        before = ","
    yield "[]" if before == "[" else "\n ]"


def _row(row: Mapping[str, Any]) -> str:
    """Return the text of one row.

    The encoder written in C knows no indent, and is many times as fast: where nothing in a row has
    parts of its own, what divides its members can stand for one.
    """
    if not row or any(value and isinstance(value, list | dict) for value in row.values()):
        return _text(row).replace("\n", "\n  ")
    flat = json.dumps(row, ensure_ascii=False, separators=(f",{_IN_ROW}", ": "))
    return f"{{{_IN_ROW}{flat[1:-1]}\n  }}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
