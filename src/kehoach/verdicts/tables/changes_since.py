"""What changed since an earlier day, read off the verdicts of today: nothing is judged twice."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kehoach.verdicts.assessment import Alike, Assessment, Status
from kehoach.words import Text
from kehoach.words.labelled import Labelled


class RecentChange(Labelled):
    """What may have become of an obligation since the end of a day; several may have."""

    OVERDUE = "newly_overdue", Text("Mới quá hạn", "Newly overdue")
    DONE = "newly_done", Text("Mới hoàn thành", "Newly done")
    RECEIVED = "newly_received", Text("Mới nhận, chưa hoàn thành", "Newly received, not done")
    EXTENDED = "extended", Text("Gia hạn", "Extended")
    PAUSED = "paused", Status.PAUSED.label
    RETURNED = "returned", Text("Trả lại", "Returned")
    WAIVED = "waived", Status.WAIVED.label


def changes_since(each: Assessment, since: date) -> Iterator[RecentChange]:
    """Yield what became of an obligation after the end of ``since``, as its verdict knows.

    Overdue is new where its last day had not passed by then, where it was paused, or sent back since;
    done, where the report came since, or the task was told since (or its day lies after). What the plan
    only requests is counted apart, and changes nothing.
    """
    if not each.requested:
        yield from _became(each, since)
        yield from (change for change, day in _decided(each) if _after(day, since))


def _became(each: Assessment, since: date) -> Iterator[RecentChange]:
    """Yield what time or the agency did: it fell due, was done, or came without being done."""
    came, back = _after(_received(each), since), _after(each.returned, since)
    if each.overdue and (back or _in_time(each, since)):
        yield RecentChange.OVERDUE
    if each.done and (came or _after(each.completed, since)):
        yield RecentChange.DONE
    if came and not back and each.status.pending:
        yield RecentChange.RECEIVED


def _received(each: Assessment) -> date | None:
    """Return the day on which the entry came on which a verdict rests."""
    receipt = each.claim.receipt if each.claim else None
    return receipt.day if receipt else None


def _after(day: date | None, since: date) -> bool:
    return day is not None and day > since


def _in_time(each: Assessment, day: date) -> bool:
    """Say whether, had nothing come, it was not overdue at the end of a day."""
    due = each.obligation.due
    paused = any(day in span for span in each.obligation.still.spans)
    return paused or (due is not None and day <= due)


def _decided(each: Assessment) -> Iterator[tuple[RecentChange, date | None]]:
    """Yield the day on which each kind of decision that holds began to count."""
    owed, pause = each.obligation, each.obligation.still.holding
    yield RecentChange.RETURNED, each.returned
    if owed.granted:
        yield RecentChange.EXTENDED, owed.granted[-1].extension.document.date
    if pause and each.status is Status.PAUSED:
        yield RecentChange.PAUSED, max(pause.document.date or date.min, pause.from_)
    if owed.waiver:
        yield RecentChange.WAIVED, owed.waiver.document.date


def changed_since(
    verdicts: Iterable[Alike], since: date
) -> Mapping[RecentChange, tuple[Alike, ...]]:
    """Return what became of which obligations since a day, in the order of the verdicts."""
    found: dict[RecentChange, list[Alike]] = {change: [] for change in RecentChange}
    for each in verdicts:
        for change in changes_since(each.verdict, since):
            found[change].append(each)
    return {change: tuple(those) for change, those in found.items()}
