"""``kehoach receipt``."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, names_in_folder, screen
from kehoach.cli.frame.delivery import refuse, show
from kehoach.cli.frame.options import FORMAT, AsOf, NoGit, Rev, choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.letters.letter_formats import RECEIPT_FORMATS
from kehoach.run import Question, Run
from kehoach.words import Text

_NO_SUBMISSION = Text(
    "“{file}” không phải tệp báo cáo: cần một tệp .yaml trong submissions/CƠ-QUAN/",
    "“{file}” is no submission: name a .yaml file below submissions/AGENCY/",
)
_NOT_THEN = Text("bản git này không có tệp “{file}”", "that revision has no file “{file}”")
_KEPT_BACK = Text(
    "không nêu trong thư vì chỉ cơ quan tổng hợp xử lý được: {codes} (xem kehoach check {file})",
    "left out of the letter, being the office's own to settle: {codes} (see kehoach check {file})",
)
_File = Annotated[Path, typer.Argument(metavar="FILE"), Text(
    "Một tệp báo cáo trong submissions/",
    "A submission file below submissions/",
)]  # fmt: skip


def receipt(
    ctx: typer.Context,
    file: _File,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    format_: Annotated[str, choice_option(RECEIPT_FORMATS, "--format"), FORMAT] = "text",
) -> int:
    """Print what was understood from a submission file, as the confirmation to send back."""
    from kehoach.filing.understood import understood  # noqa: PLC0415 - when used

    settings: Settings = ctx.obj
    name = _name(settings, file)
    run = ask(settings, Question(as_of, git=not no_git, rev=rev, history=not no_git, file=name))
    if not _held(run, name):
        refuse(settings, _NOT_THEN if rev else _NO_SUBMISSION, file=file)
    read = understood(run, name)
    show(RECEIPT_FORMATS[format_](run, read, screen(settings)))
    if read.kept_back and format_ == "text":
        settings.say(_KEPT_BACK.filled(codes=", ".join(read.kept_back), file=quote(str(file))))
    return int(read.wrong)


def _name(settings: Settings, file: Path) -> str:
    """Return the file's name within the data folder; only submissions are receipted."""
    name = next(iter(names_in_folder(settings, [file])), "")
    if not name.startswith("submissions/") or file.is_dir():
        refuse(settings, _NO_SUBMISSION, file=file)
    return name


def _held(run: Run, name: str) -> bool:
    """Say whether the files that were read, or tried, include this one."""
    return name in run.workspace.left_out or any(
        each.file == name for each in run.workspace.filings
    )
