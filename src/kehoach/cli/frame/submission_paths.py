"""Where a submission file of an agency lies in the data folder, and what it is called."""

from pathlib import Path

from kehoach.cli.frame.answers import open_folder
from kehoach.cli.frame.delivery import refuse
from kehoach.cli.frame.settings import Settings
from kehoach.filing.new_submission import file_name
from kehoach.run import Run
from kehoach.words import Text

_LINKED = Text(
    "“{folder}” là một liên kết; tệp trong đó không được đọc nên không ghi vào",
    "“{folder}” is a link; files in it are not read, so that none is written there",
)


def submission_path(settings: Settings, run: Run, agency: str, plan: str, period: str) -> Path:
    """Return the path of the file in which an agency reports on a period of a plan.

    A folder that is a link is refused: it may lead anywhere, and is never read.
    """
    below = Path(open_folder(settings)[1] or ".") / "submissions"
    for folder in (below, below / agency):
        if folder.is_symlink():
            refuse(settings, _LINKED, folder=folder)
    return below / agency / file_name(plan, period, len(run.plans))
