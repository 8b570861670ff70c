"""What is taken out of a list that people keep: all else stands there still, or nothing is touched."""

import pytest

from kehoach.filing.office_files import with_added
from kehoach.filing.yaml_insertion import Addition, CannotInsert, inserted
from kehoach.filing.yaml_removal import removed

BLOCK = "# đầu\nb:  # nợ\n- {x: 1}\n# hai\n- x: 2\n  y: 2\n\nc: 3\n"
FLOW = "b: [\n  {x: 1}, {x: 2},\n  # ba\n  {x: 3}\n]\n"


@pytest.mark.parametrize(
    ("text", "gone", "expected"),
    [
        (BLOCK, {0}, "# đầu\nb:  # nợ\n# hai\n- x: 2\n  y: 2\n\nc: 3\n"),
        (BLOCK, {1}, "# đầu\nb:  # nợ\n- {x: 1}\n# hai\n\nc: 3\n"),
        (BLOCK, {0, 1}, "# đầu\nb: []  # nợ\n# hai\n\nc: 3\n"),
        (FLOW, {2}, "b: [\n  {x: 1}, {x: 2},\n  # ba\n]\n"),
        (FLOW, {0, 1}, "b: [\n  # ba\n  {x: 3}\n]\n"),
        (FLOW, {0}, None),  # what stays shares its line
        (FLOW, {0, 1, 2}, None),
        ("b: [{x: 1}]", {0}, None),  # not a line of its own: the whole file was taken
        ("{b: [{x: 1}, {x: 2}], c: 3}\n", {1}, None),
        ("b:\n- &one {x: 1}\n- *one\n", {0}, None),
        ("? b\n:\n- x: 1\n", {0}, None),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_gone_alone_goes(
    text: str, gone: set[int], expected: str | None, line_end: str
) -> None:
    text = text.replace("\n", line_end)
    if expected is None:
        with pytest.raises(CannotInsert):
            removed(text, "b", gone)
    else:
        assert removed(text, "b", gone) == expected.replace("\n", line_end)


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("", ("a",)),
        ("- a\n", ("a",)),
        ("a: [\n", ("a",)),
        ("a: {}\n", ("a",)),
        ("a: words\n", ("a",)),
        ("a: 1\n", ("b", "c")),
    ],
)
def test_where_nothing_can_be_added_the_file_is_left_alone(text: str, route: tuple[str]) -> None:
    with pytest.raises(CannotInsert):
        inserted(text, [Addition(route, ({"k": "v"},))])


def test_what_is_no_utf_8_is_left_alone() -> None:
    with pytest.raises(CannotInsert):
        with_added("a: ế\n".encode("cp1258", "ignore") + b"\xff", "x@1", [Addition(("a",), ("b",))])
