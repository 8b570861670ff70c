"""The run that answers a question: files in, verdicts, counts and findings out."""

from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace

from kehoach.reading.clock import today
from kehoach.reading.folder import DataFolder, Folder
from kehoach.reading.positions import Positions
from kehoach.reading.repositories.git_folder import folder_at
from kehoach.reading.repositories.repository import open_repository
from kehoach.reading.repositories.revisions import shared_with
from kehoach.reading.repositories.work_tree import WorkTree
from kehoach.reading.workspace_reading import Filings, Unusable, read_filed
from kehoach.run.by_parts.parts import NOBODY, WHOLE
from kehoach.run.inquiry import Inquiry, Judged, inquire, judged, past_of
from kehoach.run.question import Question
from kehoach.run.run import Run
from kehoach.run.surroundings import Surroundings, at_revision, surroundings


def answer(folder: Folder, shown_folder: str, question: Question) -> Run:
    """Return the run that answers a question.

    Raises:
        Unusable: a plan or the registry cannot be read.
        WrongQuestion: an agency, item, period or state asked for does not exist.
        GitTrouble: the folder lies in a repository that cannot date what needs a date.
    """
    around = surrounding(folder, question)
    if question.rev is not None:
        then = at_revision(around.needed, question.rev)
        around, folder = around.at(then), folder_at(then, folder.root)
    return _answer(folder, shown_folder, question, around)


def surrounding(folder: Folder, question: Question) -> Surroundings:
    """Return what surrounds a data folder, as a question has need of it."""
    around = surroundings(folder.root, today, git=question.git)
    return around._replace(thorough=question.history)


def answer_since(folder: Folder, shown_folder: str, question: Question, revision: str) -> Run:
    """Return a run whose findings are only those that came since a git revision.

    The base is the last commit shared with it, judged at the same day; where that cannot be read,
    and where nothing has been committed yet, everything is new.

    Raises:
        Unusable, WrongQuestion, GitTrouble: as ``answer``.
    """
    run = answer(folder, shown_folder, question)
    repository = run.repository or open_repository(folder.root)
    if repository is not None and repository.head is None:
        return run  # before the first commit
    other = at_revision(repository, revision)
    shared = shared_with(repository or other, other)
    if shared is None:
        return run
    then = replace(question, as_of=run.as_of)
    around = Surroundings(shared if question.git else None, today, thorough=question.history)
    try:
        base = _answer(folder_at(shared, folder.root), shown_folder, then, around)
    except Unusable:
        return run
    return replace(run, base=replace(base, blind=None))


def _answer(folder: Folder, shown_folder: str, question: Question, around: Surroundings) -> Run:
    """Return the run on one state of the files; git is at work while they are read."""
    with past_of(around) as past, checked_out(folder, around) as work_tree:
        inquiry, filed = _read(folder, shown_folder, question, around, work_tree)
        return run_of(inquiry, judged(inquiry, filed, past))


def run_of(inquiry: Inquiry, found: Judged) -> Run:
    """Return the run on what of the data an inquiry is about, once it is judged."""
    asked = inquiry.asked
    return Run(
        found.workspace,
        found.reports,
        found.listed(asked),
        tuple(found.coordinating(asked)),
        inquiry.as_of,
        inquiry.timezone,
        inquiry.shown_folder,
        asked,
        inquiry.around.repository,
        Positions(inquiry.folder.text, found.workspace.lost),
        found.histories,
        inquiry.dockets,
        found.blind,
        inquiry.question.rev,
        wordings=inquiry.question.wordings,
        today=inquiry.today,
        part=inquiry.part,
        others=inquiry.others,
        since=inquiry.since,
    )


def _read(
    folder: Folder,
    shown_folder: str,
    question: Question,
    around: Surroundings,
    work_tree: WorkTree | None,
) -> tuple[Inquiry, Filings]:
    """Return what is read for a question, once the work tree is known to show what is checked out.

    What it hides may be the plan itself.

    Raises:
        Unusable, WrongQuestion: as ``inquire``.
        GitTrouble: as ``inquire``; or the work tree hides a file that is read, or shows other words
            than the commit's.
    """
    part = NOBODY
    try:
        inquiry = inquire(folder, shown_folder, question, around)
        part = inquiry.part
        return inquiry, read_filed(folder, part.holds, inquiry.office.registry.agency)
    except Unusable:
        part = WHOLE  # everything was read, to tell all that is wrong
        raise
    finally:
        if work_tree is not None:
            work_tree.check(folder, part.reads)


def checked_out(folder: Folder, around: Surroundings) -> AbstractContextManager[WorkTree | None]:
    """Return what git has checked out in a folder on the disk; nothing of one read from a commit."""
    if isinstance(folder, DataFolder) and around.repository is not None:
        return closing(WorkTree(around.repository))
    return nullcontext()
