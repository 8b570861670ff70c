"""What a worker does: judge one repository as ``kehoach status`` would, and keep its small result.

Whatever goes wrong is an outcome with its reason, never an exception: one repository must not take
the others with it.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from kehoach.contract.summary_parts import summary_output
from kehoach.diagnostics import Finding
from kehoach.model import file_names
from kehoach.portfolio.outcome import Outcome, Task
from kehoach.reading.folder import ChangedMeanwhile, DataFolder, find_data_folder
from kehoach.reading.folder_place import NoDataFolder
from kehoach.reading.positions import Positions
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.remotes import clone, is_remote, revision_in
from kehoach.reading.workspace_reading import Unusable
from kehoach.run import Question, WrongQuestion, reckon
from kehoach.words import LANGUAGES, Text
from kehoach.words.system_reasons import system_reason

UNEXPECTED = Text("lỗi ngoài dự kiến: {told}", "unexpected error: {told}")
_NO_FOLDER = Text(
    "không có thư mục dữ liệu (có plan_*.yaml)", "there is no data folder (with plan_*.yaml)"
)
_MORE = Text("{first} (và {count} lỗi khác)", "{first} (and {count} more)")


def judge(task: Task) -> Outcome:
    """Return the small result of a repository, or why there is none."""
    try:
        if is_remote(task.source):
            return _fetched(task)
        return _judged(Path(task.source), task)
    except NoDataFolder:
        return Outcome(why=_NO_FOLDER)
    except (WrongQuestion, GitTrouble, ChangedMeanwhile) as trouble:
        return Outcome(why=trouble.text)
    except OSError as error:
        return Outcome(why=system_reason(error))
    except Exception as error:  # noqa: BLE001 - it is told, in the place of this repository's result
        return Outcome(why=UNEXPECTED.filled(told=f"{type(error).__name__}: {error}"))


def _fetched(task: Task) -> Outcome:
    """Return the outcome for a repository that is brought here first; a network may fail once only."""
    with TemporaryDirectory(prefix="kehoach-") as room:
        place = Path(room)
        try:
            clone(task.source, place)
        except GitTrouble as trouble:
            return Outcome(why=trouble.text, again=True)
        revision = task.revision and revision_in(place, task.revision)
        return _judged(place, task._replace(revision=revision))


def _judged(place: Path, task: Task) -> Outcome:
    """Return the outcome for a repository on this disk.

    Raises:
        NoDataFolder, WrongQuestion, GitTrouble: as the program's own commands.
    """
    folder = find_data_folder(place, place)
    question = Question(task.as_of, rev=task.revision, history=True)
    try:
        account = reckon(folder, "", question, jobs=1)
    except Unusable as unusable:
        return Outcome(why=_unusable(folder, unusable.findings))
    return Outcome(summary_output(account, task.lang))


def _unusable(folder: DataFolder, findings: tuple[Finding, ...]) -> Text:
    """Return the first mistake for which nothing can be judged, and how many more there are."""
    needed = [each for each in findings if _needed(each.place.file)] or list(findings)
    at = Positions(folder.text).locate(needed[0])
    told = Text(*(
        f"{at.finding.place.file}:{at.line}:{at.column}: {at.finding.message(lang)}"
        for lang in LANGUAGES
    ))  # fmt: skip
    more = len(needed) - 1
    return _MORE.filled(first=told, count=more) if more else told


def _needed(file: str) -> bool:
    """Say whether nothing can be judged without a file."""
    return file_names.is_plan(file) or file in (file_names.PLANS, file_names.REGISTRY)
