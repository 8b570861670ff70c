"""Of a part that is not read its first words are told, however much it unpacks to: counted, not timed."""

import pytest

from annex.documents.packages import packed
from kehoach.reading.packages import part_words
from kehoach.reading.packages.package_parts import unread_parts

_LONG = "<b/>" * 100_000


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Lengths of the XML that was handed to the parser."""
    lengths: list[int] = []
    feed = part_words._feed  # noqa: SLF001 - what it is given is counted

    def counted(target: part_words._Words, raw: bytes) -> bool:
        lengths.append(len(raw))
        return feed(target, raw)

    monkeypatch.setattr(part_words, "_feed", counted)
    return lengths


def _told(parts: dict[str, str | bytes]) -> dict[str, str]:
    return {each.name: each.words for each in unread_parts(packed({**parts}))}


def test_of_a_long_part_the_beginning_is_looked_at(looked_at: list[int]) -> None:
    """Where no words are found, some may stand further on: so it is told that nobody knows."""
    told = _told({"a.xml": f"<x>{_LONG}<t>Lùi</t></x>", "b.xml": f"<x><t>Lùi</t>{_LONG}</x>"})
    assert told == {"a.xml": "", "b.xml": "Lùi"}
    assert looked_at == [250_000, 250_000]


def test_of_all_parts_together_no_more_is_looked_at_than_a_document_says(
    looked_at: list[int],
) -> None:
    told = _told({f"{n}.xml": f"<x>{_LONG}</x>" for n in range(9)})
    assert told == dict.fromkeys((f"{n}.xml" for n in range(9)), "")
    assert sum(looked_at) == 1_000_000


def test_nor_of_those_of_a_workbook_within_a_document(looked_at: list[int]) -> None:
    inner = {f"xl/worksheets/sheet{n}.xml": f"<x>{_LONG}</x>" for n in range(9)}
    _told({"a.xlsx": packed({**inner, "xl/sharedStrings.xml": "<t>Lùi</t>"})})
    assert 990_000 < sum(looked_at) <= 1_000_000  # what is packed counts too


def test_a_list_of_relations_without_end_is_looked_at_up_to_a_bound(looked_at: list[int]) -> None:
    assert _told({f"_rels/{n}.rels": f"<x>{_LONG * 3}</x>" for n in range(3)}) == {}
    assert sum(looked_at) == 2_000_000


def test_as_many_words_are_gathered_as_are_told() -> None:
    """Two thousand letters, and what is behind them needs not even be XML."""
    (words,) = _told({"a.xml": f"<x>{'<p><t>Lùi</t></p>' * 2_000}"}).values()
    assert words.split() == ["Lùi"] * 500


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.htm", "<head><title>x</title></head><P>Lùi<b>đến</b>30/11</P>", "Lùi đến 30/11"),
        ("a.html", "<p>Lùi<SCRIPT a='b'>if (a<b) c();</script>&nbsp;đến 1 &lt; 2", "Lùi đến 1 < 2"),
        ("a.html", "<p>Lùi<script>đến", "Lùi đến"),
        ("a.txt", "Lùi, 1 < 2, đến", "Lùi, 1 < 2, đến"),
        ("a.vml", "<xml><v><div>Lùi <font>đến</font> <b/>30/11</div></v>", "Lùi đến 30/11"),
        ("a.vml", "<xml><div>Lùi <br>đến</div></xml>", "Lùi đến"),
        ("a.xml", "<x><p><t>Lùi</t><t> đến</t></p><p><t>30/11 trưa</t></p>", "Lùi đến 30/11 trưa"),
        ("a.xml", "<x><t>Lùi<b/>đến</t></x>", "Lùi"),
    ],
)
def test_words_are_those_that_are_shown(name: str, content: str, words: str) -> None:
    assert _told({name: content}) == {name: words}


@pytest.mark.parametrize("content", [b"\xff\xd8\xff" * 90_000, b"", "<x><t>2026</t></x>"])
def test_pictures_and_numbers_alone_are_not_told(content: str | bytes) -> None:
    assert _told({"a.bin": content}) == {}


def test_tags_that_never_end_are_gone_through_once() -> None:
    """Each was looked for up to the end of the page: a hundred thousand of them took minutes."""
    assert _told({"a.htm": "<script " * 30_000})["a.htm"].startswith("< script < script")
    assert _told({"a.htm": "<script>" * 30_000 + "Lùi"}) == {"a.htm": "Lùi"}
