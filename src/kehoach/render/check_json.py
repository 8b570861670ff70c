"""``kehoach check --format json`` and ``jsonl``."""

import json

from kehoach.pipeline import Run
from kehoach.render import contract
from kehoach.render.screen import Screen
from kehoach.render.status_json import dump, finding, head, summary
from kehoach.texts.safety import safe_json


def check_json(run: Run, screen: Screen) -> str:
    """Return every finding, verdicts of lateness included."""
    output: contract.CheckOutput = {
        **head(run, "check", screen.lang),
        "summary": summary(run),
        "findings": [finding(run, each, screen.lang) for each in run.located()],
    }
    return dump({**output})


def check_lines(run: Run, screen: Screen) -> str:
    """Return a finding a line."""
    found = (finding(run, each, screen.lang) for each in run.located())
    return "".join(safe_json(json.dumps(each, ensure_ascii=False)) + "\n" for each in found)
