"""``kehoach explain``."""

import re
from datetime import date
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, choose, passed_on, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import AsOf, NoGit, Rev, format_option
from kehoach.explanations.bodies import names_of
from kehoach.formats import EXPLAIN_FORMATS, RULE_FORMATS
from kehoach.run import Question, Run
from kehoach.run.rulebook import all_rules
from kehoach.words import Text, day_words

_CODE = re.compile(r"KH\d{3}")
_FEW = 4
_NO_CODE = Text(
    "không có mã {code}; các mã gần nhất: {near} (danh mục đầy đủ: docs/rules.md)",
    "there is no code {code}; the nearest: {near} (all of them: docs/rules.md)",
)
_PASSED_ON = Text(
    "nghĩa vụ của {agency} ở mục {item} nay thuộc {heirs}: xem --agency {first}",
    "what {agency} owed in item {item} has passed to {heirs}: see --agency {first}",
)
_NO_TERM = Text(
    "mục {item} chưa có kỳ nào: kế hoạch không ấn định thời hạn, hoặc chưa ghi yêu cầu nào",
    "item {item} has no period yet: the plan sets no time, or no request is recorded",
)
_NO_SUCH_PERIOD = Text("mục {item} không có kỳ {asked}; các kỳ của mục: {periods}",
                       "item {item} has no period {asked}; it has: {periods}")  # fmt: skip
_NOT_BEGUN = Text(
    "mục {item} giao cho {agency}, nhưng kỳ {period} chưa bắt đầu (bắt đầu ngày {start}); xem trước "
    "bằng --as-of NGÀY trong kỳ đó",
    "item {item} is laid on {agency}, but period {period} has not begun (it begins on {start}); look "
    "ahead by --as-of with a day of it",
)
_BESIDE = Text("ở mục {item}, {agency} chỉ phối hợp; giao cho: {owners}",
               "in item {item}, {agency} only coordinates; it is laid on: {owners}")  # fmt: skip
_NOT_LAID = Text("mục {item} không giao cho {agency}; giao cho: {owners}",
                 "item {item} is not laid on {agency}; it is laid on: {owners}")  # fmt: skip


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
        and each.obligation.demand.period in (run.asked.periods or (each.obligation.demand.period,))
        and (each.inherited_from == agency or agency in each.merged)
    }
    if heirs:
        return _PASSED_ON.filled(
            agency=agency, item=item, heirs=", ".join(sorted(heirs)), first=min(heirs)
        )
    return _why_not_owed(run, agency, item)


def _why_not_owed(run: Run, agency: str, item: str) -> Text:
    """Return why an agency owes nothing of an item: no such period, ended, not begun, not laid."""
    demands = [
        each for report in run.reports for each in report.docket.demands if each.item.id == item
    ]
    if not demands:
        return _NO_TERM.filled(item=item)
    asked = [each for each in demands if each.period in (run.asked.periods or (each.period,))]
    if not asked:
        periods = ", ".join(dict.fromkeys(each.period for each in demands))
        return _NO_SUCH_PERIOD.filled(
            item=item, asked=", ".join(run.asked.periods), periods=periods
        )
    owners = (*asked[0].item.lead, *asked[0].item.implement)
    last = run.registry.agency[agency].valid.last
    after = max(run.as_of, *(each.resolved for each in asked))
    if last and last < after and _in(run, agency, last, owners):
        return passed_on(run, agency, last, after)
    laid = [each for each in asked if _in(run, agency, each.resolved, owners)]
    if ahead := [each for each in laid if each.term.start > run.as_of]:
        next_ = min(ahead, key=lambda each: each.term.start)
        start = day_words(next_.term.start)
        return _NOT_BEGUN.filled(item=item, agency=agency, period=next_.period, start=start)
    beside = any(_in(run, agency, each.resolved, each.item.coordinate) for each in asked)
    words = _BESIDE if beside else _NOT_LAID
    return words.filled(item=item, agency=agency, owners=names_of(run, owners) or "—")


def _in(run: Run, agency: str, day: date, ids: tuple[str, ...]) -> bool:
    """Say whether an agency is one of those named, or in a group of theirs, on a day."""
    return any(agency in run.registry.members_on(id_, day) for id_ in ids)


def _nearest_codes(code: str) -> list[str]:
    """Return the codes that exist and whose numbers are nearest."""
    known = [rule.code for rule in all_rules()]
    return sorted(sorted(known, key=lambda each: abs(int(each[2:]) - int(code[2:])))[:_FEW])


def _rule(ctx: typer.Context, code: str, format_: str) -> int:
    """Print what a finding means."""
    render = choose(format_, RULE_FORMATS)
    found = [rule for rule in all_rules() if rule.code == code]
    if not found:
        ctx.obj.say(_NO_CODE.filled(code=code, near=", ".join(_nearest_codes(code))))
        return 2
    show(render(found[0], screen(ctx.obj)))
    return 0
