"""The one place that reads the clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today(timezone: str) -> date:
    """Return the calendar day it now is in ``timezone``, whatever the machine's own is."""
    return datetime.now(ZoneInfo(timezone)).date()
