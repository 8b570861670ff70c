"""The account of everything: of what is little at once, of more part by part, with the same result."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.model import file_names
from kehoach.reading.folder import DataFolder, Folder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.workspace_reading import Unusable
from kehoach.run.account import Account
from kehoach.run.answering import answer, checked_out, surrounding
from kehoach.run.by_parts.parts import WHOLE
from kehoach.run.inquiry import inquire, past_of
from kehoach.run.question import Question, WrongQuestion

if TYPE_CHECKING:
    from kehoach.run.by_parts.part_work import Making

FEW = 800
"""So many submissions at most are judged as one part: dividing them would gain nothing."""


class PartLost(Exception):  # noqa: N818 - what was to be done is not done, whoever is at fault
    """A part was not judged: its process was stopped, ran out of memory, or met an error."""


class Reckoned(NamedTuple):
    """Where the plans stand, and what was made of each part of the data, in no order."""

    account: Account
    made: Sequence[Any]


def reckon(
    folder: Folder, shown_folder: str, question: Question, jobs: int | None = None, few: int = FEW
) -> Account:
    """Return where the plans stand, by ``jobs`` processes (default: as many as there are cores).

    Raises:
        Unusable, WrongQuestion, GitTrouble: as ``answer``.
    """
    found = _divided(folder, shown_folder, question, _Shares(jobs, few))
    return answer(folder, shown_folder, question) if found is None else found.account


def reckon_making(
    folder: Folder,
    shown_folder: str,
    question: Question,
    making: "Making",
    jobs: int | None = None,
    few: int = FEW,
) -> Reckoned:
    """Return the same with what is made of each part where it is judged: of all at once, if of one.

    Raises:
        Unusable, WrongQuestion, GitTrouble: as ``answer``.
    """
    found = _divided(folder, shown_folder, question, _Shares(jobs, few, making))
    if found is not None:
        return found
    run = answer(folder, shown_folder, question)
    return Reckoned(run, (making(run),))


class _Shares(NamedTuple):
    """Among how many processes, in parts of how many files, and what is made of each."""

    jobs: int | None
    few: int
    making: "Making | None" = None


def _divided(
    folder: Folder, shown_folder: str, question: Question, shares: _Shares
) -> Reckoned | None:
    """Return the account by parts; ``None`` where there is little, or where it came to no end.

    Whatever keeps a part from being judged is told by judging everything at once: there is one
    way in which the program speaks of troubles.
    """
    if question.rev is None and isinstance(folder, DataFolder):
        names = (each for each in folder.submissions() if isinstance(each, str))
        owners = list(map(file_names.owner, names))
        if len(owners) > shares.few:
            with suppress(Unusable, WrongQuestion, GitTrouble, PartLost):
                return _by_parts(folder, shown_folder, question, owners, shares)
    return None


def _by_parts(
    folder: DataFolder,
    shown_folder: str,
    question: Question,
    owners: Sequence[str | None],
    shares: _Shares,
) -> Reckoned | None:
    """Return the account by parts; ``None`` where one part only is asked about."""
    from kehoach.run.by_parts.part_work import Work, ledger  # noqa: PLC0415 - where there is much to judge
    from kehoach.run.by_parts.shares import processes  # noqa: PLC0415 - the same

    around = surrounding(folder, question)
    with past_of(around) as past, checked_out(folder, around) as work_tree:
        inquiry = inquire(folder, shown_folder, question, around)
        if inquiry.part != WHOLE:
            return None
        work = Work(inquiry, past, work_tree, shares.making)
        return Reckoned(*ledger(work, owners, processes(shares.jobs), shares.few))
