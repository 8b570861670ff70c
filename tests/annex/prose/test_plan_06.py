"""The measure: the text of the project's own plan, imported, gives what people made of it by hand.

Left to the reader are those places whose bodies stand nowhere in the sentence: the heads and staff of
II.6.3.a, and the *các cơ quan, đơn vị* of II.7.a, of whom the plan's own notes say how they are understood.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.annex.annex_draft import draft_from, registry_for
from kehoach.annex.draft_plan import Draft, DraftItem, DraftOptions

_ROOT = Path(__file__).resolve().parents[3]
_NOT_SAID = {"II.6.3.a", "II.7.a"}
"""The text names no body there; the draft must say so."""
_LEVELS = ["ubnd-cap-huyen", "ubnd-cap-xa", "ubnd-tinh"]
"""Whom the registry's group ``ubnd-cac-cap`` holds; the plan names them one by one."""

Record = dict[str, Any]


@pytest.fixture(scope="module")
def drafted() -> Draft:
    registry = registry_for(_ROOT / "data", _ROOT)
    file = _ROOT / "tests" / "sources" / "ke-hoach-06.txt"
    return draft_from(file, registry, DraftOptions(date(2021, 6, 15)))


@pytest.fixture(scope="module")
def plan() -> dict[str, Record]:
    text = (_ROOT / "data" / "plan_06.yaml").read_text(encoding="utf-8")
    items: list[Record] = yaml.load(text, yaml.BaseLoader)["items"]  # noqa: S506 - makes text only
    return {item["id"]: item for item in items}


def _by_id(drafted: Draft) -> dict[str, DraftItem]:
    return {item.id: item for item in drafted.items}


def _flat(*words: str) -> str:
    return " ".join(" ".join(words).split())


def _rules(deadline: Record | list[Record]) -> list[Record]:
    """Return rules with the events of a condition counted: their ids are the office's to choose."""
    rules = deadline if isinstance(deadline, list) else [deadline]
    return [{k: len(v) if k == "when" else v for k, v in rule.items()} for rule in rules]


def test_the_ids_are_those_of_the_plan_in_order(drafted: Draft, plan: dict[str, Record]) -> None:
    made = [item.id for item in drafted.items]
    assert sorted(made) == sorted(plan)
    assert len(made) == 34


def test_every_text_is_the_sentence_of_the_plan(drafted: Draft, plan: dict[str, Record]) -> None:
    for id_, item in _by_id(drafted).items():
        told = plan[id_]
        expected = _flat(told.get("heading", ""), told.get("text", ""), *told.get("parts", ()))
        assert _flat(item.heading, item.text, *item.parts) == expected, id_


def test_who_owes_it_is_who_the_plan_says(drafted: Draft, plan: dict[str, Record]) -> None:
    wrong = {}
    for id_, item in _by_id(drafted).items():
        told = plan[id_]
        expected = sorted(told.get("lead") or told.get("implement") or ())
        named = [each.id for each in item.owing if each.known]
        made = sorted(_LEVELS if named == ["ubnd-cac-cap"] else named)
        if made != expected:
            wrong[id_] = made
    assert set(wrong) <= _NOT_SAID
    assert all(not made for made in wrong.values())  # nobody falsely: only nobody


def test_deadlines_are_those_of_the_plan(drafted: Draft, plan: dict[str, Record]) -> None:
    for id_, item in _by_id(drafted).items():
        made = [rule for rule in item.deadline if "not_set" not in rule] or item.deadline
        assert _rules([dict(rule) for rule in made]) == _rules(plan[id_]["deadline"]), id_


def test_kinds_helpers_and_requests_are_those_of_the_plan(
    drafted: Draft, plan: dict[str, Record]
) -> None:
    for id_, item in _by_id(drafted).items():
        told = plan[id_]
        assert item.kind == told["kind"], id_
        assert [each.id for each in item.coordinating] == told.get("coordinate", []), id_
        assert item.requested == (told.get("binding") == "requested"), id_


def test_reports_go_where_the_plan_says(drafted: Draft, plan: dict[str, Record]) -> None:
    for id_, item in _by_id(drafted).items():
        if item.kind == "report":
            to, via = (each.id if each else None for each in (item.to, item.via))
            assert (to, via) == (plan[id_].get("to"), plan[id_].get("via")), id_


def test_what_the_text_does_not_say_is_in_doubt(drafted: Draft) -> None:
    items = _by_id(drafted)
    for id_ in (*_NOT_SAID, "II.1.b", "II.5.1", "II.6.3.b", "II.5.3", "II.9", "III.1.b", "III.2.a"):
        assert items[id_].doubts, id_
    for id_ in ("II.1.a", "II.3.5", "II.8"):
        assert not items[id_].doubts, id_


def test_what_stands_around_is_listed_and_the_footnotes_are_kept(drafted: Draft) -> None:
    assert "Bài viết liên quan" in drafted.left  # what the web page left behind
    assert [each.mark for each in drafted.footnotes] == [*"1234567"]
    sections = {each.id: each for each in drafted.sections}
    assert sections["III.2"].text == "Giao Sở Tư pháp chủ trì, phối hợp Văn phòng UBND tỉnh"
    assert sections["I.1"].title == "Mục đích"
    assert "Quán triệt, triển khai thực hiện nghiêm túc" in sections["I.1"].text


def test_what_the_plan_file_has_a_place_for_stands_there(drafted: Draft) -> None:
    plan = yaml.load((_ROOT / "data" / "plan_06.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - makes text only
    cover = drafted.cover
    assert list(cover.recipients) == plan["recipients"]
    assert list(cover.signature) == plan["signature"]
    assert _flat(cover.preamble) == _flat(plan["preamble"])
    assert (cover.place, cover.issued) == (plan["place"], plan["issued"])
    assert cover.issuer is not None
    assert cover.issuer.id == plan["issuer"]
    assert _flat(cover.title) == _flat(plan["title"])
