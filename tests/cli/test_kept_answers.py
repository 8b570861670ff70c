"""An answer that is kept is given again only while everything it rests on is as it was."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from kehoach.cli import app
from kehoach.cli.frame import kept_answers, trace
from kehoach.reading.cache.shelf import Shelf
from run.histories import Office, report

STC = "submissions/so-tai-chinh"
FILE = f"data/{STC}/bc.yaml"
Change = Callable[[Office, pytest.MonkeyPatch], object]
MORNING = datetime(2023, 6, 15, 3, 0, tzinfo=timezone.utc)


class Program:
    """The command line as an entry calls it; ``made`` counts the answers that were not kept."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.made = 0
        self._capsys = capsys

    def __call__(self, *args: str) -> tuple[int, str, str]:
        """Return the exit code and what was printed."""
        code = kept_answers.answered(list(args), self._run)
        told = self._capsys.readouterr()
        return code, told.out, told.err

    def _run(self, args: list[str], *seen: trace.Trace) -> int:
        self.made += 1
        return app.run(args, *seen)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep answers in a folder of this test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("KEHOACH_CACHE", str(folder))
    return folder


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Let the clock stand at the one moment of a list, which a test may replace."""
    moment = [MORNING]
    for module in ("kehoach.reading.clock", "kehoach.cli.frame.trace"):
        monkeypatch.setattr(f"{module}.now", lambda: moment[0])
    return moment


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Return a repository with two commits, in which one stands."""
    home = tmp_path / "home"
    (home / ".config" / "git").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    office = Office(tmp_path / "office")
    office.commit("2022-11-01", {f"{STC}/bc.yaml": report("so-tai-chinh", 2022)})
    monkeypatch.chdir(office.root)
    return office


@pytest.fixture
def program(
    cache: Path, clock: list[datetime], office: Office, capsys: pytest.CaptureFixture[str]
) -> Program:
    """Return the program, standing in the office, with its answers kept."""
    assert (clock, office.data.is_dir(), cache.exists()) == ([MORNING], True, False)
    return Program(capsys)


def test_the_same_question_is_answered_once(program: Program) -> None:
    first = program("status")
    assert program("status") == first
    assert program.made == 1


def _write(name: str, text: str = "x") -> Change:
    def change(office: Office, _: pytest.MonkeyPatch) -> None:
        path = office.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return change


def _git(*words: str) -> Change:
    return lambda office, _: office.git(*words)


def _with(name: str, value: str) -> Change:
    return lambda _, patch: patch.setenv(name, value)


