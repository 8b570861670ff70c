"""The two ways in which git itself breaks a file: marks of a conflict, and pointers of git-lfs."""

import pytest

from kehoach.reading.yaml_files.yaml_text import Refused, read_mapping

POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n"


def refused(text: str) -> tuple[str, tuple[int, int] | None]:
    """Return the code for which a file is refused, and where."""
    with pytest.raises(Refused) as caught:
        read_mapping(text, "a.yaml", "submission")
    return caught.value.finding.rule.code, caught.value.finding.place.mark


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", 2),
        ("a: 1\r\n<<<<<<< HEAD\r\nb: 2\r\n=======\r\nb: 3\r\n>>>>>>> x\r\n", 2),
        ("<<<<<<< HEAD\na: 1\n||||||| 1f2e3d4\na: 0\n=======\na: 2\n>>>>>>> x\n", 1),
        ("a: 1\n>>>>>>> nhanh-khac\nb: 2\n", 2),
        ("a: 1\n=======\nb: 2\n", 2),
        ("a: 1\n||||||| merged common ancestors\nb: 2\n", 2),
        ("a: 1\n=======\r\nb: 2\n>>>>>>>\r\n", 2),
        ("a: |\n  một\n<<<<<<< HEAD\n  hai\n=======\n  ba\n>>>>>>> x\n", 3),
        ('a: "một\n<<<<<<< HEAD\nhai\n=======\nba\n>>>>>>> x\nbốn"\n', 2),  # libyaml reads this
        ("# đầu\n<<<<<<< HEAD\n#một\n=======\n#hai\n>>>>>>> x\na: 1\n", 2),
    ],
)
def test_marks_of_a_conflict_are_named_at_the_first_of_them(text: str, line: int) -> None:
    assert refused(text) == ("KH114", (line, 1))


@pytest.mark.parametrize(
    "text",
    [
        'a: "xem <<<<<<< HEAD ======= >>>>>>> của bản trước"\n',
        "a: |\n  Tên\n  =======\n  <<<<<<< HEAD\n",
        "# =======\na: 1\n",
        "a: ======\n",
        "a: <<<<<<<\n",
    ],
)
def test_signs_within_a_text_are_no_marks(text: str) -> None:
    read_mapping(text, "a.yaml", "submission")


@pytest.mark.parametrize(
    "text",
    [POINTER, POINTER.replace("\n", "\r\n"), POINTER.replace("git-lfs", "hawser", 1)],
)
def test_a_pointer_is_no_report(text: str) -> None:
    assert refused(text) == ("KH115", (1, 1))
