"""What is certain is put right, every other byte stays, and what could be read says what it said."""

import codecs
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.diagnostics import Severity
from kehoach.filing.mending.mended_file import mended
from kehoach.model.decisions import Decisions
from kehoach.model.submissions import Submission
from kehoach.reading.file_reading import submission_in

HEAD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
FILE = "submissions/so-tai-chinh/a.yaml"
TASK = "tasks:\n  - item: II.1.b\n    status: %s\n"


def made(text: str) -> str:
    """Return a file as it is mended; its head may be left out."""
    whole = text if text.startswith(("schema", "\ufeff", "plan")) else HEAD + text
    return mended(whole.encode(), FILE, Submission).decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        (
            "document: {number: 1/BC, date: 20/11/2026}\n",
            "document: {number: 1/BC, date: 2026-11-20}\n",
        ),
        (
            'document: {date: "20-11-2026"}  # ngày ký\n',
            "document: {date: 2026-11-20}  # ngày ký\n",
        ),
        ("document:\n  date: ngày 5 tháng 4 năm 2026\n", "document:\n  date: 2026-04-05\n"),
        ("document: {date: 05/05/2026}\n", "document: {date: 2026-05-05}\n"),
        ("document: {date: 2026/4/5}\n", "document: {date: 2026-04-05}\n"),
        ("document: {date: “20/11/2026”}\n", "document: {date: 2026-11-20}\n"),
        (TASK % "xong", TASK % "done"),
        (TASK % "Đã hoàn thành", TASK % "done"),
        (TASK % '"Done"', TASK % "done"),
        ("sample: True\n", "sample: true\n"),
        ("note:đã gửi\n", "note: đã gửi\n"),
        ("reports: [{item:III.1.c, period: 2026}]\n", "reports: [{item: III.1.c, period: 2026}]\n"),
        ("note: “Đã xong: hai”\n", 'note: "Đã xong: hai"\n'),
        ("tasks:\n\t- item: II.1.b\n\t  status: done\n", TASK % "done"),
        ("tasks:\n\u00a0 - item: II.1.b\n\u00a0 \u00a0 status: done\n", TASK % "done"),
        ("note：đã gửi\n", "note: đã gửi\n"),
        ("note:\u00a0đã gửi\n", "note: đã gửi\n"),
    ],
)
def test_what_is_certain_is_put_right(typed: str, right: str) -> None:
    assert made(typed) == right


@pytest.mark.parametrize(
    "typed",
    [
        "document: {date: 05/04/2026}\n",  # the fourth of May, where Excel was set up in English
        "document: {date: 31/11/2026}\n",
        "document: {date: 20/11/26}\n",
        "document: {date: 46346}\n",
        "document: {date: 2026-20-11}\n",
        TASK % "x",
        TASK % "chưa xong",
        "sample: có\n",
        "note: Báo cáo: đã gửi\n",
        'note: "đã gửi\n',
        "reports: [{item: III.1.c, period: 2026}\n",
        "nota: x\n",
        "note: một\nnote: hai\n",
        "note: đã gửi “hỏa tốc” hôm qua\n",
        "<<<<<<< HEAD\nnote:một\n=======\nnote:hai\n>>>>>>> b\n",
        "note:\tđã gửi\n",  # read as it stands
        "note:đã gửi\n@x\n",  # no more of it could be read
    ],
)
def test_what_may_mean_two_things_is_left_as_it_is(typed: str) -> None:
    assert made(typed) == typed


def test_signs_that_nobody_sees_are_put_right_in_a_file_that_can_be_read() -> None:
    typed = HEAD + "note: " + unicodedata.normalize("NFD", "đã gửi Sở Tư pháp") + "\r\n"
    whole = codecs.BOM_UTF8 + typed.encode()
    assert mended(whole, FILE, Submission).decode() == HEAD + "note: đã gửi Sở Tư pháp\n"


def test_a_file_whose_lines_all_end_alike_keeps_its_ends() -> None:
    typed = (HEAD + "document: {date: 20/11/2026}\n").replace("\n", "\r\n")
    assert mended(typed.encode(), FILE, Submission).decode() == typed.replace(
        "20/11/2026", "2026-11-20"
    )


