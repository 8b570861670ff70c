"""``--select``: which rules are asked about, by their codes or how those begin."""

from typing import Annotated

import typer

from kehoach.cli.frame.options import divided
from kehoach.cli.frame.usage import WrongUse
from kehoach.run.rulebook import all_rules, nearest_codes
from kehoach.words import Text

_UNKNOWN = Text(
    "không có mã phát hiện {asked}; gần nhất: {near}",
    "no finding has the code {asked}; the nearest: {near}",
)


def selected_codes(given: list[str] | None) -> tuple[str, ...]:
    """Return the codes asked for, or how they begin.

    Raises:
        WrongUse: no code is or begins so.
    """
    known = [rule.code for rule in all_rules()]
    codes = tuple(each.strip().upper() for each in divided(given))
    for code in codes:
        if not code or not any(each.startswith(code) for each in known):
            raise WrongUse(_UNKNOWN.filled(asked=repr(code), near=", ".join(nearest_codes(code))))
    return codes


Select = Annotated[list[str] | None, typer.Option("--select", metavar="KHnnn"), Text(
    "Chỉ các phát hiện này: mã hoặc phần đầu của mã, ngăn cách bằng dấu phẩy (KH4,KH501)",
    "Only these findings: codes or how they begin, divided by commas (KH4,KH501)",
)]  # fmt: skip
