"""The jobs that init writes for a forge, and its hooks."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cli.begun import SOURCE, YEAR, Told, written
from editor_yaml import as_edited
from kehoach.cli.app import run as run_command
from kehoach.cli.command_list import COMMANDS
from kehoach.start.starter import starter

pytestmark = pytest.mark.usefixtures("in_the_year")


# ── On a forge ──────────────────────────────────────────────────────────────────────────────────


def github(files: dict[str, str]) -> dict[str, Any]:
    workflow: dict[str, Any] = as_edited(files[".github/workflows/kehoach.yml"])
    return workflow


def test_the_workflow_of_github() -> None:
    workflow = github(starter("Kho", YEAR, SOURCE, "github"))
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow["on"]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert workflow["on"]["schedule"] == [{"cron": "0 0 * * *"}]  # seven in the morning in Vietnam
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        checkout = job["steps"][0]
        assert checkout["uses"].startswith("actions/checkout@")
        assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
        (install,) = (
            each["run"] for each in job["steps"] if " pip install " in each.get("run", "")
        )
        assert '-I -m pip install --quiet --disable-pip-version-check "kehoach==0.0"' in install
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    runs = [step["run"] for step in steps if "run" in step]
    assert 'kehoach check --since "refs/remotes/origin/$GITHUB_BASE_REF" --format github' in runs
    assert "kehoach summary -o tinh-hinh.md" in runs


def test_no_words_of_others_come_into_a_shell() -> None:
    """What stands in ``${{ }}`` is put into the script before any quoting."""
    for job in github(starter("Kho", YEAR, SOURCE))["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_the_pipeline_of_gitlab() -> None:
    pipeline = as_edited(starter("Kho", YEAR, SOURCE, "gitlab")[".gitlab-ci.yml"])
    assert pipeline["variables"] == {"GIT_DEPTH": "0"}
    check, daily = pipeline["kiem-tra"], pipeline["tinh-hinh"]
    assert check["artifacts"]["reports"] == {"codequality": "gl-code-quality-report.json"}
    assert check["script"][-1] == 'kehoach check "$@"'
    assert daily["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    install = pipeline["default"]["before_script"][0]
    assert install.startswith("python3 -I -m pip install ")
    assert install.endswith(' "kehoach==0.0"')


@pytest.mark.parametrize(
    ("base", "words"),
    [("", "check"), ("1f0e", "check --since 1f0e"), ("a b; echo x", "check --since a b; echo x")],
)
def test_the_script_of_gitlab_in_a_shell(base: str, words: str) -> None:
    """Only on a merge request is there something to compare with, and it stays one word."""
    script = as_edited(starter("Kho", YEAR, SOURCE)[".gitlab-ci.yml"])["kiem-tra"]["script"]
    lines = [script[0], 'printf "%s\\n" "$#" "check $*"']
    done = subprocess.run(  # noqa: S603 - the test's own words
        [shutil.which("bash") or "sh", "-ec", "\n".join(lines)],
        env={"CI_MERGE_REQUEST_DIFF_BASE_SHA": base} if base else {},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == f"{2 if base else 0}\n{words}{'' if base else ' '}\n"


@pytest.mark.parametrize(
    ("forge", "there", "missing"),
    [
        ("github", {".github/workflows/kehoach.yml"}, {".gitlab-ci.yml"}),
        ("gitlab", {".gitlab-ci.yml"}, {".github/workflows/kehoach.yml"}),
        (
            "both",
            {".gitlab-ci.yml", ".github/workflows/kehoach.yml"},
            {".forgejo/workflows/kehoach.yml"},
        ),
        (
            "forgejo",
            {".forgejo/workflows/kehoach.yml"},
            {".gitlab-ci.yml", ".github/workflows/kehoach.yml"},
        ),
        ("none", {".pre-commit-config.yaml"}, {".gitlab-ci.yml", ".github/workflows/kehoach.yml"}),
    ],
)
def test_which_forge(tmp_path: Path, forge: str, there: set[str], missing: set[str]) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--forge", forge]) == 0
    files = written(tmp_path / "kho").keys()
    assert there <= files
    assert not missing & files


def test_the_hooks_before_a_commit(place: Path) -> None:
    config = as_edited((place / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (repo,) = config["repos"]
    assert repo["repo"] == "local"
    single, whole = repo["hooks"]
    pattern = re.compile(single["files"])
    for name in written(place):
        assert bool(pattern.search(name)) == (name.startswith("data/") and name.endswith(".yaml"))
    for hook in (single, whole):
        assert hook["language"] == "system"
        assert hook["entry"].split()[0] == "kehoach"
        assert hook["entry"].split()[1] in COMMANDS
    # Old mistakes of others block nobody's commit; what a commit deletes is in no list of files.
    assert whole["entry"] == "kehoach check --since HEAD"
    assert whole["pass_filenames"] is False
    assert whole["always_run"] is True


def test_the_hooks_pass_before_the_first_commit(
    place: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing has been committed yet, there is no HEAD: everything is new."""
    subprocess.run(["git", "init", "--quiet", str(place)], check=True)  # noqa: S603, S607
    monkeypatch.chdir(place)
    config = as_edited((place / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    for hook in config["repos"][0]["hooks"]:
        assert run_command([*hook["entry"].split()[1:], "--as-of", f"{YEAR}-03-10"]) == 0
        assert capsys.readouterr().err == ""


# ── Where it writes ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_place_that_holds_something_is_refused(tmp_path: Path, capsys: Told, lang: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thu.txt").write_text("của tôi", encoding="utf-8")
    (tmp_path / "file").write_text("của tôi", encoding="utf-8")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    before = sorted(tmp_path.rglob("*"))
    for name in ("full", "file", "dangling"):
        assert run_command(["init", str(tmp_path / name), "--lang", lang]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert name in told.err
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_folder_will_do_and_so_will_an_empty_clone(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "clone" / ".git").mkdir(parents=True)
    for name in ("empty", "clone", "new/below"):
        assert run_command(["init", str(tmp_path / name)]) == 0
        assert (tmp_path / name / "data" / "plan_01.yaml").is_file()


def test_an_unknown_forge_writes_nothing(tmp_path: Path, capsys: Told) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--forge", "svn"]) == 2
    assert "github | gitlab | forgejo | both | none" in capsys.readouterr().err
    assert not (tmp_path / "kho").exists()


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run_command(["init", str(tmp_path / "file" / "kho")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_first_commit_raises_no_doubt(place: Path) -> None:
    """Whoever commits the example touches no agency's folder: nobody is a stranger there."""
    folders = [path for path in (place / "data" / "submissions").iterdir() if path.is_dir()]
    assert folders == []
