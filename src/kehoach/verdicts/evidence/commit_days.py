"""The day on which each commit counts."""

from collections.abc import Sequence
from datetime import date

from kehoach.verdicts.evidence.commit import Commit


def commit_days(commits: Sequence[Commit]) -> tuple[dict[str, date], tuple[Commit, ...]]:
    """Return the day of each commit, never before an ancestor's, and the commits dated so."""
    days: dict[str, date] = {}
    skewed = []
    for commit in reversed(commits):
        after = max((days[parent] for parent in commit.parents if parent in days), default=date.min)
        if commit.committed < after:
            skewed.append(commit)
        days[commit.id] = max(commit.committed, after)
    return days, tuple(skewed)
