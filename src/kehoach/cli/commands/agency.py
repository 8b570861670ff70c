"""``kehoach agency ID``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, choose, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import All, AsOf, NoGit, Rev, format_option
from kehoach.formats import AGENCY_FORMATS
from kehoach.run import Question


def agency(
    ctx: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="Mã, tên hoặc tên tắt · Id or name")],
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    all_: All = False,
    format_: Annotated[str, format_option(AGENCY_FORMATS)] = "table",
) -> int:
    """Print what is known of an agency: who it is, what it owes, what it has sent."""
    render = choose(format_, AGENCY_FORMATS)
    run = ask(ctx.obj, Question(as_of, agencies=(id_,), git=not no_git, rev=rev))
    show(render(run, screen(ctx.obj, all_)))
    return 0
