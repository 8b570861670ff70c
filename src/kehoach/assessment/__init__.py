"""The verdict on each obligation at a date, with the reason for it."""

from kehoach.assessment.assessment import Assessment
from kehoach.assessment.judge import Case, Report, assess
from kehoach.assessment.status import Reason, Status

__all__ = ["Assessment", "Case", "Reason", "Report", "Status", "assess"]
