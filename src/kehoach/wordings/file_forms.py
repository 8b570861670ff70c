"""Rules as plan files write them: their keys and values, on one line, and the ids of their events."""

import json
import re
from collections.abc import Callable, Mapping, Sequence

from kehoach.words import plain_letters

Form = Mapping[str, object]
"""A rule or a part of one as a plan file writes it: keys, and values that are all text."""

# Ids, days, spans, lengths, flags: what the files' own grammar makes safe.
_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .:-]*[A-Za-z0-9])?")
_MOST_WORDS = 8


def event_id(words: str) -> str:
    """Return the id made of an event's first words: ``co-van-ban-huong-dan``."""
    parts = re.findall(r"[a-z0-9]+", plain_letters(words).casefold())
    return "-".join(parts[:_MOST_WORDS]) or "su-kien"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def inline(form: Form, quoted: Callable[[str], str] = _quoted) -> str:
    """Return ``{every: year, before: 12-02}``; ``quoted`` writes what is words of people."""
    return f"{{{', '.join(f'{key}: {_value(value, quoted)}' for key, value in form.items())}}}"


def inline_all(forms: Sequence[Form], quoted: Callable[[str], str] = _quoted) -> str:
    """Return what stands behind ``deadline:``: one rule, or a list of several."""
    rules = [inline(form, quoted) for form in forms]
    return rules[0] if len(rules) == 1 else f"[{', '.join(rules)}]"


def _value(value: object, quoted: Callable[[str], str]) -> str:
    if isinstance(value, Mapping):
        return inline(value, quoted)
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(each, quoted) for each in value)}]"
    words = str(value)
    return words if _SAFE.fullmatch(words) and ": " not in words else quoted(words)
