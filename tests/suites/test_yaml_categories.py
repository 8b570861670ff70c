"""The categories of the YAML test suite, by cases of our own: what is read, and what is refused."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kehoach.reading.yaml_files.yaml_text import Refused, decode, read_mapping

CASES = tomllib.loads(Path(__file__).with_name("yaml_categories.toml").read_text("utf-8"))["case"]
CATEGORIES = {
    "mapping", "spec", "scalar", "sequence", "flow", "error", "whitespace", "tag", "comment",
    "literal", "double", "indent", "1.3-err", "folded", "anchor", "header", "explicit-key", "1.3-mod",
    "directive", "alias", "footer", "upto-1.2", "unknown-tag", "single", "empty-key", "local-tag",
    "complex-key", "edge", "libyaml-err", "simple", "empty", "duplicate-key", "document",
}  # fmt: skip
"""The tags of yaml/yaml-test-suite, as of February 2024."""


def _told(text: str) -> tuple[Any, list[str]]:
    """Return what is read of a file, and the codes of what is found."""
    try:
        mapping, findings = read_mapping(decode(text.encode(), "a.yaml"), "a.yaml", "submission")
    except Refused as refused:
        return None, [refused.finding.rule.code]
    return mapping, [each.rule.code for each in findings]


def _wanted(case: dict[str, Any]) -> Any:
    """Return what a case reads; TOML has no word for nothing, so ``nothing`` names where it stands."""
    for route in case.get("nothing", ()):
        *way, last = route.split(".")
        at = case["reads"]
        for key in way:
            at = at[key]
        at[last] = None
    return case["reads"]


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{'-'.join(case['tags'])}: {case['text']!r}"[:60]
)
def test_each_case_is_read_or_refused_as_it_says(case: dict[str, Any]) -> None:
    mapping, codes = _told(case["text"])
    assert codes == case.get("codes", [])
    if "reads" in case:
        assert mapping == _wanted(case)


def test_every_category_has_cases() -> None:
    """Two of each at least; none that the suite does not know."""
    tags = [tag for case in CASES for tag in case["tags"]]
    assert {*tags} == CATEGORIES
    assert min(map(tags.count, CATEGORIES)) >= 2
