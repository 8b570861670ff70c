"""``kehoach status``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.failing import FailOn, failed
from kehoach.cli.frame.options import (
    FORMAT,
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
    choice_option,
)
from kehoach.pages.status_page import GROUPINGS, STATUS_FORMATS
from kehoach.words import Text

_By = Annotated[str | None, choice_option(GROUPINGS, "--by"), Text(
    "Chỉ một bảng, gộp theo cách này",
    "Only one table, grouped in this way",
)]  # fmt: skip


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
    by: _By = None,
    all_: All = False,
    fail_on: FailOn = None,
    format_: Annotated[str, choice_option(STATUS_FORMATS, "--format"), FORMAT] = "table",
) -> int:
    """Print where the plan stands: totals, what is overdue or missing, who is responsible."""
    question = asked(as_of, agency, group, item, period, only, no_git=no_git, rev=rev)
    run = ask(ctx.obj, question)
    show(STATUS_FORMATS[format_](run, screen(ctx.obj, all_), by=by, listed=bool(only)))
    return failed(run, fail_on, ())
