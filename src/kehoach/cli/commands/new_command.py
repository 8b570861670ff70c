"""``kehoach new``."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kehoach.cli.frame.answers import ask
from kehoach.cli.frame.delivery import refuse, show, write_files
from kehoach.cli.frame.options import AsOf, NoGit, PlanId
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.submission_paths import submission_path
from kehoach.explanations.not_owed import ended
from kehoach.filing.forms import Form, Forms, unbegun
from kehoach.filing.new_submission import new_submission
from kehoach.periods import ONCE
from kehoach.reading.suggesting.suggestions import offered
from kehoach.run import Question, Run
from kehoach.words import Lang, Text, captions, shown_day

_STDOUT = Path("-")
_FEW = 12
_WHICH_PLAN = Text(
    "{agency} có việc kỳ {period} trong nhiều kế hoạch, cần --plan: {plans}",
    "{agency} owes something in {period} under several plans, --plan is needed: {plans}",
)
_NO_PERIOD = Text("không có kỳ “{period}”{meant}; {agency} có các kỳ: {periods}",
                  "there is no period “{period}”{meant}; {agency} has: {periods}")  # fmt: skip
_MEANT = Text(" (có phải {period}?)", " (did you mean {period}?)")
_ONCE = Text("việc một lần", "what is done once")
_HALF = Text("6 tháng {half} năm {year}", "half-year {half} of {year}")
_FIRST, _SECOND = Text("đầu", "1"), Text("cuối", "2")
_THERE = Text(
    "đã có “{path}”: mở tệp đó để điền tiếp, hoặc thêm -o TỆP_KHÁC để lập tệp mới; chưa ghi gì",
    "“{path}” is there: open it to go on, or make another one with -o FILE; nothing was written",
)
_NOT_BEGUN = Text(
    "kỳ {period} chưa bắt đầu vào ngày {day}; lập trước bằng --as-of NGÀY trong kỳ đó",
    "period {period} has not begun by {day}; prepare it by --as-of with a day of that period",
)
_NOTHING = Text(
    "{agency} không còn gì phải báo cáo kỳ {period}: đã nhận đủ, hoặc kế hoạch không giao",
    "{agency} has nothing to report for {period}: all was received, or nothing was asked of it",
)
_NEXT = Text(
    "điền tệp này, xoá dòng “draft: true” khi văn bản đã ký, chạy kehoach check rồi commit",
    "fill it in, delete “draft: true” once the letter is signed, run kehoach check and commit",
)
_Agency = Annotated[str, typer.Option(metavar="ID"), captions.AGENCY_ARGUMENT]  # fmt: skip
_Period = Annotated[str, typer.Option(metavar="P"), Text(
    "Kỳ báo cáo, ví dụ 2026 hoặc 2026-H1",
    "The period, such as 2026 or 2026-H1",
)]  # fmt: skip
_Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH"), Text(
    "Ghi vào tệp khác; “-” là in ra màn hình",
    "Write to another file; “-” prints it",
)]  # fmt: skip


def new(
    ctx: typer.Context,
    agency: _Agency,
    period: _Period,
    plan: PlanId = None,
    output: _Output = None,
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
        if path.is_symlink() or path.exists():
            refuse(settings, _THERE, path=path)
        write_files(settings, {path: text}, force=None)
        show(f"{path}\n")
    settings.note(_NEXT)
    return 0


def _form(settings: Settings, run: Run, plan: str | None, period: str) -> Form:
    """Return the one form asked for, or refuse: unknown, not begun, nothing owed, or several."""
    agency = run.asked.agencies[0]
    plans = ", ".join(each.id for each in run.plans)
    reports = [each for each in run.reports if plan in (None, each.docket.plan.id)]
    if not reports:
        refuse(settings, captions.NO_SUCH_PLAN, plan=plan, plans=plans)
    found = [form for each in reports if (form := Forms(each).form(agency, period))]
    if len(found) > 1:
        refuse(settings, _WHICH_PLAN, agency=agency, period=period,
               plans=", ".join(form.plan.id for form in found))  # fmt: skip
    if not found:
        _refuse_empty(settings, run, agency, period)
    return found[0]


def _refuse_empty(settings: Settings, run: Run, agency: str, period: str) -> None:
    """Say why there is nothing to fill in."""
    last = run.registry.agency[agency].valid.last
    if last and last < run.as_of:
        refuse(settings, ended(run, agency, last, run.as_of))
    if any(unbegun(each, period) for each in run.reports):
        refuse(settings, _NOT_BEGUN, period=period, day=shown_day(run.as_of, settings.lang))
    begun = [name for each in run.reports for name in Forms(each).periods()]
    if period not in begun:
        _refuse_period(settings, run, agency, period, begun)
    refuse(settings, _NOTHING, agency=agency, period=period)


def _refuse_period(
    settings: Settings, run: Run, agency: str, period: str, begun: list[str]
) -> NoReturn:
    """Say that there is no such period, which one may be meant, and which the agency has."""
    lang, better = settings.lang, offered(period, "period")
    mine = dict.fromkeys(name for each in run.reports for name in Forms(each).periods(agency))
    periods = ", ".join(_explained(name, lang) for name in [*mine][:_FEW])
    meant = _MEANT.to(lang, period=better) if better in begun else ""
    refuse(settings, _NO_PERIOD, period=period, agency=agency, meant=meant, periods=periods or "—")


def _explained(period: str, lang: Lang) -> str:
    """Return the name of a period, with what it means where that is not plain."""
    if period == ONCE:
        return f"{period} ({_ONCE.to(lang)})"
    year, _, half = period.partition("-H")
    if half not in ("1", "2"):
        return period
    words = (_FIRST if half == "1" else _SECOND).to(lang)
    return f"{period} ({_HALF.to(lang, half=words, year=year)})"
