"""A written submission says the same when it is read back, whatever words stand in it."""

from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kehoach.filing.submission_yaml import submission_yaml
from kehoach.model.submissions import Submission
from kehoach.reading.model_values import validate
from kehoach.reading.yaml_files.yaml_text import decode, read_mapping

HEAD = {"schema": "kehoach/submission@1", "plan": "06", "agency": "so-tai-chinh"}


def read(text: str) -> Submission:
    """Return what the program's own reader makes of a file's bytes."""
    data, broken = read_mapping(decode(text.encode(), "a.yaml"), "a.yaml", "submission")
    submission, wrong = validate(Submission, data, "a.yaml")
    assert [*broken, *wrong] == []
    assert submission is not None
    return submission


def made(**keys: Any) -> Submission:
    return Submission.model_validate({**HEAD, **keys})


# YAML's traps of traps.md, words of a terminal and of forges, what looks like another type.
HOSTILE = (
    "06", "NO", "on", "1.10", "010", "17:00", "1_000", "2026-04-05", "20260405", "~", "null", "",
    " ", "a: b", "a #b", "- a", "'", '"', "\\", "[x]", "{a: b}", "|", ">", "%", "@x", "`", "!!str x",
    "&a", "*a", "<<", "a\nb", "\n", "a\n", "\ta", "a\n\n  b", "  a\nb", "a\n# b", "# a", "a\r\nb",
    "a\u0085b", "a\u2028b", "a\u00a0b", "\x1b[31m", "\x00", "\ufeffa", "mẫu-01/BC-STC", "?", "---",
    "...", "=1+1", "y", "Có", "\U000e0001", "\U0001f600",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_the_words_they_are(words: str) -> None:
    """Also where they look like a number, a truth value, a comment or a command."""
    proof = {"number": words, "title": words}
    submission = made(
        plan=words or "06",
        document={"number": words, "signer": words},
        tasks=[{"item": "II.1", "status": "done", "note": words, "evidence": [proof, {}]}],
        note=words,
    )
    remarks = {(): words, ("tasks",): words, ("tasks", 0): words, ("tasks", 0, "quantity"): words}
    assert read(submission_yaml(submission)) == submission
    assert read(submission_yaml(submission, remarks)) == submission


_WORDS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(HOSTILE)
_ITEM = st.from_regex(r"[IVX0-9]{1,3}(\.[0-9a-zđ]{1,2}){0,3}", fullmatch=True)
_PERIOD = st.sampled_from(["2026", "2026-H1", "2026-Q3", "2026-06", "once", "2026-Q3..2027"])
_DAY = st.integers(0, 20_000).map(lambda days: str(date(1990, 1, 1) + timedelta(days=days)))
_COUNT = st.integers(0, 999_999_999).map(str)
_PERCENT = st.integers(0, 100).map(str)
_DOCUMENT = st.fixed_dictionaries(
    {}, optional={"number": _WORDS, "date": _DAY, "title": _WORDS, "signer": _WORDS}
)
_REPORT = st.fixed_dictionaries(
    {"item": _ITEM},
    optional={"period": _PERIOD, "nil": st.sampled_from(["true", "false"]), "note": _WORDS},
)
_TASK = st.fixed_dictionaries(
    {"item": _ITEM, "status": st.sampled_from(["not_started", "in_progress", "done"])},
    optional={
        "period": _PERIOD, "completed": _DAY, "percent": _PERCENT, "quantity": _COUNT,
        "evidence": st.lists(_DOCUMENT, max_size=3), "note": _WORDS,
    },
)  # fmt: skip
_SUBMISSION = st.fixed_dictionaries(
    {"plan": _WORDS, "agency": st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)},
    optional={
        "sample": st.just("true"), "draft": st.just("true"), "document": _DOCUMENT,
        "reports": st.lists(_REPORT, max_size=3), "tasks": st.lists(_TASK, max_size=3),
        "note": _WORDS,
    },
)  # fmt: skip


@given(_SUBMISSION, st.lists(_WORDS, max_size=4))
def test_written_and_read_back_it_is_the_same(keys: dict[str, Any], words: list[str]) -> None:
    """A property of the writer, with remarks anywhere: NFC is the reader's and not compared."""
    submission = read(submission_yaml(made(**keys)))
    routes = [(), ("document",), ("tasks", 0), ("reports", 1)]
    remarks = dict(zip(routes, words, strict=False))
    assert read(submission_yaml(submission, remarks)) == submission


def test_other_readers_of_yaml_see_the_same_text() -> None:
    """YAML 1.1 makes 06 a number, NO a truth value and 17:00 an integer where nobody quotes them."""
    note = "NO"
    text = submission_yaml(made(note=note, document={"number": "17:00"}))
    loaded = yaml.safe_load(text)
    assert (loaded["plan"], loaded["note"], loaded["document"]["number"]) == ("06", "NO", "17:00")


def test_it_looks_as_a_person_would_write_it() -> None:
    """The layout of docs/files.md: the head on one line, an entry a block, remarks above."""
    submission = made(
        document={"number": "125/BC-STC", "date": "2021-11-29", "signer": "Nguyễn Văn A"},
        reports=[{"item": "III.1.c", "period": "2021"}],
        tasks=[{
            "item": "II.1.b", "status": "done", "completed": "2021-07-23",
            "evidence": [{"number": "1842/STC-VP", "date": "2021-07-20", "title": "Công văn"}],
        }],
    )  # fmt: skip
    assert (
        submission_yaml(submission, {("tasks", 0): "Hạn: 02/08/2021"})
        == """\
schema: kehoach/submission@1
plan: "06"
agency: so-tai-chinh
document: {number: "125/BC-STC", date: 2021-11-29, signer: Nguyễn Văn A}
reports:
  - item: III.1.c
    period: 2021
tasks:
  # Hạn: 02/08/2021
  - item: II.1.b
    status: done
    completed: 2021-07-23
    evidence:
      - {number: "1842/STC-VP", date: 2021-07-20, title: Công văn}
"""
    )


def test_a_head_that_says_nothing_is_left_out() -> None:
    assert submission_yaml(made(note="x")) == (
        'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\nnote: x\n'
    )


def test_the_head_of_a_draft_has_a_line_for_each_thing_to_fill_in() -> None:
    text = submission_yaml(made(draft="true"), {("document", "date"): "Ngày ký"})
    assert text.endswith("draft: true\ndocument:\n  number:\n  # Ngày ký\n  date:\n  signer:\n")
    assert read(text).document.number is None
