"""``kehoach export``."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.commands.template import template as workbook_to_fill_in
from kehoach.cli.commands.template import write_templates
from kehoach.cli.frame.answers import ask, ask_making, screen
from kehoach.cli.frame.delivery import (
    deliver,
    refuse_existing,
    refuse_suffix,
    refuse_terminal,
    refuse_without,
)
from kehoach.cli.frame.filters import Filters, Standpoint
from kehoach.cli.frame.options import Force, Jobs, Output, choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.explanations.provenance import EVERY_DAY, takes_every_day
from kehoach.explanations.uncounted import uncounted_words
from kehoach.run import Account, Question, Run
from kehoach.sheets.duty_rows import gathered, told_rows
from kehoach.sheets.export_csv import SEPARATORS, export_csv
from kehoach.sheets.export_formats import EXPORT_FORMATS, TableExporter
from kehoach.words import Text

_ENDINGS = tuple(f".{name}" for name in EXPORT_FORMATS)
_BOM = b"\xef\xbb\xbf"
_ONLY_CSV = Text("--bom: chỉ cho csv, không cho {name}", "--bom: only for csv, not for {name}")
_SEP_ONLY_CSV = Text("--sep: chỉ cho csv, không cho {name}", "--sep: only for csv, not for {name}")
_ONLY_FORMS = Text(
    "--template: chỉ cho xlsx, không đi cùng --item hay --only",
    "--template: only for xlsx, and not with --item or --only",
)
_EACH_WHERE = Text(
    "--each đi cùng --template và -o THƯ_MỤC", "--each goes with --template and -o DIR"
)
_Bom = Annotated[bool, typer.Option("--bom"), Text(
    "CSV cho Excel: bắt đầu bằng dấu BOM",
    "CSV for Excel: begin with a byte order mark",
)]  # fmt: skip
_Sep = Annotated[str | None, choice_option(SEPARATORS, "--sep"), Text(
    "CSV: dấu ngăn giữa các ô; Excel ở Việt Nam thường cần dấu chấm phẩy",
    "CSV: what divides the fields; Excel in Vietnam mostly expects a semicolon",
)]  # fmt: skip
_Template = Annotated[bool, typer.Option("--template"), Text(
    "Bảng .xlsx để cơ quan không dùng git điền rồi gửi lại, mỗi cơ quan một tờ",
    "A workbook for agencies without git to fill in and send back, a sheet an agency",
)]  # fmt: skip
_Each = Annotated[bool, typer.Option("--each"), Text(
    "Cùng --template: mỗi cơ quan một bảng, tên theo mã, vào thư mục -o",
    "With --template: a workbook for each agency, called by its id, in the folder -o",
)]  # fmt: skip
_Format = Annotated[str | None, choice_option(EXPORT_FORMATS, "--format"), Text(
    "Định dạng; mặc định theo đuôi tệp, không thì csv",
    "The format; by default the file's suffix, else csv",
)]  # fmt: skip


def export(  # noqa: PLR0913 - an option of the command each
    ctx: typer.Context,
    *,
    standpoint: Standpoint,
    asked: Filters,
    output: Output = None,
    bom: _Bom = False,
    sep: _Sep = None,
    template: _Template = False,
    each: _Each = False,
    force: Force = False,
    jobs: Jobs = None,
    format_: _Format = None,
) -> int:
    """Write the obligations asked for as a table, a workbook, a calendar or data."""
    settings: Settings = ctx.obj
    name = _format(format_, output, template=template)
    question = asked.question(standpoint, history=not standpoint.no_git)
    _refuse_misused(name, bom=bom, sep=sep)
    if template:
        _refuse_as_form(name, question)
    if each:
        return _export_each(settings, question, output if template else None, force=force)
    _refuse_first(settings, name, output, given=format_ is not None, force=force)
    made: bytes | Iterator[bytes]
    if template:
        made = workbook_to_fill_in(settings, _asked(settings, question))
    elif (chosen := EXPORT_FORMATS[name]).table:
        table = partial(export_csv, separator=sep) if sep else chosen.table
        told = replace(question, listing=chosen.listing, late=False)  # verdicts stand in the rows
        made = _of_rows(settings, told, table, jobs)
    else:
        made = chosen.export(_asked(settings, question), screen(settings))
    deliver(settings, _with_bom(made) if bom else made, output, force=force)
    return 0


def _asked(settings: Settings, question: Question) -> Run:
    run = ask(settings, question)
    _tell_doubts(settings, run)
    return run


def _of_rows(
    settings: Settings, question: Question, table: TableExporter, jobs: int | None
) -> bytes | Iterator[bytes]:
    """Return what is made of rows, which are told by the processes that judge them."""
    found, parts = ask_making(settings, question, partial(told_rows, lang=settings.lang), jobs)
    _tell_doubts(settings, found)
    return table(found, gathered(parts), screen(settings))


def _export_each(
    settings: Settings, question: Question, folder: Path | None, *, force: bool
) -> int:
    """Write a workbook to fill in for each agency."""
    if folder is None:
        raise WrongUse(_EACH_WHERE)
    refuse_without(settings, "xlsxwriter", "excel", "xlsx")
    write_templates(settings, _asked(settings, question), folder, force=force)
    return 0


def _refuse_misused(name: str, *, bom: bool, sep: str | None) -> None:
    """Refuse what only a table of plain words can have."""
    if bom and name != "csv":
        raise WrongUse(_ONLY_CSV.filled(name=name))
    if sep and name != "csv":
        raise WrongUse(_SEP_ONLY_CSV.filled(name=name))


def _tell_doubts(settings: Settings, run: Account) -> None:
    """Say what of the answer is in doubt: a table has no place for it."""
    if uncounted := uncounted_words(run):
        settings.say(uncounted)
    if takes_every_day(run):
        settings.say(EVERY_DAY)


def _with_bom(made: bytes | Iterator[bytes]) -> Iterator[bytes]:
    return chain((_BOM,), (made,) if isinstance(made, bytes) else made)


def _format(given: str | None, output: Path | None, *, template: bool) -> str:
    """Return the format asked for: by its name, or by the suffix of the file."""
    suffix = output.suffix.removeprefix(".").lower() if output else ""
    return given or (suffix if suffix in EXPORT_FORMATS else "xlsx" if template else "csv")


def _refuse_as_form(name: str, question: Question) -> None:
    """Refuse what a workbook to fill in cannot be: of another format, or of a part of a period."""
    if name != "xlsx" or question.items or question.only:
        raise WrongUse(_ONLY_FORMS)


def _refuse_first(
    settings: Settings, name: str, output: Path | None, *, given: bool, force: bool
) -> None:
    """Refuse, before anything is read, what could not be delivered."""
    refuse_suffix(settings, output, *((f".{name}", ".txt") if given else _ENDINGS))
    chosen = EXPORT_FORMATS[name]
    if chosen.library:
        refuse_without(settings, chosen.library, chosen.extra, name)
    if chosen.binary:
        refuse_terminal(settings, output, name)
    if output is not None:
        refuse_existing(settings, output, force=force)
