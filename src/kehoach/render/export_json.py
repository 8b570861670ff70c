"""``kehoach export --format json``: the answer of ``kehoach status --format json``."""

from kehoach.pipeline import Run
from kehoach.render.screen import Screen
from kehoach.render.status_json import status_json


def export_json(run: Run, screen: Screen) -> bytes:
    """Return the whole answer in UTF-8."""
    return status_json(run, screen).encode("utf-8", "replace")
