"""Of one file so much is told and no more: a broken one must not drown the others."""

from collections.abc import Iterator
from itertools import islice

from kehoach.diagnostics import Finding, Place
from kehoach.reading.yaml_files.yaml_rules import AND_MORE

MOST_TOLD = 100
"""Findings of a file that are told; of the rest their number."""


def untold(place: Place) -> Finding:
    """Return a finding of which only the place is known: it is counted, and looked into no further."""
    return Finding(AND_MORE, place, {})


def bounded(findings: list[Finding]) -> list[Finding]:
    """Return the first findings of a file, and how many more there are, at the place of the next."""
    told = [each for each in findings if each.rule is not AND_MORE][:MOST_TOLD]
    more = sum(map(_number, findings)) - len(told)
    if not more:
        return findings
    rest = next((each for each in findings if each.rule is AND_MORE), findings[-1])
    return [*told, Finding(AND_MORE, rest.place, {"count": more})]


def first_of(findings: Iterator[Finding]) -> list[Finding]:
    """Return the first findings, and how many more would come, of which none is kept."""
    told = [*islice(findings, MOST_TOLD)]
    following = next(findings, None)
    if following is None:
        return told
    rest = 1 + sum(1 for _ in findings)
    return [*told, Finding(AND_MORE, following.place, {"count": rest})]


def _number(finding: Finding) -> int:
    """Return for how many findings one stands."""
    return int(str(finding.values.get("count", 1))) if finding.rule is AND_MORE else 1
