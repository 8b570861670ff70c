"""``kehoach upcoming``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import FORMAT, Agencies, All, AsOf, NoGit, Rev, choice_option
from kehoach.pages.upcoming_page import UPCOMING_FORMATS
from kehoach.run import Question
from kehoach.words import Text

_Days = Annotated[int, typer.Option(min=0, max=36500, metavar="N"), Text(
    "Trong bao nhiêu ngày tới, kể cả ngày cuối",
    "Within so many days, the last included",
)]  # fmt: skip


def upcoming(
    ctx: typer.Context,
    days: _Days = 30,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    agency: Agencies = None,
    all_: All = False,
    format_: Annotated[str, choice_option(UPCOMING_FORMATS, "--format"), FORMAT] = "table",
) -> int:
    """Print what falls due from today on, and who has not delivered it yet."""
    run = ask(ctx.obj, Question(as_of, agencies=tuple(agency or ()), git=not no_git, rev=rev))
    show(UPCOMING_FORMATS[format_](run, screen(ctx.obj, all_), days))
    return 0
