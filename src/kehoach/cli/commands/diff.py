"""``kehoach diff REV [REV]``."""

from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, choose, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import All, AsOf, format_option
from kehoach.formats import DIFF_FORMATS
from kehoach.run import Question

_REVISION = "Bản git: commit, nhánh, thẻ · Commit, branch or tag"


def diff(
    ctx: typer.Context,
    first: Annotated[str, typer.Argument(metavar="REV", help=_REVISION)],
    second: Annotated[
        str | None, typer.Argument(metavar="[REV]", help="Mặc định: hiện tại · Default: now")
    ] = None,
    as_of: AsOf = None,
    all_: All = False,
    format_: Annotated[str, format_option(DIFF_FORMATS)] = "text",
) -> int:
    """Print what changed: each state is judged at its own day unless one is given."""
    render = choose(format_, DIFF_FORMATS)
    old = ask(ctx.obj, Question(as_of, rev=first, on_its_day=True))
    new = ask(ctx.obj, Question(as_of, rev=second, on_its_day=second is not None))
    show(render(old, new, screen(ctx.obj, all_)))
    return 0
