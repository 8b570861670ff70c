"""``kehoach demo``: the same commits everywhere, and each story told as the law and the plan say.

The expected verdicts are worked out by hand from the plan of the demo: the yearly report is due on
1 December (2021 Wednesday, 2022 Thursday, 2023 Friday) and on 2 December 2024, because 1 December
2024 is a Sunday (Civil Code Art. 148.5); item I.3 on 31 December 2021 and 2024, on 3 January 2023
and 2 January 2024 (New Year's day on a Sunday is made up on 2 January 2023; 31 December is a Saturday
in 2022, a Sunday in 2023).
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from editor_yaml import as_edited
from kehoach.cli.app import run as run_command
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.start.demo_history import history
from kehoach.start.demo_tour import demo_tour
from kehoach.verdicts.assessment import Assessment

SOURCE = Path(__file__).resolve().parents[2] / "src"
Told = pytest.CaptureFixture[str]


@pytest.fixture(scope="module", name="demo")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "kho"
    assert run_command(["demo", str(folder)]) == 0
    return folder


def ask(demo: Path, day: str, **more: str) -> Run:
    question = Question(date.fromisoformat(day), history=True, **more)  # type: ignore[arg-type]
    return answer(DataFolder(demo / "data"), "data/", question)


def git(demo: Path, *words: str) -> str:
    done = subprocess.run(  # noqa: S603 - the test's own words
        ["git", *words],  # noqa: S607 - the git under test
        cwd=demo, check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture(scope="module", name="after")
def _after(demo: Path) -> Run:
    """Return the verdicts once everything is over."""
    return ask(demo, "2025-01-15")


def only(run: Run, item: str, agency: str, period: str) -> Assessment:
    (found,) = (
        each
        for each in run.assessments
        if (each.obligation.key.item, each.agency, each.obligation.key.period)
        == (item, agency, period)
    )
    return found


# ── Every verdict that is not “done on time”, and every one that tells a story ──────────────────

LATE_OR_NEVER = {
    ("I.2", "so-cong-thuong", "once"): "done_late",  # completed 12/7/2021, due 30/6
    ("I.2", "so-van-hoa", "once"): "overdue",
    ("II.1", "so-y-te", "2021"): "done_late",
    ("II.1", "so-cong-thuong", "2021"): "done_late",
    ("II.1", "so-xay-dung", "2021"): "overdue",  # withdrawn
    ("I.3", "so-xay-dung", "2021"): "overdue",  # said in the same file
    ("II.1", "ubnd-tay-nui", "2021"): "overdue",
    ("II.1", "so-giao-duc", "2022"): "done_late",  # the main line held it on 9 December
    ("I.3", "so-cong-thuong", "2022"): "overdue",  # one field, two asked
    ("II.2", "so-y-te", "2022-08-15"): "done_late",
    ("II.2", "so-noi-vu", "2022-08-15"): "overdue",
    ("II.1", "ubnd-tay-nui", "2023"): "done_late",  # readable since 5 December only
    ("II.1", "ubnd-dong-song", "2023"): "waived",
    ("II.1", "so-tai-chinh", "2024"): "done_late",
    ("II.1", "so-cong-thuong", "2024"): "overdue",  # invalid
    ("I.3", "so-cong-thuong", "2024"): "overdue",
    ("II.1", "so-van-hoa", "2024"): "overdue",  # in another's folder
    ("I.3", "so-van-hoa", "2024"): "overdue",
}


def test_every_verdict_but_these_is_done_on_time(after: Run) -> None:
    found = {
        (each.obligation.key.item, each.agency, each.obligation.key.period): each.status.value
        for each in after.assessments
        if each.status.value not in ("done_on_time", "ongoing")
    }
    assert found == LATE_OR_NEVER


def test_nothing_else_is_asked_than_the_plan_asks(after: Run) -> None:
    """Twelve agencies report four times, the merged one twice; nine (then eight) inspect."""
    asked = Counter(each.obligation.key.item for each in after.assessments)
    assert asked == {
        "I.1": 1, "I.2": 9, "I.3": 9 + 9 + 8 + 8, "I.4": 1, "I.5": 12 + 12 + 11 + 11, "I.6": 1,
        "II.1": 12 + 12 + 11 + 11, "II.2": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("item", "agency", "period", "due", "received", "source"),
    [
        ("II.1", "so-y-te", "2021", "2021-12-01", "2021-12-08", "git"),
        ("II.1", "so-cong-thuong", "2021", "2021-12-01", "2021-12-20", "git"),
        ("II.1", "ubnd-binh-minh", "2021", "2021-12-01", "2021-11-30", "registry"),
        ("II.1", "so-giao-duc", "2022", "2022-12-01", "2022-12-09", "git"),
        ("II.1", "so-van-hoa", "2022", "2022-12-15", "2022-12-12", "git"),
        ("II.1", "so-noi-vu", "2022", "2022-12-01", "2022-11-25", "git"),
        # It lay in a wrong folder, was moved, and keeps its first day.
        ("II.1", "ubnd-tay-nui", "2022", "2022-12-01", "2022-11-28", "git"),
        ("II.2", "so-tai-chinh", "2022-08-15", "2022-08-15", "2022-08-12", "git"),
        ("II.2", "so-y-te", "2022-08-15", "2022-08-15", "2022-08-17", "git"),
        # 23:40 in Vietnam is 16:40Z, still the last day.
        ("II.1", "so-noi-vu", "2023", "2023-12-01", "2023-12-01", "git"),
        ("II.1", "ubnd-tay-nui", "2023", "2023-12-01", "2023-12-05", "git"),
        # 1 December 2024 is a Sunday.
        ("II.1", "so-giao-duc", "2024", "2024-12-02", "2024-12-02", "git"),
        # 00:10 on the 3rd in Vietnam is 17:10Z on the 2nd.
        ("II.1", "so-tai-chinh", "2024", "2024-12-02", "2024-12-03", "git"),
        # Thirty days after 15 September 2021.
        ("I.4", "so-tu-phap", "once", "2021-10-15", "2021-10-12", "git"),
        # Told a week later: a task is judged by its completion.
        ("I.2", "so-y-te", "once", "2021-06-30", "2021-07-05", "git"),
        ("I.6", "so-xay-dung", "once", "2024-01-02", "2023-11-16", "git"),
    ],
)
def test_a_story(
    after: Run, item: str, agency: str, period: str, due: str, received: str, source: str
) -> None:
    told = only(after, item, agency, period)
    assert told.obligation.due == date.fromisoformat(due)
    assert told.claim is not None
    assert told.claim.receipt is not None
    assert told.claim.receipt.day == date.fromisoformat(received)
    assert told.claim.receipt.source.value == source


def test_what_passes_to_the_body_that_another_merged_into(after: Run) -> None:
    assert only(after, "I.6", "so-xay-dung", "once").inherited_from == "so-giao-thong"


def test_an_event_starts_its_clock(demo: Path) -> None:
    assert only(ask(demo, "2021-08-31"), "I.4", "so-tu-phap", "once").status.value == "waiting"
    assert only(ask(demo, "2021-09-30"), "I.4", "so-tu-phap", "once").status.value == "in_term"


def test_decisions_are_not_known_before_their_day(demo: Path) -> None:
    """The extension was decided on 30 November 2022, the request on 3 August."""
    before = ask(demo, "2022-11-29")
    assert only(before, "II.1", "so-van-hoa", "2022").obligation.due == date(2022, 12, 1)
    assert not any(
        each.obligation.key.item == "II.2" for each in ask(demo, "2022-08-02").assessments
    )


# ── What is found wrong ─────────────────────────────────────────────────────────────────────────

FOUND = [
    ("KH112", "submissions/so-noi-vu/van-hoa-2024.yaml"),
    ("KH203", "submissions/so-cong-thuong/bao-cao-2024.yaml"),
    ("KH411", "submissions/so-cong-thuong/bao-cao-2022.yaml"),
    ("KH412", "submissions/so-y-te/bao-cao-2023.yaml"),
    ("KH504", "submissions/so-cong-thuong/bao-cao-2021.yaml"),
    ("KH507", "submissions/so-xay-dung"),  # the report
    ("KH507", "submissions/so-xay-dung"),  # and the inspection
    ("KH508", "submissions/so-noi-vu/bao-cao-2022.yaml"),
    ("KH509", "submissions/so-giao-duc/bao-cao-2022.yaml"),
    ("KH513", "submissions/so-noi-vu/van-hoa-2024.yaml"),
    ("KH513", "submissions/so-y-te/bao-cao-2022.yaml"),
    ("KH513", "submissions/ubnd-dong-song"),  # laid there
    ("KH513", "submissions/ubnd-dong-song"),  # and taken away
]


def test_everything_staged_is_found_and_nothing_else(after: Run) -> None:
    found = sorted((each.rule.code, each.place.file) for each in after.wrong)
    assert [each for each in found if each[0] != "KH529"] == FOUND


def test_whose_days_nobody_else_confirms_is_told_once_an_agency(after: Run) -> None:
    """All agencies of the sample push straight to the main line, but for the office itself."""
    told = [each.subject.agency for each in after.wrong if each.rule.code == "KH529"]
    assert len(told) == len(set(told)) == 11
    assert "so-tu-phap" not in told


def test_each_commit_in_a_strange_folder_is_named(
    demo: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two commits concern the same folder, and no item: neither may stand for the other."""
    monkeypatch.delenv("COLUMNS", raising=False)
    run_command(["check", "--as-of", "2025-01-15", "--data", str(demo / "data")])
    told = capsys.readouterr().out
    assert len(re.findall(r"KH513 cảnh báo: commit \w{10} của van-thu@taynui", told)) == 2
    assert "mục nữa: )" not in told


