"""What long files take of memory: one set of keys for all, and nothing made of what is only counted."""

import tracemalloc
from collections.abc import Iterator

import pytest

from kehoach.diagnostics import Finding, Place, Route
from kehoach.model.agencies import Registry
from kehoach.model.plan import Plan
from kehoach.model.submissions import Submission
from kehoach.reading import finding_bounds, value_pieces
from kehoach.reading.file_reading import read_file
from kehoach.reading.finding_bounds import bounded, first_of
from kehoach.reading.model_values import validate
from kehoach.reading.places import nodes
from kehoach.reading.slips import curly_values
from kehoach.reading.slips.slip_rules import CURLY
from kehoach.reading.value_ends import Brackets
from kehoach.reading.yaml_files.text_marks import Spot
from kehoach.reading.yaml_files.yaml_text import read_mapping
from reading.values_read import HEAD

_PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch
issuer: ubnd-tinh
period: {from: 2025-01-01, to: 2026-12-31}
items:
"""
_ITEM = "  - {{id: T.{}, kind: task, title: A, text: B, lead: [so-y-te], deadline: {{by: 2025-08-01}}}}\n"


def test_records_of_a_long_file_share_their_sets_of_keys() -> None:
    """Pydantic makes one for each record, of 700 bytes: the half of a plan of 8,000 items."""
    text = _PLAN + "".join(map(_ITEM.format, range(3_000)))
    content, wrong = value_pieces.found_in_pieces(Plan, read_mapping(text, "a", "plan")[0], "a")
    assert wrong == []
    assert content is not None
    records = [each for item in content.items for each in (item, *item.deadlines)]
    assert len({id(each.model_fields_set) for each in records}) == 2
    assert content.items[0].model_fields_set >= {"id", "kind", "title", "text", "lead"}
    assert "wording" not in content.items[0].model_fields_set


def test_a_long_list_of_words_is_read_as_it_is() -> None:
    """Addresses are no records, and have no keys."""
    text = "schema: kehoach/agencies@1\nagencies:\n  - {id: a, name: A}\nservices:\n"
    text += "".join(f"  - a{number}@b.vn\n" for number in range(8_000))
    data = read_mapping(text, "a", "agencies")[0]
    content, wrong = validate(Registry, data, "agencies.yaml", len(text))
    assert wrong == []
    assert content is not None
    assert len(content.services) == 8_000


def test_no_more_findings_are_made_than_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding_bounds, "MOST_TOLD", 2)
    found = [Finding(CURLY, Place("a.yaml", (number,)), {}) for number in range(5)]
    first, second, more = first_of(iter(found))
    assert [first, second] == found[:2]
    assert (more.place, more.values["count"]) == (found[2].place, 3)
    assert first_of(iter(found[:2])) == found[:2]
    *told, rest = bounded([found[0], more, found[4]])
    assert (told, rest.place, rest.values["count"]) == ([found[0], found[4]], found[2].place, 3)
    assert bounded(found[:2]) == found[:2]


def test_where_curly_quotes_stand_is_looked_for_as_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "".join(f"k{number}: “a”\n" for number in range(1_000))
    gone_through: list[Route] = []

    def counted(words: str) -> Iterator[tuple[Route, Spot]]:
        for route, spot in nodes(words):
            gone_through.append(route)
            yield route, spot

    monkeypatch.setattr(curly_values, "nodes", counted)
    found = curly_values.curly_values(
        {f"k{number}": "“a”" for number in range(1_000)}, text, "a.yaml"
    )
    assert [next(found).place.route for _ in range(3)] == [("k0",), ("k1",), ("k2",)]
    assert gone_through == [(), ("k0",), ("k1",), ("k2",)]


def test_of_a_file_in_which_much_is_wrong_curly_quotes_are_counted() -> None:
    """Two hundred periods that are none, and as many items in curly quotes."""
    entries = "".join("  - {item: “III.1.c”, period: “2025”}\n" for _ in range(200))
    text = f"{HEAD}reports:\n{entries}"
    found = read_file(text.encode(), "a.yaml", Submission, "submission").findings
    assert (len(found), found[-1].values["count"]) == (101, 300)


def test_a_value_of_a_megabyte_needs_no_room_to_be_looked_through() -> None:
    """A pattern that remembers each of its letters took a hundred bytes for one."""
    tracemalloc.start()
    assert Brackets().around(f"a: ['{'x' * 1_000_000}', b]", 1_000_010)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 3_000_000
