"""Of one kind of mistake in one file so many are told and no more, then their number."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kehoach.diagnostics import Finding
from kehoach.reading.yaml_files.yaml_rules import AND_MORE

MOST_ALIKE = 1_000
"""Findings of one rule in one file: no office has so many entries that are wrong in the same way."""


def few_alike(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, of too many of one rule in one file the first and how many more there are.

    What is left out weighs as much as what is told of its kind.
    """
    met: Counter[tuple[str, str]] = Counter()
    next_: dict[tuple[str, str], Finding] = {}
    for finding in found:
        kind = finding.rule.code, finding.place.file
        met[kind] += 1
        if met[kind] <= MOST_ALIKE:
            yield finding
        else:
            next_.setdefault(kind, finding)
    for kind, finding in next_.items():
        rule = AND_MORE._replace(severity=finding.rule.severity)
        yield Finding(rule, finding.place, {"count": met[kind] - MOST_ALIKE})


def number_of(found: Iterable[Finding]) -> int:
    """Return how many findings there are, with those that are told by their number alone."""
    return sum(
        int(str(each.values["count"])) if each.rule.code == AND_MORE.code else 1 for each in found
    )
