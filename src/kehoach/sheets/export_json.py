"""``kehoach export --format json``: the answer of ``kehoach status --format json``."""

from kehoach.contract.json_parts import dump, status_output
from kehoach.run import Run
from kehoach.terminal.screen import Screen


def export_json(run: Run, screen: Screen) -> bytes:
    """Return the whole answer in UTF-8."""
    return dump({**status_output(run, screen.lang)}).encode("utf-8", "replace")
