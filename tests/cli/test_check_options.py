"""``check --select``, ``--statistics``, ``--show-ignored`` and ``--baseline``, as they are typed."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.cli.app import run as run_command
from kehoach.reading.folder import DataFolder

MakeFolder = Callable[..., DataFolder]
Told = pytest.CaptureFixture[str]
SENT = """\
schema: kehoach/submission@1
plan: "06"
agency: so-tai-chinh
document: {number: 1/BC-STC, date: 2021-10-15}
tasks:
  - {item: II.9, status: done, completed: 2021-07-01}
  - {item: II.3.5, status: done, evidence: [{number: 2/CV, date: 2021-09-01}]}
"""
PLACE = "submissions/so-tai-chinh/a.yaml"
IGNORE = """\
# Sở Tư pháp theo dõi tệp này
schema: kehoach/checks@1
ignore:
  - {rule: KH403, reason: thống nhất tại 12/STP, until: 2021-12-31}  # hỏi lại cuối năm
"""
DAY = ["--as-of", "2021-12-15", "--no-git"]


@pytest.fixture(name="desk")
def _desk(small: MakeFolder) -> Callable[..., Path]:
    """Return a function that lays out a folder with two mistakes: KH403 (error), KH410 (warning)."""

    def make(settings: str | None = None) -> Path:
        files = {PLACE: SENT} | ({"checks.yaml": settings} if settings is not None else {})
        return small(files).root / "checks.yaml"

    return make


def call(capsys: Told, *words: str) -> tuple[int, str, str]:
    code = run_command(["check", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_what_is_ignored_fails_nothing_and_is_counted(
    desk: Callable[..., Path], capsys: Told
) -> None:
    path = desk()
    assert call(capsys, *DAY)[0] == 1
    path.write_text(IGNORE, encoding="utf-8")
    code, out, err = call(capsys, *DAY)
    assert (code, err) == (0, "")
    assert out.endswith("; 1 bỏ qua theo checks.yaml\n")
    assert "II.9" not in out
    assert call(capsys, *DAY, "--fail-on", "warning")[0] == 1  # KH410 is there still


@pytest.mark.parametrize("name", ["text", "github", "gitlab", "junit"])
def test_every_format_counts_what_is_ignored(
    desk: Callable[..., Path], capsys: Told, name: str
) -> None:
    desk(IGNORE)
    assert "1 passed over by checks.yaml" in call(capsys, *DAY, "--format", name, "--lang", "en")[1]


def test_lines_of_json_have_no_room_for_it(desk: Callable[..., Path], capsys: Told) -> None:
    desk(IGNORE)
    _, out, err = call(capsys, *DAY, "--format", "jsonl")
    assert "KH403" not in out
    assert err == "kehoach: 1 bỏ qua theo checks.yaml\n"


def test_programs_get_what_is_ignored_apart(desk: Callable[..., Path], capsys: Told) -> None:
    desk(IGNORE)
    found: dict[str, Any] = json.loads(call(capsys, *DAY, "--format", "json")[1])
    (passed,) = found["suppressed"]
    assert "KH403" not in {each["code"] for each in found["findings"]}
    assert (passed["code"], passed["suppressed_by"]) == ("KH403", "ignore")
    assert (passed["suppressed_reason"], passed["suppressed_until"]) == (
        "thống nhất tại 12/STP", "2021-12-31",
    )  # fmt: skip
    (scan,) = json.loads(call(capsys, *DAY, "--format", "sarif")[1])["runs"]
    results = [each for each in scan["results"] if each.get("suppressions")]
    assert [each["ruleId"] for each in results] == ["KH403"]
    (why,) = results[0]["suppressions"]
    assert (why["kind"], why["status"]) == ("external", "accepted")
    assert why["justification"] == "thống nhất tại 12/STP (đến hết ngày 31/12/2021)"


def test_it_is_listed_when_asked_for(desk: Callable[..., Path], capsys: Told) -> None:
    desk(IGNORE)
    _, out, _ = call(capsys, *DAY, "--show-ignored")
    assert "BỎ QUA THEO checks.yaml (1)" in out
    assert re.search(rf"^data/{PLACE}:6:\d+: KH403 ", out, re.MULTILINE)
    assert "thống nhất tại 12/STP (đến hết ngày 31/12/2021)" in out
    code, out, err = call(capsys, *DAY, "--show-ignored", "--format", "json")
    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        (["--select", "KH403"], {"KH403"}),
        (["--select", "kh4"], {"KH403", "KH410"}),
        (["--select", "KH41,KH502"], {"KH410", "KH502"}),
        (["--select", "KH41", "--select", "KH502"], {"KH410", "KH502"}),
    ],
)
def test_only_some_rules(
    desk: Callable[..., Path], capsys: Told, given: list[str], codes: set[str]
) -> None:
    desk()
    code, out, _ = call(capsys, *DAY, "--format", "json", *given)
    assert {each["code"] for each in json.loads(out)["findings"]} == codes
    assert code == int("KH403" in codes)


@pytest.mark.parametrize(
    ("asked", "near"),
    [("KH499", "KH501, KH502"), ("KH9", "KH61"), ("x", "KH1, KH2"), ("KH4,", "KH1, KH2")],
)
def test_a_code_that_is_none(
    desk: Callable[..., Path], capsys: Told, asked: str, near: str
) -> None:
    desk()
    code, out, err = call(capsys, "--select", asked)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert near in err


def test_how_many_of_each_kind(desk: Callable[..., Path], capsys: Told) -> None:
    """Errors first, then by number; what is passed over stands beside it.

    Three agencies owe each of two items and have sent neither; the third item came too late.
    """
    desk(IGNORE)
    _, out, _ = call(capsys, *DAY, "--statistics", "--format", "json")
    rows = [
        (e["code"], e["severity"], e["count"], e["suppressed"]) for e in json.loads(out)["rules"]
    ]
    assert rows == [
        ("KH403", "error", 0, 1),
        ("KH410", "warning", 1, 0),
        ("KH502", "notice", 6, 0),
        ("KH501", "notice", 1, 0),
    ]
    _, out, _ = call(capsys, *DAY, "--statistics")
    assert [line.split()[0] for line in out.splitlines() if line.startswith("KH")] == [
        row[0] for row in rows
    ]
    code, _, err = call(capsys, "--statistics", "--format", "sarif")
    assert (code, "text | json" in err) == (2, True)


# ── What was there before ───────────────────────────────────────────────────────────────────────


def rows(path: Path) -> list[dict[str, str]]:
    said: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [*said["baseline"]]


def test_it_is_begun_shrinks_and_never_grows(desk: Callable[..., Path], capsys: Told) -> None:
    path = desk()
    assert call(capsys, *DAY[:2], "--baseline")[0] == 0
    assert path.read_text(encoding="utf-8").startswith("schema: kehoach/checks@1\nbaseline:\n")
    assert [each["rule"] for each in rows(path)] == ["KH403", "KH410"]
    assert call(capsys, *DAY[:2], "--fail-on", "warning")[0] == 0

    sent = path.parent / PLACE
    new = SENT.replace("II.9, status: done", "II.8, status: done")
    sent.write_text(new, encoding="utf-8")  # another mistake in the place of the first
    code, out, _ = call(capsys, *DAY[:2])
    assert code == 1
    assert "II.8" in out
    assert "KH566" in out
    _, out, _ = call(capsys, *DAY[:2], "--baseline")
    assert [each["rule"] for each in rows(path)] == ["KH410"]
    code, out, _ = call(capsys, *DAY[:2])
    assert (code, "KH566" in out) == (1, False)

    sent.unlink()
    call(capsys, *DAY[:2], "--baseline")
    assert path.read_text(encoding="utf-8") == "schema: kehoach/checks@1\nbaseline: []\n"
    sent.write_text(SENT, encoding="utf-8")
    _, out, _ = call(capsys, *DAY[:2], "--baseline")
    assert "không đổi" in out
    assert rows(path) == []


def test_every_other_byte_stays(desk: Callable[..., Path], capsys: Told) -> None:
    path = desk()
    path.write_bytes(b"\xef\xbb\xbf" + IGNORE.replace("\n", "\r\n").encode())
    assert call(capsys, *DAY[:2], "--baseline")[0] == 0
    made = path.read_bytes()
    assert made.startswith(b"\xef\xbb\xbf" + IGNORE.replace("\n", "\r\n").encode())
    assert made.count(b"\n") == made.count(b"\r\n")
    (path.parent / PLACE).unlink()
    call(capsys, *DAY[:2], "--baseline")
    start = b"\xef\xbb\xbf" + IGNORE.replace("\n", "\r\n").encode()
    assert path.read_bytes() == start + b"baseline: []\r\n"


def test_what_may_never_be_passed_over_is_not_in_it(
    desk: Callable[..., Path], capsys: Told
) -> None:
    path = desk()
    (path.parent / PLACE).write_text(SENT.replace("status: done,", "status: xong,", 1), "utf-8")
    code, _, err = call(capsys, *DAY[:2], "--baseline", "--lang", "en")
    assert code == 0
    assert "KH203" not in {each["rule"] for each in rows(path)}
    assert "1 finding is not in it" in err
    assert call(capsys, *DAY[:2])[0] == 1


@pytest.mark.parametrize(
    "more", [["--since", "HEAD"], ["--rev", "HEAD"], ["--select", "KH4"], ["data"], ["--no-git"]]
)
def test_a_part_of_what_is_wrong_makes_no_baseline(
    desk: Callable[..., Path], capsys: Told, more: list[str]
) -> None:
    path = desk()
    code, out, err = call(capsys, "--baseline", *more)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert not path.exists()


@pytest.mark.parametrize(
    "text",
    [
        "schema: kehoach/checks@1\nignore: {",
        "schema: kehoach/checks@1\nbaseline:\n  - {rule: KH403}\n",
    ],
)
def test_a_file_with_errors_is_not_written_on(
    desk: Callable[..., Path], capsys: Told, text: str
) -> None:
    path = desk(text)
    code, _, err = call(capsys, *DAY[:2], "--baseline")
    assert (code, err.count("\n")) == (2, 1)
    assert path.read_text(encoding="utf-8") == text
