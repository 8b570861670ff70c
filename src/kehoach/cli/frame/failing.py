"""``--fail-on``: which kinds of finding make a run fail with exit code 1."""

from typing import Annotated

import typer

from kehoach.cli.frame.options import divided
from kehoach.cli.frame.usage import not_among
from kehoach.diagnostics import Severity
from kehoach.run import Account
from kehoach.words import Text

_FILES, _LATE = {"error", "warning"}, {"late", "overdue"}
_KINDS = ("error", "warning", "late", "overdue", "never")


def _known(given: list[str] | None) -> list[str] | None:
    """Refuse an unknown kind before anything is printed.

    Raises:
        WrongUse: an unknown kind was named.
    """
    for kind in divided(given):
        if kind not in _KINDS:
            raise not_among(kind, _KINDS)
    return given


_OPTION = typer.Option("--fail-on", metavar=",".join(_KINDS), callback=_known)
FailOn = Annotated[list[str] | None, _OPTION, Text(
    "Kết thúc bằng mã 1 khi có điều thuộc các loại này, ngăn cách bằng dấu phẩy",
    "Exit with 1 when there is anything of these kinds, divided by commas",
)]  # fmt: skip


def failed(run: Account, given: list[str] | None, default: tuple[str, ...]) -> int:
    """Return 1 if there is a finding of a kind that should fail the run, else 0.

    To fail on warnings is to fail on errors too.
    """
    kinds = divided(given) or default
    if "never" in kinds:
        return 0
    severities = {finding.rule.severity for finding in run.wrong} if _FILES & set(kinds) else set()
    verdicts = {finding.rule.verdict for finding in run.verdicts} if _LATE & set(kinds) else set()
    if Severity.ERROR in severities and "warning" in kinds:
        return 1
    return int(bool({*severities, *verdicts} & set(kinds)))
