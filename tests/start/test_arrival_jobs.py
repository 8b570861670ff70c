"""The jobs that record arrivals: their shell lines, run by bash against a hub."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editor_yaml import as_edited
from kehoach.reading.repositories.arrival_writing import SERVICE
from kehoach.start.package_source import PackageSource
from kehoach.start.starter import REGISTRY, starter
from kehoach.verdicts.evidence.arrival_log import BRANCH
from kehoach.words import Text
from run.histories import environment

SOURCE = PackageSource("kehoach==0.0", "kehoach==0.0", {}, Text("", ""))
FILES = starter("Kho", 2026, SOURCE)
GITHUB: dict[str, Any] = as_edited(FILES[".github/workflows/kehoach-arrivals.yml"])
GITLAB: dict[str, Any] = as_edited(FILES[".gitlab-ci.yml"])


def test_the_job_of_github_may_write_and_no_other() -> None:
    (job,) = GITHUB["jobs"].values()
    assert GITHUB["permissions"] == {}
    assert job["permissions"] == {"contents": "write"}
    assert GITHUB["on"] == {"push": {"branches": ["main"]}}
    assert GITHUB["concurrency"] == {"group": "kehoach-arrivals", "cancel-in-progress": False}


def test_its_actions_are_pinned_and_nothing_of_the_repository_is_run() -> None:
    """Python is isolated from the checkout (-I), no password is left in it, no word of others is run."""
    (job,) = GITHUB["jobs"].values()
    used = [step.get("uses", "").partition("@") for step in job["steps"]]
    assert all(re.fullmatch(r"[0-9a-f]{40}", commit) for name, _, commit in used if name)
    checkout, install, record = job["steps"]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    pythons = [line for line in install["run"].splitlines() if "python" in line]
    assert len(pythons) == 2
    assert all(" -I -m " in line for line in pythons)
    assert '"kehoach==0.0"' in install["run"]
    assert {name: value for name, value in record["env"].items() if "${{" in value} == {
        "TOKEN": "${{ github.token }}"
    }
    assert record["run"] == 'kehoach arrivals record --branch "$GITHUB_REF_NAME"'
    assert not any("${{" in step.get("run", "") for step in job["steps"])


def test_the_job_of_gitlab_runs_on_the_main_branch_alone() -> None:
    job = GITLAB["nhat-ky-tiep-nhan"]
    (rule,) = job["rules"]
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"]
    assert job["resource_group"] == "kehoach-arrivals"


def test_the_service_that_records_is_listed() -> None:
    assert SERVICE in as_edited(FILES[REGISTRY])["services"]


@pytest.fixture(name="checkout")
def _checkout(tmp_path: Path) -> Path:
    """Return a job's clone of a hub whose main branch has a commit more than the log knows."""
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "hub.git")
    git(tmp_path, "clone", "-q", str(tmp_path / "hub.git"), "ban")
    place = tmp_path / "ban"
    git(place, "switch", "-q", "-c", "main")
    for message in ("một", "hai"):
        git(place, "commit", "-q", "--allow-empty", "-m", message)
    git(place, "push", "-q", "origin", "main")
    return place


def git(folder: Path, *words: str) -> str:
    """Return what git says."""
    done = subprocess.run(  # noqa: S603 - the test's own words
        ["git", *words],  # noqa: S607 - the git under test
        cwd=folder, env=environment("2022-12-01"), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def in_bash(place: Path, lines: list[str], **variables: str) -> str:
    """Run a job's lines as a runner does, with this program as ``kehoach``."""
    tools = place.parent / "tools"
    tools.mkdir(exist_ok=True)
    tool = tools / "kehoach"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kehoach "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    known = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(place.parent)}
    done = subprocess.run(  # noqa: S603 - the job's own words
        [shutil.which("bash") or "bash", "-eo", "pipefail", "-c", "\n".join(lines)],
        cwd=place, env={**known, **variables}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def lines_of_github() -> list[str]:
    (job,) = GITHUB["jobs"].values()
    return [step["run"] for step in job["steps"] if "kehoach arrivals" in step.get("run", "")]


def settings_of_github() -> dict[str, str]:
    (job,) = GITHUB["jobs"].values()
    return {**job["steps"][-1]["env"], "TOKEN": "x"}


def lines_of_gitlab() -> list[str]:
    fetch = [line for line in GITLAB["default"]["before_script"] if line.startswith("git ")]
    return [*fetch, *GITLAB["nhat-ky-tiep-nhan"]["script"]]


@pytest.mark.parametrize(
    ("lines", "variables"),
    [
        (
            lines_of_github(),
            {"GITHUB_REF_NAME": "main", "GITHUB_ACTOR": "an", **settings_of_github()},
        ),
        (
            lines_of_gitlab(),
            {"CI_DEFAULT_BRANCH": "main", "GITLAB_USER_LOGIN": "an", "KEHOACH_ARRIVALS_TOKEN": "x"},
        ),
    ],
)
def test_the_lines_really_record(
    checkout: Path, lines: list[str], variables: dict[str, str]
) -> None:
    assert len(lines) in (1, 5)
    variables = {**variables, "CI_PROJECT_URL": str(checkout.parent / "hub")}
    assert " since " in in_bash(checkout, lines, **variables)
    git(checkout, "commit", "-q", "--allow-empty", "-m", "ba")
    git(checkout, "push", "-q", "origin", "main")
    told = in_bash(checkout, lines, **variables)
    head = git(checkout, "rev-parse", "HEAD").strip()
    assert told.startswith(head)
    assert told.endswith(" an\n")
    kept = git(checkout.parent / "hub.git", "cat-file", "blob", f"{BRANCH}:arrivals.txt")
    assert kept.endswith(told)
    assert in_bash(checkout, lines, **variables) == ""


@pytest.mark.parametrize(
    ("lines", "variables"),
    [
        ([], settings_of_github()),
        (
            [line for line in lines_of_gitlab() if line.startswith("export ")],
            {"KEHOACH_ARRIVALS_TOKEN": "x"},
        ),
    ],
)
def test_the_token_is_given_by_the_environment_alone(
    checkout: Path, lines: list[str], variables: dict[str, str]
) -> None:
    """A program that a clone's own settings name would not be run for reaching the remote."""
    before = (checkout / ".git" / "config").read_bytes()
    asked = "printf 'protocol=https\\nhost=git.example.vn\\n\\n' | git credential fill"
    assert "\npassword=x\n" in in_bash(checkout, [*lines, asked], **variables)
    assert (checkout / ".git" / "config").read_bytes() == before
