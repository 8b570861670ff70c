"""What is found, as ``checks.yaml`` has it: how much it matters here, and what is passed over."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Optional

from kehoach.diagnostics import Finding, Severity
from kehoach.diagnostics.identity import digest, identity

if TYPE_CHECKING:  # few folders have such a file
    from kehoach.model.check_settings import Baselined, CheckSettings, Ignore

_DIGITS = 16


class PassedOver(NamedTuple):
    """A finding that is passed over: for the reason of an entry, or as one that was there before."""

    finding: Finding
    ignore: Optional["Ignore"]


class Sifted(NamedTuple):
    """What counts of all that was found, and what is passed over."""

    kept: tuple[Finding, ...]
    passed: tuple[PassedOver, ...] = ()


Known = tuple[str, str, str]
"""A rule, a file and a mark."""


def known_as(finding: Finding) -> Known:
    """Return by what the baseline knows a finding; days of receipt are not its own."""
    values = {k: v for k, v in finding.values.items() if not isinstance(v, date)}
    mark = digest(identity(finding._replace(values=values)))[:_DIGITS]
    return finding.rule.code, finding.place.file, mark


def baselined(rows: "Iterable[Baselined]") -> Counter[Known]:
    """Return how many findings of each kind were there before."""
    known: Counter[Known] = Counter()
    for row in rows:
        known[row.rule, row.file, row.mark] += row.count
    return known


def sift(found: Iterable[Finding], settings: "CheckSettings | None", as_of: date) -> Sifted:
    """Return what counts of everything found in one state of the files."""
    if settings is None:
        return Sifted(tuple(found))
    before = baselined(settings.baseline or ())
    sifted = _without_ignored(found, (settings,), as_of)
    kept, passed = [], list(sifted.passed)
    for finding in sifted.kept:
        known = known_as(finding) if before and finding.rule.adjustable else None
        if known is not None and before[known]:
            before[known] -= 1
            passed.append(PassedOver(finding, None))
        else:
            kept.append(finding)
    return Sifted(tuple(kept), tuple(passed))


def sift_change(
    brought: Iterable[Finding],
    old: "CheckSettings | None",
    new: "CheckSettings | None",
    as_of: date,
) -> Sifted:
    """Return what counts of the findings that a change brought.

    Nothing is passed over by what the change itself says: the stricter of both settings counts. What
    a change brings was not there before, so that no baseline knows it.
    """
    if old is None and new is None:
        return Sifted(tuple(brought))
    from kehoach.model.check_settings import NO_SETTINGS  # noqa: PLC0415 - as above

    return _without_ignored(brought, (old or NO_SETTINGS, new or NO_SETTINGS), as_of)


def _without_ignored(
    found: Iterable[Finding], settings: "Sequence[CheckSettings]", as_of: date
) -> Sifted:
    """Return what some settings do not all ignore, each with the highest of its severities."""
    kept: list[Finding] = []
    passed: list[PassedOver] = []
    for finding in found:
        ignores = [_ignore(finding, each, as_of) for each in settings]
        if all(ignores):
            passed.append(PassedOver(finding, ignores[-1]))
        else:
            kept.append(_weighed(finding, settings))
    return Sifted(tuple(kept), tuple(passed))


def _ignore(finding: Finding, settings: "CheckSettings", as_of: date) -> "Ignore | None":
    """Return the first entry by which a finding is passed over."""
    if not finding.rule.adjustable:
        return None
    entries = (each for each in settings.ignore if each.holds(as_of) and each.fits(finding))
    return next(entries, None)


def _weighed(finding: Finding, settings: "Sequence[CheckSettings]") -> Finding:
    """Return a finding with the severity that it has here."""
    rule = finding.rule
    if not rule.adjustable:
        return finding
    said = {Severity(each.severity.get(rule.code, rule.severity)) for each in settings}
    highest = next(each for each in Severity if each in said)
    return (
        finding
        if highest is rule.severity
        else finding._replace(rule=rule._replace(severity=highest))
    )
