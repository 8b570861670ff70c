"""``kehoach upcoming``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.filters import Filters, Standpoint
from kehoach.cli.frame.options import FORMAT, All, choice_option
from kehoach.pages.upcoming_page import UPCOMING_FORMATS
from kehoach.words import Text

_Days = Annotated[int, typer.Option(min=0, max=36500, metavar="N"), Text(
    "Trong bao nhiêu ngày tới, kể cả ngày cuối",
    "Within so many days, the last included",
)]  # fmt: skip


def upcoming(
    ctx: typer.Context,
    standpoint: Standpoint,
    asked: Filters,
    days: _Days = 30,
    all_: All = False,
    format_: Annotated[str, choice_option(UPCOMING_FORMATS, "--format"), FORMAT] = "table",
) -> int:
    """Print what falls due from today on, and who has not delivered it yet."""
    run = ask(ctx.obj, asked.question(standpoint))
    show(UPCOMING_FORMATS[format_](run, screen(ctx.obj, all_), days))
    return 0
