"""``kehoach export``."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.answers import ask, screen
from kehoach.cli.options import Agencies, AsOf, Groups, Items, NoGit, Only, Periods, Rev, divided
from kehoach.cli.settings import Settings
from kehoach.pipeline import Question, Run
from kehoach.render.formats import EXPORT_FORMATS
from kehoach.texts import Text

_EXTRAS = {"xlsx": "excel", "ics": "calendar", "parquet": "parquet"}
_BINARY = ("xlsx", "parquet")
_BOM = b"\xef\xbb\xbf"
_LACKING = Text(
    "cần thêm thư viện cho {name}: pip install 'kehoach[{extra}]'",
    "{name} needs a library: pip install 'kehoach[{extra}]'",
)
_NOT_HERE = Text(
    "{name} không phải văn bản để in ra màn hình; ghi ra tệp bằng -o TỆP",
    "{name} is no text for a terminal; write it to a file by -o FILE",
)
_THERE = Text("đã có “{path}”; ghi đè bằng --force", "“{path}” exists; overwrite it by --force")
_FAILED = Text("không ghi được “{path}”: {why}", "cannot write “{path}”: {why}")


def export(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="PATH", help="Ghi ra tệp · To a file")
    ] = None,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    agency: Agencies = None,
    group: Groups = None,
    item: Items = None,
    period: Periods = None,
    only: Only = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="CSV cho Excel: có dấu BOM · CSV for Excel: with a BOM")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè · Overwrite")] = False,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(EXPORT_FORMATS),
            help="Định dạng, mặc định theo đuôi tệp, không thì csv · "
            "Format, by default the file's suffix, else csv",
        ),
    ] = None,
) -> int:
    """Write the obligations asked for as a table, a workbook, a calendar or data."""
    settings: Settings = ctx.obj
    name = _format(format_, output)
    if bom and name != "csv":
        raise typer.BadParameter(f"--bom: csv, ≠ {name}")
    if output is None and name in _BINARY and sys.stdout.isatty():
        raise _refused(settings, _NOT_HERE, name=name)
    if output is not None and output.exists() and not force:
        raise _refused(settings, _THERE, path=output)
    run = ask(
        settings,
        Question(
            as_of,
            tuple(agency or ()),
            tuple(group or ()),
            tuple(item or ()),
            tuple(period or ()),
            divided(only),
            git=not no_git,
            rev=rev,
        ),
    )
    content = _rendered(settings, run, name)
    _write(settings, _BOM + content if bom else content, output, force=force)
    return 0


def _format(given: str | None, output: Path | None) -> str:
    """Return the format asked for: by its name, or by the suffix of the file.

    Raises:
        typer.BadParameter: there is no such format.
    """
    suffix = output.suffix.removeprefix(".").lower() if output else ""
    name = given or (suffix if suffix in EXPORT_FORMATS else "csv")
    if name not in EXPORT_FORMATS:
        raise typer.BadParameter(f"--format {name!r}: {' | '.join(EXPORT_FORMATS)}")
    return name


def _refused(settings: Settings, text: Text, **values: object) -> typer.Exit:
    """Say in one line why nothing is written, and return the ending."""
    settings.say(Text(*(words.format(**values) for words in text)))
    return typer.Exit(2)


def _rendered(settings: Settings, run: Run, name: str) -> bytes:
    """Return the export.

    Raises:
        typer.Exit: with 2, once the reason has been said: a library is missing.
    """
    try:
        return EXPORT_FORMATS[name](run, screen(settings))
    except ModuleNotFoundError as missing:
        if name not in _EXTRAS or (missing.name or "").startswith("kehoach"):
            raise
        raise _refused(settings, _LACKING, name=name, extra=_EXTRAS[name]) from None


def _write(settings: Settings, content: bytes, output: Path | None, *, force: bool) -> None:
    """Write the export to its file, or to standard output.

    Raises:
        typer.Exit: with 2, once the reason has been said: the file exists or cannot be written.
    """
    if output is None:
        try:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # its reader has gone (| head)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    try:
        with output.open("wb" if force else "xb") as file:
            file.write(content)
    except FileExistsError:
        raise _refused(settings, _THERE, path=output) from None
    except OSError as error:
        raise _refused(settings, _FAILED, path=output, why=error.strerror) from None
