"""Words behind a ``#``: what YAML cuts off a value is told, what is meant as a comment is not.

YAML 1.2, 6.6: a comment is separated by white space; 7.3.3: within a plain scalar a ``#`` without
one before it is text; 8.1.2: a block scalar holds no comments, its header may.
"""

from importlib.resources import files
from pathlib import Path

import pytest

from kehoach.model.agencies import Registry
from kehoach.model.plan import Plan
from kehoach.model.submissions import Submission
from kehoach.reading.lost_words import lost_words
from kehoach.reading.yaml_files.yaml_text import Refused, read_mapping

HEAD = "schema: kehoach/submission@1\n"


def told(text: str) -> list[tuple[str, str, int]]:
    """Return the words lost, the line that keeps them, and the line number within ``text``."""
    return [
        (str(each.values["words"]), str(each.values["line"]), (each.place.mark or (0, 0))[0] - 1)
        for each in lost_words(HEAD + text, "a.yaml", Submission)
    ]


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("note: Đã xong #2 việc\n", "#2 việc", 'note: "Đã xong #2 việc"'),
        ("note: Đã xong # trừ 2 xã\n", "# trừ 2 xã", 'note: "Đã xong # trừ 2 xã"'),
        ("note: Đã xong\t#2 việc\n", "#2 việc", r'note: "Đã xong\t#2 việc"'),
        ("note: Đã xong #2 việc\r\n", "#2 việc", 'note: "Đã xong #2 việc"'),
        ("note: Đã xong #2 việc", "#2 việc", 'note: "Đã xong #2 việc"'),
        ('note: "Đã xong" #2 việc\n', "#2 việc", 'note: "Đã xong #2 việc"'),
        ("note: #2 việc còn lại\n", "#2 việc còn lại", 'note: "#2 việc còn lại"'),
        ("note: #2 việc\n  còn lại\n", "#2 việc", 'note: "#2 việc còn lại"'),
        ("note: Đã xong\n  #2 việc\n", "#2 việc", 'note: "Đã xong #2 việc"'),
        ("note: Đã xong\n  #2 việc\n  #3 xã\n", "#2 việc #3 xã", 'note: "Đã xong #2 việc #3 xã"'),
        ("note: | #2 việc\n  Đã xong\n", "#2 việc", 'note: "#2 việc Đã xong"'),
        ("note: |\n  Đã xong\n #2 việc\n", "#2 việc", 'note: "Đã xong #2 việc"'),
        ("document: {title: Báo cáo, #2 việc\n  }\n", "#2 việc", 'title: "Báo cáo, #2 việc"'),
        ("document:\n  number: Công văn #12/BC\n", "#12/BC", 'number: "Công văn #12/BC"'),
        ('note: Ông "A" #2\n', "#2", r'note: "Ông \"A\" #2"'),
        ("note: C#2 xong #3\n", "#3", 'note: "C#2 xong #3"'),
    ],
)
def test_words_cut_off_a_text_are_quoted_with_the_line_to_paste(
    text: str, words: str, line: str
) -> None:
    [(lost, kept, _)] = told(text)
    assert (lost, kept) == (words, line)


@pytest.mark.parametrize(
    "text",
    [
        'note: "Đã xong #2 việc"\n',
        "note: 'Đã xong' # bản cuối\n",
        "note: # chưa ghi\n",
        "note: Đã xong\n#2 việc\n",
        "note: Đã xong\n  # ghi chú cho dòng dưới\nplan: '1'\n",
        "note: Đã xong\n\n  #2 việc\n",
        "note: |\n  Đã xong #2 việc\n",
        "note: | # giữ nguyên dòng\n  Đã xong\n",
        "note: phần C#2 đã xong\n",
        "agency: stp #Sở Tư pháp\n",
        "tasks: #hai việc\n  - {item: I.1}\n",
        "tasks:\n  - item: I.1 #mục một\n    status: done # xong\n    completed: 2025-05-30 #ký\n",
        "document: {number: 1/BC} #công văn\n",
    ],
)
def test_a_comment_that_cuts_nothing_is_left_in_peace(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('note: "Đã xong"#2 việc\n', 1, 16),  # SU5Z of the YAML test suite
        ("note: 'Đã xong'#2 việc\n", 1, 16),
        ("tags: [a]#x\n", 1, 10),  # 9JBA
        ("tags: [a, b,#x\n  c]\n", 1, 13),  # CVW2
        ("note: |#x\n  Đã xong\n", 1, 8),  # X4QW
        ('{"a": "b"#x\n}\n', 1, 10),
    ],
)
def test_a_comment_without_space_is_no_yaml(text: str, line: int, column: int) -> None:
    with pytest.raises(Refused) as refused:
        read_mapping(text, "a.yaml", "submission")
    assert refused.value.finding.rule.code == "KH103"
    assert refused.value.finding.place.mark == (line, column)


@pytest.mark.parametrize(
    "text",
    ["a: 1\n...\nb: 2\n", "a: 1\n... b\n", "%KH 1\n---\na: 1\n", "a: 1\n---\nb: 2\n",
     "a: |2\n x\n", "a: >\n  x\n y\nb: 1\n", "a:\n\tb: 1\n", "a: một #2\n  hai\n"],
)  # fmt: skip
def test_nothing_behind_the_text_that_is_read_is_passed_over(text: str) -> None:
    """A second document, words after its end, a directive, a block whose lines lie outside it."""
    with pytest.raises(Refused):
        read_mapping(text, "a.yaml", "submission")


def test_addresses_have_no_words_to_lose() -> None:
    text = "agencies:\n  - id: stp\n    committers:\n      - a@b.vn  # ông A\n"
    assert lost_words(text, "agencies.yaml", Registry) == []


def test_the_files_that_are_shipped_lose_nothing() -> None:
    shipped = Path(__file__).parents[2] / "data" / "plan_06.yaml"
    starter = files("kehoach.start") / "files" / "data" / "plan_01.yaml"
    for text in (shipped.read_text("utf-8"), starter.read_text("utf-8")):
        assert lost_words(text, "plan.yaml", Plan) == []


def test_the_warning_quotes_the_words_and_tells_both_cures() -> None:
    [finding] = lost_words(HEAD + "note: Đã xong #2 việc\n", "a.yaml", Submission)
    assert "“#2 việc”" in finding.message("vi")
    assert 'note: "Đã xong #2 việc"' in finding.hint("vi")
    assert finding.place.mark == (2, 15)
