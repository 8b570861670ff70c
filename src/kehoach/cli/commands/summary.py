"""``kehoach summary``."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, choose, screen
from kehoach.cli.frame.delivery import refuse, refuse_suffix, show, write_files
from kehoach.cli.frame.options import All, AsOf, NoGit, Rev, format_option
from kehoach.cli.frame.settings import Settings
from kehoach.formats import SUMMARY_FORMATS
from kehoach.periods import shift_months
from kehoach.run import Question, Run
from kehoach.words import Text

_ENDINGS = {"markdown": "md", "html": "html", "eml": "eml"}
_FITTING = {"markdown": (".md", ".txt"), "html": (".html", ".htm"), "eml": (".eml",)}
_BY_ENDING = {ending: name for name, endings in _FITTING.items() for ending in endings}
_A_YEAR = -12
_WHERE = Text("--each cần -o THƯ_MỤC", "--each needs -o DIR")
_BOTH = Text("chọn một: --agency hoặc --each", "one of --agency and --each")
_WRITTEN = Text("đã ghi {count} tệp vào {folder}", "wrote {count} files into {folder}")
_UNADDRESSED = Text(
    "không viết thư cho cơ quan đã chấm dứt mà không có cơ quan kế thừa: {names}",
    "no letter to bodies that ended without a successor: {names}",
)
_OWN = Text(
    "không viết thư cho chính cơ quan tổng hợp: {names} (việc của cơ quan này: kehoach agency)",
    "no letter to the consolidating office itself: {names} (what it owes: kehoach agency)",
)
_TO_ITSELF = Text(
    "{agency} là cơ quan tổng hợp, không tự viết thư đôn đốc mình; việc còn nợ xem kehoach agency {id}",
    "{agency} is the consolidating office and writes no reminder to itself; see kehoach agency {id}",
)


def summary(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    agency: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Văn bản đôn đốc một cơ quan · Reminder to one agency"),
    ] = None,
    each: Annotated[
        bool,
        typer.Option(
            "--each",
            help="Một tệp cho mỗi cơ quan có việc quá hạn hoặc sắp đến hạn, vào thư mục -o "
            "· A file for each agency with something overdue or due soon, in the folder -o",
        ),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="PATH", help="Ghi vào tệp · Write to a file"),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Ghi đè tệp đã có · Overwrite existing files")
    ] = False,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    all_: All = False,
    format_: Annotated[str | None, format_option(SUMMARY_FORMATS)] = None,
) -> int:
    """Print a message to send: the whole, or a reminder to one agency or to each."""
    settings: Settings = ctx.obj
    suffix = output.suffix.lower() if output and not each else ""
    name = format_ or _BY_ENDING.get(suffix, "markdown")
    render = choose(name, SUMMARY_FORMATS)
    if not each:
        refuse_suffix(settings, output, *_FITTING[name])
    if each:
        _refuse_each(settings, agency, output)
    asked = Question(as_of, agencies=(agency,) if agency else (), git=not no_git, rev=rev)
    run = ask(settings, asked)
    shown = screen(settings, all_)
    if each and output:
        _each(settings, run, output, force, _ENDINGS[name],
              lambda id_: render(run, shown, agency=id_))  # fmt: skip
        return 0
    if agency:
        _refuse_own(settings, run, run.asked.agencies[0])
        text = render(run, shown, agency=run.asked.agencies[0])
    else:
        text = render(run, shown, before=_year_before(settings, run, no_git, rev))
    if output is None:
        show(text)
    else:
        write_files(settings, {output: text}, force=force)
    return 0


def _refuse_each(settings: Settings, agency: str | None, output: Path | None) -> None:
    """Refuse ``--each`` for one agency, or without a folder."""
    if agency or not output:
        refuse(settings, _BOTH if agency else _WHERE)


def _refuse_own(settings: Settings, run: Run, agency: str) -> None:
    """Refuse a letter that its addressee would have to sign."""
    from kehoach.letters.summary_reminder import writes_to_itself  # noqa: PLC0415 - when used

    if writes_to_itself(run, agency):
        refuse(settings, _TO_ITSELF, agency=run.agency_name(agency), id=agency)


def _year_before(settings: Settings, run: Run, no_git: bool, rev: str | None) -> Run:
    """Return the same files judged at the same day of the year before."""
    then = shift_months(run.as_of, _A_YEAR)
    return ask(settings, Question(then, git=not no_git, rev=rev))


def _each(
    settings: Settings,
    run: Run,
    folder: Path,
    force: bool,
    ending: str,
    render: Callable[[str], str],
) -> None:
    """Write a file for each agency to remind."""
    from kehoach.letters.summary_reminder import addressees, unaddressed  # noqa: PLC0415 - when used

    to = addressees(run)
    files = {folder / f"{id_}.{ending}": render(id_) for id_ in to.reminded}
    write_files(settings, files, force=force)
    settings.say(_WRITTEN.filled(count=len(files), folder=folder))
    if to.own:
        settings.say(_OWN.filled(names=", ".join(map(run.agency_name, to.own))))
    if ended := unaddressed(run):
        settings.say(_UNADDRESSED.filled(names=", ".join(map(run.agency_name, ended))))
