"""Small results made elsewhere: one that was changed by hand, or is none, never counts."""

import json
from pathlib import Path
from typing import Any

import pytest

from kehoach.portfolio.small_results import read_result
from kehoach.verdicts.tables import Counts
from kehoach.words.statuses import Status
from portfolio.test_merging import small

GOOD: Any = small({
    "a": Counts({Status.OVERDUE: 2, Status.DONE_ON_TIME: 3}), "b": Counts({Status.OVERDUE: 1}),
})  # fmt: skip


def reason(path: Path) -> str:
    outcome = read_result(path)
    assert outcome.result is None
    assert outcome.why is not None
    assert outcome.why.vi
    assert not outcome.again
    return outcome.why.en


def test_what_the_program_wrote_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(GOOD))
    assert read_result(path).result == GOOD


def test_what_a_later_version_adds_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({**GOOD, "more": [1]}).encode())
    assert read_result(path).result == GOOD


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("\udcff", "no JSON"),
        ("[]", "no small result"),
        ("{}", "no small result"),
        ('{"schema": "kehoach/summary@2"}', "no small result"),
        ('{"schema": "kehoach/status@1"}', "no small result"),
        ('{"schema": "kehoach/summary@1"}', "does not fit its schema: tool"),
    ],
)
def test_what_is_none_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, errors="surrogateescape")
    assert told in reason(path)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert reason(tmp_path / "a.json") == "No such file or directory"
    assert reason(tmp_path) == "Is a directory"


@pytest.mark.parametrize(
    ("route", "value", "told"),
    [
        (("as_of",), "2026-13-01", "does not fit its schema: as_of"),
        (("as_of",), 5, "does not fit its schema: as_of"),
        (("summary", "overdue"), "3", "does not fit its schema: summary.overdue"),
        (("summary", "overdue"), True, "does not fit its schema: summary.overdue"),
        (("summary", "overdue"), 2, "do not add up"),
        (("summary", "assigned"), 7, "do not add up: assigned 7 ≠ 6"),
        (("summary", "completion"), {"done": 4, "due": 6}, "do not add up: completion 4/6"),
        (("summary", "on_time"), {"on_time": 3, "due": 5}, "do not add up: on_time 3/5"),
        (("summary", "agencies", 1, "overdue"), 0, "do not add up"),
        (("summary", "agencies"), [], "do not add up: summary ≠ agencies"),
        (("years",), [], "do not add up: summary ≠ years"),
        (("summary", "agencies", 0, "waived"), -1, "do not add up: -1 < 0"),
    ],
)
def test_what_was_changed_by_hand_is_refused(
    tmp_path: Path, route: tuple[str | int, ...], value: object, told: str
) -> None:
    changed: Any = json.loads(json.dumps(GOOD))
    place = changed
    for part in route[:-1]:
        place = place[part]
    place[route[-1]] = value
    path = tmp_path / "a.json"
    path.write_text(json.dumps(changed))
    assert told in reason(path)
