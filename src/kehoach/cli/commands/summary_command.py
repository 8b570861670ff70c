"""``kehoach summary``."""

from dataclasses import replace
from datetime import MINYEAR
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.commands.sending.letter_options import OfLetters
from kehoach.cli.frame.answers import (
    ask,
    ask_for_account,
    ask_to_accuse,
    refuse_to_accuse,
    screen,
)
from kehoach.cli.frame.delivery import (
    refuse,
    refuse_suffix,
    refuse_terminal,
    refuse_without,
    show,
    write_files,
)
from kehoach.cli.frame.filters import Filters, Standpoint
from kehoach.cli.frame.options import All, Anyway, Force, Jobs, Output, choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.letters.letter_formats import SUMMARY_FORMATS
from kehoach.periods import shift_months
from kehoach.run import Account, Question, Run
from kehoach.words import Text, captions

_FITTING = {
    "markdown": (".md", ".txt"), "html": (".html", ".htm"), "eml": (".eml",), "docx": (".docx",),
}  # fmt: skip
_BY_ENDING = {ending: name for name, endings in _FITTING.items() for ending in endings}
_A_YEAR = -12
_WHERE = Text("--each cần -o THƯ_MỤC", "--each needs -o DIR")
_REV = Text("--record ghi vào tệp hiện có, nên không đi cùng --rev",
            "--record writes into the file that stands, and cannot go with --rev")  # fmt: skip
_Each = Annotated[bool, typer.Option("--each"), Text(
    "Một văn bản cho mỗi cơ quan đến lượt được đôn đốc hoặc có việc sắp đến hạn, vào thư mục -o",
    "A letter to each agency whose turn it is or with something due soon, in the folder -o",
)]  # fmt: skip
_Format = Annotated[
    str | None, choice_option(SUMMARY_FORMATS, "--format"), captions.FORMAT_BY_SUFFIX
]


def summary(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    standpoint: Standpoint,
    asked: Filters,
    given: OfLetters,
    each: _Each = False,
    output: Output = None,
    force: Force = False,
    all_: All = False,
    anyway: Anyway = False,
    jobs: Jobs = None,
    format_: _Format = None,
) -> int:
    """Print a message to send: the whole, or a letter to one agency or to each."""
    settings: Settings = ctx.obj
    letters = bool(each or asked.agency)
    if not letters:
        given.refuse_without_letter(settings)
    if each and not output:
        refuse(settings, _WHERE)
    if given.record and standpoint.rev:
        refuse(settings, _REV)
    name = _format(settings, format_, output, file=not each)
    if letters:
        from kehoach.cli.commands.sending.letters_sent import Sending  # noqa: PLC0415 - when used

        found = _owing(settings, asked.question(standpoint), jobs, anyway=anyway)
        filled = given.particulars(settings, found.as_of)
        sending = Sending(settings, found, name, filled, output, force=force, record=given.record)
        sending.to_each(everybody=all_) if each else sending.to_one(everything=all_)
        return 0
    run = ask_to_accuse(settings, asked.question(standpoint), anyway=anyway)
    from kehoach.letters.summary.overview import overview  # noqa: PLC0415 - when used

    before = _year_before(settings, run, standpoint, asked)
    made = SUMMARY_FORMATS[name](overview(run, screen(settings, all_), before))
    show(made) if output is None else write_files(settings, {output: made}, force=force)
    return 0


def _owing(settings: Settings, question: Question, jobs: int | None, *, anyway: bool) -> Account:
    """Return the account of what letters tell, reckoned by ``jobs`` processes."""
    from kehoach.letters.summary.overdue import AHEAD_DAYS  # noqa: PLC0415 - when used

    found = ask_for_account(settings, replace(question, ahead=AHEAD_DAYS), jobs)
    refuse_to_accuse(settings, found, anyway=anyway)
    return found


def _format(settings: Settings, given: str | None, output: Path | None, *, file: bool) -> str:
    """Return the format asked for, by its name or by the suffix of the ``file``; refuse what cannot be."""
    suffix = output.suffix.lower() if output and file else ""
    name = given or _BY_ENDING.get(suffix, "markdown")
    if file:
        refuse_suffix(settings, output, *_FITTING[name])
    if name == "docx":
        refuse_without(settings, "docx", "word", "docx")
        refuse_terminal(settings, output, "docx")
    return name


def _year_before(
    settings: Settings, run: Run, standpoint: Standpoint, asked: Filters
) -> Run | None:
    """Return the same files judged at the same day of the year before, where there is such a day."""
    if run.as_of.year == MINYEAR:
        return None
    then = shift_months(run.as_of, _A_YEAR)
    return ask(settings, asked.question(replace(standpoint, as_of=then)))
