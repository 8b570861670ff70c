"""A file is read in steps that grow with its length alone, however many mistakes it holds.

Counted, not timed: how often the file is parsed, and how much of it is copied.
"""

import pytest

from kehoach.model.decisions import Decisions
from kehoach.reading.file_reading import read_file, submission_in
from kehoach.reading.positions import Positions
from kehoach.reading.yaml_files import yaml_loader
from kehoach.reading.yaml_files.text_marks import Mark, mark_at, marks_at

HEAD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
OFFICE = "schema: kehoach/decisions@1\nwaivers:\n"


def test_marks_are_found_in_one_pass() -> None:
    text = "một\nhai\n\nba bốn\nnăm"
    indexes = range(len(text) + 1)
    assert list(marks_at(text, indexes)) == [
        Mark(text[:index].count("\n") + 1, index - text[:index].rfind("\n")) for index in indexes
    ]
    assert mark_at(text) == Mark(5, 4)


@pytest.mark.parametrize("mistakes", [1, 300])
def test_a_file_is_parsed_as_often_for_many_mistakes_as_for_one(
    monkeypatch: pytest.MonkeyPatch, mistakes: int
) -> None:
    """Once to be read, once to see in which entries keys stand twice, once to show all places."""
    parsed: list[int] = []

    class Counted(yaml_loader.Loader):  # type: ignore[misc, valid-type]
        def __init__(self, text: str) -> None:
            parsed.append(len(text))
            super().__init__(text)

    for module in ("places", "yaml_files.yaml_text", "comments"):
        monkeypatch.setattr(f"kehoach.reading.{module}.Loader", Counted)
    text = OFFICE + "- {item: a, item: b, agencies: 7}\n" * mistakes
    read = read_file(text.encode(), "decisions.yaml", Decisions, "decisions")
    assert len(read.findings) > min(
        mistakes, 100
    )  # of one file a hundred are told, and how many more
    assert len(read.lost or ()) == mistakes
    Positions(lambda _: text, {"decisions.yaml": read.lost or ()}).located(read.findings)
    assert len(parsed) <= 3


@pytest.mark.parametrize(
    "line",
    [
        "note: x #y\n",
        "k{0}: x\n",
        "report{0}s: x\n",
        "note: |\n",
        "k{0}: &a{0} x\n",
        "- x\n",
        "a#{0}: b\n",
    ],
)
def test_every_mistake_of_a_file_is_told(line: str) -> None:
    """Of many of one kind the first hundred are told, then how many more there are.

    What cannot be read at all is one.
    """
    text = HEAD + "".join(line.format(number) for number in range(500))
    findings = submission_in(text.encode(), "a.yaml").findings
    located = Positions(lambda _: text).located(findings)
    assert max(each.line for each in located) <= text.count("\n") + 1
    if len(located) > 1:
        *told, last = located
        assert len(told) == 100
        assert last.finding.rule.code == "KH136"
        more = last.finding.values["count"]
        assert isinstance(more, int)
        assert len(told) + more >= 499
