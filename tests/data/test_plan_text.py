"""The plan file says what the source says: nothing lost, nothing altered, nothing invented.

The proof is a tiling. The source is normalised: page numbers, hard line breaks and white space go,
glued footnote digits become superscripts, a line's bullet sign becomes "•". Then every paragraph
of the plan file claims its place in it, in the order of the document. What no paragraph claims may
only be the document's own numbering ("3.1.") and bullet signs, where the id of the item says so.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from data.plan_on_document import (
    ANY_SUPERSCRIPT,
    ASSIGNMENT,
    BULLET,
    ITEM_KEYS,
    NO_TIME,
    OPENINGS,
    PLAN_KEYS,
    SECTION_TEXTS,
    SUPERSCRIPTS,
    TITLE_LIMIT,
    Record,
    Source,
    Tiling,
    id_key,
    is_within,
    own_words,
    owners_of,
    paragraphs,
    parse_source,
    printed_mark,
    tile,
)

ROOT = Path(__file__).resolve().parents[2]
PLAN_FILE = ROOT / "data" / "plan_06.yaml"
SOURCE_FILE = ROOT / "tests" / "sources" / "ke-hoach-06.txt"
SOURCE_SHA256 = "58f955498abb2582a0bbe4e0865f12ebbfb5ff8c22b560684cd65783b7b2d270"

ITEM_IDS = [
    "II.1.a", "II.1.b", "II.2", "II.3.1", "II.3.2", "II.3.3", "II.3.4", "II.3.5", "II.4.1",
    "II.4.2", "II.5.1", "II.5.2", "II.5.3", "II.6.1", "II.6.2", "II.6.3.a", "II.6.3.b",
    "II.6.3.c", "II.7", "II.7.a", "II.7.b", "II.8", "II.9", "II.10", "III.1.a", "III.1.b",
    "III.1.c", "III.1.d", "III.2.a", "III.2.b", "III.2.c", "III.2.d", "III.2.e", "III.2.f",
]  # fmt: skip
SECTION_IDS = [
    "I", "I.1", "I.2", "II", "II.1", "II.3", "II.4", "II.5", "II.6", "II.6.3", "III", "III.1",
    "III.2",
]  # fmt: skip
# --- fixtures -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def source() -> Source:
    """Return the normalised source."""
    return parse_source(SOURCE_FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def plan() -> Record:
    """Return the plan file with every scalar as text."""
    loader = yaml.BaseLoader(PLAN_FILE.read_text(encoding="utf-8"))
    loaded = loader.get_single_data()
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(scope="module")
def tiling(plan: Record, source: Source) -> Tiling:
    """Return the plan file laid over the source."""
    return tile(plan, source)


# --- tests --------------------------------------------------------------------------------------


def test_source_is_the_exact_copy() -> None:
    """The source in the tests is the document as it was handed over."""
    assert hashlib.sha256(SOURCE_FILE.read_bytes()).hexdigest() == SOURCE_SHA256


def test_plan_file_is_nfc() -> None:
    """The plan file is NFC, without no-break spaces or tabs."""
    text = PLAN_FILE.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\u00a0\u200b\ufeff\t\r")


def test_plan_file_has_no_duplicate_keys() -> None:
    """No mapping of the plan file says one key twice (the later would hide the earlier)."""
    root = yaml.compose(PLAN_FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    pending: list[yaml.Node | None] = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len(set(keys)), (node.start_mark, keys)
            pending += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            pending += node.value


def test_ids_are_those_of_the_document(plan: Record) -> None:
    """The items and sections are the agreed ones, each once, in the order of the document."""
    assert [item["id"] for item in plan["items"]] == ITEM_IDS
    assert [section["id"] for section in plan["sections"]] == SECTION_IDS
    assert sorted(ITEM_IDS, key=id_key) == ITEM_IDS
    assert sorted(SECTION_IDS, key=id_key) == SECTION_IDS


def test_no_field_escapes_the_comparison(plan: Record) -> None:
    """A new text field must be added to this test before it can be added to the plan."""
    assert set(plan) == PLAN_KEYS
    for item in plan["items"]:
        assert set(item) <= ITEM_KEYS, item["id"]
    for section in plan["sections"]:
        assert set(section) <= {"id", *SECTION_TEXTS}, section["id"]
    for basis in plan["bases"]:
        assert {"id", "text"} <= set(basis) <= {"id", "text", "footnote"}, basis
    for event in plan["events"]:
        assert set(event) == {"id", "text"}, event
    for footnote in plan["footnotes"]:
        assert set(footnote) == {"mark", "text"}, footnote


def test_nothing_is_lost(tiling: Tiling) -> None:
    """What no text field claims is numbering or a bullet sign, and stands where it belongs."""
    seen: set[str] = set()
    for words, span in tiling.gaps():
        expected = {"", BULLET}
        if span is not None and span.owner and span.owner not in seen:
            seen.add(span.owner)
            mark = printed_mark(span.owner)
            expected = {"", BULLET} if mark is None else {mark}
        assert words in expected, (words, span)
    assert seen == {*ITEM_IDS, *SECTION_IDS}


def test_every_text_stands_at_its_item(tiling: Tiling) -> None:
    """No paragraph lies outside its place, from its first word to the next place that follows."""
    starts: dict[str, int] = {}
    for span in sorted(tiling.spans):
        starts.setdefault(span.owner, span.start)
    starts.pop("")
    ends: dict[str, int] = {}
    for owner, start in starts.items():
        following = [
            other_start
            for other, other_start in starts.items()
            if other_start > start and not is_within(other, owner)
        ]
        ends[owner] = min(following, default=len(tiling.body))
    for span in tiling.spans:
        if span.owner:
            assert starts[span.owner] <= span.start < span.end <= ends[span.owner], span


def test_every_text_stands_in_its_field(plan: Record, tiling: Tiling) -> None:
    """Headings, sentences, parts and assignments are not mixed up within a place."""
    order = {name: number for number, name in enumerate(("heading", "text", "parts"))}
    for owner in owners_of(plan):
        for field, texts in owner.fields.items():
            is_assignment = field in {"assignment", "closing"}
            assert all(bool(ASSIGNMENT.match(words)) is is_assignment for words in texts), owner
            assert len(texts) <= 1 or field not in {"title", "heading"}, owner
        spans = sorted(span for span in tiling.spans if span.owner == owner.id)
        ranks = [order[span.field] for span in spans if span.field in order]
        assert ranks == sorted(ranks), owner.id
        closing = sorted(span for span in spans if span.field == "closing")
        for one, other in pairwise(closing):
            assert tiling.body[one.end : other.start].strip() == BULLET, other
    for item in plan["items"]:
        assert all(len(paragraphs(part)) == 1 for part in item.get("parts", [])), item["id"]
        assert item.get("text", "").startswith(OPENINGS.get(item["id"], "")), item["id"]


def test_spans_are_whole_words_and_disjoint(tiling: Tiling) -> None:
    """No claim cuts a word, and none overlaps another."""
    spans = sorted(tiling.spans)
    for before, after in pairwise(spans):
        assert before.end <= after.start, (before, after)
    for span in spans:
        for edge in (span.start, span.end):
            around = tiling.body[max(edge - 1, 0) : edge + 1]
            assert re.fullmatch(r"\w\w", around) is None, (span, around)


def test_footnotes(plan: Record, source: Source) -> None:
    """Every footnote is there word for word, and each mark stands once in the running text."""
    notes = {note["mark"]: " ".join(paragraphs(note["text"])) for note in plan["footnotes"]}
    assert notes == source.footnotes
    assert list(notes) == [note["mark"] for note in plan["footnotes"]]
    marks = ANY_SUPERSCRIPT.findall(source.body)
    assert marks == [mark.translate(SUPERSCRIPTS) for mark in notes]


def test_letterhead(plan: Record, source: Source) -> None:
    """The number and the day of issue are blank in the source, and blank here."""
    year, month = plan["issued"].split("-")
    assert plan["number"] == "null"
    assert f"Số: {plan['number_form']} " in source.letterhead
    assert source.letterhead.endswith(f"{plan['place']}, ngày tháng {int(month)} năm {year}")


def test_wordings_are_verbatim(plan: Record) -> None:
    """A deadline's wording stands in the words that govern its item; null where there are none."""
    without = {item["id"] for item in plan["items"] if not paragraphs(item["wording"])}
    assert without == NO_TIME
    for item in plan["items"]:
        for wording in paragraphs(item["wording"]):
            assert wording in own_words(plan, item["id"]), (item["id"], wording)
        deadline = item["deadline"]
        if isinstance(deadline, dict) and "not_set" in deadline:
            assert deadline["not_set"] == item["wording"], item["id"]


