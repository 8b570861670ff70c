"""Counts over verdicts: the whole, by agency, by item, by period."""

from kehoach.verdicts.tables.counts import Counts, Rate, count, tallied, total
from kehoach.verdicts.tables.responsibility import Responsibility, responsibilities

__all__ = ["Counts", "Rate", "Responsibility", "count", "responsibilities", "tallied", "total"]
