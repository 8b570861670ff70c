"""``kehoach check --format sarif``: the OASIS standard SARIF 2.1.0, for code scanning."""

from typing import Any
from urllib.parse import quote

from kehoach import __version__
from kehoach.contract.json_parts import head
from kehoach.diagnostics import Rule, Severity
from kehoach.reading.positions import Located
from kehoach.review.finding_groups import passed_for
from kehoach.review.forge import brief, fingerprints, forge_json, repository_file
from kehoach.run import Account
from kehoach.run.rulebook import all_rules
from kehoach.terminal.screen import Screen
from kehoach.words import LANGUAGES, Lang, Text

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
MOST_RESULTS = 25_000
"""GitHub refuses a whole file of more results in a run, the errors in it too."""

FIRST = 5_000
"""So many are shown; of more the worst have to come first."""

_REST = Text(
    "và {count} phát hiện nữa không có ở đây, vì nơi nhận chỉ nhận {most}; xem đủ bằng kehoach check",
    "and {count} more findings, which are not here: no more than {most} are taken; kehoach check "
    "shows all",
)
_LAST = 5
_IN_HEAD = ("as_of", "timezone", "git", "plans", "sample", "sample_notice", "left_out")


def check_sarif(run: Account, screen: Screen) -> str:
    """Return one run with every rule, and every finding as a result, also what is passed over."""
    rules, passed = all_rules(), run.located_passed()
    located = [*run.located(), *(each for each, _ in passed)]
    why = [None] * (len(located) - len(passed)) + [passed_for(ignore) for _, ignore in passed]
    number = {rule.code: index for index, rule in enumerate(rules)}
    about = head(run, "check", screen.lang)
    marks = list(zip(located, fingerprints(located), why, strict=True))
    if len(marks) > FIRST:
        marks.sort(key=_weight)
    shown = marks if len(marks) <= MOST_RESULTS else marks[: MOST_RESULTS - 1]
    results = [
        _result(run, each, number[each.finding.rule.code], mark, screen.lang)
        | _suppressed(reason, screen.lang)
        for each, mark, reason in shown
    ]
    if more := len(marks) - len(shown):
        results.append(_rest(run, more, screen.lang))
    scan = {
        "tool": {"driver": _driver(rules, screen.lang)},
        "language": screen.lang,
        "columnKind": "unicodeCodePoints",  # as the YAML reader counts them
        "invocations": [{"executionSuccessful": True}],
        "results": results,
        "properties": {name: value for name, value in about.items() if name in _IN_HEAD},
    }
    return forge_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [scan]})


def _suppressed(reason: Text | None, lang: Lang) -> dict[str, Any]:
    """Return that a result is passed over, and why (SARIF 2.1.0, 3.27.23)."""
    if reason is None:
        return {}
    said = {"kind": "external", "status": "accepted", "justification": reason.to(lang)}
    return {"suppressions": [said]}


def _weight(marked: tuple[Located, str, Text | None]) -> int:
    """Return the place of a finding: errors, warnings, what is overdue, late, the rest, passed over."""
    if marked[2] is not None:
        return _LAST
    rule = marked[0].finding.rule
    if rule.severity is not Severity.NOTICE:
        return list(Severity).index(rule.severity)
    return {"overdue": 2, "late": 3, None: 4}[rule.verdict]


def _rest(run: Account, more: int, lang: Lang) -> dict[str, Any]:
    """Return the last result, which says how many more there are; it stands at the first plan."""
    file = quote(repository_file(run, run.workspace.plans[0].file), errors="surrogateescape")
    mark = "kehoach-rest"
    return {
        "ruleId": "more-findings",
        "level": "warning",
        "message": {"text": _REST.to(lang, count=more, most=MOST_RESULTS)},
        "locations": [_location(file, 1, 1)],
        "partialFingerprints": {"primaryLocationLineHash": mark, "kehoach/v1": mark},
    }


def _location(file: str, line: int, column: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": file, "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": line, "startColumn": column},
        }
    }


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
    page = f"kehoach explain {rule.code}"
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title.to(lang)},
        "fullDescription": {"text": rule.why.to(lang)},
        "help": {"text": "\n\n".join((*cures, page))},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(
    run: Account, located: Located, number: int, fingerprint: str, lang: Lang
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
        "locations": [_location(file, located.line, located.column)],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "kehoach/v1": fingerprint},
    }


def _plain(words: str) -> str:
    """Return words that hold neither placeholder nor link (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return words.replace("{", "{{").replace("}", "}}").replace("](", "] (")
