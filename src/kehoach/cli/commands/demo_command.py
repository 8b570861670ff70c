"""``kehoach demo``."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from kehoach.cli.commands.init_command import refuse_full
from kehoach.cli.frame.delivery import refuse, show
from kehoach.cli.frame.folder_delivery import new_folder
from kehoach.cli.frame.settings import Settings
from kehoach.words import Text, captions
from kehoach.words.safety import one_line
from kehoach.words.system_reasons import system_reason

_UNWRITTEN = Text("không ghi được vào “{folder}”: {why}", "cannot write into “{folder}”: {why}")
_MADE = Text(
    """\
Đã lập kho minh hoạ trong {folder}: {count} commit, 2021–2024. Mọi dữ liệu đều là bịa.

  cd {folder}

Thử:
{tour}
README.md ở đó kể hết những gì đã xảy ra.
""",
    """\
Made a sample repository in {folder}: {count} {count:commit|commits}, 2021–2024. All of it is invented.

  cd {folder}

Try:
{tour}
The README.md there tells all that happened.
""",
)
_Folder = Annotated[Path, typer.Argument(metavar="DIR"), captions.NEW_FOLDER]  # fmt: skip


def demo(
    ctx: typer.Context,
    folder: _Folder,
) -> int:
    """Make a git repository of invented reports with a history, the same on every machine."""
    from kehoach.reading.repositories.git import GitTrouble  # noqa: PLC0415 - when used
    from kehoach.start.demo_history import history  # noqa: PLC0415 - when used
    from kehoach.start.demo_tour import tour_lines  # noqa: PLC0415 - when used
    from kehoach.start.git_writing import create  # noqa: PLC0415 - when used

    settings: Settings = ctx.obj
    refuse_full(settings, folder)
    commits = history()
    try:
        with new_folder(folder) as part:
            create(part, commits)
    except OSError as trouble:
        refuse(settings, _UNWRITTEN, folder=folder, why=system_reason(trouble))
    except GitTrouble as trouble:
        refuse(settings, trouble.text)
    tour = tour_lines(settings.lang)
    made = _MADE.filled(folder=quote(one_line(str(folder))), count=len(commits), tour=tour)
    show(made.to(settings.lang))
    return 0
