"""Checks over the whole data set: one module a matter, one line here; none imports another."""

from collections.abc import Iterator

from kehoach.checks import (
    agency_calendars,
    calendar_days,
    contradictory_days,
    declared_dates,
    differing_entries,
    doubtful_completions,
    doubtful_receipts,
    duplicate_ids,
    early_reports,
    empty_groups,
    foreign_commits,
    idle_decisions,
    lateness,
    own_clocks,
    plan_gaps,
    recorded_arrivals,
    rewritten_entries,
    self_contradictions,
    shortening_extensions,
    successions,
    told_late,
    uncovered_work,
    undated_receipts,
    unknown_ids,
    unmatched_entries,
    unnamed_letters,
    unowed_entries,
    unsent_drafts,
    vain_book_entries,
    vain_decisions,
    withdrawn_reports,
    worded_deadlines,
)
from kehoach.checks.review import Review
from kehoach.diagnostics import Finding, Rule

_CHECKS = (
    duplicate_ids, unknown_ids, successions, empty_groups, calendar_days, agency_calendars, plan_gaps,
    worded_deadlines, idle_decisions, shortening_extensions, vain_decisions, vain_book_entries,
    contradictory_days, unmatched_entries, unowed_entries, undated_receipts, doubtful_completions,
    self_contradictions, differing_entries, rewritten_entries, told_late,
    early_reports, unsent_drafts, unnamed_letters, uncovered_work,
    declared_dates, withdrawn_reports, doubtful_receipts, foreign_commits,
    recorded_arrivals, own_clocks,
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
