"""``kehoach explain``."""

import re
from typing import Annotated

import typer

from kehoach.cli.answers import ask, choose, screen
from kehoach.cli.delivery import show
from kehoach.cli.options import AsOf, NoGit, Rev, format_option
from kehoach.pipeline import Question, Run
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
    rev: Rev = None,
    format_: Annotated[str, format_option(EXPLAIN_FORMATS)] = "text",
) -> int:
    """Print how a verdict was reached, or what a finding means."""
    if _CODE.fullmatch(what.upper()):
        return _rule(ctx, what.upper(), format_)
    render = choose(format_, EXPLAIN_FORMATS)
    if agency is None:
        raise typer.BadParameter("cần / needs --agency ID")
    periods = (period,) if period else ()
    run = ask(
        ctx.obj,
        Question(
            as_of, agencies=(agency,), items=(what,), periods=periods, git=not no_git, rev=rev
        ),
    )
    if not run.assessments:
        ctx.obj.say(_why_none(run, what))
        return 2
    show(render(run, screen(ctx.obj)))
    return 0


def _why_none(run: Run, item: str) -> Text:
    """Return why nothing of an item is laid on the agency asked about."""
    agency = run.asked.agencies[0]
    heirs = {
        each.agency
        for report in run.reports
        for each in report.assessments
        if each.obligation.demand.item.id == item
        and (each.inherited_from == agency or agency in each.merged)
    }
    if heirs:
        now = ", ".join(sorted(heirs))
        return Text(
            f"nghĩa vụ của {agency} ở mục {item} nay thuộc {now}: xem --agency {min(heirs)}",
            f"what {agency} owed in item {item} has passed to {now}: see --agency {min(heirs)}",
        )
    if not any(demand.item.id == item for each in run.reports for demand in each.docket.demands):
        return Text(
            f"mục {item} chưa có kỳ nào: kế hoạch không ấn định thời hạn, hoặc chưa ghi yêu cầu nào",
            f"item {item} has no period yet: the plan sets no time, or no request is recorded",
        )
    return Text(
        f"mục {item} không giao cho {agency}, hoặc kỳ chưa bắt đầu tính đến ngày này",
        f"item {item} is not laid on {agency}, or its period has not begun by this day",
    )


def _rule(ctx: typer.Context, code: str, format_: str) -> int:
    """Print what a finding means."""
    render = choose(format_, RULE_FORMATS)
    found = [rule for rule in all_rules() if rule.code == code]
    if not found:
        ctx.obj.say(Text(f"không có mã {code}", f"there is no code {code}"))
        return 2
    show(render(found[0], screen(ctx.obj)))
    return 0
