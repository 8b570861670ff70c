"""``kehoach deadline``: the wording of the issue, what is not understood, and wrong use."""

import json
from typing import Any

import jsonschema
import pytest

from kehoach.cli import app
from kehoach.contract.schemas import schema_text

Capture = pytest.CaptureFixture[str]
YEAR = ("--from", "2026-01-01", "--to", "2026-12-31")
TWO = "định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12)"


def run(capsys: Capture, *args: str) -> tuple[int, str, str]:
    code = app.run(["deadline", *args])
    return code, *capsys.readouterr()


def output(capsys: Capture, *args: str) -> tuple[int, Any]:
    """Return the exit code and the JSON, which agrees with its schema and says nothing beyond it."""
    code, out, err = run(capsys, *args, "--format", "json")
    assert err == ""
    schema = json.loads(schema_text("deadline"))
    for part in (schema, *schema["$defs"].values()):
        part["additionalProperties"] = False
    jsonschema.validate(json.loads(out), schema)
    return code, json.loads(out)


def test_two_rules_and_their_days(capsys: Capture) -> None:
    """14/6/2026 is a Sunday: Monday the 15th (Civil Code, Art. 148.5); 14/12/2026 a Monday."""
    code, found = output(capsys, TWO, *YEAR)
    assert code == 0
    assert (found["wording"], found["understood"], found["unread"]) == (TWO, True, "")
    assert [rule["kind"] for rule in found["rules"]] == ["recurring", "recurring"]
    assert [(due["period"], due["nominal_due"], due["due"]) for due in found["dues"]] == [
        ("2026-H1", "2026-06-14", "2026-06-15"),
        ("2026", "2026-12-14", "2026-12-14"),
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_people_read_the_same(capsys: Capture, lang: str) -> None:
    code, out, _ = run(capsys, TWO, *YEAR, "--lang", lang)
    assert code == 0
    for words in (TWO, "{every: first-half, before: 06-15}", "{every: year, before: 12-15}"):
        assert words in out
    assert ("15/06/2026 thứ Hai" if lang == "vi" else "2026-06-15 Monday") in out


@pytest.mark.parametrize("wording", ["Tháng 12//2026", "trước ngày 31/4/2026", "hằng quý", ""])
def test_the_exit_code_says_whether_it_was_understood(capsys: Capture, wording: str) -> None:
    code, found = output(capsys, wording, *YEAR)
    assert code == (0 if found["understood"] else 1)
    assert found["understood"] == (wording == "hằng quý")
    assert bool(found["doubts"]) is not found["understood"]
    if not found["understood"]:
        assert (found["rules"], found["dues"]) == ([], [])


def test_a_typing_error_is_pointed_at(capsys: Capture) -> None:
    _, found = output(capsys, "Tháng 12//2026")
    assert found["unread"] == "12//2026"
    assert "12//2026" in found["doubts"][0]["why"]


def test_words_of_the_task_are_named_and_harmless(capsys: Capture) -> None:
    code, found = output(capsys, "giao STP có ý kiến trước 13/02/2026")
    assert (code, found["unread"]) == (0, "giao STP có ý kiến")
    assert [due["due"] for due in found["dues"]] == ["2026-02-12"]


def test_events_have_ids_and_words(capsys: Capture) -> None:
    """Nothing is due until somebody records the event."""
    code, found = output(capsys, "05 ngày làm việc kể từ ngày nhận được văn bản", *YEAR)
    assert (code, found["dues"]) == (0, [])
    assert found["events"] == [{"id": "nhan-duoc-van-ban", "text": "nhận được văn bản"}]
    assert found["rules"][0]["event"] == "nhan-duoc-van-ban"


def test_the_policy_can_be_said(capsys: Capture) -> None:
    """31/5/2026 is a Sunday."""
    words = "trước ngày 31/5/2026"
    _, found = output(capsys, words, "--before", "inclusive", "--roll", "previous")
    assert [(due["nominal_due"], due["due"]) for due in found["dues"]] == [
        ("2026-05-31", "2026-05-29")
    ]


@pytest.mark.parametrize(
    "args",
    [
        ["x", "--from", "2027-01-01", "--to", "2026-12-31"],
        ["x", "--from", "31/2/2026"],
        ["x", "--format", "xml"],
        ["x", "--before", "maybe"],
        ["x", "--roll", "maybe"],
        [],
        ["x", "y"],
    ],
)
def test_wrong_use_is_one_line(capsys: Capture, args: list[str]) -> None:
    code, out, err = run(capsys, *args)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_hostile_words_are_printed_as_words(capsys: Capture) -> None:
    """No escape sequence or markup passes through a wording."""
    code, out, _ = run(capsys, "\x1b[31m[bold]trước\x07 ngày 30/6/2026[/nope]{x}")
    assert code in (0, 1)
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "[/nope]{x}" in out
