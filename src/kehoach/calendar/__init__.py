"""Working days, holidays and how a due date moves off them."""

from kehoach.calendar.vietnam import vietnam
from kehoach.calendar.working import Rolled, Skipped, WorkCalendar

__all__ = ["Rolled", "Skipped", "WorkCalendar", "vietnam"]
