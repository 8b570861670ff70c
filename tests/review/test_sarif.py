"""SARIF as its standard and the forges have it."""

import json
import re
from urllib.parse import unquote

import jsonschema
import pytest

from kehoach.diagnostics import Severity
from kehoach.review import check_sarif
from kehoach.run import Run
from kehoach.run.rulebook import all_rules
from kehoach.words import Lang
from review.checked import (
    LANGUAGES,
    SARIF,
    MakeFolder,
    many,
    output,
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sarif_log_is_made_as_the_standard_has_it(example: Run, lang: Lang) -> None:
    log = json.loads(output("sarif", example, lang))
    jsonschema.validate(log, SARIF)
    (scan,) = log["runs"]
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
    found = [
        (each.finding.rule.code, level[each.finding.rule.severity], each.line, each.column)
        for each in example.located()
    ]
    told = [
        (each["ruleId"], each["level"], region["startLine"], region["startColumn"])
        for each in scan["results"]
        for region in [each["locations"][0]["physicalLocation"]["region"]]
    ]
    assert told == found
    names = [
        unquote(each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for each in scan["results"]
    ]
    assert names == [f"data/{each.finding.place.file}" for each in example.located()]


def test_sarif_explains_every_rule_in_both_languages(example: Run) -> None:
    (scan,) = json.loads(output("sarif", example))["runs"]
    rules = scan["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in all_rules()]
    for told, rule in zip(rules, all_rules(), strict=True):
        assert rule.why.vi in told["help"]["text"]
        assert rule.why.en in told["help"]["text"]
        assert "{{" not in told["help"]["text"]
    assert [rules[each["ruleIndex"]]["id"] for each in scan["results"]] == [
        each["ruleId"] for each in scan["results"]
    ]


def test_a_message_in_sarif_holds_neither_placeholder_nor_link(example: Run) -> None:
    """SARIF 2.1.0: 3.11.5 doubles braces that are meant; 3.11.6 makes ``[a](b)`` a link."""
    (scan,) = json.loads(output("sarif", example))["runs"]
    texts = [each["message"]["text"] for each in scan["results"]]
    assert any("{{0}}" in text and "[y] (http://x.example)" in text for text in texts)
    for text in texts:
        assert not re.search(r"[{}]", text.replace("{{", "").replace("}}", ""))
        assert "](" not in text


def test_each_agency_that_owes_the_same_line_is_an_alert_of_its_own(folder: MakeFolder) -> None:
    """GitHub tells alerts of one rule apart by ``primaryLocationLineHash``."""
    run = many(folder)
    (scan,) = json.loads(output("sarif", run))["runs"]
    marks = {each["partialFingerprints"]["primaryLocationLineHash"] for each in scan["results"]}
    assert len(marks) == len(scan["results"]) == len(run.findings)


@pytest.mark.parametrize("most", [4, 7])
def test_sarif_leaves_out_what_a_forge_refuses_and_says_so(
    example: Run, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """GitHub refuses the whole file of more than 25,000 results; errors come first."""
    monkeypatch.setattr(check_sarif, "MOST_RESULTS", most)
    monkeypatch.setattr(check_sarif, "FIRST", 2)
    (scan,) = json.loads(output("sarif", example, "en"))["runs"]
    *told, rest = scan["results"]
    severities = [each.finding.rule.severity for each in example.located()]
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
    worst = [level[each] for each in sorted(severities, key=list(Severity).index)]
    assert [each["level"] for each in told] == worst[: most - 1]
    assert f"{len(severities) - most + 1} more findings" in rest["message"]["text"]


def test_sarif_of_just_enough_results_leaves_out_nothing(
    example: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_sarif, "MOST_RESULTS", len(example.located()))
    (scan,) = json.loads(output("sarif", example))["runs"]
    assert [each["ruleId"] for each in scan["results"]] == [
        each.finding.rule.code for each in example.located()
    ]
