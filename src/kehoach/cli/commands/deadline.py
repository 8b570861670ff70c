"""``kehoach deadline``."""

from datetime import date
from typing import Annotated

import typer

from kehoach.cli.frame.answers import choose, screen
from kehoach.cli.frame.delivery import refuse, show
from kehoach.cli.frame.options import All, format_option
from kehoach.cli.frame.settings import as_day
from kehoach.formats import DEADLINE_FORMATS
from kehoach.words import Text

_BACKWARD = Text("--from {first} sau --to {last}", "--from {first} is after --to {last}")
_SIDES = ("exclusive", "inclusive")
_ROLLS = ("next", "none", "previous")


def deadline(
    ctx: typer.Context,
    wording: Annotated[
        str, typer.Argument(metavar="WORDING", help="Câu chữ trong ngoặc kép · The words, quoted")
    ],
    first: Annotated[
        date | None,
        typer.Option(
            "--from",
            parser=as_day,
            metavar="DATE",
            help="Việc định kỳ tính từ ngày, mặc định đầu năm · What recurs, from this day on",
        ),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option(
            "--to",
            parser=as_day,
            metavar="DATE",
            help="Đến hết ngày, mặc định cuối năm · Up to and with this day",
        ),
    ] = None,
    before: Annotated[
        str,
        typer.Option(
            metavar="|".join(_SIDES),
            help="“Trước ngày X” không kể hay kể cả X · Whether “before X” includes X",
        ),
    ] = "exclusive",
    roll: Annotated[
        str,
        typer.Option(metavar="|".join(_ROLLS), help="Hạn gặp ngày nghỉ thì sao · On a day off"),
    ] = "next",
    all_: All = False,
    format_: Annotated[str, format_option(DEADLINE_FORMATS)] = "text",
) -> int:
    """Print what a wording says: its rules, its due days, the words that were not understood."""
    from kehoach.model.plan import Policy  # noqa: PLC0415 - when used
    from kehoach.pages.wording_answer import worded, years_around  # noqa: PLC0415 - when used

    render = choose(format_, DEADLINE_FORMATS)
    for name, value, known in (("--before", before, _SIDES), ("--roll", roll, _ROLLS)):
        if value not in known:
            raise typer.BadParameter(f"{name} {value!r}: {' | '.join(known)}")
    begin, end = years_around(first, last)
    if begin > end:
        refuse(ctx.obj, _BACKWARD, first=begin, last=end)
    found = worded(wording, begin, end, Policy.model_validate({"before": before, "roll": roll}))
    show(render(found, screen(ctx.obj, all_)))
    return 0 if found.reading.understood else 1
