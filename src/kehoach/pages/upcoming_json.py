"""``kehoach upcoming --format json``."""

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import dump, head, obligations
from kehoach.pages.upcoming_table import upcoming
from kehoach.run import Run
from kehoach.terminal.screen import Screen


def upcoming_json(run: Run, screen: Screen, days: int) -> str:
    """Return what falls due, the nearest first."""
    output: contract.UpcomingOutput = {
        **head(run, "upcoming", screen.lang),
        "days": days,
        "obligations": obligations(run, upcoming(run, days), screen.lang),
    }
    return dump({**output})