def _one_byte(office: Office, _: pytest.MonkeyPatch) -> None:
    """Alter a byte, and leave size and age of the file as they were."""
    path = office.root / FILE
    before, text = path.stat(), path.read_bytes()
    path.write_bytes(text.replace(b"1/BC", b"2/BC"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _link(office: Office, _: pytest.MonkeyPatch) -> None:
    """Put a link to the same words in the place of a file."""
    path = office.root / FILE
    aside = path.rename(office.root / "there.yaml")
    path.symlink_to(aside)


def _at_home(name: str, text: str) -> Change:
    def change(_office: Office, _: pytest.MonkeyPatch) -> None:
        Path(os.environ["HOME"], name).write_text(text, encoding="utf-8")

    return change


def _elsewhere(office: Office, patch: pytest.MonkeyPatch) -> None:
    patch.chdir(office.root / "data")


def _without_git(office: Office, _: pytest.MonkeyPatch) -> None:
    (office.root / ".git").rename(office.root.parent / "gone")


CHANGES: dict[str, Change] = {
    "a byte of a report": _one_byte,
    "a byte of the plan": _write("data/plan_07.yaml", "schema: kehoach/plan@1\n"),
    "a byte of the registry": _write("data/agencies.yaml", ""),
    "a new report": _write("data/submissions/so-noi-vu/bc.yaml", report("so-noi-vu", 2022)),
    "a hidden report": _write(f"data/{STC}/.bc.yaml"),
    "a deleted report": lambda office, _: (office.root / FILE).unlink(),
    "a report that became a link": _link,
    "a name that is nearly right": _write("data/reciepts.yaml"),
    "an ending that is not read": _write(f"data/{STC}/bc2.yaml.txt"),
    "a document beside a report": _write(f"data/{STC}/bc.docx"),
    "a folder beside": _write("data/submission/so-noi-vu/bc.yaml", report("so-noi-vu", 2022)),
    "a file in a folder within a folder": _write(f"data/{STC}/2022/bc.yaml"),
    "a calendar": _write("data/calendar.yaml", "schema: kehoach/calendar@1\n"),
    "how checks are set": _write("data/checks.yaml", "schema: kehoach/checks@1\n"),
    "a plan nearer by": _write("plan_08.yaml"),
    "a commit of nothing": _git("commit", "-q", "--allow-empty", "-m", "x"),
    "the date of a commit": _git("commit", "-q", "--amend", "--no-edit", "--reset-author"),
    "a branch": _git("branch", "kehoach-arrivals"),
    "a tag": _git("tag", "v1"),
    "what is staged": _git("rm", "-q", "--cached", FILE),
    "a file that git looks away from": _git("update-index", "--skip-worktree", FILE),
    "a file taken for unchanged": _git("update-index", "--assume-unchanged", FILE),
    "the configuration": _git("config", "filter.x.clean", "cat"),
    "the user's configuration": _at_home(".gitconfig", '[filter "x"]\n\tclean = cat\n'),
    "attributes": _write(".gitattributes", "* filter=x\n"),
    "attributes of the data": _write("data/.gitattributes", "* filter=x\n"),
    "attributes of the repository": _write(".git/info/attributes", "* filter=x\n"),
    "attributes of the user": _at_home(".config/git/attributes", "* filter=x\n"),
    "a history cut short": _write(".git/shallow", ""),
    "a repository that is gone": _without_git,
    "a head that is detached": _git("checkout", "-q", "--detach"),
    "the language": _with("KEHOACH_LANG", "en"),
    "the width": _with("COLUMNS", "60"),
    "colours": _with("FORCE_COLOR", "1"),
    "where one stands": _elsewhere,
    "a variable that git reads": _with("GIT_CONFIG_NOSYSTEM", "1"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_makes_it_be_asked_anew(
    change: Change, office: Office, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("status")
    change(office, monkeypatch)
    assert program("status") == program("--no-cache", "status")
    assert program.made == 3


def test_the_next_day_is_another_day(program: Program, clock: list[datetime]) -> None:
    """In Vietnam it begins at five in the afternoon of UTC."""
    program("status")
    clock[0] = MORNING.replace(hour=16, minute=59)
    program("status")
    assert program.made == 1
    clock[0] = MORNING.replace(hour=17)
    program("status")
    assert program.made == 2


def test_a_revision_is_what_it_names(office: Office, program: Program) -> None:
    office.commit("2022-11-02", {f"{STC}/bc-2021.yaml": report("so-tai-chinh", 2021)})
    office.git("tag", "old", "HEAD~1")
    words = (
        "status",
        "--rev",
        "main@{1}",
    )  # main@{0} is by new gits what main is, by old ones what the log says
    program(*words)
    assert program("status", "--rev", "old")[0] == 0
    program(*words)
    assert program.made == 2
    office.git("reflog", "delete", "main@{0}")  # no ref has moved
    program(*words)
    assert program.made == 3


def test_another_version_of_the_program_answers_anew(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("status")
    monkeypatch.setattr(kept_answers, "program_stamp", lambda: "0123456789abcdef")
    program("status")
    assert program.made == 2


@pytest.mark.parametrize(
    "words",
    [
        ("status", "-o", "there"),  # wrong use
        ("agency", "nobody"),
        ("export", "-o", "out.csv"),
        ("summary", "-o", "out.md"),
        ("check", FILE),
        ("new", "so-noi-vu"),
        ("status", "--no-cache"),
    ],
)
def test_what_writes_or_fails_is_done_each_time(
    words: tuple[str, ...], office: Office, program: Program
) -> None:
    first = program(*words)
    for name in ("out.csv", "out.md"):
        (office.root / name).unlink(missing_ok=True)
    for made in set(office.data.rglob("*.yaml")) - {office.root / FILE}:
        if made.parent.name == "so-noi-vu":
            made.unlink()
    assert program(*words) == first
    assert program.made == 2


def test_a_file_that_is_altered_meanwhile_keeps_nothing(
    office: Office, program: Program, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is altered while the question is answered, and then put back as it was."""
    before = (office.root / FILE).read_text(encoding="utf-8")
    run = app.run

    def disturbed(args: list[str], *seen: trace.Trace) -> int:
        code = run(args, *seen)
        _write(FILE, "")(office, monkeypatch)
        _write(FILE, before)(office, monkeypatch)
        return code

    monkeypatch.setattr(app, "run", disturbed)
    program("status")
    assert not list(cache.glob("*.answer"))


def test_midnight_while_it_is_asked_keeps_nothing(
    program: Program, cache: Path, clock: list[datetime],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    run = app.run

    def late(args: list[str], *seen: trace.Trace) -> int:
        clock[0] = MORNING + timedelta(days=1)
        return run(args, *seen)

    monkeypatch.setattr(app, "run", late)
    program("status")
    assert not list(cache.glob("*.answer"))


@pytest.mark.parametrize("place", ["data/.cache", ".git/cache", ".cache"])
def test_what_a_change_to_the_data_could_bring_is_not_taken(
    place: str, office: Office, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEHOACH_CACHE", str(office.root / place))
    program("status")
    program("status")
    assert program.made == 2
    assert not (office.root / place).exists()


def test_a_build_server_uses_only_the_folder_that_it_names(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KEHOACH_CACHE")
    monkeypatch.setenv("CI", "true")
    program("status")
    program("status")
    assert program.made == 2
    assert not list((tmp_path / "home").rglob("*.answer"))


_NONE: list[object] = [None, "", {}, {}]
_SHAPES: list[object] = [
    [_NONE, 0, []],
    [_NONE, 2, []],
    [_NONE, "0", []],
    [[None, "", {"No/Where": "x"}, {}], 0, [["stdout", 2]]],
    [[None, "", {"/etc/passwd": "x"}, {}], 0, [["stdout", 2]]],
    [[None, "", [], {}], 0, [["stdout", 2]]],
    [[5, "", {}, {}], 0, [["stdout", 2]]],
    [[None, 5, {}, {}], 0, [["stdout", 2]]],
    [[None, "", {}, {"HEAD": 5}], 0, [["stdout", 2]]],
    [_NONE, 0, [["argv", 2]]],
    [_NONE, 0, [["stdout", 3]]],
    [_NONE, 0, [["stdout", -1], ["stdout", 3]]],
    [_NONE, 0, [["stdout", 1.0]]],
]
_BYTES = (
    b"",
    b"\n",
    b"[]\n",
    b"{}\n",
    b"null",
    b"[[1,2,3,4],0,[]]\n",
    b"\xff\xfe\n",
    b"[" * 100_000,
)


@pytest.mark.parametrize(
    "forged", [*_BYTES, *(json.dumps(each).encode() + b"\nxy" for each in _SHAPES)]
)
def test_what_has_not_the_shape_of_an_answer_is_none(
    forged: bytes, program: Program, cache: Path
) -> None:
    """Its seal is right all the same: whoever put it there knew how."""
    first = program("status")
    (kept,) = cache.glob("*.answer")
    stamp, _, key = kept.stem.partition("-")
    Shelf(cache, stamp).put("answer", key, forged)
    assert program("status") == first
    assert program("status") == first
    assert program.made == 2


# What an answer that is kept must not pay for.
UNNEEDED = ("typer", "pydantic", "yaml", "rich", "dataclasses", "tempfile", "kehoach.cli.app")


def test_an_answer_that_is_kept_loads_nothing_else(office: Office, cache: Path) -> None:
    code = (
        "import sys, os; from kehoach.cli import entry; sys.argv[1:] = ['status']\n"
        f"os._exit = lambda code: sys.stderr.write(' '.join(set({UNNEEDED!r}) & set(sys.modules)))\n"
        "entry.main()"
    )
    told = [
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
            cwd=office.root, capture_output=True, check=False,
        )
        for _ in range(2)
    ]  # fmt: skip
    assert told[0].stdout == told[1].stdout != b""
    assert b"pydantic" in told[0].stderr
    assert told[1].stderr == b""
    assert len(list(cache.glob("*.answer"))) == 1
