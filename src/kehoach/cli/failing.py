"""``--fail-on``: which kinds of finding make a run fail with exit code 1."""

from typing import Annotated

import typer

from kehoach.diagnostics import Finding, Severity
from kehoach.pipeline import Run

_KINDS = ("error", "warning", "late", "overdue", "never")
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar=",".join(_KINDS),
        help="Mã thoát 1 khi có · Exit with 1 when there is any",
    ),
]


def failed(run: Run, given: list[str] | None, default: tuple[str, ...]) -> int:
    """Return 1 if there is a finding of a kind that should fail the run, else 0.

    Raises:
        typer.BadParameter: an unknown kind was named.
    """
    kinds = [kind for value in given or () for kind in value.split(",")] or list(default)
    for kind in kinds:
        if kind not in _KINDS:
            raise typer.BadParameter(f"--fail-on {kind!r}: {' | '.join(_KINDS)}")
    if "never" in kinds:
        return 0
    return int(any(_names(finding, kinds) for finding in run.findings))


def _names(finding: Finding, kinds: list[str]) -> bool:
    """Say whether a finding is of one of the kinds; a warning's failing includes errors."""
    severity = finding.rule.severity
    if finding.rule.verdict is not None:
        return finding.rule.verdict in kinds
    return severity in kinds or (severity is Severity.ERROR and "warning" in kinds)
