"""What each target would take for more than words, made harmless."""

import re

_BREAK = "\N{ZERO WIDTH SPACE}"


_FORMULA = re.compile(r"^(?=[=@]|[-+](?![\s\d]))")


def no_formula(words: str) -> str:
    """Return text that a spreadsheet, into which a table is pasted, does not reckon out."""
    return _FORMULA.sub(_BREAK, words)