@pytest.mark.parametrize("day", ["2021-03-01", "2021-12-15", "2022-08-01", "2023-06-30"])
def test_on_earlier_days_only_what_the_files_hold_is_an_error(demo: Path, day: str) -> None:
    """An answer to a letter that had not been written on that day is no mistake."""
    errors = [each for each in ask(demo, day).wrong if each.rule.severity == "error"]
    assert sorted(each.rule.code for each in errors) == ["KH112", "KH203"]


def test_the_wrong_folder_as_it_was(demo: Path) -> None:
    then = ask(demo, "2022-12-05", rev="sai-thu-muc")
    assert ("KH112", "submissions/ubnd-dong-song/tay-nui-2022.yaml") in {
        (each.rule.code, each.place.file) for each in then.wrong
    }
    assert only(then, "II.1", "ubnd-tay-nui", "2022").status.value == "overdue"


def test_each_finding_that_the_readme_names_is_one(after: Run, demo: Path) -> None:
    then = ask(demo, "2022-12-05", rev="sai-thu-muc")
    codes = {each.rule.code for run in (after, then) for each in run.findings}
    told = {each.found for each in demo_tour().stories if each.found.startswith("KH")}
    assert told <= codes
    assert codes - told == set()


def test_all_of_it_is_marked_as_a_sample(demo: Path, after: Run) -> None:
    files = [*(demo / "data" / "submissions").rglob("*.yaml")]
    assert len(files) > 50
    for file in files:
        assert "\nsample: true\n" in file.read_text(encoding="utf-8"), file
    assert all(each.sample for each in after.assessments if each.done)


