"""The states of an obligation, and the reasons for being in one."""

from enum import StrEnum


class Status(StrEnum):
    """Exactly one holds for an obligation at a date."""

    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    IN_TERM = "in_term"
    OVERDUE = "overdue"
    WAITING = "waiting"
    ONGOING = "ongoing"
    WAIVED = "waived"


DONE = (Status.DONE_ON_TIME, Status.DONE_LATE)


class Reason(StrEnum):
    """Why an obligation is in its state; the words stand with the renderers."""

    RECEIVED = "received"
    COMPLETED = "completed"
    COMPLETED_UNSTATED = "completed_unstated"
    NOTHING_CAME = "nothing_came"
    NOT_DONE = "not_done"
    TOO_FEW = "too_few"
    UNPROVEN = "unproven"
    NOT_COMPLETED_YET = "not_completed_yet"
    AIM_ONLY = "aim_only"
    REQUEST_ONLY = "request_only"
    NO_DATE = "no_date"
    EVENT_AWAITED = "event_awaited"
    COVER_NOT_DUE = "cover_not_due"
    COVERED = "covered"
    COVERED_BY_NIL = "covered_by_nil"
    NOT_COVERED = "not_covered"
    COVER_ON_PAPER = "cover_on_paper"
    REPORT_MISSING = "report_missing"
    NO_REPORT_DUTY = "no_report_duty"
    WAIVED = "waived"
