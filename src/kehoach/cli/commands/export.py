"""``kehoach export``."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.commands.template import template as workbook_to_fill_in
from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import (
    deliver,
    refuse_existing,
    refuse_suffix,
    refuse_terminal,
    refuse_without,
)
from kehoach.cli.frame.options import (
    Agencies,
    AsOf,
    Groups,
    Items,
    NoGit,
    Only,
    Periods,
    Rev,
    asked,
)
from kehoach.cli.frame.settings import Settings
from kehoach.formats import EXPORT_FORMATS

_NEEDED = {  # the format's package, and the extra that brings it
    "xlsx": ("xlsxwriter", "excel"),
    "ics": ("icalendar", "calendar"),
    "parquet": ("pyarrow", "parquet"),
}
_BINARY = ("xlsx", "parquet")
_ENDINGS = tuple(f".{name}" for name in EXPORT_FORMATS)
_BOM = b"\xef\xbb\xbf"


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
    template: Annotated[
        bool,
        typer.Option(
            "--template",
            help="Bảng .xlsx để cơ quan không dùng git điền rồi gửi lại, mỗi cơ quan một tờ "
            "· A workbook for agencies without git to fill in and send back, a sheet each",
        ),
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
    name = _format(format_ or ("xlsx" if template and output is None else None), output)
    if bom and name != "csv":
        raise typer.BadParameter(f"--bom: csv, ≠ {name}")
    if template and (name != "xlsx" or item or only):
        raise typer.BadParameter("--template: xlsx; ≠ --item, --only")
    _refuse_first(settings, name, output, given=format_ is not None, force=force)
    question = asked(as_of, agency, group, item, period, only, no_git=no_git, rev=rev)
    run = ask(settings, question)
    content = (
        workbook_to_fill_in(settings, run)
        if template
        else EXPORT_FORMATS[name](run, screen(settings))
    )
    deliver(settings, _BOM + content if bom else content, output, force=force)
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


def _refuse_first(
    settings: Settings, name: str, output: Path | None, *, given: bool, force: bool
) -> None:
    """Refuse, before anything is read, what could not be delivered."""
    refuse_suffix(settings, output, *((f".{name}", ".txt") if given else _ENDINGS))
    if name in _NEEDED:
        refuse_without(settings, *_NEEDED[name], name)
    if name in _BINARY:
        refuse_terminal(settings, output, name)
    if output is not None:
        refuse_existing(settings, output, force=force)
