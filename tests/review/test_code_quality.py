"""GitLab's report of code quality: a name for each finding that outlives lines and languages."""

import json
from collections.abc import Callable
from datetime import date

import jsonschema

from kehoach.run import Question, Run, answer
from kehoach.words import Lang
from review.checked import (
    MakeFolder,
    output,
)
from shared_example import files

# ── GitLab ──────────────────────────────────────────────────────────────────────────────────────

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^(KH[0-9]{3}|sample)$"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def fingerprints(run: Run, lang: Lang = "vi") -> list[str]:
    return [each["fingerprint"] for each in json.loads(output("gitlab", run, lang))]


def test_a_code_quality_report_has_every_finding_under_a_name_of_its_own(example: Run) -> None:
    issues = json.loads(output("gitlab", example))
    jsonschema.validate(issues, CODE_QUALITY)
    assert len(issues) == len(example.findings)
    assert len(set(fingerprints(example))) == len(issues)


def test_a_fingerprint_outlives_lines_days_and_languages(folder: MakeFolder, example: Run) -> None:
    """Else a merge request would be told that every old mistake is new."""
    known = set(fingerprints(example))
    assert set(fingerprints(example, "en")) == known
    shifted = {
        name: f"# one\n# two\n{text}" if name.endswith("yaml") and text else text
        for name, text in files().items()
    }
    day = date(2021, 12, 16)
    lower = answer(folder(shifted), "elsewhere/", Question(day, git=False))
    assert {each.line for each in lower.located()} != {each.line for each in example.located()}
    assert set(fingerprints(lower)) == known


def test_of_two_equal_mistakes_in_a_file_each_has_its_own_fingerprint(
    judge: Callable[..., Run],
) -> None:
    twice = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\nx: 1\n'
    sent = twice + "document: {date: 2021-11-29, x: 1}\n"
    run = judge({"submissions/so-tai-chinh/a.yaml": sent}, "2021-12-15", shipped=True)
    keys = [each for each in run.wrong if each.rule.code == "KH201"]
    assert len(keys) == 2
    assert len(set(fingerprints(run))) == len(run.findings)
