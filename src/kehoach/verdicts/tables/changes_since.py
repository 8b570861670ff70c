"""What changed since an earlier day, read off the verdicts of today: nothing is judged twice."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kehoach.model.decisions import Decision, Pause
from kehoach.verdicts.assessment import Alike, Assessment, Status
from kehoach.words import Text
from kehoach.words.labelled import Labelled


class Change(Labelled):
    """What may have become of an obligation since the end of a day; several may have."""

    OVERDUE = "newly_overdue", Text("Mới quá hạn", "Newly overdue")
    DONE = "newly_done", Text("Mới hoàn thành", "Newly done")
    RECEIVED = "newly_received", Text("Mới nhận, chưa hoàn thành", "Newly received, not done")
    EXTENDED = "extended", Text("Gia hạn", "Extended")
    PAUSED = "paused", Status.PAUSED.label
    RETURNED = "returned", Text("Trả lại", "Returned")
    WAIVED = "waived", Status.WAIVED.label


def changes_since(each: Assessment, since: date) -> Iterator[Change]:
    """Yield what became of an obligation after the end of ``since``, as its verdict knows.

    Overdue is new where its last day had not passed by then, where it was paused, or sent back since;
    done, where the report came since, or the task was told since (or its day lies after). What the plan
    only requests is counted apart, and changes nothing.
    """
    if each.requested:
        return
    came = each.claim.receipt.day if each.claim and each.claim.receipt else None
    new = came is not None and came > since
    sent_back = each.returned is not None and each.returned > since
    if each.overdue and (sent_back or _in_time(each, since)):
        yield Change.OVERDUE
    if each.done and (new or (each.completed is not None and each.completed > since)):
        yield Change.DONE
    if new and not each.done and not sent_back and each.status is not Status.ONGOING:
        yield Change.RECEIVED
    if sent_back:
        yield Change.RETURNED
    for change, decision in _decisions(each):
        begins = decision.from_ if isinstance(decision, Pause) else date.min
        if max(decision.document.date or date.min, begins) > since:
            yield change


def _in_time(each: Assessment, day: date) -> bool:
    """Say whether, had nothing come, it was not overdue at the end of a day."""
    due = each.obligation.due
    paused = any(day in span for span in each.obligation.still.spans)
    return paused or (due is not None and day <= due)


def _decisions(each: Assessment) -> Iterator[tuple[Change, Decision]]:
    """Yield what was decided last of each kind, and holds."""
    owed = each.obligation
    if owed.granted:
        yield Change.EXTENDED, owed.granted[-1].extension
    if each.status is Status.PAUSED and owed.still.holding:
        yield Change.PAUSED, owed.still.holding
    if owed.waiver:
        yield Change.WAIVED, owed.waiver


def changed_since(verdicts: Iterable[Alike], since: date) -> Mapping[Change, tuple[Alike, ...]]:
    """Return what became of which obligations since a day, in the order of the verdicts."""
    found: dict[Change, list[Alike]] = {change: [] for change in Change}
    for each in verdicts:
        for change in changes_since(each.verdict, since):
            found[change].append(each)
    return {change: tuple(those) for change, those in found.items()}
