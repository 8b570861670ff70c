"""Texts, cells and files that hardly anybody writes, at the lowest floor that meets them."""

import os
from pathlib import Path

import pytest

from annex.documents.packages import packed, relations
from kehoach.diagnostics import Finding, Place
from kehoach.model.plan import Plan
from kehoach.model.submissions import Submission
from kehoach.reading.cache import kept_contents
from kehoach.reading.file_reading import read_file
from kehoach.reading.file_rules import NO_FILE
from kehoach.reading.folder import DataFolder
from kehoach.reading.lost_routes import LostRoutes
from kehoach.reading.model_values import validate
from kehoach.reading.packages import part_words
from kehoach.reading.packages.package_parts import unread_parts
from kehoach.reading.places import spots
from kehoach.reading.positions import Located
from kehoach.reading.slips import search
from kehoach.reading.slips.breaks import first_break
from kehoach.reading.slips.curly_values import curly_values
from kehoach.reading.slips.misplaced_lines import going_on, lists
from kehoach.reading.slips.quoting import inner_quotes, quotes
from kehoach.reading.slips.search import slips
from kehoach.reading.slips.slip_findings import with_slips
from kehoach.reading.slips.typed_page import TypedPage
from kehoach.reading.strays import unread_aside
from kehoach.reading.value_ends import Brackets, end_of
from kehoach.reading.yaml_files.plain_yaml import value_columns
from kehoach.reading.yaml_files.text_marks import Mark
from kehoach.reading.yaml_files.yaml_text import Refused, read_mapping

_TOLD = b'schema: kehoach/submission@1\nplan: "07"\nagency: a\n'


def test_signs_that_yaml_does_not_take_are_where_it_breaks() -> None:
    """A file that holds one is refused before; a cure that would make one is none."""
    broken = first_break("a: \x07\n", ())
    assert broken is not None
    assert (broken.at, bool(broken.problem)) == (Mark(1, 1), True)
    with pytest.raises(Refused):
        read_mapping("a: \x07\n", "a.yaml", "plan")


@pytest.mark.parametrize(
    ("line", "column", "end"),
    [("note: xong", 7, 11), ("note:", 6, 7), ("a: [x, y]", 4, 10), ("a: [x, y", 8, 9), ("a: b # c", 4, 5),
     ('a: "b c" d', 4, 9), ("", 1, 2)],
)  # fmt: skip
def test_where_what_begins_on_a_line_ends(line: str, column: int, end: int) -> None:
    """Columns from 1; behind the last sign, and behind at least one."""
    assert end_of(line, column, within=Brackets().around(line, column)) == end


@pytest.mark.parametrize(("quotes", "told"), [("", 1), ('"', 0), ("'", 0)])
def test_curly_quotes_between_straight_ones_are_meant(quotes: str, told: int) -> None:
    text = f"note: {quotes}“đã gửi”{quotes}\n"
    assert len([*curly_values({"note": "“đã gửi”"}, text, "a.yaml")]) == told


def test_words_in_quotes_that_are_not_closed_are_closed_or_become_words() -> None:
    page = TypedPage(('title: "Kế hoạch',), frozenset({"title"}), frozenset({"title"}))
    assert [each.lines[0] for each in quotes(page, 0)] == ['title: "Kế hoạch"']
    assert {each.lines[0] for each in inner_quotes(page, 0)} == {"title: '\"Kế hoạch'"}


def test_an_entry_is_put_below_no_key_that_such_a_file_does_not_have() -> None:
    page = TypedPage(("schema: x", "- {id: a}"), frozenset({"schema", "agencies"}), frozenset())
    assert [*lists(page, 1)] == []


def test_words_that_go_on_below_what_is_quoted_come_within_the_quotes() -> None:
    """First of all; the quotes of both lines are those of the whole."""
    page = TypedPage(('note: "Đã gửi', 'hai biểu"'), frozenset({"note"}), frozenset({"note"}))
    first, *_ = going_on(page, 1)
    assert first.lines == {0: 'note: "Đã gửi hai biểu"', 1: ""}


def test_a_bracket_left_open_before_an_empty_line_is_closed_where_the_words_end() -> None:
    (cure,) = slips("a: {b: c\n\n", frozenset("ab"), frozenset()).found
    assert cure.lines == {0: "a: {b: c}"}


def test_where_there_is_no_room_left_to_try_the_break_is_told_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "a: {b: c\n"
    assert len(slips(text, frozenset("ab"), frozenset()).found) == 1
    monkeypatch.setattr(search, "_MOST_READ", len(text))
    found = slips(text, frozenset("ab"), frozenset())
    assert (found.found, found.left is None) == ((), False)


