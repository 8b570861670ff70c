"""``kehoach item ID``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import FORMAT, All, AsOf, NoGit, Rev, choice_option
from kehoach.pages.item_page import ITEM_FORMATS
from kehoach.run import Question
from kehoach.words import Text

_Id = Annotated[str, typer.Argument(metavar="ID"), Text(
    "Số mục của kế hoạch, ví dụ III.1.c",
    "The item's number in the plan, such as III.1.c",
)]  # fmt: skip


def item(
    ctx: typer.Context,
    id_: _Id,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    all_: All = False,
    format_: Annotated[str, choice_option(ITEM_FORMATS, "--format"), FORMAT] = "table",
) -> int:
    """Print what is known of an item: its sentence, its due days, who has delivered."""
    run = ask(ctx.obj, Question(as_of, items=(id_,), git=not no_git, rev=rev))
    show(ITEM_FORMATS[format_](run, screen(ctx.obj, all_)))
    return 0
