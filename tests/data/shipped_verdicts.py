"""Verdicts on the shipped data at a day, found by item, agency and period."""

from datetime import date
from functools import cache
from pathlib import Path

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.verdicts.assessment import Assessment

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
ONCE = "once"


@cache
def run_at(day: str) -> Run:
    """Return the answer on all the shipped data as of the end of a day."""
    return answer(DataFolder(DATA), "data/", Question(date.fromisoformat(day)))


@cache
def by_name(day: str) -> dict[tuple[str, str, str, str | None], Assessment]:
    """Return the verdicts by item, period, agency and the body it was inherited from."""
    return {
        (each.obligation.key.item, each.obligation.key.period, each.agency, each.inherited_from): (
            each
        )
        for each in run_at(day).assessments
    }


def verdict(
    day: str, item: str, agency: str, period: str, inherited_from: str | None = None
) -> Assessment:
    """Return the one verdict on an item, agency and period."""
    return by_name(day)[item, period, agency, inherited_from]
