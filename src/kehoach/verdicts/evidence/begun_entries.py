"""What an entry on a task says of its beginning: as of a task of its own, which is done once begun."""

from kehoach.model.submissions import ReportEntry
from kehoach.verdicts.evidence.meaning import Entry, is_done


def of_beginning(entry: Entry) -> Entry:
    """Return an entry on the beginning alone: begun is done, on the day of the beginning (inclusive).

    Begun is what is done, or in progress since a day that is named; where only the end is dated, work
    had begun on that day at the latest. How far it has come since says nothing of its beginning.
    """
    if type(entry) is ReportEntry:
        return entry
    begun = is_done(entry) or (entry.status == "in_progress" and entry.started is not None)
    day = entry.started or entry.completed
    return entry.model_copy(
        update={
            "status": "done" if begun else entry.status,
            "completed": day if begun else None,
            "percent": None,
            "quantity": None,
        }
    )
