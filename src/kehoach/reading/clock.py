"""The one place that reads the clock."""

from datetime import date, datetime, timezone
from zoneinfo import ZoneInfo

VIETNAM = "Asia/Ho_Chi_Minh"
"""Whose days are meant where no plan says so."""


def today(timezone: str) -> date:
    """Return the calendar day it now is in ``timezone``, whatever the machine's own is."""
    return datetime.now(ZoneInfo(timezone)).date()


def now() -> datetime:
    """Return the moment it now is, in UTC."""
    return datetime.now(timezone.utc)
