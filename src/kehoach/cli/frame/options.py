"""Options that several commands share, and how days and choices are read."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from kehoach.cli.frame.usage import WrongUse, refuse_other
from kehoach.run import ONLY
from kehoach.words import Text

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_DAY = Text("{text}: ngày dạng 2021-11-29", "{text}: write a day as 2021-11-29")


def as_day(text: str) -> date:
    """Read ``2021-11-29`` or ``29/11/2021``.

    Raises:
        WrongUse: it is no real day.
    """
    day, slash, rest = text.partition("/")
    month, _, year = rest.partition("/")
    iso = f"{year:0>4}-{month:0>2}-{day:0>2}" if slash else text
    try:
        if _ISO_DAY.fullmatch(iso):  # Python reads 2021-W48-1 too, and some releases 20211129
            return date.fromisoformat(iso)
    except ValueError:
        pass
    raise WrongUse(_NO_DAY.filled(text=repr(text)))


def day_option(*names: str) -> Any:
    """Return an option that takes a day."""
    return typer.Option(*names, parser=as_day, metavar="DATE")


def choice_option(known: Iterable[str], *names: str) -> Any:
    """Return an option that takes one of some words."""
    return typer.Option(*names, metavar="|".join(known), callback=refuse_other(tuple(known)))


def choice_argument(known: Iterable[str]) -> Any:
    """Return an argument that takes one of some words."""
    return typer.Argument(metavar="|".join(known), callback=refuse_other(tuple(known)))


def _unless_stdout(path: Path | None) -> Path | None:
    """Return the file to write, or ``None`` where "-" says that it is standard output."""
    return None if path == Path("-") else path


FORMAT = Text("Định dạng của kết quả", "The format of the result")
AsOf = Annotated[date | None, day_option(), Text(
    "Tính đến hết ngày này; mặc định là hôm nay",
    "Judge as of the end of this day; by default today",
)]  # fmt: skip
All = Annotated[bool, typer.Option("--all"), Text(
    "Hiện mọi dòng của các danh sách dài",
    "Show every row of long lists",
)]  # fmt: skip
Plans = Annotated[list[str] | None, typer.Option("--plan", metavar="ID"), Text(
    "Chỉ kế hoạch này; dùng được nhiều lần",
    "Only this plan; may be given several times",
)]  # fmt: skip
Agencies = Annotated[list[str] | None, typer.Option("--agency", metavar="ID"), Text(
    "Chỉ cơ quan này: mã, tên, tên tắt hoặc mẫu như so-*; dùng được nhiều lần",
    "Only this agency: its id, name, short name or a pattern such as so-*; may be given several times",
)]  # fmt: skip
Groups = Annotated[list[str] | None, typer.Option("--group", metavar="ID"), Text(
    "Chỉ nhóm cơ quan này; dùng được nhiều lần",
    "Only this group of agencies; may be given several times",
)]  # fmt: skip
Items = Annotated[list[str] | None, typer.Option("--item", metavar="ID"), Text(
    "Chỉ mục này của kế hoạch, hoặc mẫu như II.*; dùng được nhiều lần",
    "Only this item of the plan, or a pattern such as II.*; may be given several times",
)]  # fmt: skip
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG"), Text(
    "Chỉ các mục mang nhãn này (tags trong kế hoạch); dùng được nhiều lần",
    "Only items that bear this tag (tags in the plan); may be given several times",
)]  # fmt: skip
DueBy = Annotated[date | None, day_option("--due-by"), Text(
    "Chỉ việc có hạn đến hết ngày này, xét theo những gì đã biết vào --as-of",
    "Only what was due by the end of this day, judged as known at --as-of",
)]  # fmt: skip
Periods = Annotated[list[str] | None, typer.Option("--period", metavar="P"), Text(
    "Chỉ kỳ này, ví dụ 2026 hoặc 2026-H1; dùng được nhiều lần",
    "Only this period, such as 2026 or 2026-H1; may be given several times",
)]  # fmt: skip
Only = Annotated[list[str] | None, typer.Option("--only", metavar="|".join(ONLY)), Text(
    "Chỉ các trạng thái này, ngăn cách bằng dấu phẩy",
    "Only these states, divided by commas",
)]  # fmt: skip
NoGit = Annotated[bool, typer.Option("--no-git"), Text(
    "Không hỏi git: tính theo ngày ghi trên văn bản",
    "Do not ask git: go by the dates written on the documents",
)]  # fmt: skip
Rev = Annotated[str | None, typer.Option("--rev", metavar="REV"), Text(
    "Đọc các tệp như ở bản git này (commit, nhánh, thẻ)",
    "Read the files as of this git revision (a commit, branch or tag)",
)]  # fmt: skip
Jobs = Annotated[int | None, typer.Option(min=1, metavar="N", envvar="KEHOACH_JOBS"), Text(
    "Số tiến trình cùng làm khi có nhiều tệp; mặc định là số nhân của máy, hoặc biến KEHOACH_JOBS",
    "How many processes work at once where there are many files; by default the cores of this machine, "
    "or the variable KEHOACH_JOBS",
)]  # fmt: skip
PlanId = Annotated[str | None, typer.Option(metavar="ID"), Text(
    "Kế hoạch; cần khi có nhiều kế hoạch",
    "The plan; needed where there are several",
)]  # fmt: skip
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="PATH", callback=_unless_stdout), Text(
    "Ghi kết quả vào tệp này thay vì in ra màn hình (- là màn hình)",
    "Write the result into this file instead of printing it (- prints it)",
)]  # fmt: skip
Force = Annotated[bool, typer.Option("--force"), Text(
    "Ghi đè tệp đã có",
    "Overwrite files that are there already",
)]  # fmt: skip

Anyway = Annotated[bool, typer.Option("--anyway"), Text(
    "Vẫn lập dù tệp của cơ quan theo dõi còn lỗi; kết quả nói rõ điều đó",
    "Make it although the office's own files hold errors; the result says so",
)]  # fmt: skip


def divided(values: list[str] | None) -> tuple[str, ...]:
    """Return the states asked for, given one by one or divided by commas."""
    return tuple(name for value in values or () for name in value.split(","))
