"""``kehoach check --format gitlab``: a Code Quality report for merge requests.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. The widget shows what a
change adds and what it mends, by fingerprint; so each finding stands alone, whomever else it
concerns too.
"""

from collections.abc import Iterator
from typing import Any

from kehoach.diagnostics import Severity
from kehoach.explanations.labels import SAMPLE
from kehoach.reading.positions import Located
from kehoach.review.finding_groups import passed_words
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
    return forge_json([*_notices(run, screen.lang), *issues])


def _notices(run: Account, lang: Lang) -> Iterator[dict[str, Any]]:
    """Yield what other formats say in their heading, which this one has not, as issues.

    That invented reports are counted, and how much is passed over.
    """
    said = {"sample": SAMPLE.to(lang) if run.sample else "", "suppressed": passed_words(run, lang)}
    file = repository_file(run, run.workspace.plans[0].file)
    for name, words in said.items():
        if words:
            yield {
                "description": words,
                "check_name": name,
                "fingerprint": f"kehoach-{name}",
                "severity": "info",
                "location": {"path": file, "lines": {"begin": 1}},
            }


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
