"""Checks over the whole data set: one module a matter, one line here; none imports another."""

from collections.abc import Callable, Iterator

from kehoach.checks import (
    completion,
    coverage,
    decided,
    duplicates,
    entries,
    gaps,
    lateness,
    ownership,
    receipt,
    references,
)
from kehoach.checks.review import Review
from kehoach.diagnostics import Finding, Rule

_CHECKS = (
    duplicates, references, gaps, decided, entries, ownership, receipt, completion, coverage,
    lateness,
)  # fmt: skip
CHECKS: tuple[Callable[[Review], Iterator[Finding]], ...] = tuple(each.find for each in _CHECKS)
RULES: tuple[Rule, ...] = tuple(rule for each in _CHECKS for rule in each.RULES)

__all__ = ["CHECKS", "RULES", "Review"]
