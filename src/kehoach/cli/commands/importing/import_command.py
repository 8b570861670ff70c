"""``kehoach import``."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach.annex.annex_draft import this_day
from kehoach.annex.draft_formats import DRAFT_FORMATS
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.tables.column_kinds import NamedColumns
from kehoach.cli.commands.importing.drafted import ROLES, import_plan
from kehoach.cli.frame.delivery import refuse_backward
from kehoach.cli.frame.named_columns import as_columns
from kehoach.cli.frame.options import (
    AsOf,
    Force,
    Output,
    choice_argument,
    choice_option,
    day_option,
)
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.words import Text

_ONLY_RETURNED = Text(
    "nhiều tệp, và --received: chỉ cho submissions",
    "several files, and --received: only for submissions",
)
_Kind = Annotated[str, choice_argument(("plan", "submissions", "agencies")), Text(
    "Nhập gì: kế hoạch hay phụ lục thành dự thảo, bảng tính nhận lại thành tệp báo cáo, danh sách cơ quan",
    "What is imported: a plan or annex as a draft, a returned workbook as submissions, a list of agencies",
)]  # fmt: skip
_Files = Annotated[list[Path], typer.Argument(metavar="FILE..."), Text(
    "Tệp để nhập: Word, Excel, PDF có chữ, văn bản thường, HTML, Markdown; bảng tính hoặc tệp .yaml nhận "
    "lại thì nhiều tệp hoặc cả thư mục một lần",
    "The file to import: Word, Excel, a PDF with text, plain text, HTML, Markdown; of returned workbooks "
    "or .yaml files many at once, or a folder of them",
)]  # fmt: skip
_Received = Annotated[date | None, day_option("--received"), Text(
    "Bảng tính nhận lại: ghi cả vào sổ văn bản đến với ngày đến này",
    "Returned workbooks: enter them in the registry book too, as come on this day",
)]  # fmt: skip
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
_Columns = Annotated[list[str] | None, typer.Option("--column", metavar="NAME=ROLE"), Text(
    'Cột có tiêu đề này (hoặc số thứ tự này) ghi gì, ví dụ "Mốc thời gian=deadline"; dùng được nhiều lần',
    'What the column of this heading (or number) holds, such as "Milestone=deadline"; may be repeated',
)]  # fmt: skip

_AgenciesOut = Annotated[Path | None, typer.Option("--agencies-out", metavar="FILE"), Text(
    "Ghi danh sách cơ quan có thêm các cơ quan kế hoạch nêu mà danh sách chưa có",
    "Write the registry with the bodies that the plan names and the registry lacks",
)]  # fmt: skip


def import_(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    kind: _Kind,
    files: _Files,
    output: Output = None,
    force: Force = False,
    as_of: AsOf = None,
    format_: _Format = None,
    id_: _Id = None,
    first: _First = None,
    last: _Last = None,
    columns: _Columns = None,
    agencies_out: _AgenciesOut = None,
    received: _Received = None,
) -> int:
    """Turn an annex into a draft plan, a returned spreadsheet into submissions, a list into a registry."""
    settings: Settings = ctx.obj
    day = as_of or this_day()
    if kind == "submissions":
        from kehoach.cli.commands.importing.returned import import_submissions  # noqa: PLC0415 - when used

        return import_submissions(
            settings, files, force=force, format_=format_ or "text", as_of=as_of, received=received
        )
    if received is not None or len(files) > 1:
        raise WrongUse(_ONLY_RETURNED)
    file = files[0]
    made = format_ or "yaml"
    if kind == "agencies":
        from kehoach.cli.commands.importing.imported_agencies import import_agencies  # noqa: PLC0415 - when used

        return import_agencies(
            settings, file, output, force=force, columns=columns or (), day=day, format_=made
        )
    refuse_backward(settings, first, last)
    named = NamedColumns(as_columns(columns or (), ROLES))
    options = DraftOptions(day, id_, first, last, named)
    return import_plan(
        settings, file, options, output, force=force, format_=made, agencies=agencies_out
    )
