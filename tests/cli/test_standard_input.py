"""``check -``: a file that is being written in an editor is checked before it is saved."""

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kehoach.cli.app import run

DATA = Path(__file__).parents[2] / "data"
FILE = """\
schema: kehoach/submission@1
plan: "06"
agency: so-tai-chinh
document: {number: 99/BC-STC, date: 2022-11-20}
reports: [{item: III.1.c, period: 2022}]
tasks: [{item: II.7.b, period: 2022, status: xong}]
"""


@pytest.fixture(name="checked")
def _checked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    def checked(text: str, *args: str) -> SimpleNamespace:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        line = ["--data", str(DATA), "check", "-", "--no-git", "--as-of", "2022-12-31"]
        code = run([*line, "--format", "json", "--fail-on", "error", *args])
        said = capsys.readouterr()
        found = json.loads(said.out)["findings"] if said.out else []
        return SimpleNamespace(code=code, err=said.err, found=found)

    return checked


def test_only_what_comes_in_is_told(checked: Any) -> None:
    """The one wrong word is told at its place; of the rest of the folder nothing."""
    seen = checked(FILE)
    assert seen.code == 1
    where = {(each["code"], each["line"], each["column"]) for each in seen.found}
    assert where == {("KH203", 6, 46)}
    assert {Path(each["file"]).as_posix()[-34:] for each in seen.found} == {
        "submissions/so-tai-chinh/stdin.yaml"[-34:]
    }


def test_what_is_right_is_judged_against_what_is_there(checked: Any) -> None:
    """An item that the plan lacks is found out, though the file by itself is well formed."""
    right = FILE.replace("status: xong", "status: in_progress")
    assert checked(right).code == 0
    seen = checked(right.replace("II.7.b", "II.7.z"))
    assert {each["code"] for each in seen.found} >= {"KH403"}
    assert seen.code == 1


def test_it_stands_where_it_is_said_to_stand(checked: Any) -> None:
    """In another agency's folder it is misplaced; outside of submissions it cannot stand at all."""
    right = FILE.replace("status: xong", "status: in_progress")
    mine = DATA / "submissions" / "so-tai-chinh" / "moi.yaml"
    assert checked(right, "--stdin-filename", str(mine)).code == 0
    foreign = checked(
        right, "--stdin-filename", str(DATA / "submissions" / "so-noi-vu" / "moi.yaml")
    )
    assert foreign.code == 1
    refused = checked(right, "--stdin-filename", str(DATA / "agencies.yaml"))
    assert refused.code == 2
    assert refused.err.startswith("kehoach: --stdin-filename ")
    assert not mine.exists()


def test_nothing_at_all_is_told_too(checked: Any) -> None:
    assert [each["code"] for each in checked("").found] == ["KH108"]
