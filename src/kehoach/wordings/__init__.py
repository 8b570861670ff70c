"""Wordings: the Vietnamese of administrative deadlines, read as rules and written from them."""

from kehoach.wordings.reading import Awaited, Doubt, Reading

__all__ = ["Awaited", "Doubt", "Reading", "read"]


def read(wording: str) -> Reading:
    """Return what a wording says."""
    return Reading(wording, unread=wording)
