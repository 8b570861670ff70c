"""``kehoach check --format json`` and ``jsonl``."""

import json

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import dump, finding, head, summary
from kehoach.run import Account
from kehoach.terminal.screen import Screen
from kehoach.words.safety import safe_json


def check_json(run: Account, screen: Screen) -> str:
    """Return every finding, verdicts of lateness included."""
    output: contract.CheckOutput = {
        **head(run, "check", screen.lang),
        "summary": summary(run),
        "findings": [finding(run, each, screen.lang) for each in run.located()],
    }
    return dump({**output})


def check_lines(run: Account, screen: Screen) -> str:
    """Return a finding a line."""
    found = (finding(run, each, screen.lang) for each in run.located())
    return "".join(safe_json(json.dumps(each, ensure_ascii=False)) + "\n" for each in found)
