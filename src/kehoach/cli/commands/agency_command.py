"""``kehoach agency ID``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.filters import OfItems, Standpoint
from kehoach.cli.frame.options import FORMAT, All, choice_option
from kehoach.pages.agency_page import AGENCY_FORMATS
from kehoach.words import captions

_Id = Annotated[str, typer.Argument(metavar="ID"), captions.AGENCY_ARGUMENT]  # fmt: skip


def agency(
    ctx: typer.Context,
    id_: _Id,
    standpoint: Standpoint,
    asked: OfItems,
    all_: All = False,
    format_: Annotated[str, choice_option(AGENCY_FORMATS, "--format"), FORMAT] = "table",
) -> int:
    """Print what is known of an agency: who it is, what it owes, what it has sent."""
    run = ask(ctx.obj, asked.question(standpoint, agencies=(id_,), below=True))
    show(AGENCY_FORMATS[format_](run, screen(ctx.obj, all_)))
    return 0
