"""The verdict on each obligation at a date, with the reason for it."""

from kehoach.verdicts.assessment.alike import Alike
from kehoach.verdicts.assessment.assessment import Assessment
from kehoach.verdicts.assessment.judge import Case
from kehoach.verdicts.assessment.reason import Reason
from kehoach.verdicts.assessment.report import Report, assess
from kehoach.words.statuses import Status

__all__ = ["Alike", "Assessment", "Case", "Reason", "Report", "Status", "assess"]
