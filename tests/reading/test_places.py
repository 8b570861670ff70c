"""Where keys and values stand: the same by lines and by libyaml, and never in a file that has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import read_workspace
from kehoach.cli import entry
from kehoach.diagnostics import Finding, Place, Route
from kehoach.reading.file_rules import NO_FILE
from kehoach.reading.folder import ChangedMeanwhile, DataFolder
from kehoach.reading.places import routes_at, spots, spots_by_libyaml
from kehoach.reading.positions import Positions, Quoted
from kehoach.reading.yaml_files.plain_places import plain_spots

MakeFolder = Callable[..., DataFolder]
PLAIN = """\
schema: kehoach/submission@1
# lời dặn
document: {number: 12/BC, date: 2026-01-31}
tasks:
  - item: II.1
    evidence:
    - {number: 5/QĐ}
    - number: 6/QĐ
  - {item: II.2}
note:
"""


@pytest.mark.parametrize(
    ("route", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("schema",), (1, 1), (1, 9)),
        (("document",), (3, 1), (3, 11)),
        (("tasks",), (4, 1), (5, 3)),
        (("tasks", 0), (5, 5), (5, 5)),
        (("tasks", 0, "item"), (5, 5), (5, 11)),
        (("tasks", 0, "evidence"), (6, 5), (7, 5)),
        (("tasks", 0, "evidence", 1), (8, 7), (8, 7)),
        (("tasks", 0, "evidence", 1, "number"), (8, 7), (8, 15)),
        (("tasks", 1), (9, 5), (9, 5)),
        (("tasks", 1, "item"), (9, 6), (9, 12)),
        (("document", "date"), (3, 27), (3, 33)),
    ],
)
def test_keys_and_values_stand_where_an_editor_shows_them(
    route: Route, key: tuple[int, int], value: tuple[int, int]
) -> None:
    """Counted by hand, lines and columns from 1."""
    found = spots(PLAIN, [route])[route]
    assert (found.key, found.value) == (key, value)


def test_libyaml_is_asked_only_where_nothing_stands() -> None:
    """That is where nothing stands."""
    assert plain_spots(PLAIN, {(), ("note",)}) is None
    wanted: set[Route] = {
        (),
        ("document",),
        ("document", "date"),
        ("tasks",),
        ("tasks", 1),
        ("missing",),
        ("tasks", 9),
        ("tasks", 1, "item"),
    }
    assert plain_spots(PLAIN, wanted) == spots_by_libyaml(PLAIN, wanted)


def test_a_mark_lies_in_the_value_whose_key_came_last() -> None:
    marks = [(1, 1), (5, 5), (8, 20), (9, 1), (10, 3), (99, 1)]
    assert routes_at(PLAIN, marks) == {
        (1, 1): ("schema",), (5, 5): ("tasks", 0, "item"),
        (8, 20): ("tasks", 0, "evidence", 1, "number"),
        (9, 1): ("tasks", 0, "evidence", 1, "number"), (10, 3): ("note",), (99, 1): ("note",),
    }  # fmt: skip


def test_a_file_that_breaks_is_looked_through_as_far_as_it_goes() -> None:
    found = spots("a: 1\nb: [x, y\nc: z\n", [("a",), ("c",)])
    assert found[("a",)].value == (1, 4)
    assert ("c",) not in found


def test_of_a_very_long_line_a_place_keeps_no_words_but_is_found_again() -> None:
    """What stands near it is shown, a thousand signs before it; behind ``y`` is column 2412."""
    text = f"a: [{'x' * 2400}, {{b: y}}, z]\n"
    finding = Finding(NO_FILE, Place("a.yaml", ("a", 1, "b")), {"file": "a.yaml"})
    (first,) = Positions(lambda _: text).located([finding])
    assert first[1:] == (1, 2411, Quoted(f"{'x' * 994}, {{b: y}}, z]", 2412, 1410))
    place = first.placed
    assert (place.mark, place.line) == ((1, 2411), None)
    (again,) = Positions(lambda _: text).located([finding._replace(place=place)])
    assert again[1:] == first[1:]


@pytest.mark.parametrize("more", ["", "x, ", "'[', ", '"]", ', "it's, [], ", "{c: d}, "])
@pytest.mark.parametrize("times", [1, 1_000])
def test_a_value_within_brackets_ends_at_its_comma_however_far_the_bracket_is(
    more: str, times: int
) -> None:
    """It was marked up to the end of the line where the bracket opened over a thousand signs before."""
    head = f"a: [{more * times}"
    place = Place("a.yaml", ("a",), mark=(1, len(head) + 1))
    (found,) = Positions(lambda _: f"{head}bad, z]").located([Finding(NO_FILE, place, {})])
    assert found.excerpt is not None
    assert found.excerpt.end == len(head) + len("bad") + 1


@pytest.mark.parametrize("more", ["[x], ", "{a: b} ", "x "])
def test_a_value_behind_brackets_that_are_closed_goes_on_to_the_end_of_the_line(more: str) -> None:
    head = f"- {more * 1_000}"
    place = Place("a.yaml", ("a",), mark=(1, len(head) + 1))
    (found,) = Positions(lambda _: f"{head}bad, z").located([Finding(NO_FILE, place, {})])
    assert found.excerpt is not None
    assert found.excerpt.end == len(head) + len("bad, z") + 1


@pytest.mark.parametrize("now", ["", "schema: x\n", None])
def test_nothing_is_shown_in_a_file_that_has_changed_meanwhile(
    folder: MakeFolder, now: str | None
) -> None:
    """A line of the old file in the new one would be another's words."""
    name = "submissions/so-noi-vu/a.yaml"
    data = folder(
        {name: 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'}, shipped=True
    )
    (finding,) = read_workspace(data).findings
    if now is None:
        (data.root / name).unlink()
    else:
        (data.root / name).write_text(now)
    with pytest.raises(ChangedMeanwhile) as raised:
        Positions(data.text).locate(finding)
    assert name in raised.value.text.en


def test_that_a_file_changed_is_one_line_and_wrong_use(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def changed(_: list[str]) -> int:
        raise ChangedMeanwhile("submissions/a/\x1b[1mb.yaml")

    monkeypatch.setattr("kehoach.cli.app.run", changed)
    assert entry._run(["check", "--lang", "en"]) == 2  # noqa: SLF001 - it leaves the process otherwise
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "\x1b" not in told
    assert "run again" in told


def test_a_copy_that_cannot_be_read_has_a_place_all_the_same(folder: MakeFolder) -> None:
    """It is told by its name, and nothing in it is looked for."""
    name = "submissions/so-noi-vu/a (1).yaml"
    good = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-noi-vu\n'
    data = folder({"submissions/so-noi-vu/a.yaml": good, name: f"{good}x: [\n"}, shipped=True)
    located = Positions(data.text).located(read_workspace(data).findings)
    assert {(each.finding.rule.code, each.line) for each in located} >= {("KH119", 1)}
    assert Path(name).name in {Path(each.finding.place.file).name for each in located}
