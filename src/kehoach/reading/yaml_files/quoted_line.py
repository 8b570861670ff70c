"""A line as it would stand with a value in quotes."""

import re

from kehoach.words.yaml_words import scalar

_NEAR = 80
"""Signs before and behind a value that are shown of a long line."""
_UP_TO = re.compile(r"[^\r\n]*"), re.compile(r"[^,\[\]{}\r\n]*")  # what a value may be; in brackets


def line_in_quotes(line: str, column: int) -> str:
    """Return a line with what begins at a column, from 1, in quotes; of a long one, what is near."""
    begin = column - 1
    before = line[max(0, begin - _NEAR) : begin].lstrip()
    within = "[" in before or "{" in before
    value = _UP_TO[within].match(line, begin, begin + _NEAR)
    meant = value[0].rstrip() if value else ""
    return f"{before}{scalar(meant)}{line[begin + len(meant) : begin + _NEAR]}"
