"""In which order periods stand."""

from datetime import date

from kehoach.verdicts.obligations import Demand


def end_of_period(demand: Demand) -> tuple[date, int, str]:
    """Sort demands by when their period ends, the shorter of two first: 2026-H1, 2026-Q4, 2026."""
    span = demand.term.period.span
    return span.end, -span.first.toordinal(), demand.period
