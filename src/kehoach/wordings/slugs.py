"""Ids made of words: for events that a wording names, for agencies that a registry lacks."""

import re

from kehoach.words import plain_letters

_MOST_WORDS = 8


def event_id(words: str) -> str:
    """Return the id made of an event's first words: ``co-van-ban-huong-dan``."""
    parts = re.findall(r"[a-z0-9]+", plain_letters(words).casefold())
    return "-".join(parts[:_MOST_WORDS]) or "su-kien"
