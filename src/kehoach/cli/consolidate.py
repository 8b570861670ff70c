"""``kehoach consolidate``."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kehoach.assessment import Report
from kehoach.cli.answers import ask, show
from kehoach.cli.options import AsOf, NoGit, Rev, format_option
from kehoach.cli.settings import Settings
from kehoach.obligations import Demand
from kehoach.pipeline import Question, Run
from kehoach.render.formats import CONSOLIDATION_FORMATS
from kehoach.summaries import consolidation
from kehoach.texts import Text

_NEEDED = {"docx": ("docx", "word")}  # the format's package, and the extra that brings it
_MISSING = Text(
    "--format {format} cần thêm gói: pip install 'kehoach[{extra}]'",
    "--format {format} needs a further package: pip install 'kehoach[{extra}]'",
)
_TERMINAL = Text(
    "tệp Word không in ra màn hình: thêm -o TỆP.docx", "a Word file is not shown: add -o FILE.docx"
)
_THERE = Text(
    "“{file}” đã có; thêm --force để ghi đè", "“{file}” exists; add --force to replace it"
)
_UNWRITTEN = Text("không ghi được “{file}”: {why}", "“{file}” cannot be written: {why}")
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


def consolidate(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    item: Annotated[
        str, typer.Option(metavar="ID", help="Mục báo cáo, ví dụ III.1.c · The report's item")
    ],
    period: Annotated[str | None, typer.Option(metavar="P", help="Kỳ, ví dụ 2026 · Period")] = None,
    plan: Annotated[
        str | None, typer.Option(metavar="ID", help="Kế hoạch, khi có nhiều · Plan, of several")
    ] = None,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    format_: Annotated[str | None, format_option(CONSOLIDATION_FORMATS)] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="PATH", help="Ghi vào tệp · Write to")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Ghi đè tệp đã có · Replace a file that exists")
    ] = False,
) -> int:
    """Print the reports of one period gathered by item; ``PATH.docx`` alone asks for Word."""
    word = output is not None and output.suffix.lower() == ".docx"
    name = format_ or ("docx" if word else "markdown")
    if name not in CONSOLIDATION_FORMATS:
        raise typer.BadParameter(f"--format {name!r}: {' | '.join(CONSOLIDATION_FORMATS)}")
    render = CONSOLIDATION_FORMATS[name]
    settings: Settings = ctx.obj
    _refuse_first(settings, name, output, force=force)
    periods = (period,) if period else ()
    run = ask(settings, Question(as_of, items=(item,), periods=periods, git=not no_git, rev=rev))
    report, demand = _asked(settings, run, plan, period)
    gathered = consolidation.consolidate(report, demand, run.workspace.filings)
    _deliver(settings, render(run, gathered, settings.lang), output, force=force)
    return 0


def _refuse(settings: Settings, text: Text, **values: object) -> NoReturn:
    """Say in one line why not, and leave with 2."""
    settings.say(Text(*(words.format(**values) for words in text)))
    raise typer.Exit(2)


def _refuse_first(settings: Settings, name: str, output: Path | None, *, force: bool) -> None:
    """Refuse, before anything is read, what could not be delivered."""
    package, extra = _NEEDED.get(name, ("", ""))
    if package and find_spec(package) is None:
        _refuse(settings, _MISSING, format=name, extra=extra)
    if package and output is None and sys.stdout.isatty():
        _refuse(settings, _TERMINAL)
    if output is not None and output.exists() and not force:
        _refuse(settings, _THERE, file=output)


def _asked(
    settings: Settings, run: Run, plan: str | None, period: str | None
) -> tuple[Report, Demand]:
    """Return the plan's verdicts and the one report in one period that is asked for."""
    id_ = run.asked.items[0]
    found = [
        report
        for report in run.reports
        if id_ in report.docket.plan.item and plan in (None, report.docket.plan.id)
    ]
    if len(found) != 1:
        plans = ", ".join(report.docket.plan.id for report in run.reports)
        _refuse(settings, _WHICH_PLAN, item=id_, plans=plans)
    report = found[0]
    if report.docket.plan.item[id_].kind != "report":
        _refuse(settings, _NO_REPORT, item=id_)
    demands = {each.period: each for each in report.docket.demands if each.item.id == id_}
    if not demands:
        _refuse(settings, _NO_PERIOD, item=id_)
    if period is None and len(demands) > 1:
        _refuse(settings, _WHICH_PERIOD, item=id_, periods=", ".join(demands))
    name = period or next(iter(demands))
    if name not in demands:
        _refuse(settings, _NOT_ITS_PERIOD, item=id_, period=name, periods=", ".join(demands))
    if demands[name].term.start > run.as_of:
        _refuse(settings, _NOT_BEGUN, item=id_, period=name, day=run.as_of)
    return report, demands[name]


def _deliver(settings: Settings, made: str | bytes, output: Path | None, *, force: bool) -> None:
    """Write the result into the file, or to standard output."""
    content = made if isinstance(made, bytes) else made.encode()
    if output is not None:
        try:
            with output.open("wb" if force else "xb") as file:
                file.write(content)
        except FileExistsError:
            _refuse(settings, _THERE, file=output)
        except OSError as error:
            _refuse(settings, _UNWRITTEN, file=output, why=error.strerror)
    elif isinstance(made, str):
        show(made)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
