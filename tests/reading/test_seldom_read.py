"""Texts, cells and files that hardly anybody writes, at the lowest floor that meets them."""

import os
from pathlib import Path

import pytest

from annex.documents.packages import packed, relations
from kehoach.reading import package_parts
from kehoach.reading.cache import kept_contents
from kehoach.reading.folder import DataFolder
from kehoach.reading.package_parts import unread_parts
from kehoach.reading.places import spots
from kehoach.reading.slips.breaks import first_break
from kehoach.reading.slips.curly_values import curly_values
from kehoach.reading.value_ends import end_of
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
    assert end_of(line, column) == end


@pytest.mark.parametrize(("quotes", "told"), [("", 1), ('"', 0), ("'", 0)])
def test_curly_quotes_between_straight_ones_are_meant(quotes: str, told: int) -> None:
    text = f"note: {quotes}“đã gửi”{quotes}\n"
    assert len([*curly_values({"note": "“đã gửi”"}, text, "a.yaml")]) == told


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
    monkeypatch.setattr(package_parts, "_MOST_BYTES", 3)
    assert unread_parts(packed({"word/new.xml": "<x><t>Lùi</t></x>"})) == ()