def test_what_is_certain_is_put_right_beside_what_is_not() -> None:
    """Also where that keeps a file from being read, and where more slips follow than are looked for."""
    assert made("note:đã gửi\nplan: 'x\n") == "note: đã gửi\nplan: 'x\n"
    typed, right = (f"  - item: II.1.b\n    status:{space}done\n" for space in ("", " "))
    assert made(f"tasks:\n{typed * 25}") == f"tasks:\n{right * 20}{typed * 5}"


def test_tabs_in_a_file_that_cannot_be_read_even_so_are_left() -> None:
    """Which width lets it be read nobody knows; the slips that follow are put right, up to twenty."""
    tabbed = "tasks:\n\t- item: II.1.b\n\t  status: done\n"
    typed, right = (f"  - item: II.1.b\n    status:{space}done\n" for space in ("", " "))
    assert made(f"{tabbed}{typed * 25}") == f"{tabbed}{right * 19}{typed * 6}"


def test_a_plan_between_curly_quotes_is_no_plan_and_a_note_is_a_note() -> None:
    typed = HEAD.replace('"06"', "“06”") + "note: “đã gửi”\n"
    assert made(typed) == "note: “đã gửi”\n"


@pytest.mark.parametrize("raw", [b"\xff\xfes\x00", b"a: \xb8\n", b"a: \x00\n", b""])
def test_what_is_no_text_is_left_as_it_is(raw: bytes) -> None:
    assert mended(raw, FILE, Submission) == raw


def test_an_entry_of_the_office_is_mended_beside_one_that_is_right() -> None:
    head = "schema: kehoach/decisions@1\nextensions:\n"
    right = (
        "  - {item: II.2, due: 2026-12-31, document: {number: 1/UB, date: 2026-11-01}}  # đúng\n"
    )
    wrong = "  - {item: II.1.b, due: 31/12/2026, document: {number: 2/UB, date: 2026-11-01}}\n"
    raw = (head + right + wrong).encode()
    assert mended(raw, "decisions.yaml", Decisions).decode() == head + right + wrong.replace(
        "31/12/2026", "2026-12-31"
    )


WORDS = st.sampled_from(
    [
        "đã gửi", "“06”", "20/11/2026", "2026-11-20", "xong", "done", "a:b", "a: b", "- x", "06", "'x'",
        '"x"', "[a, b]", "{a: b}", "x # y", "II.1.b", "III.1.c", "2026", "\u00a0x", "“a”", "-x", "true",
        "x\u00a0y", "",
    ]
)  # fmt: skip
KEYS = st.sampled_from(
    [
        "note", "sample", "document", "tasks", "reports", "nota", "- item", "  item", "\tnote",
        "\u00a0note", "note\u00a0", "– note",
    ]
)  # fmt: skip
LINES = st.lists(
    st.tuples(KEYS, st.sampled_from([": ", ":", "：", ":\t", " :"]), WORDS), max_size=5
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(LINES, st.lists(ENDS, min_size=9, max_size=9), st.booleans(), st.booleans())
def test_a_file_that_could_be_read_says_the_same(
    lines: list[tuple[str, str, str]], ends: list[str], marked: bool, torn: bool
) -> None:
    """Laws: what was read is read alike; what is mended needs no more; nothing gets worse."""
    every = [*HEAD.splitlines(), *("".join(line) for line in lines)]
    text = "".join(line + end for line, end in zip(every, ends, strict=False))
    text = unicodedata.normalize("NFD", text) if torn else text
    raw = codecs.BOM_UTF8 * marked + text.encode()
    after = mended(raw, FILE, Submission)
    assert mended(after, FILE, Submission) == after
    before, now = submission_in(raw, FILE), submission_in(after, FILE)
    if before.content is not None and "“06”" not in text:
        assert now.content == before.content
    errors = [
        sum(each.rule.severity is Severity.ERROR for each in read.findings)
        for read in (before, now)
    ]
    assert errors[1] <= max(errors[0], 1) or before.content is None


def test_a_value_that_is_written_by_its_codes_is_left_as_it_is() -> None:
    """Only what stands there as it is read can be written anew."""
    text = 'document:\n  date: "29\\x2f11\\x2f2021"\n'
    assert made(text) == text
