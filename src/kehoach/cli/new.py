"""``kehoach new``."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.answers import ask
from kehoach.cli.delivery import refuse, show, write_files
from kehoach.cli.filing import submission_path
from kehoach.cli.options import AsOf, NoGit
from kehoach.cli.settings import Settings
from kehoach.pipeline import Question, Run
from kehoach.render.new_submission import new_submission
from kehoach.summaries.forms import Form, Forms, unbegun
from kehoach.texts import Text

_STDOUT = Path("-")
_FEW = 12
_NO_PLAN = Text("không có kế hoạch “{plan}”; các kế hoạch: {plans}",
                "there is no plan “{plan}”; the plans: {plans}")  # fmt: skip
_WHICH_PLAN = Text(
    "{agency} có việc kỳ {period} trong nhiều kế hoạch, cần --plan: {plans}",
    "{agency} owes something in {period} under several plans, --plan is needed: {plans}",
)
_NO_PERIOD = Text("không có kỳ “{period}”; {agency} có các kỳ: {periods}",
                  "there is no period “{period}”; {agency} has: {periods}")  # fmt: skip
_NOT_BEGUN = Text(
    "kỳ {period} chưa bắt đầu vào ngày {day}; lập trước bằng --as-of NGÀY trong kỳ đó",
    "period {period} has not begun by {day}; prepare it by --as-of with a day of that period",
)
_NOTHING = Text(
    "{agency} không còn gì phải báo cáo kỳ {period}: đã nhận đủ, hoặc kế hoạch không giao",
    "{agency} has nothing to report for {period}: all was received, or nothing was asked of it",
)
_PASSED_ON = Text(
    "{agency} đã chấm dứt từ sau ngày {day}; nghĩa vụ nay thuộc: {heirs}",
    "{agency} ended after {day}; what it owed has passed to: {heirs}",
)
_NOBODY = Text("không cơ quan nào", "nobody")
_NEXT = Text(
    "điền tệp này, xoá dòng “draft: true” khi văn bản đã ký, chạy kehoach check rồi commit",
    "fill it in, delete “draft: true” once the letter is signed, run kehoach check and commit",
)


def new(
    ctx: typer.Context,
    agency: Annotated[
        str, typer.Option(metavar="ID", help="Cơ quan: mã, tên hoặc tên tắt · Agency")
    ],
    period: Annotated[str, typer.Option(metavar="P", help="Kỳ, ví dụ 2026, 2026-H1 · Period")],
    plan: Annotated[
        str | None, typer.Option(metavar="ID", help="Kế hoạch, khi có nhiều · Plan, of several")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="Ghi vào tệp khác; “-” là in ra màn hình · To another file; “-” prints it",
        ),
    ] = None,
    as_of: AsOf = None,
    no_git: NoGit = False,
) -> int:
    """Write a submission file with what an agency has to report, for it to be filled in."""
    settings: Settings = ctx.obj
    run = ask(settings, Question(as_of, agencies=(agency,), git=not no_git))
    form = _form(settings, run, plan, period)
    text = new_submission(run, form, settings.lang)
    if output == _STDOUT:
        show(text)
    else:
        path = output or submission_path(settings, run, form.agency, form.plan.id, period)
        write_files(settings, {path: text}, force=None)
        show(f"{path}\n")
    settings.say(_NEXT)
    return 0


def _form(settings: Settings, run: Run, plan: str | None, period: str) -> Form:
    """Return the one form asked for, or refuse: unknown, not begun, nothing owed, or several."""
    agency = run.asked.agencies[0]
    plans = ", ".join(each.id for each in run.plans)
    reports = [each for each in run.reports if plan in (None, each.docket.plan.id)]
    if not reports:
        refuse(settings, _NO_PLAN, plan=plan, plans=plans)
    found = [form for each in reports if (form := Forms(each).form(agency, period))]
    if len(found) > 1:
        refuse(settings, _WHICH_PLAN, agency=agency, period=period,
               plans=", ".join(form.plan.id for form in found))  # fmt: skip
    if not found:
        _refuse_empty(settings, run, agency, period)
    return found[0]


def _refuse_empty(settings: Settings, run: Run, agency: str, period: str) -> None:
    """Say why there is nothing to fill in."""
    body = run.registry.agency[agency]
    if body.valid.last and body.valid.last < run.as_of:
        heirs = ", ".join(run.registry.heirs_on(agency, run.as_of)) or _NOBODY.to(settings.lang)
        refuse(settings, _PASSED_ON, agency=agency, day=body.valid.last, heirs=heirs)
    if any(unbegun(each, period) for each in run.reports):
        refuse(settings, _NOT_BEGUN, period=period, day=run.as_of)
    begun = [name for each in run.reports for name in Forms(each).periods()]
    if period not in begun:
        mine = dict.fromkeys(n for each in run.reports for n in Forms(each).periods(agency))
        refuse(settings, _NO_PERIOD, period=period, agency=agency,
               periods=", ".join([*mine][:_FEW]) or "—")  # fmt: skip
    refuse(settings, _NOTHING, agency=agency, period=period)
