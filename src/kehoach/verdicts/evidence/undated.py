"""Whether the registry book leaves anything of what is filed for git to date."""

from collections.abc import Callable, Collection, Iterable

from kehoach.model.ids import ItemId
from kehoach.model.receipts import RegistryBook
from kehoach.model.submissions import ReportEntry
from kehoach.model.workspace import Filing
from kehoach.verdicts.evidence.claims import book_keys
from kehoach.verdicts.evidence.entries import Entries, said_in
from kehoach.verdicts.evidence.holdings import Said


def undated(
    entries: Entries, book: RegistryBook, sent_back: Collection[ItemId] = ()
) -> Callable[[Filing], bool]:
    """Return what says whether a filing tells anything that the book does not date for good.

    A report by its item is dated and no more; a letter, or a task, may have been told before, and a
    file that says nothing now may have said something; of items of which anything was ``sent_back`` it
    has to be known what came since. Git is asked of all filings or of none.
    """
    periods, matched = entries.periods, entries.said
    booked = book_keys(periods, book)

    def of(filing: Filing) -> bool:
        if _silent(filing):
            return True
        if filing.folder != filing.submission.agency:
            return False
        said: Iterable[Said] = matched.get(filing.file) or said_in(filing.submission, periods)
        return any(
            each.key not in booked
            or not isinstance(each.meaning.entry, ReportEntry)
            or each.key.item in sent_back
            for each in said
        )

    return of


def _silent(filing: Filing) -> bool:
    """Say whether a file says nothing at all."""
    submission = filing.submission
    return submission.draft or not (submission.reports or submission.tasks)
