"""Checks over the whole data set: one module a matter, one line here; none imports another."""

from collections.abc import Iterator
from typing import Protocol

from kehoach.checks import lateness
from kehoach.checks.commits import own_clocks
from kehoach.checks.filed import (
    declared_dates,
    differing_entries,
    doubtful_completions,
    early_reports,
    rewritten_entries,
    self_contradictions,
    told_late,
    uncovered_work,
    undated_receipts,
    unmatched_entries,
    unnamed_letters,
    unowed_entries,
    unsent_drafts,
)
from kehoach.checks.office import (
    agency_calendars,
    calendar_days,
    contradictory_days,
    duplicate_ids,
    empty_groups,
    idle_decisions,
    plan_gaps,
    shortening_extensions,
    successions,
    unknown_ids,
    vain_book_entries,
    vain_decisions,
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
    declared_dates, own_clocks,
)  # fmt: skip


class Check(Protocol):
    """A module that looks for one matter."""

    @property
    def RULES(self) -> tuple[Rule, ...]:  # noqa: N802 - a module's constant
        """What it may find."""

    def find(self, review: Review, /) -> Iterator[Finding]:
        """Yield what is found."""


def _of_history() -> tuple[Check, ...]:
    """Return the checks of what git knows: loaded only where it was asked."""
    from kehoach.checks.commits import (  # noqa: PLC0415 - with the whole family of git
        doubtful_receipts,
        foreign_commits,
        recorded_arrivals,
        withdrawn_reports,
    )

    return (withdrawn_reports, doubtful_receipts, foreign_commits, recorded_arrivals)


def rules() -> tuple[Rule, ...]:
    """Return the rules of every check."""
    return tuple(rule for each in (*_CHECKS, *_of_history(), lateness) for rule in each.RULES)


def wrong_in(review: Review) -> Iterator[Finding]:
    """Yield what is wrong in the files: met in reading, and found by each check."""
    yield from review.workspace.findings
    asked = review.histories or review.blind is not None
    for check in (*_CHECKS, *(_of_history() if asked else ())):
        yield from check.find(review)


def late_in(review: Review) -> Iterator[Finding]:
    """Yield the verdicts of lateness, the worst first."""
    return lateness.find(review)


__all__ = ["Review", "late_in", "rules", "wrong_in"]
