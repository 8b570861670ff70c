"""``kehoach check --format sarif``: the OASIS standard SARIF 2.1.0, for code scanning."""

from typing import Any
from urllib.parse import quote

from kehoach import __version__
from kehoach.contract.json_parts import head
from kehoach.diagnostics import Rule, Severity
from kehoach.reading.positions import Located
from kehoach.review.forge import brief, fingerprints, forge_json, repository_file
from kehoach.run import Run
from kehoach.run.rulebook import all_rules
from kehoach.terminal.screen import Screen
from kehoach.words import LANGUAGES, Lang

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_IN_HEAD = ("as_of", "timezone", "git", "plans", "sample", "sample_notice", "left_out")


def check_sarif(run: Run, screen: Screen) -> str:
    """Return one run with every rule, and every finding as a result."""
    rules, located = all_rules(), run.located()
    number = {rule.code: index for index, rule in enumerate(rules)}
    about = head(run, "check", screen.lang)
    marks = zip(located, fingerprints(located), strict=True)
    scan = {
        "tool": {"driver": _driver(rules, screen.lang)},
        "language": screen.lang,
        "columnKind": "unicodeCodePoints",  # as the YAML reader counts them
        "invocations": [{"executionSuccessful": True}],
        "results": [
            _result(run, each, number[each.finding.rule.code], mark, screen.lang)
            for each, mark in marks
        ],
        "properties": {name: value for name, value in about.items() if name in _IN_HEAD},
    }
    return forge_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [scan]})


def _driver(rules: tuple[Rule, ...], lang: Lang) -> dict[str, Any]:
    return {
        "name": "kehoach",
        "version": __version__,
        "language": lang,
        "rules": [_rule(rule, lang) for rule in rules],
    }


def _rule(rule: Rule, lang: Lang) -> dict[str, Any]:
    """Return a rule with its cure in every language: who mends it may read either."""
    cures = (f"{rule.why.to(each)}\n→ {rule.cure(each)}" for each in LANGUAGES)
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title.to(lang)},
        "fullDescription": {"text": rule.why.to(lang)},
        "help": {"text": "\n\n".join(cures)},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(
    run: Run, located: Located, number: int, fingerprint: str, lang: Lang
) -> dict[str, Any]:
    """Return a finding.

    GitHub computes a fingerprint of the line where there is none, and then shows one alert for all
    the agencies that owe what the line asks: hence ``primaryLocationLineHash``, under its name.
    """
    found = located.finding
    words = f"{brief(found.message(lang))} → {brief(found.hint(lang))}"
    file = quote(repository_file(run, found.place.file), errors="surrogateescape")
    return {
        "ruleId": found.rule.code,
        "ruleIndex": number,
        "level": _LEVEL[found.rule.severity],
        "message": {"text": _plain(words)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": file, "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": located.line, "startColumn": located.column},
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "kehoach/v1": fingerprint},
    }


def _plain(words: str) -> str:
    """Return words that hold neither placeholder nor link (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return words.replace("{", "{{").replace("}", "}}").replace("](", "] (")
