"""By what a finding is known again: it outlives what is not its own."""

from hashlib import sha256

from kehoach.diagnostics.finding import Finding, Value
from kehoach.words import Text

_VOLATILE = (
    "line",
    "days",
    "done",
    "of",
)  # "done", "of": how a delay, and the subject's period, are worded


def identity(finding: Finding) -> str:
    """Return what a finding says and of whom.

    It stays when lines are inserted above, when a delay grows by a day, and in either language:
    otherwise an old mistake would be called new.
    """
    values = (f"{k}={_value(v)}" for k, v in finding.values.items() if k not in _VOLATILE)
    subject = (part or "" for part in finding.subject)
    return "\0".join((finding.rule.code, finding.place.file, *subject, *values))


def digest(identity: str) -> str:
    """Return an identity as hexadecimal digits."""
    return sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()


def _value(value: Value) -> str:
    return value.en if isinstance(value, Text) else str(value)
