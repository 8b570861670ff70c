"""``kehoach explain``."""

import re
from typing import Annotated

import typer

from kehoach.cli.answers import ask, choose, screen, show
from kehoach.cli.options import AsOf, NoGit, format_option
from kehoach.pipeline import Question
from kehoach.pipeline.rules import all_rules
from kehoach.render.formats import EXPLAIN_FORMATS, RULE_FORMATS
from kehoach.texts import Text

_CODE = re.compile(r"KH\d{3}")


def explain(
    ctx: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="ITEM|KHnnn", help="Số mục, hoặc mã phát hiện · Item or code")
    ],
    agency: Annotated[
        str | None, typer.Option(metavar="ID", help="Cơ quan (mã hoặc tên) · Agency")
    ] = None,
    period: Annotated[str | None, typer.Option(metavar="P", help="Kỳ · Period")] = None,
    as_of: AsOf = None,
    no_git: NoGit = False,
    format_: Annotated[str, format_option(EXPLAIN_FORMATS)] = "text",
) -> int:
    """Print how a verdict was reached, or what a finding means."""
    if _CODE.fullmatch(what):
        return _rule(ctx, what, format_)
    render = choose(format_, EXPLAIN_FORMATS)
    if agency is None:
        raise typer.BadParameter("--agency")
    periods = (period,) if period else ()
    run = ask(
        ctx.obj, Question(as_of, agencies=(agency,), items=(what,), periods=periods, git=not no_git)
    )
    if not run.assessments:
        ctx.obj.say(
            Text(
                f"mục {what} không giao cho {agency}, hoặc kỳ chưa bắt đầu tính đến ngày này",
                f"item {what} is not laid on {agency}, or its period has not begun by this day",
            )
        )
        return 2
    show(render(run, screen(ctx.obj)))
    return 0


def _rule(ctx: typer.Context, code: str, format_: str) -> int:
    """Print what a finding means."""
    render = choose(format_, RULE_FORMATS)
    found = [rule for rule in all_rules() if rule.code == code]
    if not found:
        ctx.obj.say(Text(f"không có mã {code}", f"there is no code {code}"))
        return 2
    show(render(found[0], screen(ctx.obj)))
    return 0
