"""``kehoach consolidate``."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask_to_accuse
from kehoach.cli.frame.delivery import (
    deliver,
    refuse,
    refuse_existing,
    refuse_suffix,
    refuse_terminal,
    refuse_without,
)
from kehoach.cli.frame.options import Anyway, AsOf, Force, NoGit, Output, PlanId, Rev, choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.letters.letter_formats import CONSOLIDATION_FORMATS
from kehoach.run import Question, Run
from kehoach.verdicts.assessment import Report
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text, captions

_NEEDED = {"docx": ("docx", "word")}  # the format's package, and the extra that brings it
_ENDINGS = {"markdown": (".md", ".txt", ".docx"), "docx": (".docx",)}
_NO_REPORT = Text("mục {item} không phải là báo cáo", "item {item} is no report")
_NO_PERIOD = Text(
    "mục {item} chưa có kỳ báo cáo nào: kế hoạch không ấn định thời hạn, hoặc chưa ghi yêu cầu nào",
    "item {item} has no period yet: the plan sets no time, or no request is recorded",
)
_WHICH_PERIOD = Text(
    "mục {item} có nhiều kỳ, cần --period: {periods}",
    "item {item} has several periods, --period is needed: {periods}",
)
_NOT_ITS_PERIOD = Text(
    "mục {item} không có kỳ {period}: {periods}", "item {item} has no period {period}: {periods}"
)
_NOT_BEGUN = Text(
    "kỳ {period} của mục {item} chưa bắt đầu vào ngày {day}",
    "period {period} of item {item} has not begun by {day}",
)
_WHICH_PLAN = Text(
    "mục {item} có trong nhiều kế hoạch, cần --plan: {plans}",
    "item {item} stands in several plans, --plan is needed: {plans}",
)
_NOT_IN_PLAN = Text(
    "kế hoạch {plan} không có mục {item}; có trong kế hoạch: {plans}",
    "plan {plan} has no item {item}; it stands in plan: {plans}",
)

_Item = Annotated[str, typer.Option(metavar="ID"), Text(
    "Mục của báo cáo, ví dụ III.1.c",
    "The item of the report, such as III.1.c",
)]  # fmt: skip
_Period = Annotated[str | None, typer.Option(metavar="P"), Text(
    "Kỳ, ví dụ 2026 hoặc 2026-H1; cần khi có nhiều kỳ",
    "The period, such as 2026 or 2026-H1; needed where there are several",
)]  # fmt: skip
_Format = Annotated[
    str | None, choice_option(CONSOLIDATION_FORMATS, "--format"), captions.FORMAT_BY_SUFFIX
]


def consolidate(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    item: _Item,
    period: _Period = None,
    plan: PlanId = None,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    anyway: Anyway = False,
    format_: _Format = None,
    output: Output = None,
    force: Force = False,
) -> int:
    """Print the reports of one period gathered by item; ``PATH.docx`` alone asks for Word."""
    from kehoach.letters.consolidation.gathered_reports import consolidate as gather  # noqa: PLC0415

    word = output is not None and output.suffix.lower() == ".docx"
    name = format_ or ("docx" if word else "markdown")
    settings: Settings = ctx.obj
    _refuse_first(settings, name, output, force=force)
    periods = (period,) if period else ()
    question = Question(as_of, items=(item,), periods=periods, git=not no_git, rev=rev)
    run = ask_to_accuse(settings, question, anyway=anyway)
    report = _report(settings, run, plan)
    demand = _demand(settings, run, report, period)
    gathered = gather(report, demand, run.workspace.filings)
    made = CONSOLIDATION_FORMATS[name](run, gathered, settings.lang)
    deliver(settings, made, output, force=force)
    return 0


def _refuse_first(settings: Settings, name: str, output: Path | None, *, force: bool) -> None:
    """Refuse, before anything is read, what could not be delivered."""
    refuse_suffix(settings, output, *_ENDINGS[name])
    if name in _NEEDED:
        refuse_without(settings, *_NEEDED[name], f"--format {name}")
        refuse_terminal(settings, output, f"--format {name}")
    if output is not None:
        refuse_existing(settings, output, force=force)


def _report(settings: Settings, run: Run, plan: str | None) -> Report:
    """Return the verdicts of the one plan in which the report asked for stands."""
    found, id_ = _one_having(settings, run, plan), run.asked.items[0]
    if found.docket.plan.item[id_].kind != "report":
        refuse(settings, _NO_REPORT, item=id_)
    return found


def _one_having(settings: Settings, run: Run, plan: str | None) -> Report:
    """Return the verdicts of the one plan, named or not, that has the item asked for."""
    id_ = run.asked.items[0]
    reports = {report.docket.plan.id: report for report in run.reports}
    if plan is not None and plan not in reports:
        refuse(settings, captions.NO_SUCH_PLAN, plan=plan, plans=", ".join(reports))
    having = {name: each for name, each in reports.items() if id_ in each.docket.plan.item}
    found = [having[name] for name in having if plan in (None, name)]
    if len(found) != 1:
        why = _WHICH_PLAN if plan is None else _NOT_IN_PLAN
        refuse(settings, why, item=id_, plan=plan, plans=", ".join(having))
    return found[0]


def _demand(settings: Settings, run: Run, report: Report, period: str | None) -> Demand:
    """Return the report in the one period that is asked for."""
    id_ = run.asked.items[0]
    demands: dict[str, Demand] = {
        each.period: each for each in report.docket.demands if each.item.id == id_
    }
    periods = ", ".join(demands)
    if not demands:
        refuse(settings, _NO_PERIOD, item=id_)
    if period is None and len(demands) > 1:
        refuse(settings, _WHICH_PERIOD, item=id_, periods=periods)
    name = period or next(iter(demands))
    if name not in demands:
        refuse(settings, _NOT_ITS_PERIOD, item=id_, period=name, periods=periods)
    if demands[name].term.start > run.as_of:
        refuse(settings, _NOT_BEGUN, item=id_, period=name, day=run.as_of)
    return demands[name]
