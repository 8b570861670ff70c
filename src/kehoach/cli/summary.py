"""``kehoach summary``."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.answers import ask, choose, screen
from kehoach.cli.delivery import refuse, show, write_files
from kehoach.cli.options import All, AsOf, NoGit, Rev, format_option
from kehoach.cli.settings import Settings
from kehoach.periods import shift_months
from kehoach.pipeline import Question, Run
from kehoach.render.formats import SUMMARY_FORMATS
from kehoach.texts import Text

_ENDINGS = {"markdown": "md", "html": "html", "eml": "eml"}
_A_YEAR = -12
_WHERE = Text("--each cần -o THƯ_MỤC", "--each needs -o DIR")
_BOTH = Text("chọn một: --agency hoặc --each", "one of --agency and --each")
_WRITTEN = Text("đã ghi {count} tệp vào {folder}", "wrote {count} files into {folder}")
_UNADDRESSED = Text(
    "không viết thư cho cơ quan đã chấm dứt mà không có cơ quan kế thừa: {names}",
    "no letter to bodies that ended without a successor: {names}",
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
    format_: Annotated[str, format_option(SUMMARY_FORMATS)] = "markdown",
) -> int:
    """Print a message to send: the whole, or a reminder to one agency or to each."""
    render = choose(format_, SUMMARY_FORMATS)
    settings: Settings = ctx.obj
    if each:
        _refuse_each(settings, agency, output)
    asked = Question(as_of, agencies=(agency,) if agency else (), git=not no_git, rev=rev)
    run = ask(settings, asked)
    shown = screen(settings, all_)
    if each and output:
        _each(settings, run, output, force, _ENDINGS[format_],
              lambda id_: render(run, shown, agency=id_))  # fmt: skip
        return 0
    if agency:
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
    from kehoach.render.summary_reminder import reminded, unaddressed  # noqa: PLC0415 - when used

    files = {folder / f"{id_}.{ending}": render(id_) for id_ in reminded(run)}
    write_files(settings, files, force=force)
    settings.say(_WRITTEN.filled(count=len(files), folder=folder))
    if ended := unaddressed(run):
        settings.say(_UNADDRESSED.filled(names=", ".join(map(run.agency_name, ended))))
