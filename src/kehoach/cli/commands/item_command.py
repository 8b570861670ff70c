"""``kehoach item ID``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import refuse, show
from kehoach.cli.frame.filters import OfBodies, Standpoint
from kehoach.cli.frame.options import FORMAT, All, choice_option
from kehoach.pages.item_page import ITEM_FORMATS, asked_items
from kehoach.words import Text

_Id = Annotated[str, typer.Argument(metavar="ID"), Text(
    "Số mục của kế hoạch, ví dụ III.1.c",
    "The item's number in the plan, such as III.1.c",
)]  # fmt: skip
_NOWHERE = Text(
    "mục {item} không có trong phần được hỏi (--plan, --tag)",
    "item {item} does not stand in what is asked about (--plan, --tag)",
)


def item(
    ctx: typer.Context,
    id_: _Id,
    standpoint: Standpoint,
    asked: OfBodies,
    all_: All = False,
    format_: Annotated[str, choice_option(ITEM_FORMATS, "--format"), FORMAT] = "table",
) -> int:
    """Print what is known of an item: its sentence, its due days, who has delivered."""
    run = ask(ctx.obj, asked.question(standpoint, items=(id_,)))
    if next(asked_items(run), None) is None:
        refuse(ctx.obj, _NOWHERE, item=id_)
    show(ITEM_FORMATS[format_](run, screen(ctx.obj, all_)))
    return 0
