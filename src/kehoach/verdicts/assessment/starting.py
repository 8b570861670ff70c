"""Why the beginning of a task is in its status: the same reasons as of an end, in words of their own."""

from collections.abc import Mapping

from kehoach.model.submissions import TaskEntry
from kehoach.verdicts.assessment.reason import Reason
from kehoach.verdicts.evidence import Claim

_OF_START: Mapping[Reason, Reason] = {
    Reason.COMPLETED: Reason.BEGUN,
    Reason.COMPLETED_UNSTATED: Reason.BEGUN_UNSTATED,
    Reason.TOLD_LATE: Reason.BEGUN_TOLD_LATE,
    Reason.NOT_DONE: Reason.NOT_BEGUN,
    Reason.UNPROVEN: Reason.BEGUN_UNPROVEN,
    Reason.NOT_COMPLETED_YET: Reason.NOT_BEGUN_YET,
    Reason.NO_DATE: Reason.START_OPEN,
}


def of_start(reason: Reason, claim: Claim | None) -> Reason:
    """Return the reason as it is told of a beginning, by the ``claim`` that the verdict rests on."""
    if claim is not None and reason is Reason.COMPLETED and not _dated(claim):
        return Reason.BEGUN_BY_END
    if claim is not None and reason is Reason.NOT_DONE and claim.progress == "in_progress":
        return Reason.START_UNDATED
    return _OF_START.get(reason, reason)


def _dated(claim: Claim) -> bool:
    """Say whether the day of the beginning itself was named when it was first told."""
    said = claim.told.first.meaning if claim.told.first else claim.saying.meaning
    return isinstance(said.entry, TaskEntry) and said.entry.started is not None
