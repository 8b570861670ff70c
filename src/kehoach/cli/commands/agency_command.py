"""``kehoach agency ID``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import FORMAT, All, AsOf, NoGit, Rev, choice_option
from kehoach.pages.agency_page import AGENCY_FORMATS
from kehoach.run import Question
from kehoach.words import captions

_Id = Annotated[str, typer.Argument(metavar="ID"), captions.AGENCY_ARGUMENT]  # fmt: skip


def agency(
    ctx: typer.Context,
    id_: _Id,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    all_: All = False,
    format_: Annotated[str, choice_option(AGENCY_FORMATS, "--format"), FORMAT] = "table",
) -> int:
    """Print what is known of an agency: who it is, what it owes, what it has sent."""
    run = ask(ctx.obj, Question(as_of, agencies=(id_,), git=not no_git, rev=rev))
    show(AGENCY_FORMATS[format_](run, screen(ctx.obj, all_)))
    return 0
