"""What the form's script goes by: the JSON Schema, what ``check`` asks, how days are typed, words."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kehoach.checks.filed import (
    declared_dates,
    differing_entries,
    doubtful_completions,
    excuses,
    self_contradictions,
    told_beginnings,
    uncovered_work,
    undated_receipts,
    unnamed_letters,
)
from kehoach.contract.editor_schema import editor_schema
from kehoach.diagnostics import Rule
from kehoach.explanations.labels import PROGRESS
from kehoach.reading import value_rules
from kehoach.site.form import form_texts
from kehoach.verdicts.assessment import Reason
from kehoach.words import Lang, Text, captions
from kehoach.words.dates import TYPED
from kehoach.words.safety import safe_json

LETTER = ("number", "date", "signer")
PROOF = ("number", "date", "title")
_STATED = frozenset({
    "$defs", "$ref", "additionalProperties", "const", "enum", "format", "items", "maximum",
    "minimum", "pattern", "properties", "required", "type",
})  # fmt: skip
"""What of a JSON Schema is a rule; all else is words for editors."""

_STOPPING = (
    value_rules.BAD_VALUE, undated_receipts.UNDATED, doubtful_completions.NO_EVIDENCE,
    doubtful_completions.NO_DAY, doubtful_completions.TOO_FEW, doubtful_completions.TOO_OLD,
    uncovered_work.LEFT_OUT, unnamed_letters.UNNAMED, told_beginnings.UNCOUNTED,
    excuses.EXPECTED,
)  # fmt: skip
_OF_RECEIPT = (
    declared_dates.DATED_AFTER, self_contradictions.FORETOLD, told_beginnings.CONTRADICTED,
)  # fmt: skip
"""Rules on days after receipt: these stop too, in other words, for nothing is received yet."""

_DOUBTFUL = (self_contradictions.EVIDENCE_AFTER, differing_entries.BACKWARDS, told_beginnings.EARLY)
"""What may be right all the same: it is shown, and the file is given."""


@cache
def form_code(lang: Lang) -> str:
    """Return the script of every form, with what it goes by, in the language of the pages."""
    rules = packed({
        "lang": lang,
        "schema": _rules_of(editor_schema("submission")),
        "days": [each.replace("(?P<", "(?<") for each in TYPED],
        "letter": LETTER,
        "proof": PROOF,
        "progress": list(PROGRESS),
        "findings": {code: {"words": text.to(lang), "stops": stops}
                     for code, text, stops in _findings()},
        "expected": _in(lang, form_texts.EXPECTED),
        "fields": _in(lang, form_texts.FIELDS),
        "proofs": _in(lang, form_texts.PROOFS),
        "words": _in(lang, {**form_texts.WORDS, **PROGRESS}),
        "why": _in(lang, {
            "undated": told_beginnings.WHY[Reason.START_UNDATED],
            "unproven": told_beginnings.WHY[Reason.BEGUN_UNPROVEN],
            "passed": excuses.PASSED,
            "before": excuses.BEFORE,
            "started": captions.BEGUN,
            "completed": captions.DONE,
        }),
    })  # fmt: skip
    return read("form_rules.js").replace("RULES;", f"{rules};", 1) + read("form.js")


def packed(value: object) -> str:
    """Return a value as JSON that may stand in a page, within a script too."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return safe_json(text).replace("<", "\\u003c")


def read(name: str) -> str:
    """Return the text of a file of this room."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _in(lang: Lang, texts: Mapping[Any, Text]) -> dict[str, str]:
    return {name: text.to(lang) for name, text in texts.items()}


def _findings() -> list[tuple[str, Text, bool]]:
    """Return what the script can find wrong: under which code, in which words, and whether it stops."""
    return [
        ("", form_texts.NOTHING_SAID, True),
        *_told(_STOPPING, stops=True),
        *((rule.code, form_texts.NOT_COME_YET, True) for rule in _OF_RECEIPT),
        *_told(_DOUBTFUL, stops=False),
    ]


def _told(rules: tuple[Rule, ...], *, stops: bool) -> list[tuple[str, Text, bool]]:
    return [(rule.code, rule.message, stops) for rule in rules]


def _rules_of(schema: Any, *, named: bool = False) -> Any:
    """Return a JSON Schema without its words; ``named``: of a mapping whose keys are names."""
    if isinstance(schema, list):
        return [_rules_of(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _rules_of(value, named=key in ("properties", "$defs") and not named)
        for key, value in schema.items()
        if named or key in _STATED
    }
