"""Of one file so much is told and no more: a broken one must not drown the others."""

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
    more = len(findings) - len(told)
    if not more:
        return findings
    rest = next((each for each in findings if each.rule is AND_MORE), findings[-1])
    return [*told, Finding(AND_MORE, rest.place, {"count": more})]
