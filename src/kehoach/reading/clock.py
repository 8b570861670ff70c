"""The one place that reads the clock."""

from datetime import date, datetime, timezone
from zoneinfo import ZoneInfo

VIETNAM = "Asia/Ho_Chi_Minh"
"""Whose days are meant where no plan says so."""


def today(timezone: str) -> date:
    """Return the calendar day it now is in ``timezone``, whatever the machine's own is."""
    return day_in(timezone, now())


def day_in(timezone: str, moment: datetime) -> date:
    """Return the calendar day that a moment falls on in ``timezone``."""
    return moment.astimezone(ZoneInfo(timezone)).date()


def now() -> datetime:
    """Return the moment it now is, in UTC."""
    return datetime.now(timezone.utc)
