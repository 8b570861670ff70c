"""``kehoach upcoming``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, choose, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import Agencies, All, AsOf, NoGit, Rev, format_option
from kehoach.formats import UPCOMING_FORMATS
from kehoach.run import Question


def upcoming(
    ctx: typer.Context,
    days: Annotated[
        int, typer.Option(min=0, max=36500, help="Trong bao nhiêu ngày tới · Within so many days")
    ] = 30,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    agency: Agencies = None,
    all_: All = False,
    format_: Annotated[str, format_option(UPCOMING_FORMATS)] = "table",
) -> int:
    """Print what falls due from today on, and who has not delivered it yet."""
    render = choose(format_, UPCOMING_FORMATS)
    run = ask(ctx.obj, Question(as_of, agencies=tuple(agency or ()), git=not no_git, rev=rev))
    show(render(run, screen(ctx.obj, all_), days=days))
    return 0
