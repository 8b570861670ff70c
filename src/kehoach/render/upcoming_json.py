"""``kehoach upcoming --format json``."""

from kehoach.pipeline import Run
from kehoach.render import contract
from kehoach.render.screen import Screen
from kehoach.render.status_json import dump, head, obligations
from kehoach.render.upcoming_table import upcoming


def upcoming_json(run: Run, screen: Screen, days: int) -> str:
    """Return what falls due, the nearest first."""
    output: contract.UpcomingOutput = {
        **head(run, "upcoming", screen.lang),
        "days": days,
        "obligations": obligations(run, upcoming(run, days), screen.lang),
    }
    return dump({**output})
