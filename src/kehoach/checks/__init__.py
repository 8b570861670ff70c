"""Checks over the whole data set: one module a matter, one line here; none imports another."""

from collections.abc import Iterator

from kehoach.checks import (
    arrival,
    authors,
    backdating,
    completion,
    consistency,
    contradictions,
    coverage,
    decided,
    draft,
    duplicates,
    earliness,
    entries,
    gaps,
    lateness,
    letter,
    ownership,
    receipt,
    references,
    withdrawn,
    wording,
)
from kehoach.checks.review import Review
from kehoach.diagnostics import Finding, Rule

_CHECKS = (
    duplicates, references, gaps, wording, decided, entries, ownership, receipt, completion, consistency,
    contradictions, earliness, draft, letter, coverage, backdating,
    withdrawn, arrival, authors,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(rule for each in (*_CHECKS, lateness) for rule in each.RULES)


def wrong_in(review: Review) -> Iterator[Finding]:
    """Yield what is wrong in the files: met in reading, and found by each check."""
    yield from review.workspace.findings
    for check in _CHECKS:
        yield from check.find(review)


def late_in(review: Review) -> Iterator[Finding]:
    """Yield the verdicts of lateness, the worst first."""
    return lateness.find(review)


__all__ = ["RULES", "Review", "late_in", "wrong_in"]
