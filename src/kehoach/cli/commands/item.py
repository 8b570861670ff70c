"""``kehoach item ID``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, choose, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import All, AsOf, NoGit, Rev, format_option
from kehoach.formats import ITEM_FORMATS
from kehoach.run import Question


def item(
    ctx: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="Số mục, ví dụ III.1.c · Item")],
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    all_: All = False,
    format_: Annotated[str, format_option(ITEM_FORMATS)] = "table",
) -> int:
    """Print what is known of an item: its sentence, its due days, who has delivered."""
    render = choose(format_, ITEM_FORMATS)
    run = ask(ctx.obj, Question(as_of, items=(id_,), git=not no_git, rev=rev))
    show(render(run, screen(ctx.obj, all_)))
    return 0
