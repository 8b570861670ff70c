"""What of the office's files does not count is told; what accuses is refused until it is mended."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.cli.app import run
from kehoach.reading.folder import DataFolder

Capture = pytest.CaptureFixture[str]
DAY = ["--as-of", "2022-03-01", "--no-git"]
_WAIVER = "schema: kehoach/decisions@1\nwaivers:\n  - {item: '1', reason: Bão, document: {%s}}\n"
# Each of another kind: unreadable, an error in itself, a file that is not read for its name.
BAD = {
    "unreadable": {"decisions.yaml": _WAIVER % "number: 1/QĐ, date: 2022-02-30"},
    "unproven": {"decisions.yaml": _WAIVER % "number: 1/QĐ"},
    "whole file": {"receipts.yaml": "receipts: ["},
    "calendar": {"calendar.yaml": "schema: kehoach/calendar@1\nalso_worked:\n"
                                  "  - {date: 2021-12-28, name: Làm bù}\n"},
    "other ending": {"decisions.yml": _WAIVER % "number: 1/QĐ, date: 2022-02-03"},
}  # fmt: skip
# No agency keeps the office from writing letters by putting a file in the wrong place.
_ASTRAY = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
ACCUSES = ["summary", "summary --agency so-tai-chinh", "summary --each -o OUT", "site -o OUT",
           "consolidate --item 2 --period 2021"]  # fmt: skip


@pytest.fixture
def call(
    folder: Callable[..., DataFolder],
    plan_text: Callable[..., str],
    tmp_path: Path,
    capsys: Capture,
) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs a command on a folder with some files; it returns what it said."""
    plan = plan_text(
        'id: "1", lead: [so-tai-chinh], deadline: {within: 2021}',
        'id: "2", kind: report, lead: [so-tai-chinh, so-noi-vu], deadline: {every: year}',
    )

    def of(files: dict[str, str], words: str) -> tuple[int, str, str]:
        data = folder({"plan_07.yaml": plan, **files})
        args = words.replace("OUT", str(tmp_path / "ra")).split()
        code = run([*args, "--data", str(data.root), *DAY, "--lang", "en"])
        out, err = capsys.readouterr()
        return code, out, err

    return of


@pytest.mark.parametrize("kind", BAD)
def test_every_kind_is_refused_and_told_at_the_top(
    call: Callable[..., tuple[int, str, str]], kind: str
) -> None:
    (name,) = BAD[kind]
    code, out, err = call(BAD[kind], "summary")
    assert (code, out) == (2, "")
    assert name in err
    assert "--anyway" in err.splitlines()[-1]
    code, out, _ = call(BAD[kind], "summary --anyway")
    assert code == 0
    assert "--anyway" in out[: out.index("##")]
    assert name in out
    code, out, _ = call(BAD[kind], "status")
    assert code == 0
    assert "in the office's own files, not counted:" in out.split("\n\n", 1)[0]
    _, out, _ = call(BAD[kind], "upcoming --format json")
    (told,) = json.loads(out)["not_counted"]
    assert told["file"].endswith(name)


@pytest.mark.parametrize("words", ACCUSES)
def test_all_that_accuses_is_refused(
    call: Callable[..., tuple[int, str, str]], tmp_path: Path, words: str
) -> None:
    """Nothing is written before; with --anyway it is made."""
    code, out, err = call(BAD["unreadable"], words)
    assert (code, out) == (2, "")
    assert "decisions.yaml:3:" in err
    assert not (tmp_path / "ra").exists()
    assert call(BAD["unreadable"], f"{words} --anyway")[0] == 0


@pytest.mark.parametrize("words", ACCUSES)
@pytest.mark.parametrize(
    "files",
    [
        {},
        {"submissions/so-tai-chinh/a.yaml": "tasks: ["},
        {"calendar.yaml": "schema: kehoach/calendar@1\nalso_off:\n"
                          "  - {date: 2021-12-25, name: Nghỉ}\n"},
        {"so-tai-chinh.yaml": _ASTRAY},
        {"Submissions/so-tai-chinh/a.yaml": _ASTRAY},
    ],
    ids=["all right", "an agency's file", "a warning", "a report astray", "in another spelling"],
)  # fmt: skip
def test_what_is_not_the_offices_error_refuses_nothing(
    call: Callable[..., tuple[int, str, str]], words: str, files: dict[str, str]
) -> None:
    code, _, err = call(files, words)
    assert code == 0, err


def test_a_table_says_it_beside_itself(call: Callable[..., tuple[int, str, str]]) -> None:
    """CSV has no place for it."""
    code, out, err = call(BAD["unreadable"], "export --format csv")
    assert code == 0
    assert "decisions.yaml:3" not in out
    assert "decisions.yaml:3" in err


def test_all_is_right_again_once_it_is_mended(call: Callable[..., tuple[int, str, str]]) -> None:
    mended = {"decisions.yaml": _WAIVER % "number: 1/QĐ, date: 2022-02-28"}
    code, out, _ = call(mended, "summary")
    assert code == 0
    assert "not counted" not in out


def test_the_days_of_the_calendar_file_are_listed(
    call: Callable[..., tuple[int, str, str]],
) -> None:
    """Taking one out changes what every JSON output says, whatever falls due on it."""
    text = "schema: kehoach/calendar@1\nalso_off:\n  - {date: 2021-08-27, name: Bão}\n"
    place = "calendars:\n  dao:\n    name: Đảo\n    also_worked:\n      - {date: 2021-08-28, name: Bù}\n"
    _, out, _ = call({"calendar.yaml": text + place}, "status --format json")
    assert json.loads(out)["calendar"] == [
        {"calendar": None, "date": "2021-08-27", "off": True, "name": "Bão"},
        {"calendar": "dao", "date": "2021-08-28", "off": False, "name": "Bù"},
    ]
    assert "calendar" not in json.loads(call({}, "status --format json")[1])
