"""Rules on one line, as they may be pasted into a plan."""

import json
import re
from collections.abc import Callable, Mapping, Sequence

from kehoach.wordings.moments import Form

# Ids, days, spans, lengths, flags: what the files' own grammar makes safe.
_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .:-]*[A-Za-z0-9])?")


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