@pytest.mark.parametrize(
    ("more", "codes"),
    [("---\na: 1\n", ["KH124", "KH107"]), (f"tasks: {'[' * 60}{']' * 60}\n", ["KH124", "KH109"])],
)
def test_what_cannot_be_read_without_its_slips_either_is_told_with_them(
    more: str, codes: list[str]
) -> None:
    raw = _TOLD + f"document: {{number: 1/BC, date: 2026-11-20\n{more}".encode()
    read = read_file(raw, "a.yaml", Submission, "submission")
    assert [each.rule.code for each in with_slips(raw, Submission, read.findings)] == codes


def test_a_file_that_lies_aside_and_is_too_large_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "phu-luc.yaml").write_bytes(b"#" * 5_000_001)
    assert unread_aside(DataFolder(tmp_path), ("a",)).findings == ()


def test_what_is_wrong_with_an_aim_is_found_in_it() -> None:
    item = {"id": "1", "kind": "task", "title": "Một", "text": "Làm.", "lead": ["a"]}
    plan = {
        "schema": "kehoach/plan@1", "id": "07", "title": "Kế hoạch",
        "period": {"from": "2021-01-01", "to": "2021-12-31"},
        "items": [{**item, "deadline": {"by": "2021-06-30", "aim": {"by": "2021-06-01", "lich": 1}}}],
    }  # fmt: skip
    _, found = validate(Plan, plan, "plan_07.yaml")
    assert [(each.rule.code, each.place.route[-2:]) for each in found] == [
        ("KH201", ("aim", "lich"))
    ]


def test_more_mistakes_than_are_told_of_are_looked_for_in_pieces() -> None:
    """A short text may hold as many: a list of ones where entries should stand."""
    head = {"schema": "kehoach/submission@1", "plan": "07", "agency": "a"}
    content, found = validate(Submission, {**head, "tasks": [1] * 10_001}, "a.yaml")
    assert content is None
    assert found


def test_a_file_of_more_values_than_are_read_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_mapping(f"a: [{'1,' * 1_000_001}]\n", "a.yaml", "submission")
    assert refused.value.finding.rule.code == "KH135"


def test_what_is_lost_of_a_mapping_moves_nothing_in_a_list() -> None:
    lost = LostRoutes([("calendars", "x"), ("also_off", 0)])
    assert lost.as_typed(("calendars", "y")) == ("calendars", "y")
    assert lost.as_typed(("also_off", 0, "date")) == ("also_off", 1, "date")


def test_a_place_that_shows_no_line_says_so() -> None:
    finding = Finding(NO_FILE, Place("agencies.yaml"), {"file": "agencies.yaml"})
    assert Located(finding, 1, 1).placed == Place("agencies.yaml", (), (1, 1), line="")


def test_what_there_is_no_room_for_is_read_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for most, fresh in ((10, False), (10_000, True)):
        monkeypatch.setattr(kept_contents, "_MOST_TOGETHER", most)
        contents = kept_contents._Kept({})  # noqa: SLF001 - how many bytes it holds
        assert contents.reading(_TOLD).content is not None
        assert contents.fresh is fresh


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="a file of Linux's own")
def test_a_file_that_does_not_know_its_size_is_read_whole() -> None:
    """As one that grows while it is read."""
    assert DataFolder(Path("/proc/self")).read("status").startswith(b"Name:")


def test_a_folder_that_goes_while_it_is_listed_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "submissions").mkdir()

    def gone(_: object) -> object:
        raise FileNotFoundError

    monkeypatch.setattr(os, "scandir", gone)
    monkeypatch.setattr(DataFolder, "names", lambda _: ["submissions"])
    assert [*DataFolder(tmp_path).submissions()] == []


def test_of_a_file_whose_keys_are_no_words_no_place_is_told() -> None:
    assert ("c",) not in spots("? [a]\n: b\nc: d\n", [("c",)])
    assert [*value_columns("")] == []
    assert [*value_columns("note: x")] != []


def test_a_package_within_a_document_that_cannot_be_opened_is_told_without_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = packed({"word/embeddings/a.xlsx": b"PK\x03\x04x"})
    assert unread_parts(raw) == ()
    named = packed({
        "word/_rels/document.xml.rels": relations(package="embeddings/a.xlsx"),
        "word/embeddings/a.xlsx": b"PK\x03\x04x",
    })  # fmt: skip
    (part,) = unread_parts(named)
    assert (part.name, part.kind, part.words) == ("word/embeddings/a.xlsx", "embedding", "")
    monkeypatch.setattr(part_words, "_MOST_WITHIN", 3)
    (part,) = unread_parts(packed({"word/a.xlsx": packed({"xl/sheet1.xml": "<t>Lùi</t>"})}))
    assert (part.name, part.kind, part.words) == ("word/a.xlsx", "unknown", "")
