"""``kehoach check``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, ask_for_account, names_in_folder, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.failing import FailOn, failed
from kehoach.cli.frame.job_summary import add_job_summary
from kehoach.cli.frame.options import FORMAT, All, AsOf, Jobs, NoGit, Rev, choice_option
from kehoach.cli.frame.standard_input import STANDARD_INPUT, ask_of_stdin
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.run import Account, Question
from kehoach.words import Text

_Path = Annotated[list[Path] | None, typer.Argument(metavar="[PATH]..."), Text(
    "Chỉ báo về các tệp hoặc thư mục này; - là một tệp báo cáo từ đầu vào chuẩn",
    "Report only on these files or folders; - is a submission from standard input",
)]  # fmt: skip
_StdinName = Annotated[Path | None, typer.Option("--stdin-filename", metavar="PATH"), Text(
    "Tệp mà đầu vào chuẩn sẽ là; mặc định là một tệp mới của cơ quan ghi trong đó",
    "The file that standard input is to be; by default a new one of the agency it names",
)]  # fmt: skip
_Since = Annotated[str | None, typer.Option(metavar="REF"), Text(
    "Chỉ báo điều mới so với bản git này",
    "Report only what is new since this git revision",
)]  # fmt: skip


def check(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    path: _Path = None,
    stdin_filename: _StdinName = None,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    since: _Since = None,
    all_: All = False,
    fail_on: FailOn = None,
    jobs: Jobs = None,
    format_: Annotated[str, choice_option(CHECK_FORMATS, "--format"), FORMAT] = "text",
) -> int:
    """Print everything that is wrong in the files, and what is late or overdue."""
    question = Question(
        as_of, git=not no_git, rev=rev, history=not no_git, wordings=True, listing=True
    )
    run: Account
    if path == [STANDARD_INPUT]:
        run = ask_of_stdin(ctx.obj, question, stdin_filename)
    elif since is None:
        run = ask_for_account(ctx.obj, question, jobs)
    else:
        run = ask(ctx.obj, question, since)
    if path and path != [STANDARD_INPUT]:
        run = run.only_files(names_in_folder(ctx.obj, path))
    # A log is read by searching in it: off a terminal every row is there.
    show(CHECK_FORMATS[format_](run, screen(ctx.obj, all_ or not sys.stdout.isatty())))
    if format_ == "github":
        add_job_summary(run, ctx.obj)
    return failed(run, fail_on, ("error",))
