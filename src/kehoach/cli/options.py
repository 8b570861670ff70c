"""Options that several commands share."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import typer

from kehoach.cli.settings import as_day

AsOf = Annotated[
    date | None,
    typer.Option(parser=as_day, metavar="DATE", help="Tính đến hết ngày · As of the end of"),
]
All = Annotated[bool, typer.Option("--all", help="Hiện mọi dòng · Show every row")]
Agencies = Annotated[
    list[str] | None,
    typer.Option("--agency", metavar="ID", help="Cơ quan: mã, tên hoặc tên tắt · Agency"),
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
