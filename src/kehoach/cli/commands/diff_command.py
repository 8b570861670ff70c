"""``kehoach diff REV [REV]``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.filters import Filters, Standpoint
from kehoach.cli.frame.options import FORMAT, All, AsOf, choice_option
from kehoach.pages.diff_page import DIFF_FORMATS
from kehoach.words import Text

_First = Annotated[str, typer.Argument(metavar="REV"), Text(
    "Bản git trước: commit, nhánh hoặc thẻ",
    "The earlier git revision: a commit, branch or tag",
)]  # fmt: skip
_Second = Annotated[str | None, typer.Argument(metavar="[REV]"), Text(
    "Bản git sau; mặc định là các tệp như hiện có",
    "The later revision; by default the files as they are now",
)]  # fmt: skip


def diff(
    ctx: typer.Context,
    first: _First,
    second: _Second = None,
    *,
    asked: Filters,
    as_of: AsOf = None,
    all_: All = False,
    format_: Annotated[str, choice_option(DIFF_FORMATS, "--format"), FORMAT] = "text",
) -> int:
    """Print what changed: each state is judged at its own day unless one is given."""
    old = ask(ctx.obj, asked.question(Standpoint(as_of, rev=first), on_its_day=True))
    now = Standpoint(as_of, rev=second)
    new = ask(ctx.obj, asked.question(now, on_its_day=second is not None))
    show(DIFF_FORMATS[format_](old, new, screen(ctx.obj, all_)))
    return 0