def test_deliverables_and_quotas_are_verbatim(plan: Record) -> None:
    """A deliverable and a quota's unit are words of the item itself."""
    for item in plan["items"]:
        words = own_words(plan, item["id"])
        for deliverable in paragraphs(item.get("deliverable")):
            assert deliverable in words, (item["id"], deliverable)
        for quota in item.get("quota", []):
            assert f"ít nhất {int(quota['at_least']):02d} {quota['unit']}" in words, item["id"]


def test_bases_and_events_are_verbatim(plan: Record, source: Source) -> None:
    """The legal bases and the events are words of the document."""
    for record in [*plan["bases"], *plan["events"]]:
        for words in paragraphs(record["text"]):
            assert words in source.all_words, record["id"]
    for basis in plan["bases"]:
        assert basis.get("footnote", "1") in source.footnotes, basis["id"]


def test_short_titles_use_words_of_the_document(plan: Record, source: Source) -> None:
    """The short titles are ours, but short, distinct, and made of the document's own words."""
    known = set(re.findall(r"[\w/-]+", source.all_words.lower()))
    titles = [item["title"] for item in plan["items"]]
    assert len(titles) == len(set(titles))
    for title in [*titles, plan["short_title"]]:
        assert len(title) <= TITLE_LIMIT, title
        assert set(re.findall(r"[\w/-]+", title.lower())) <= known, title


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Chủ động rà soát", "Chủ động kiểm tra"),
        ("văn bản pháp luật và triển khai", "văn bản và triển khai"),
        ("thi hành pháp luật¹ và", "thi hành pháp luật và"),
        ("Ủy ban MTTQ", "Uỷ ban MTTQ"),
        ("hàng năm.", "hằng năm."),
        ("sơ kết vào năm 2024,", "sơ kết vào năm 2024"),
        ("kinh tế - xã hội ở địa phương", "kinh tế xã hội ở địa phương"),
        ("\\nThời gian: thường xuyên.", ""),
        ('"id": "II.3.2"', '"id": "II.3.9"'),
    ],
)
def test_the_comparison_sees_a_change(plan: Record, source: Source, old: str, new: str) -> None:
    """The tiling is no empty promise: a lost, altered or misplaced word makes it fail."""
    text = json.dumps(plan, ensure_ascii=False)
    assert old in text
    changed = json.loads(text.replace(old, new, 1))
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        test_nothing_is_lost(tile(changed, source))
