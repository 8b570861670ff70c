"""``kehoach import``."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach.annex.annex_draft import BadRegistry, draft_from, registry_for, this_day
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.draft_doubts import draft_doubts
from kehoach.annex.draft_formats import DRAFT_FORMATS
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.tables.plan_tables import NoPlanTable
from kehoach.cli.frame.answers import NO_SUCH_FOLDER, tell
from kehoach.cli.frame.delivery import deliver, refuse, refuse_existing
from kehoach.cli.frame.options import (
    AsOf,
    Force,
    Output,
    choice_argument,
    choice_option,
    day_option,
)
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import not_among
from kehoach.model.agencies import Registry
from kehoach.words import Text, captions

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
_BAD_REGISTRY = Text(
    "không đọc được danh sách cơ quan; sửa các lỗi trên rồi chạy lại",
    "the registry cannot be read; mend the errors above and run again",
)
_BACKWARDS = Text("--from {first} sau --to {last}", "--from {first} comes after --to {last}")

_Kind = Annotated[str, choice_argument(("plan", "submissions")), Text(
    "Nhập gì: phụ lục thành dự thảo kế hoạch, hay bảng tính nhận lại thành tệp báo cáo",
    "What is imported: an annex as a draft plan, or a returned workbook as submissions",
)]  # fmt: skip
_File = Annotated[Path, typer.Argument(metavar="FILE"), Text("Tệp để nhập", "The file to import")]
_Format = Annotated[str | None, choice_option((*DRAFT_FORMATS, "text"), "--format"), Text(
    "Định dạng; mặc định là yaml cho dự thảo, text cho tệp báo cáo",
    "The format; by default yaml for a draft, text for submissions",
)]  # fmt: skip
_Id = Annotated[str | None, typer.Option("--id", metavar="ID"), Text(
    "Mã của kế hoạch trong dự thảo",
    "The plan's id in the draft",
)]  # fmt: skip
_First = Annotated[date | None, day_option("--from"), Text(
    "Ngày đầu của kế hoạch trong dự thảo",
    "The first day of the plan in the draft",
)]  # fmt: skip
_Last = Annotated[date | None, day_option("--to"), Text(
    "Ngày cuối của kế hoạch trong dự thảo",
    "The last day of the plan in the draft",
)]  # fmt: skip


def import_(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    kind: _Kind,
    file: _File,
    output: Output = None,
    force: Force = False,
    as_of: AsOf = None,
    format_: _Format = None,
    id_: _Id = None,
    first: _First = None,
    last: _Last = None,
) -> int:
    """Turn an annex into a draft plan, or a returned spreadsheet into submissions."""
    settings: Settings = ctx.obj
    if kind == "submissions":
        from kehoach.cli.commands.returned import import_submissions  # noqa: PLC0415 - when used

        return import_submissions(
            settings, file, force=force, format_=format_ or "text", as_of=as_of
        )
    name = format_ or "yaml"
    if name not in DRAFT_FORMATS:
        raise not_among(name, (*DRAFT_FORMATS,), "--format")
    if first and last and last < first:
        refuse(settings, _BACKWARDS, first=first, last=last)
    if output is not None:
        refuse_existing(settings, output, force=force)
    made = _draft(settings, file, DraftOptions(as_of or this_day(), id_, first, last))
    deliver(settings, DRAFT_FORMATS[name](made, settings.lang), output, force=force)
    sys.stderr.write(draft_doubts(made, settings.lang, in_full=name == "yaml"))
    return 0


def _draft(settings: Settings, file: Path, options: DraftOptions) -> Draft:
    """Return the draft.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    try:
        return draft_from(file, _registry(settings), options)
    except AnnexRefused as refused:
        settings.say(captions.CANNOT_READ.filled(file=file, why=refused.text))
    except NoPlanTable as none:
        told = ", ".join(f"“{words}”" for words in none.headings if words)
        why = _NO_ROWS if none.empty else _NO_TABLE
        settings.say(why.filled(file=file, headings=Text(told, told) if told else captions.NONE))
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
