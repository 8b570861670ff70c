"""Annexes, registers and plans in prose as offices make them, read as ``expected.yaml`` says.

No registry stands beside them: every body is a proposal, named as the paper names it.
"""

import json
import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.annex.annex_draft import draft_from
from kehoach.annex.draft_json import draft_json
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.tables.column_kinds import NamedColumns

HERE = Path(__file__).parent
_TEXT = (HERE / "expected.yaml").read_text(encoding="utf-8")
EXPECTED: dict[str, Any] = yaml.load(_TEXT, yaml.BaseLoader)  # noqa: S506 - texts, as in plan files
_OF = {"text": "text", "lead": "lead", "coordinate": "coordinate", "deadline": "due"}
PAPERS = pytest.mark.parametrize("paper", EXPECTED)
ITEMS = pytest.mark.parametrize(
    ("paper", "expected"),
    [
        pytest.param(paper, item, id=f"{paper}-{order}")
        for paper, told in EXPECTED.items()
        for order, item in enumerate(told["items"], 1)
    ],
)


@cache
def _drafted(paper: str) -> dict[str, Any]:
    pairs = (each.rsplit("=", 1) for each in EXPECTED[paper].get("columns", ()))
    columns = NamedColumns(tuple((name, _OF[role]) for name, role in pairs))
    options = DraftOptions(date(2026, 2, 1), columns=columns)
    drafted: dict[str, Any] = json.loads(
        draft_json(draft_from(HERE / paper, None, options), lang="vi")
    )
    return drafted


def _plain(words: str) -> str:
    """Return words without case, layout and the mark at their end."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", words)).strip(" .;:,").lower()


def _names(*named: list[str]) -> list[str]:
    return sorted(_plain(each) for names in named for each in names)


def _item(paper: str, expected: dict[str, Any]) -> dict[str, Any]:
    """Return the item with these words; in prose they may stand inside its sentence or its heading."""
    found: list[dict[str, Any]] = [
        item
        for item in _drafted(paper)["items"]
        if _plain(expected["text"]) in _plain(f"{item['heading'] or ''} {item['text']}")
    ]
    assert len(found) == 1, [item["text"] for item in found]
    return found[0]


@ITEMS
def test_who_owes_what(paper: str, expected: dict[str, Any]) -> None:
    item = _item(paper, expected)
    assert item["id"] == expected.get("id", item["id"])
    assert item["kind"] == expected.get("kind", item["kind"])
    if expected["lead"] != "null":
        assert _names(item["lead"], item["implement"]) == _names(expected["lead"])
    assert _names(item["by"] or []) == _names(expected.get("by", []))
    if expected.get("coordinate") != "null":
        assert _names(item["coordinate"]) == _names(expected.get("coordinate", []))


@ITEMS
def test_by_when(paper: str, expected: dict[str, Any]) -> None:
    item = _item(paper, expected)
    dated = [each for each in item["deadline"] if "not_set" not in each]
    if expected["deadline"] == "waiting":
        assert dated
        assert item["nominal_due"] is None
        return
    assert dated in expected["deadline"]
    assert dated or item["doubts"]


@ITEMS
def test_how_many(paper: str, expected: dict[str, Any]) -> None:
    if "quantity" not in expected:
        return
    quantity, (number, unit) = _item(paper, expected)["quantity"], expected["quantity"]
    assert str(quantity["at_least"]) == number
    assert quantity["unit"].startswith(unit)


@PAPERS
def test_nothing_is_invented(paper: str) -> None:
    """What is no item of the paper is in doubt, and has no day."""
    told = EXPECTED[paper]
    own = [_item(paper, expected)["id"] for expected in told["items"]]
    for item in _drafted(paper)["items"]:
        if item["id"] not in own:
            assert item["id"] in told.get("may", ())
            assert item["doubts"]
            assert item["nominal_due"] is None


@PAPERS
def test_nothing_is_lost(paper: str) -> None:
    drafted = _drafted(paper)
    assert drafted["plan"]["number"] == EXPECTED[paper].get("number", drafted["plan"]["number"])
    all_words = _plain(json.dumps(drafted, ensure_ascii=False))
    for words in EXPECTED[paper].get("kept", ()):
        assert _plain(words) in all_words
