"""``kehoach import``."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach.annex.annex_draft import BadRegistry, draft_from, registry_for, this_day
from kehoach.annex.documents.annex_refusal import AnnexRefused
from kehoach.annex.draft_doubts import draft_doubts
from kehoach.annex.drafts import Draft, NoPlanTable, Options
from kehoach.cli.frame.answers import NO_SUCH_FOLDER, choose, tell
from kehoach.cli.frame.delivery import deliver, refuse, refuse_existing
from kehoach.cli.frame.options import AsOf, format_option
from kehoach.cli.frame.settings import Settings, as_day
from kehoach.formats import DRAFT_FORMATS
from kehoach.model.agencies import Registry
from kehoach.words import Text

_KINDS = ("plan", "submissions")
_REFUSED = Text("không đọc được “{file}”: {why}", "cannot read “{file}”: {why}")
_NO_TABLE = Text(
    "“{file}” không có bảng nhiệm vụ nào (cần cột nội dung nhiệm vụ và cột cơ quan, thời hạn hoặc sản "
    "phẩm); tiêu đề đã thấy: {headings}",
    "“{file}” has no table of tasks (a column of tasks is needed, and one of agencies, time or "
    "product); headings found: {headings}",
)
_NO_ROWS = Text(
    "“{file}” có bảng nhiệm vụ nhưng không có nhiệm vụ nào; tiêu đề: {headings}",
    "“{file}” has a table of tasks, and no task in it; headings: {headings}",
)
_NONE = Text("không có", "none")
_BAD_REGISTRY = Text(
    "không đọc được danh sách cơ quan; sửa các lỗi trên rồi chạy lại",
    "the registry cannot be read; mend the errors above and run again",
)
_BACKWARDS = Text("--from {first} sau --to {last}", "--from {first} comes after --to {last}")


def import_(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="|".join(_KINDS), help="Nhập gì · What is imported")
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Tệp · The file")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="PATH", help="Ghi vào tệp · Write to")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Ghi đè tệp đã có · Replace a file that exists")
    ] = False,
    as_of: AsOf = None,
    format_: Annotated[str | None, format_option((*DRAFT_FORMATS, "text"))] = None,
    id_: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Mã kế hoạch · The plan's id")
    ] = None,
    first: Annotated[
        date | None,
        typer.Option("--from", parser=as_day, metavar="DATE", help="Ngày đầu · The first day"),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option("--to", parser=as_day, metavar="DATE", help="Ngày cuối · The last day"),
    ] = None,
) -> int:
    """Turn an annex into a draft plan, or a returned spreadsheet into submissions."""
    settings: Settings = ctx.obj
    if kind not in _KINDS:
        raise typer.BadParameter(f"{kind!r}: {' | '.join(_KINDS)}")
    if kind == "submissions":
        from kehoach.cli.commands.returned import import_submissions  # noqa: PLC0415 - when used

        return import_submissions(
            settings, file, force=force, format_=format_ or "text", as_of=as_of
        )
    name = format_ or "yaml"
    render = choose(name, DRAFT_FORMATS)
    if first and last and last < first:
        refuse(settings, _BACKWARDS, first=first, last=last)
    if output is not None:
        refuse_existing(settings, output, force=force)
    made = _draft(settings, file, Options(as_of or this_day(), id_, first, last))
    deliver(settings, render(made, settings.lang), output, force=force)
    sys.stderr.write(draft_doubts(made, settings.lang, in_full=name == "yaml"))
    return 0


def _draft(settings: Settings, file: Path, options: Options) -> Draft:
    """Return the draft.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    try:
        return draft_from(file, _registry(settings), options)
    except AnnexRefused as refused:
        settings.say(_REFUSED.filled(file=file, why=refused.text))
    except NoPlanTable as none:
        told = ", ".join(f"“{words}”" for words in none.headings if words)
        why = _NO_ROWS if none.empty else _NO_TABLE
        settings.say(why.filled(file=file, headings=Text(told, told) if told else _NONE))
    raise typer.Exit(2)


def _registry(settings: Settings) -> Registry | None:
    """Return the registry, if there is one.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    if settings.data is not None and not settings.data.is_dir():
        refuse(settings, NO_SUCH_FOLDER, where=settings.data)
    try:
        return registry_for(settings.data, Path.cwd())
    except BadRegistry as bad:
        tell(settings, bad.folder, "", bad.findings)
        refuse(settings, _BAD_REGISTRY)
