"""Options that several commands share."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import typer

from kehoach.cli.frame.settings import as_day
from kehoach.run import ONLY, Question

AsOf = Annotated[
    date | None,
    typer.Option(parser=as_day, metavar="DATE", help="Tính đến hết ngày · As of the end of"),
]
All = Annotated[bool, typer.Option("--all", help="Hiện mọi dòng · Show every row")]
Agencies = Annotated[
    list[str] | None,
    typer.Option("--agency", metavar="ID", help="Cơ quan: mã, tên hoặc tên tắt · Agency"),
]
Groups = Annotated[
    list[str] | None, typer.Option("--group", metavar="ID", help="Nhóm cơ quan · Group")
]
Items = Annotated[list[str] | None, typer.Option("--item", metavar="ID", help="Mục · Item")]
Periods = Annotated[list[str] | None, typer.Option("--period", metavar="P", help="Kỳ · Period")]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only", metavar="|".join(ONLY), help="Chỉ các trạng thái này · Only these states"
    ),
]
NoGit = Annotated[
    bool,
    typer.Option(
        "--no-git",
        help="Không hỏi git: tính theo ngày ghi trên văn bản · Go by declared dates, not by git",
    ),
]
Rev = Annotated[
    str | None,
    typer.Option("--rev", metavar="REV", help="Các tệp như ở bản git này · The files as of REV"),
]


def format_option(formats: Iterable[str]) -> Any:
    """Return the option that chooses one of some formats."""
    return typer.Option("--format", metavar="|".join(formats), help="Định dạng · Format")


def asked(
    as_of: date | None,
    agency: list[str] | None,
    group: list[str] | None,
    item: list[str] | None,
    period: list[str] | None,
    only: list[str] | None,
    *,
    no_git: bool,
    rev: str | None,
) -> Question:
    """Return the question that the filters of a command make up."""
    return Question(
        as_of,
        tuple(agency or ()),
        tuple(group or ()),
        tuple(item or ()),
        tuple(period or ()),
        divided(only),
        git=not no_git,
        rev=rev,
    )


def divided(values: list[str] | None) -> tuple[str, ...]:
    """Return the states asked for, given one by one or divided by commas."""
    return tuple(name for value in values or () for name in value.split(","))
