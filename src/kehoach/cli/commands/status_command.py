"""``kehoach status``."""

from datetime import date
from functools import partial
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, ask_for_account, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.failing import FailOn, failed
from kehoach.cli.frame.filters import Filters, Standpoint
from kehoach.cli.frame.options import FORMAT, All, Jobs, choice_option, day_option
from kehoach.cli.frame.usage import WrongUse
from kehoach.pages.status_page import GROUPINGS, STATUS_FORMATS, summary_json, totals_table
from kehoach.words import Text

_By = Annotated[str | None, choice_option(GROUPINGS, "--by"), Text(
    "Chỉ một bảng, gộp theo cách này",
    "Only one table, grouped in this way",
)]  # fmt: skip
_Full = Annotated[bool, typer.Option("--full"), Text(
    "Cả trang: cách tính hạn, mọi việc quá hạn, từng cơ quan",
    "The whole page: how days are read, everything overdue, each agency",
)]  # fmt: skip
_Since = Annotated[date | None, day_option("--since"), Text(
    "Nêu những gì thay đổi sau ngày này; mặc định là 7 ngày trước",
    "Tell what changed after this day; by default seven days before",
)]  # fmt: skip
_WEEK = 7
_SummaryOnly = Annotated[bool, typer.Option("--summary-only"), Text(
    "Chỉ kết quả gọn của cả kho, không có từng nghĩa vụ: cho --format json, để kehoach portfolio gộp",
    "Only the small result of the whole, without single obligations: for --format json, to be "
    "merged by kehoach portfolio",
)]  # fmt: skip
_NOT_WHOLE = Text(
    "--summary-only: chỉ cho --format json, và cho cả kho (không kèm bộ lọc)",
    "--summary-only: only for --format json, and only of the whole (without filters)",
)


def status(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    standpoint: Standpoint,
    asked: Filters,
    by: _By = None,
    all_: All = False,
    full: _Full = False,
    since: _Since = None,
    summary_only: _SummaryOnly = False,
    fail_on: FailOn = None,
    jobs: Jobs = None,
    format_: Annotated[str, choice_option(STATUS_FORMATS, "--format"), FORMAT] = "table",
) -> int:
    """Print where the plan stands: totals, what is overdue or missing, who is responsible."""
    if summary_only and any((format_ != "json", by, asked.filtered)):
        raise WrongUse(_NOT_WHOLE)
    # Whether a run fails is asked of everybody, whomever it shows.
    more = {"whole": bool(fail_on), "listing": bool(fail_on), "since": since or _WEEK}
    question = asked.question(standpoint, history=not standpoint.no_git, **more)
    if summary_only or (format_ == "table" and not question.only):
        account = ask_for_account(ctx.obj, question, jobs)
        page = partial(totals_table, account, screen(ctx.obj, all_), by=by, full=full or all_)
        show(summary_json(account, ctx.obj.lang) if summary_only else page())
        return failed(account, fail_on, ())
    run = ask(ctx.obj, question)
    show(STATUS_FORMATS[format_](run, screen(ctx.obj, all_), by=by, listed=bool(question.only)))
    return failed(run, fail_on, ())
