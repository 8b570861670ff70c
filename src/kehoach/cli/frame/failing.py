"""``--fail-on``: which kinds of finding make a run fail with exit code 1."""

from typing import Annotated, Any

import typer

from kehoach.cli.frame.options import divided
from kehoach.cli.frame.usage import not_among
from kehoach.diagnostics import Severity
from kehoach.run import Account
from kehoach.words import Text

_FILES, _LATE = {"error", "warning"}, {"late", "overdue"}


def fail_on_option(*kinds: str) -> Any:
    """Return an option that takes some of these kinds; an unknown one is refused before all else."""

    def known(given: list[str] | None) -> list[str] | None:
        for kind in divided(given):
            if kind not in kinds:
                raise not_among(kind, kinds)
        return given

    return typer.Option("--fail-on", metavar=",".join(kinds), callback=known)


FAIL_ON = Text(
    "Kết thúc bằng mã 1 khi có điều thuộc các loại này, ngăn cách bằng dấu phẩy",
    "Exit with 1 when there is anything of these kinds, divided by commas",
)
FailOn = Annotated[
    list[str] | None, fail_on_option("error", "warning", "late", "overdue", "never"), FAIL_ON
]


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
