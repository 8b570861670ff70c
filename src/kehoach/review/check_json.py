"""``kehoach check --format json`` and ``jsonl``."""

import json
from collections.abc import Iterator

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import finding, head, summary, suppressed
from kehoach.contract.json_text import dumped
from kehoach.run import Account
from kehoach.terminal.screen import Screen
from kehoach.words.safety import safe_json


def check_json(run: Account, screen: Screen) -> Iterator[str]:
    """Yield every finding, verdicts of lateness included."""
    found = run.located()
    output: contract.CheckOutput = {
        **head(run, "check", screen.lang),
        "summary": summary(run),
        "findings": (finding(run, each, screen.lang) for each in found),
        "suppressed": suppressed(run, screen.lang),
    }
    return dumped({**output})


def check_lines(run: Account, screen: Screen) -> Iterator[str]:
    """Yield a finding a line."""
    found = (finding(run, each, screen.lang) for each in run.located())
    return (safe_json(json.dumps(each, ensure_ascii=False)) + "\n" for each in found)
