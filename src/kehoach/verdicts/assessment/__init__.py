"""The verdict on each obligation at a date, with the reason for it."""

from kehoach.verdicts.assessment.assessment import Assessment
from kehoach.verdicts.assessment.judge import Case, Report, assess
from kehoach.verdicts.assessment.reason import Reason
from kehoach.words.statuses import Status

__all__ = ["Assessment", "Case", "Reason", "Report", "Status", "assess"]
