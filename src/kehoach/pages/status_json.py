"""``kehoach status --format json``."""

from kehoach.contract.json_parts import dump, status_output
from kehoach.run import Run
from kehoach.terminal.screen import Screen


def status_json(run: Run, screen: Screen, **_grouping: object) -> str:
    """Return the whole answer; grouping is for people, the JSON always holds all."""
    return dump({**status_output(run, screen.lang)})
