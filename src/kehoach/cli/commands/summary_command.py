"""``kehoach summary``."""

from datetime import MINYEAR
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, ask_to_accuse, screen
from kehoach.cli.frame.delivery import refuse, refuse_suffix, show, write_files
from kehoach.cli.frame.options import All, Anyway, AsOf, Force, NoGit, Output, Rev, choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.document import Message
from kehoach.letters.letter_formats import SUMMARY_FORMATS
from kehoach.periods import shift_months
from kehoach.run import Question, Run
from kehoach.terminal.screen import Screen
from kehoach.words import Text, captions

_ENDINGS = {"markdown": "md", "html": "html", "eml": "eml"}
_FITTING = {"markdown": (".md", ".txt"), "html": (".html", ".htm"), "eml": (".eml",)}
_BY_ENDING = {ending: name for name, endings in _FITTING.items() for ending in endings}
_A_YEAR = -12
_WHERE = Text("--each cần -o THƯ_MỤC", "--each needs -o DIR")
_BOTH = Text("chọn một: --agency hoặc --each", "one of --agency and --each")
_WRITTEN = Text("đã ghi {count} tệp vào {folder}", "wrote {count} {count:file|files} into {folder}")
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


_Agency = Annotated[str | None, typer.Option(metavar="ID"), Text(
    "Văn bản đôn đốc riêng một cơ quan",
    "A reminder to this one agency",
)]  # fmt: skip
_Each = Annotated[bool, typer.Option("--each"), Text(
    "Một tệp cho mỗi cơ quan có việc quá hạn hoặc sắp đến hạn, vào thư mục -o",
    "A file for each agency with something overdue or due soon, in the folder -o",
)]  # fmt: skip
_Format = Annotated[
    str | None, choice_option(SUMMARY_FORMATS, "--format"), captions.FORMAT_BY_SUFFIX
]


def summary(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    agency: _Agency = None,
    each: _Each = False,
    output: Output = None,
    force: Force = False,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    all_: All = False,
    anyway: Anyway = False,
    format_: _Format = None,
) -> int:
    """Print a message to send: the whole, or a reminder to one agency or to each."""
    from kehoach.letters.summary.overview import overview  # noqa: PLC0415 - when used

    settings: Settings = ctx.obj
    name = _format(format_, None if each else output)
    if each:
        _refuse_each(settings, agency, output)
    else:
        refuse_suffix(settings, output, *_FITTING[name])
    asked = Question(as_of, agencies=(agency,) if agency else (), git=not no_git, rev=rev)
    run = ask_to_accuse(settings, asked, anyway=anyway)
    shown, write = screen(settings, all_), SUMMARY_FORMATS[name]
    if each and output:
        _each(settings, run, shown, name, output, force)
        return 0
    if agency:
        letter = _reminder(settings, run, shown)
    else:
        letter = overview(run, shown, _year_before(settings, run, no_git, rev))
    if output is None:
        show(write(letter))
    else:
        write_files(settings, {output: write(letter)}, force=force)
    return 0


def _format(given: str | None, output: Path | None) -> str:
    """Return the format asked for: by its name, or by the suffix of the file."""
    return given or _BY_ENDING.get(output.suffix.lower() if output else "", "markdown")


def _refuse_each(settings: Settings, agency: str | None, output: Path | None) -> None:
    """Refuse ``--each`` for one agency, or without a folder."""
    if agency or not output:
        refuse(settings, _BOTH if agency else _WHERE)


def _reminder(settings: Settings, run: Run, shown: Screen) -> Message:
    """Return the reminder to the one agency asked for; refuse one that it would have to sign."""
    from kehoach.letters.reminder.correspondence import writes_to_itself  # noqa: PLC0415 - when used
    from kehoach.letters.reminder.reminder import reminder  # noqa: PLC0415 - when used

    agency = run.asked.agencies[0]
    if writes_to_itself(run, agency):
        refuse(settings, _TO_ITSELF, agency=run.agency_name(agency), id=agency)
    return reminder(run, shown, agency)


def _year_before(settings: Settings, run: Run, no_git: bool, rev: str | None) -> Run | None:
    """Return the same files judged at the same day of the year before, where there is such a day."""
    if run.as_of.year == MINYEAR:
        return None
    then = shift_months(run.as_of, _A_YEAR)
    return ask(settings, Question(then, git=not no_git, rev=rev))


def _each(
    settings: Settings, run: Run, shown: Screen, name: str, folder: Path, force: bool
) -> None:
    """Write a file for each agency to remind."""
    from kehoach.letters.reminder.correspondence import addressees  # noqa: PLC0415 - when used
    from kehoach.letters.reminder.reminder import reminder  # noqa: PLC0415 - when used

    to, write = addressees(run), SUMMARY_FORMATS[name]
    files = {
        folder / f"{id_}.{_ENDINGS[name]}": write(reminder(run, shown, id_)) for id_ in to.reminded
    }
    write_files(settings, files, force=force)
    settings.say(_WRITTEN.filled(count=len(files), folder=folder))
    if to.own:
        settings.say(_OWN.filled(names=", ".join(map(run.agency_name, to.own))))
    if to.ended:
        settings.say(_UNADDRESSED.filled(names=", ".join(map(run.agency_name, to.ended))))
