"""``kehoach deadline``."""

from datetime import date
from typing import Annotated

import typer

from kehoach.cli.frame.answers import screen
from kehoach.cli.frame.delivery import refuse, refuse_backward, show
from kehoach.cli.frame.options import FORMAT, All, choice_option, day_option
from kehoach.model.fields import REACH
from kehoach.model.plan import Policy
from kehoach.pages.deadline_page import DEADLINE_FORMATS
from kehoach.pages.wording_answer import worded, years_around
from kehoach.reading.clock import VIETNAM
from kehoach.words import Text

_FAR = Text("ngày phải từ {first} đến {last}", "days lie between {first} and {last}")
_Wording = Annotated[str, typer.Argument(metavar="WORDING"), Text(
    "Câu chữ về thời hạn, đặt trong ngoặc kép",
    "The wording of a deadline, in quotation marks",
)]  # fmt: skip
_First = Annotated[date | None, day_option("--from"), Text(
    "Tìm hạn của việc định kỳ từ ngày này; mặc định là đầu năm",
    "Look for what recurs from this day on; by default the first of the year",
)]  # fmt: skip
_Last = Annotated[date | None, day_option("--to"), Text(
    "Đến hết ngày này; mặc định là cuối năm",
    "Up to and with this day; by default the last of the year",
)]  # fmt: skip
_Before = Annotated[str, choice_option(("exclusive", "inclusive"), "--before"), Text(
    "“Trước ngày X” không kể hay kể cả ngày X",
    "Whether “before X” leaves X out or includes it",
)]  # fmt: skip
_Roll = Annotated[str, choice_option(("next", "none", "previous"), "--roll"), Text(
    "Hạn rơi vào ngày nghỉ thì chuyển đi đâu",
    "Where a due day that falls on a day off moves",
)]  # fmt: skip


def deadline(
    ctx: typer.Context,
    wording: _Wording,
    first: _First = None,
    last: _Last = None,
    before: _Before = "exclusive",
    roll: _Roll = "next",
    all_: All = False,
    format_: Annotated[str, choice_option(DEADLINE_FORMATS, "--format"), FORMAT] = "text",
) -> int:
    """Print what a wording says: its rules, its due days, the words that were not understood."""
    if ctx.obj.trace:
        ctx.obj.trace.goes_by_days([VIETNAM])
    begin, end = years_around(first, last)
    if begin not in REACH or end not in REACH:
        refuse(ctx.obj, _FAR, first=REACH.first, last=REACH.last)
    refuse_backward(ctx.obj, begin, end)
    found = worded(wording, begin, end, Policy.model_validate({"before": before, "roll": roll}))
    show(DEADLINE_FORMATS[format_](found, screen(ctx.obj, all_)))
    return 0 if found.reading.understood else 1
