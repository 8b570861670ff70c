"""Checks of the data: one module a matter, none imports another; listed here by what they look at."""

from collections.abc import Callable, Iterator
from typing import Protocol

from kehoach.checks import lateness
from kehoach.checks.commits import own_clocks
from kehoach.checks.crossing import Crossing, joined
from kehoach.checks.filed import (
    declared_dates,
    differing_entries,
    doubtful_completions,
    early_reports,
    excuses,
    rewritten_entries,
    self_contradictions,
    told_beginnings,
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
    compiled_reports,
    contradictory_days,
    days_beside,
    deadline_bodies,
    duplicate_ids,
    empty_groups,
    idle_decisions,
    idle_returns,
    plan_gaps,
    shortening_extensions,
    successions,
    unknown_ids,
    vain_book_entries,
    vain_decisions,
    vain_reminders,
    worded_deadlines,
)
from kehoach.checks.review import OfficeReview, PartReview, WholeReview
from kehoach.checks.told_across import crossing, letters
from kehoach.diagnostics import Finding, Rule

InOffice = Callable[[OfficeReview], Iterator[Finding]]
InPart = Callable[[PartReview], Iterator[Finding]]
Across = Callable[[WholeReview], Iterator[Finding]]

_IN_OFFICE: tuple[InOffice, ...] = (
    duplicate_ids.find, unknown_ids.find, successions.find, empty_groups.find, calendar_days.find,
    agency_calendars.find, days_beside.find, deadline_bodies.find, plan_gaps.find, worded_deadlines.find,
    idle_decisions.find, contradictory_days.find, unmatched_entries.in_book,
    compiled_reports.find, vain_reminders.find,
)  # fmt: skip
_IN_PART: tuple[InPart, ...] = (
    unmatched_entries.find, unowed_entries.find, undated_receipts.find, doubtful_completions.find,
    self_contradictions.find, differing_entries.find, rewritten_entries.find, told_late.find,
    early_reports.find, unsent_drafts.find, unnamed_letters.find, uncovered_work.find,
    declared_dates.find, own_clocks.find, told_beginnings.find,
    excuses.find,
)  # fmt: skip
_ACROSS: tuple[Across, ...] = (
    successions.across, shortening_extensions.across, vain_decisions.across,
    idle_returns.across,
    vain_book_entries.across, declared_dates.across,
)  # fmt: skip


class _Matter(Protocol):
    """A module that looks for one matter."""

    @property
    def RULES(self) -> tuple[Rule, ...]:  # noqa: N802 - a module's constant
        """What it may find."""


def rules() -> tuple[Rule, ...]:
    """Return the rules of every check."""
    from kehoach.checks.commits import (  # noqa: PLC0415 - with the whole family of git
        doubtful_commits,
        doubtful_receipts,
        foreign_commits,
        recorded_arrivals,
        withdrawn_reports,
    )

    matters: tuple[_Matter, ...] = (
        duplicate_ids, unknown_ids, successions, empty_groups, calendar_days, agency_calendars,
        days_beside, deadline_bodies, plan_gaps, worded_deadlines, idle_decisions,
        shortening_extensions, vain_decisions, vain_book_entries, vain_reminders, contradictory_days,
        unmatched_entries, unowed_entries, undated_receipts, doubtful_completions,
        self_contradictions, differing_entries, rewritten_entries, told_late, early_reports,
        unsent_drafts, unnamed_letters, uncovered_work, declared_dates, own_clocks,
        doubtful_commits, doubtful_receipts, foreign_commits, recorded_arrivals, withdrawn_reports,
        told_beginnings, compiled_reports, lateness, idle_returns, excuses,
    )  # fmt: skip
    return tuple(rule for each in matters for rule in each.RULES)


def wrong_in_office(review: OfficeReview) -> Iterator[Finding]:
    """Yield what is wrong in the office's own files, and with the commits."""
    for find in _IN_OFFICE:
        yield from find(review)
    if review.logs or review.blind is not None:
        from kehoach.checks.commits import (  # noqa: PLC0415 - loaded only where git was asked
            doubtful_commits,
            recorded_arrivals,
        )

        yield from doubtful_commits.find(review)
        yield from recorded_arrivals.find(review)


def wrong_in_part(review: PartReview) -> Iterator[Finding]:
    """Yield what is wrong in one part of what agencies filed."""
    for find in _IN_PART:
        yield from find(review)
    if review.histories:
        from kehoach.checks.commits import (  # noqa: PLC0415 - loaded only where git was asked
            doubtful_receipts,
            foreign_commits,
            withdrawn_reports,
        )

        yield from withdrawn_reports.find(review)
        yield from doubtful_receipts.find(review)
        yield from foreign_commits.find(review)


def wrong_across(review: WholeReview) -> Iterator[Finding]:
    """Yield what only all the parts together tell."""
    for find in _ACROSS:
        yield from find(review)
    if review.crossing.gone:
        from kehoach.checks.commits import withdrawn_reports  # noqa: PLC0415 - as above

        yield from withdrawn_reports.across(review)


def late_in(review: PartReview) -> Iterator[Finding]:
    """Yield the verdicts of lateness in one part, the worst first."""
    return lateness.find(review)


__all__ = [
    "Crossing", "OfficeReview", "PartReview", "WholeReview", "crossing", "joined", "late_in",
    "letters", "rules", "wrong_across", "wrong_in_office", "wrong_in_part",
]  # fmt: skip
