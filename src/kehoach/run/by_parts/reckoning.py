"""The account of everything: of what is little at once, of more part by part, with the same result."""

from collections.abc import Sequence
from contextlib import suppress

from kehoach.model import file_names
from kehoach.reading.folder import DataFolder, Folder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.workspace_reading import Unusable
from kehoach.run.account import Account
from kehoach.run.answering import answer, checked_out, surrounding
from kehoach.run.by_parts.parts import WHOLE
from kehoach.run.inquiry import inquire, past_of
from kehoach.run.question import Question, WrongQuestion

FEW = 800
"""So many submissions at most are judged as one part: dividing them would gain nothing."""


class PartLost(Exception):  # noqa: N818 - what was to be done is not done, whoever is at fault
    """A part was not judged: its process was stopped, ran out of memory, or met an error."""


def reckon(
    folder: Folder, shown_folder: str, question: Question, jobs: int | None = None, few: int = FEW
) -> Account:
    """Return where the plans stand, by ``jobs`` processes (default: as many as there are cores).

    Whatever keeps a part from being judged is told by judging everything at once: there is one
    way in which the program speaks of troubles.

    Raises:
        Unusable, WrongQuestion, GitTrouble: as ``answer``.
    """
    if question.rev is None and isinstance(folder, DataFolder):
        names = (each for each in folder.submissions() if isinstance(each, str))
        owners = list(map(file_names.owner, names))
        if len(owners) > few:
            with suppress(Unusable, WrongQuestion, GitTrouble, PartLost):
                if (
                    found := _by_parts(folder, shown_folder, question, owners, jobs, few)
                ) is not None:
                    return found
    return answer(folder, shown_folder, question)


def _by_parts(
    folder: DataFolder,
    shown_folder: str,
    question: Question,
    owners: Sequence[str | None],
    jobs: int | None,
    few: int,
) -> Account | None:
    """Return the account by parts; ``None`` where one part only is asked about."""
    from kehoach.run.by_parts.part_work import Work, ledger  # noqa: PLC0415 - where there is much to judge
    from kehoach.run.by_parts.shares import processes  # noqa: PLC0415 - the same

    around = surrounding(folder, question)
    with past_of(around) as past, checked_out(folder, around) as work_tree:
        inquiry = inquire(folder, shown_folder, question, around)
        if inquiry.part != WHOLE:
            return None
        return ledger(Work(inquiry, past, work_tree), owners, processes(jobs), few)
