"""A rule on one line, as it may be pasted into a plan."""

from collections.abc import Mapping

from kehoach.wordings.moments import Form

_NEEDS_QUOTES = frozenset(":#,[]{}\"'\\")


def inline(form: Form) -> str:
    """Return ``{every: year, before: 12-02}``."""
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in form.items()) + "}"


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return inline(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    words = str(value)
    if _NEEDS_QUOTES & set(words) or words != words.strip():
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return words
