"""``kehoach receive``: what came, entered in the registry book."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from kehoach.cli.commands.recording.entry_options import EntryLetter, Manner
from kehoach.cli.commands.recording.named_things import NamedThings
from kehoach.cli.commands.recording.recorded import record
from kehoach.cli.commands.recording.wanted import Needed, Wanted, refuse_lacking
from kehoach.cli.frame.options import day_option
from kehoach.filing.yaml_insertion import Addition
from kehoach.model import file_names
from kehoach.run import Run, WrongQuestion
from kehoach.words import Text

_OF_WHOM = Text("chưa nêu cơ quan nào đã gửi", "no agency is named that sent it")
_OF_WHAT = Text(
    "chưa nêu đã nhận gì: thêm số mục, hoặc --number của văn bản",
    "it is not said what came: add an item, or the --number of the letter",
)
_OF_NO_ITEM = Text(
    "--period, --started, --completed, --quantity: chỉ khi có số mục",
    "--period, --started, --completed, --quantity: only with an item",
)
_UNPROVEN = Text(
    "nhiệm vụ chỉ được tính là xong khi có văn bản: thêm --number, --dated",
    "a task counts as done only with its document: add --number and --dated",
)
_Words = Annotated[list[str] | None, typer.Argument(metavar="[AGENCY|ITEM]..."), Text(
    "Cơ quan (mã hoặc tên) đã gửi, và mục của kế hoạch; mỗi thứ một hoặc nhiều. Không ghi mục thì "
    "--number là văn bản mà tệp của cơ quan mang số đó",
    "The agencies (id or name) that sent it and the items of the plan, one or several each; without an "
    "item --number is the letter that a file of the agency bears",
)]  # fmt: skip
_Agencies = Annotated[list[str] | None, typer.Option("--agency", metavar="ID"), Text(
    "Thêm một cơ quan đã gửi; dùng được nhiều lần",
    "A further agency that sent it; may be repeated",
)]  # fmt: skip
_On = Annotated[date | None, day_option("--on"), Text(
    "Ngày đến, như trong sổ văn bản đến; bắt buộc",
    "The day on which it came, as in the registry book; needed",
)]  # fmt: skip
_Started = Annotated[date | None, day_option("--started"), Text(
    "Ngày bắt đầu nhiệm vụ, theo văn bản",
    "The day on which the task was begun, by the document",
)]  # fmt: skip
_Completed = Annotated[date | None, day_option("--completed"), Text(
    "Ngày hoàn thành nhiệm vụ, theo văn bản",
    "The day on which the task was completed, by the document",
)]  # fmt: skip
_Quantity = Annotated[int | None, typer.Option("--quantity", min=1, metavar="N"), Text(
    "Số lượng đã làm, theo văn bản",
    "How many were done, by the document",
)]  # fmt: skip
_By = Annotated[str | None, typer.Option("--by", metavar="WORDS"), Text(
    "Đến bằng cách nào, ví dụ bưu điện",
    "How it came, such as by post",
)]  # fmt: skip


def receive(  # noqa: PLR0913 - an option of the command each
    ctx: typer.Context,
    *,
    words: _Words = None,
    on: _On = None,
    agency: _Agencies = None,
    started: _Started = None,
    completed: _Completed = None,
    quantity: _Quantity = None,
    by: _By = None,
    asked: EntryLetter,
    manner: Manner,
) -> int:
    """Enter what came on a day, of one agency or of many."""
    named = [*(words or ()), *(agency or ())]
    of = Needed("AGENCY, ITEM", "so-y-te II.2", named)
    refuse_lacking("receive", of, Needed("--on", "2026-12-01", on))
    said = {
        "received": on, "started": started, "completed": completed, "quantity": quantity, "by": by,
    }  # fmt: skip

    def additions(run: Run) -> tuple[Addition, ...]:
        things = NamedThings(run, asked.plan)
        items, agencies = things.divided(named)
        if not agencies:
            raise WrongQuestion(_OF_WHOM)
        if items:
            _refuse_unproven(things, items, asked)
        else:
            _refuse_of_no_item(asked, started, completed, quantity)
        return Wanted("receipts", items, said, asked, agencies).additions(run)

    return record(ctx.obj, file_names.BOOK, additions, manner)


def _refuse_unproven(things: NamedThings, items: Sequence[str], asked: EntryLetter) -> None:
    """Refuse a task without its document: it would not count as done."""
    if things.include_task(items) and not (asked.number and asked.dated):
        raise WrongQuestion(_UNPROVEN)


def _refuse_of_no_item(asked: EntryLetter, *said: object) -> None:
    """Refuse an entry that names neither an item nor a letter, or says what only an item has."""
    if not asked.number:
        raise WrongQuestion(_OF_WHAT)
    if asked.period or any(said):
        raise WrongQuestion(_OF_NO_ITEM)
