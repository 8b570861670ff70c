"""Places at the end of a text, and in one whose lines end as on old machines, are places in it."""

import pytest

from kehoach.reading.file_reading import submission_in
from kehoach.reading.yaml_files.text_marks import Mark, marks_at


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b" ", (1, 2)),
        (b"# a", (1, 4)),
        (b"# a\n", (2, 1)),
        (b"---", (1, 4)),
        (b"--- # a", (1, 8)),
        (b"[", (1, 2)),
        (b"a: [1,", (1, 7)),
        (b"a: 'b", (1, 6)),
        (b"a: [\n", (2, 1)),
        (b"a\rb: \x1f", (2, 4)),
        (b"a\r\nb: \x1f", (2, 4)),
        (b"a\rb: \xff", (2, 4)),
    ],
)
def test_what_is_wrong_is_told_at_a_place_that_there_is(raw: bytes, place: tuple[int, int]) -> None:
    (finding,) = submission_in(raw).findings
    assert finding.place.mark == place


def test_each_kind_of_line_end_ends_one_line() -> None:
    text = "a\r\nb\rc\nd\n\re"
    assert list(marks_at(text, range(len(text) + 1))) == [
        Mark(1, 1), Mark(1, 2), Mark(1, 3), Mark(2, 1), Mark(2, 2), Mark(3, 1), Mark(3, 2),
        Mark(4, 1), Mark(4, 2), Mark(5, 1), Mark(6, 1), Mark(6, 2),
    ]  # fmt: skip
