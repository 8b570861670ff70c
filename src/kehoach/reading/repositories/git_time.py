"""How long one call of git may take, in seconds: ``--git-timeout``, or a variable of the environment."""

from collections.abc import Mapping
from contextlib import suppress

TIMEOUT = "KEHOACH_GIT_TIMEOUT"
"""The variable; it reaches every process that judges."""
MOST = 86_400
DEFAULT = 600
"""The history of a million commits is told within a few minutes: who takes longer hangs."""


def seconds_in(text: str) -> float:
    """Return the seconds that a text names.

    Raises:
        ValueError: they are not over 0 and up to a day.
    """
    if not 0 < (seconds := float(text)) <= MOST:
        raise ValueError(text)
    return seconds


def seconds_given(environment: Mapping[str, str]) -> float:
    """Return the seconds that an environment names, or else ``DEFAULT``."""
    with suppress(ValueError):
        return seconds_in(environment.get(TIMEOUT, ""))
    return DEFAULT
