"""``kehoach status``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, choose, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.failing import FailOn, failed
from kehoach.cli.frame.options import (
    Agencies,
    All,
    AsOf,
    Groups,
    Items,
    NoGit,
    Only,
    Periods,
    Rev,
    asked,
    format_option,
)
from kehoach.formats import STATUS_FORMATS

_BY = ("agency", "item", "period")


def status(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    agency: Agencies = None,
    group: Groups = None,
    item: Items = None,
    period: Periods = None,
    only: Only = None,
    by: Annotated[
        str | None, typer.Option(metavar="|".join(_BY), help="Gộp theo · Grouped by")
    ] = None,
    all_: All = False,
    fail_on: FailOn = None,
    format_: Annotated[str, format_option(STATUS_FORMATS)] = "table",
) -> int:
    """Print where the plan stands: totals, what is overdue or missing, who is responsible."""
    render = choose(format_, STATUS_FORMATS)
    if by is not None and by not in _BY:
        raise typer.BadParameter(f"--by {by!r}: {' | '.join(_BY)}")
    question = asked(as_of, agency, group, item, period, only, no_git=no_git, rev=rev)
    run = ask(ctx.obj, question)
    show(render(run, screen(ctx.obj, all_), by=by, listed=bool(only)))
    return failed(run, fail_on, ())
