"""Counts over verdicts: the whole, by agency, by item, by period."""

from kehoach.summaries.counts import Counts, Rate, count, total
from kehoach.summaries.responsibility import Responsibility, responsibilities

__all__ = ["Counts", "Rate", "Responsibility", "count", "responsibilities", "total"]
