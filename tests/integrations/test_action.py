"""``action.yml``: its steps on the sample repository, as GitHub runs them."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from integrations.composite import ACTION, STEPS, Job

Clone = Callable[..., Path]
Commit = Callable[[Path, dict[str, str]], None]
# The sample ends with 2024; nothing is asked of a later day.
DAY = "--as-of 2024-12-31"
OLD_MISTAKES = ("so-cong-thuong/bao-cao-2024.yaml", "so-noi-vu/van-hoa-2024.yaml")
REPORT = """\
schema: kehoach/submission@1
plan: "11"
agency: so-tai-chinh
document: {{number: 9/BC-STC, date: 2024-12-20, signer: Nguyễn Văn Mẫu}}
tasks:
  - {{item: I.5, period: 2024, status: {status}, note: Đã mở hai lớp}}
"""
NEW = "data/submissions/so-tai-chinh/moi.yaml"


@pytest.fixture(name="job")
def _job(tmp_path: Path) -> Callable[..., Job]:
    def make(checkout: Path, **variables: str) -> Job:
        return Job(checkout, tmp_path / "runner", variables)

    return make


def errors(job: Job) -> list[str]:
    """Return the files in which an error is annotated."""
    return re.findall(r"^::error file=([^,]+),", job.log, re.MULTILINE)


def test_the_whole_is_checked_and_old_mistakes_fail(demo: Path, job: Callable[..., Job]) -> None:
    ran = job(demo)
    assert ran.run(args=DAY) == 1
    assert sorted(errors(ran)) == [f"data/submissions/{name}" for name in OLD_MISTAKES]
    assert ran.file("output") == "exit-code=1\n"
    assert "KH203" in ran.file("summary.md")


def test_a_pull_request_is_judged_by_what_it_brings(
    clone: Clone, commit: Commit, job: Callable[..., Job]
) -> None:
    place = clone()
    commit(place, {NEW: REPORT.format(status="in_progress")})
    ran = job(place, GITHUB_BASE_REF="main")
    assert ran.run(args=DAY) == 0, ran.log
    assert errors(ran) == []
    assert ran.file("output") == "exit-code=0\n"


def test_a_mistake_in_a_pull_request_fails_it(
    clone: Clone, commit: Commit, job: Callable[..., Job]
) -> None:
    place = clone()
    commit(place, {NEW: REPORT.format(status="xong")})
    ran = job(place, GITHUB_BASE_REF="main")
    assert ran.run(args=DAY) == 1
    assert errors(ran) == [NEW]


def test_a_pull_request_may_be_judged_as_a_whole(demo: Path, job: Callable[..., Job]) -> None:
    ran = job(demo, GITHUB_BASE_REF="main")
    assert ran.run(args=DAY, since="") == 1
    assert len(errors(ran)) == len(OLD_MISTAKES)


def test_what_is_new_since_a_revision(demo: Path, job: Callable[..., Job]) -> None:
    """Both mistakes of the sample came in 2024."""
    assert job(demo).run(args=DAY, since="het-nam-2023") == 1


def test_since_the_last_commit_nothing_is_new(demo: Path, job: Callable[..., Job]) -> None:
    assert job(demo).run(args=DAY, since="HEAD") == 0


@pytest.mark.parametrize("base", ["", "main"])
def test_a_shallow_clone_is_refused_with_the_remedy(
    clone: Clone, job: Callable[..., Job], base: str
) -> None:
    """A clone of depth 1 gives every file the same wrong date, with exit 0 (traps, Git)."""
    ran = job(clone("--depth", "1"), GITHUB_BASE_REF=base)
    assert ran.run(args=DAY) == 2
    assert re.search(r"^::error title=kehoach::.*fetch-depth: 0", ran.log, re.MULTILINE)
    assert ran.file("output") == "exit-code=2\n"
    assert ran.file("summary.md") == ""


def test_who_goes_by_declared_dates_needs_no_history(clone: Clone, job: Callable[..., Job]) -> None:
    ran = job(clone("--depth", "1"))
    assert ran.run(args=f"{DAY} --no-git") == 1
    assert len(errors(ran)) == len(OLD_MISTAKES)


def test_what_cannot_run_is_told(demo: Path, job: Callable[..., Job]) -> None:
    ran = job(demo)
    assert ran.run(since="khong-co") == 2
    assert "khong-co" in ran.log
    assert re.search(r"^::error title=kehoach::", ran.log, re.MULTILINE)


def test_the_inputs_reach_the_command(demo: Path, tmp_path: Path, job: Callable[..., Job]) -> None:
    ran = job(tmp_path)
    code = ran.run(
        data=str(demo / "data"), args=DAY, fail_on="never", lang="en", summary="false", since=""
    )
    assert code == 0, ran.log
    assert "“xong”" in ran.log
    assert " là “xong”" not in ran.log
    assert ran.file("summary.md") == ""


@pytest.mark.parametrize("name", ["data", "since", "fail_on", "args", "lang", "summary"])
@pytest.mark.parametrize(
    "hostile",
    ["$(touch hacked)", "; touch hacked", "`touch hacked`", '" && touch hacked; "', "-h\n-x"],
)
def test_no_input_is_obeyed_by_the_shell(
    clone: Clone, job: Callable[..., Job], name: str, hostile: str
) -> None:
    place = clone()
    job(place).run(**{"args": DAY, name: hostile})
    assert not (place / "hacked").exists()


def test_nothing_is_put_into_a_script_before_quoting() -> None:
    assert not [step["name"] for step in STEPS if "${{" in step.get("run", "")]


def test_every_input_is_used_and_every_one_used_is_an_input() -> None:
    said = " ".join(str(step) for step in STEPS)
    assert set(re.findall(r"inputs\.([a-z-]+)", said)) == set(ACTION["inputs"])


def test_the_actions_that_are_called_cannot_change() -> None:
    """A tag can be moved to other code, a commit cannot."""
    for step in STEPS:
        if "uses" in step:
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])


def test_it_is_installed_from_the_action_itself_and_alone(
    demo: Path, job: Callable[..., Job]
) -> None:
    ran = job(demo)
    ran.run(args=DAY)
    asked = ran.file("asked").splitlines()
    assert asked[:4] == ["-I", "-m", "venv", str(ran.room / "temp dir" / "kehoach")]
    assert asked[-1] == "/the action/of kehoach"
    (added,) = ran.file("path").splitlines()
    assert [each.name for each in Path(added).iterdir()] == ["kehoach"]


def test_no_module_of_the_checkout_is_run(tmp_path: Path) -> None:
    """A pull request could bring a ``venv.py`` of its own, and have the job's environment.

    ``python -m`` puts the folder it stands in first on the path.
    """
    calls = [line for step in STEPS for line in step.get("run", "").splitlines() if " -m " in line]
    assert len(calls) == 2
    for module, line in zip(("venv", "pip"), calls, strict=True):
        (tmp_path / f"{module}.py").write_text("raise SystemExit('run')", encoding="utf-8")
        words = [word for word in shlex.split(line) if re.fullmatch(r"-I|-m|venv|pip", word)]
        done = subprocess.run(  # noqa: S603 - the action's own words
            [sys.executable, *words, "--help"], cwd=tmp_path, capture_output=True, check=False
        )
        assert (done.returncode, b"usage" in done.stdout.lower()) == (0, True), done.stderr
