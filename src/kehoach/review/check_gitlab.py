"""``kehoach check --format gitlab``: a Code Quality report for merge requests.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. The widget shows what a
change adds and what it mends, by fingerprint; so each finding stands alone, whomever else it
concerns too.
"""

from typing import Any

from kehoach.diagnostics import Severity
from kehoach.explanations.labels import SAMPLE
from kehoach.reading.positions import Located
from kehoach.review.forge import brief, fingerprints, forge_json, repository_file
from kehoach.run import Account
from kehoach.terminal.screen import Screen
from kehoach.words import Lang

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def check_gitlab(run: Account, screen: Screen) -> str:
    """Return every finding, verdicts of lateness included."""
    located = run.located()
    marks = zip(located, fingerprints(located), strict=True)
    issues = [_issue(run, each, mark, screen.lang) for each, mark in marks]
    return forge_json([*_notice(run, screen.lang), *issues])


def _notice(run: Account, lang: Lang) -> list[dict[str, Any]]:
    """Return, where invented reports are counted, an issue that says so: there is no heading."""
    if not run.sample:
        return []
    return [
        {
            "description": SAMPLE.to(lang),
            "check_name": "sample",
            "fingerprint": "kehoach-sample",
            "severity": "info",
            "location": {
                "path": repository_file(run, run.workspace.plans[0].file),
                "lines": {"begin": 1},
            },
        }
    ]


def _issue(run: Account, located: Located, fingerprint: str, lang: Lang) -> dict[str, Any]:
    found = located.finding
    return {
        "description": f"{brief(found.message(lang))} → {brief(found.hint(lang))}",
        "check_name": found.rule.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[found.rule.severity],
        "location": {
            "path": repository_file(run, found.place.file),
            "lines": {"begin": located.line},
        },
    }
