"""The mark stands under what is wrong, whatever letters stand before it, and on any screen."""

import pytest
from rich.cells import cell_len

from kehoach.diagnostics import Finding, Place
from kehoach.reading.positions import Located, Positions, Quoted
from kehoach.reading.value_ends import Brackets, end_of
from kehoach.reading.value_rules import BAD_VALUE
from kehoach.terminal.excerpts import excerpt


def located(line: str, column: int, end: int) -> Located:
    """Return a finding on line 12 of a file."""
    return Located(Finding(BAD_VALUE, Place("a"), {}), 12, column, Quoted(line, end))


def shown(line: str, words: str, room: int | None = None) -> tuple[str, str]:
    """Return an excerpt in which some words are wrong, and what stands above its mark."""
    at = line.index(words)
    made = excerpt(located(line, at + 1, at + len(words) + 1), room)
    assert made is not None
    begin = cell_len(made.mark) - cell_len(made.mark.lstrip(" |"))
    width = made.mark.count("^")
    above, at_cell = "", 0
    for sign in made.line:
        if begin <= at_cell < begin + width:
            above += sign
        at_cell += cell_len(sign)
    return made.line, above


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("note: x", "x"),
        ("document: {number: 12/BC, date: 20/11/2026}", "20/11/2026"),
        ("  note: Sở Tư pháp, 20/11/2026", "20/11/2026"),
        ("  note: So\u031b\u0309 Tu\u031b phap, 20/11/2026", "20/11/2026"),
        ("note： 全角 20/11/2026", "20/11/2026"),
        ("note： x", "："),
        ("\tnote: 20/11/2026", "20/11/2026"),
    ],
)
@pytest.mark.parametrize("room", [None, 160, 80, 40])
def test_the_mark_stands_under_the_words(line: str, words: str, room: int | None) -> None:
    assert shown(line, words, room)[1] == words


@pytest.mark.parametrize("room", [40, 80])
@pytest.mark.parametrize("before", [0, 10, 60, 300])
@pytest.mark.parametrize("behind", [0, 300])
def test_a_long_line_is_cut_around_the_words(room: int, before: int, behind: int) -> None:
    line = "ạ" * before + "20/11/2026" + "ớ" * behind
    made, above = shown(line, "20/11/2026", room)
    assert cell_len(made) <= room
    assert above == "20/11/2026"
    assert made.endswith("…") == (behind > 0)
    if before + len("20/11/2026") + behind <= room - len("    12 | "):
        assert "…" not in made


def test_a_tab_and_strange_spaces_are_seen() -> None:
    made = excerpt(located("\tnote:\u00a0x", 1, 2), 80)
    assert made == ("    12 | →note:·x", "       | ^")


def test_a_place_that_is_wider_than_the_screen_is_marked_as_far_as_it_goes() -> None:
    made = excerpt(located("a" * 300, 1, 301), 60)
    assert made is not None
    assert len(made.line) <= 60
    assert len(made.mark) <= 60


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("note: đã gửi, rồi  # lời", 7, "đã gửi, rồi"),
        ("note: 'một '' hai' # lời", 7, "'một '' hai'"),
        ("{date: 20/11/2026, number: 1}", 8, "20/11/2026"),
        ("tasks: [{item: II.2}, {item: II.3}] # x", 8, "[{item: II.2}, {item: II.3}]"),
        ("  nota: x", 3, "nota"),
        ("{nota: x}", 2, "nota"),
        ("note:", 6, ""),
    ],
)
def test_where_a_value_ends_on_its_line(line: str, column: int, words: str) -> None:
    within = Brackets().around(line, column)
    assert end_of(line, column, within=within) == column + max(1, len(words))


def test_a_finding_about_a_whole_file_shows_no_line() -> None:
    (found,) = Positions(lambda _: "a: 1\n").located([Finding(BAD_VALUE, Place("a"), {})])
    assert found.excerpt is None
    assert excerpt(found, 80) is None


@pytest.mark.parametrize(
    ("sign", "drawn"), [("\t", "→"), ("\xa0", "·"), ("\u200b", "·"), ("\u3000", "·"), (" ", " ")]
)
def test_what_nobody_sees_is_drawn(sign: str, drawn: str) -> None:
    assert shown(f"note:{sign}x", "x")[0].endswith(f"| note:{drawn}x")