def test_the_files_are_wired_to_their_schemas(demo: Path) -> None:
    """An editor underlines what is invalid on purpose, and nothing else."""
    wrong = set()
    for path in sorted((demo / "data").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        line = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert line is not None, path
        schema = json.loads((path.parent / line[1]).read_text(encoding="utf-8"))
        if not Draft202012Validator(schema).is_valid(as_edited(text)):
            wrong.add(path.relative_to(demo / "data").as_posix())
    assert wrong == {"submissions/so-cong-thuong/bao-cao-2024.yaml"}


# ── The repository ──────────────────────────────────────────────────────────────────────────────


def test_the_work_tree_is_what_was_committed(demo: Path) -> None:
    assert git(demo, "status", "--porcelain", "--ignored") == ""
    assert git(demo, "branch", "--format=%(refname:short)") == "main"
    assert git(demo, "fsck", "--strict") == ""
    assert not any(
        b"\r" in path.read_bytes()
        for path in demo.rglob("*.*")
        if ".git/" not in str(path) and path.is_file()
    )
    assert git(demo, "tag").split() == [
        *(f"het-nam-{year}" for year in range(2021, 2025)), "sai-thu-muc",
    ]  # fmt: skip


def test_commits_come_in_order_from_people_who_do_not_exist(demo: Path) -> None:
    log = git(demo, "log", "--first-parent", "--format=%ct %at %ae %ce %ad", "--date=format:%z")
    lines = [line.split() for line in log.splitlines()]
    times = [int(line[0]) for line in lines]
    assert times == sorted(times, reverse=True)
    for committed, authored, author, committer, zone in lines:
        assert (committed, author, zone) == (authored, committer, "+0700")
        assert author.endswith(".example.vn")
    assert git(demo, "log", "--merges", "--format=%s").startswith("Hợp nhất")


CONFIG = """\
[user]
    name = Ai Đó
    email = ai-do@example.vn
[core]
    autocrlf = true
    hooksPath = {home}/hooks
    attributesFile = {home}/attributes
[init]
    defaultBranch = trunk
    templateDir = {home}/template
[commit]
    gpgSign = true
[i18n]
    commitEncoding = ISO-8859-1
"""


def made_elsewhere(home: Path, **env: str) -> str:
    """Return the id of the last commit where somebody else's machine made it."""
    (home / "hooks").mkdir(parents=True)
    (home / "template").mkdir()
    (home / "template" / "surprise").write_text("?", encoding="utf-8")
    (home / "attributes").write_text("*.yaml text eol=crlf\n", encoding="utf-8")
    (home / ".gitconfig").write_text(CONFIG.format(home=home), encoding="utf-8")
    words = "import os; os.umask(0o077); from kehoach.cli.app import run; raise SystemExit(run(%r))"
    folder = home / "kho"
    subprocess.run(  # noqa: S603 - the test's own words
        [sys.executable, "-c", words % ["demo", str(folder)]],
        env={**os.environ, "HOME": str(home), "PYTHONPATH": str(SOURCE), **env},
        check=True,
        capture_output=True,
    )
    assert git(folder, "-c", "core.autocrlf=false", "status", "--porcelain") == ""
    assert not (folder / ".git" / "surprise").exists()
    return git(folder, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    "env",
    [
        {"TZ": "America/Los_Angeles", "LC_ALL": "C"},
        {
            "TZ": "Pacific/Kiritimati",
            "GIT_AUTHOR_DATE": "2000-01-01",
            "GIT_COMMITTER_NAME": "X",
            "GIT_DEFAULT_HASH": "sha256",
            "GIT_DIR": "/nowhere",
            "KEHOACH_LANG": "en",
        },
    ],
)
def test_the_same_commits_on_every_machine(demo: Path, tmp_path: Path, env: dict[str, str]) -> None:
    assert made_elsewhere(tmp_path, **env) == git(demo, "rev-parse", "HEAD")


def test_the_history_is_made_without_a_clock() -> None:
    assert history() == history()


# ── The command ─────────────────────────────────────────────────────────────────────────────────


def full_places(root: Path) -> Iterator[Path]:
    """Yield places that hold something already."""
    (root / "full").mkdir()
    (root / "full" / "thu.txt").write_text("của tôi", encoding="utf-8")
    (root / "repository" / ".git").mkdir(parents=True)
    (root / "file").write_text("của tôi", encoding="utf-8")
    (root / "dangling").symlink_to(root / "nowhere")
    yield from (root / name for name in ("full", "repository", "file", "dangling"))


def test_a_place_that_holds_something_is_refused(tmp_path: Path, capsys: Told) -> None:
    for place in full_places(tmp_path):
        before = sorted(tmp_path.rglob("*"))
        assert run_command(["demo", str(place)]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert sorted(tmp_path.rglob("*")) == before


def test_without_git_it_says_what_is_needed(
    tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run_command(["demo", str(tmp_path / "kho")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "git" in told.err
    assert not (tmp_path / "kho").exists()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_it_prints_leads_somewhere(
    tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    """Each command of the tour works, from the folder that it says to go to."""
    monkeypatch.chdir(tmp_path)
    assert run_command(["demo", "kho minh hoạ", "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert "cd 'kho minh hoạ'" in told
    commands = re.findall(r"^  kehoach (.*)$", told, re.MULTILINE)
    assert commands == [stop.command.removeprefix("kehoach ") for stop in demo_tour().tour]
    monkeypatch.chdir(tmp_path / "kho minh hoạ")
    readme = Path("README.md").read_text(encoding="utf-8")
    for command in commands:
        code = run_command([*command.split(), "--lang", lang])
        shown = capsys.readouterr()
        assert code == int(command.startswith("check"))  # it shows mistakes
        assert shown.out
        assert shown.err == ""
        assert f"`kehoach {command}`" in readme


def test_what_an_agency_took_over_says_from_whom(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So-xay-dung answers for what so-giao-thong owed when it ended (plan_11, item I.6)."""
    monkeypatch.delenv("COLUMNS", raising=False)
    place = tmp_path / "kho"
    assert run_command(["demo", str(place)]) == 0
    capsys.readouterr()
    line = ["agency", "so-xay-dung", "--as-of", "2024-12-31", "--data", str(place / "data")]
    assert run_command(line) == 0
    (row,) = [each for each in capsys.readouterr().out.splitlines() if " I.6 " in each]
    assert "nhận bàn giao từ Sở Giao thông" in row
