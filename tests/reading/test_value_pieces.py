"""Long data are looked through in pieces: what is told is the same, and never more than can be mended.

Counted, not timed: the mistakes that are held at once, and the values that are handed over at once.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.model.decisions import Decisions
from kehoach.model.plan import Plan
from kehoach.reading import value_pieces
from kehoach.reading.file_reading import read_file
from kehoach.reading.model_values import validate
from kehoach.reading.value_pieces import found_in_pieces
from laws import law

DECISIONS = "schema: kehoach/decisions@1\n"
_GOOD = {"item": "II.1", "reason": "r", "document": {"number": "1", "date": "2025-01-02"}}
_ENTRIES: st.SearchStrategy[Any] = st.sampled_from(
    [_GOOD, {}, None, "x", [], _GOOD | {"agencies": [None, "a b"]}, _GOOD | {"by": "x"}]
)
_LISTS = st.lists(_ENTRIES, max_size=9)
_DATA = st.fixed_dictionaries(
    {"schema": st.sampled_from(["kehoach/decisions@1", "x"])},
    optional={
        "waivers": _LISTS,
        "returns": _LISTS,
        "events": st.just({}),
        "x": _LISTS,
        "pauses": st.none(),
    },
)


@law(60)
@given(_DATA, st.integers(1, 12))
def test_the_same_is_found_in_pieces_as_in_the_whole(data: dict[str, Any], values: int) -> None:
    content, wrong = validate(Decisions, data, "decisions.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(value_pieces, "_VALUES", values)
        in_pieces, told = found_in_pieces(Decisions, data, "decisions.yaml")
    assert in_pieces == content
    assert sorted(map(repr, told)) == sorted(map(repr, wrong))


@pytest.mark.parametrize(
    ("line", "told", "reason"),
    [
        ("extensions: [" + "{}," * 80_000 + "]\n", 101, "over 10000 mistakes"),
        ("extensions: [" + "a," * 120_000 + "]\n", 101, "over 10000 mistakes"),
        ("extensions: [" + "&a b," * 40_000 + "]\n", 1, "over 10000 mistakes"),
        ("".join(f"k{n}: \n" for n in range(20_000)), 1, "over 20000 values in one entry"),
        ("".join(f"k{n}: []\n" for n in range(20_000)), 1, "over 20000 values in one entry"),
        ("waivers:\n  - {agencies: [" + "{}," * 50_000 + "]}\n", 1, "over 20000 values in one"),
    ],
)
def test_a_file_of_mistakes_alone_is_given_up_by_name(
    monkeypatch: pytest.MonkeyPatch, line: str, told: int, reason: str
) -> None:
    """At no time are more mistakes held than a piece more than the bound."""
    handed: list[int] = []
    plainly = value_pieces._validated  # noqa: SLF001 - what is handed over is counted

    def counted(model: Any, data: Any) -> Any:
        content, wrong = plainly(model, data)
        handed.append(len(wrong))
        return content, wrong

    monkeypatch.setattr(value_pieces, "_validated", counted)
    read = read_file((DECISIONS + line).encode(), "decisions.yaml", Decisions, "decisions")
    assert read.content is None
    assert len(read.findings) == told
    assert reason in read.findings[0].message("en")
    assert sum(handed) <= 20_000


def test_of_a_long_file_with_few_mistakes_one_bad_entry_is_lost() -> None:
    """A hundred and fifty kilobytes: entries 3 and 4,000 do not count, all others do."""
    good = '  - {item: "II.1", reason: r, document: {number: 1, date: 2025-01-02}}\n'
    lines = [good] * 4_500
    lines[3] = lines[4_000] = "  - {item: II.1, reason: r, docment: x}\n"
    text = f"{DECISIONS}waivers:\n{''.join(lines)}"
    read = read_file(text.encode(), "decisions.yaml", Decisions, "decisions")
    assert read.lost == (("waivers", 3), ("waivers", 4_000))
    assert read.content is not None
    assert len(read.content.waivers) == 4_498
    assert {each.place.route[:2] for each in read.findings} == set(read.lost)


def test_a_mapping_in_place_of_a_list_is_told_once() -> None:
    data = {"schema": "kehoach/plan@1", "period": [{}] * 50_000}
    _, found = found_in_pieces(Plan, data, "plan_1.yaml")
    assert sum(each.place.route == ("period",) for each in found) == 1
