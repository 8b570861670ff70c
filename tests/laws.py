"""How hard laws are tried: few examples in every build, many where new ones are looked for."""

import os

from hypothesis import settings

EXPLORING = bool(os.environ.get("KEHOACH_EXPLORE"))
_FURTHER = 80


def law(examples: int) -> settings:
    """Return settings with so many examples in a build, and 80 times as many with KEHOACH_EXPLORE=1."""
    return settings(deadline=None, max_examples=examples * (_FURTHER if EXPLORING else 1))
