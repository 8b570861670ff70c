"""What is read line by line is what libyaml reads; whatever it is not sure of, libyaml reads."""

from pathlib import Path

import pytest

from compare_yaml import changed_files, difference, lines_in_and_behind_blocks, signs_in_values
from kehoach.model.decisions import Decisions
from kehoach.model.submissions import Submission
from kehoach.reading.file_reading import read_file
from kehoach.reading.yaml_files.plain_yaml import plain_line, plain_mapping
from kehoach.reading.yaml_files.yaml_text import MAX_DEPTH, Refused, decode

HEAD = "schema: kehoach/submission@1\n"


def test_both_ways_agree_on_files_changed_at_random() -> None:
    """``scripts/compare_yaml.py`` tries as many as one likes."""
    plain = 0
    for text in (
        *changed_files(5_000, seed=11),
        *lines_in_and_behind_blocks(2),
        *signs_in_values(1),
    ):
        try:
            read = decode(text.encode(), "")
        except Refused:
            continue
        assert difference(read) is None
        plain += plain_mapping(read) is not None
    assert plain > 600, "hardly a file was read line by line: nothing was compared"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}document: {{number: 12/BC, date: 2026-01-31}}\n",
        f"# lời\n{HEAD}\n  # lời\ntasks:\n- item: II.1\n  evidence: [{{number: 1}}, {{date: x}}]\n",
        f'{HEAD}tasks:\n      - item: II.1\n        evidence:\n        - {{a: 1}}\n        note: ""\n',
        f"{HEAD}note: Đã xong, còn lại (2) việc - xem văn bản; it's \"fine\"   \n".replace("\n", "\r\n"),
        f"{HEAD}note: Đa\u0303 xong lúc 16:00, xem https://example.vn/a\n",
        f'{HEAD}note: "Đã xong: \\"phần 1\\"\\nvà C:\\\\d"\n',
        f"{HEAD}note: 'C:\\new'\ndocument: {{title: 'a\\nb', signer: \"a\\nb\"}}\n",
        f"{HEAD}note: |\n  Đã xong: một.\n\n    - hai\n\n\ndraft: true\n",
        f"{HEAD}tasks:\n  - note: |-\n      một\n      hai: ba\n\n    item: II.1\n",
    ],
)  # fmt: skip
def test_what_files_are_mostly_written_in_needs_no_libyaml(text: str) -> None:
    assert plain_mapping(text) is not None
    assert difference(text) is None


@pytest.mark.parametrize(
    "rest",
    [
        "note: xong #2\n", "note: |\n  xong #2\n", "note: |+\n  x\n", "note: >\n  x\n", "note: |\n",
        "note: |\nx: y\n", "note: |\n  x\n    ", "note: |\n  x\n  # y",
        "note: |\n  x\n \n", "note: |\n  x", "note: |2\n   x\n", "note: |\n\n  x\n",
        "tasks:\n  - note: |\n    x\n", 'note: "\\x41"\n', 'note: "\\"\n', "note: a::\n",
        "note: xong\n  nốt\n", "note:\tx\n", "note: &a x\n", "note: *a\n", "note: !!str x\n",
        "note: a: b\n", "schema: x\n", "document: {a: b, a: c}\n",
        "document: {a: {b: c}}\n", "document: {a: b\n", "? note\n", "<<: x\n", "07: x\n", "một khoá: x\n",
        "---\n", "...\n", "note: 'it''s'\n", "note: ~\n", "  note: x\n", "- x\n", "tasks:\n  - a\n - b\n",
        "tasks:\n - \n", "tasks:\n  - - a\n", "note: x\r", "<<<<<<< a\n", "note: -\n",
        "note: [a, [b]]\n", "note: @a\n", "tasks:\n  x\n", "note: \ufeffx\n", "x\n", "note: {a}\n",
    ],
)  # fmt: skip
def test_libyaml_reads_what_is_written_in_any_other_way(rest: str) -> None:
    assert plain_mapping(HEAD + rest) is None


@pytest.mark.parametrize("text", ["", "\n", "# không có gì\n", "- a\n"])
def test_a_file_without_a_mapping_is_left_to_libyaml(text: str) -> None:
    assert plain_mapping(text) is None


@pytest.mark.parametrize("step", [1, 2, 4])
@pytest.mark.parametrize("listed", ["", "- "])
def test_nothing_is_read_that_is_nested_too_deep(step: int, listed: str) -> None:
    """``MAX_DEPTH`` is libyaml's way to refuse, and holds whatever the lines stand like."""
    for depth in range(MAX_DEPTH - 12, MAX_DEPTH + 12):
        lines = (
            f"{' ' * (step + len(listed)) * each}{listed if each else ''}a:"
            for each in range(depth)
        )
        assert difference("\n".join(lines) + " [{b: c}]\n") is None
    assert (
        plain_mapping("\n".join(" " * step * each + "a:" for each in range(MAX_DEPTH + 1))) is None
    )


def test_what_files_share_is_changed_by_none_of_them() -> None:
    """A line is understood once: two files that say it have the same list and mapping in brackets."""
    bad = (
        b"schema: kehoach/decisions@1\nwaivers:\n"
        b"  - {item: II.1, agencies: [a, b], document: 7}\n  - {item: II.2, document: {number: 1/A}}\n"
        b"  - item: II.3\n    document: {number: 2/A, date: 2022-01-03}\n"
    )
    first = read_file(bad, "decisions.yaml", Decisions, "decisions")
    lines = [repr(plain_line(each)) for each in bad.decode().split("\n")]
    again = read_file(bad, "decisions.yaml", Decisions, "decisions")
    assert first.findings
    assert again == first
    plain_line.cache_clear()
    assert lines == [repr(plain_line(each)) for each in bad.decode().split("\n")]


def test_every_report_that_is_shipped_reads_the_same_twice() -> None:
    for path in sorted((Path(__file__).parents[2] / "data" / "submissions").rglob("*.yaml")):
        raw = path.read_bytes()
        first = read_file(raw, path.name, Submission, "submission")
        assert first.content is not None
        assert read_file(raw, path.name, Submission, "submission") == first
