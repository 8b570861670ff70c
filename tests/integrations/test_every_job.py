"""Every job, hook and line of installation that we hand out, run in a checkout that wants to be run.

The checkout holds what ``planted`` puts there, in its root and in ``data/``. The shell lines are taken from
the very files and run by bash. A Python is asked for the module's help alone, so that nothing is fetched:
which file it takes the module from is the same. git is the real one, and ``kehoach`` tells its version
(``tests/run/test_hostile_clones.py`` asks it for more).
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import planted
from editor_yaml import as_edited
from integrations.composite import ACTION, ROOT
from integrations.conftest import git
from kehoach.start.package_source import package_source
from kehoach.start.starter import starter

HOOKS: list[dict[str, Any]] = as_edited(
    (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)
FENCED = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
# A Python that answers for the module it was asked for, and makes an environment of its own kind.
PYTHON = """\
#!/bin/sh
echo "$*" >> '{room}/asked'
[ "$1" = -I ] && isolated=-I && shift
[ "$1 $2" = "-m venv" ] && mkdir -p "$3/bin" && cp '{room}/tools/python3' "$3/bin/python" &&
  cp '{room}/tools/kehoach' '{room}/tools/pip' "$3/bin"
exec '{python}' $isolated "$1" "$2" --help >/dev/null
"""


def shell_lines(said: Any) -> Iterator[str]:
    """Yield the lines for a shell that are anywhere in a job's file, in order."""
    if isinstance(said, dict):
        for key, value in said.items():
            if key in ("run", "script", "before_script"):
                yield from [value] if isinstance(value, str) else value
            elif key == "entry":
                yield " ".join([value, *said.get("args", ())])
            else:
                yield from shell_lines(value)
    elif isinstance(said, list):
        for each in said:
            yield from shell_lines(each)


def snippets(page: Path) -> Iterator[str]:
    """Yield the jobs and the lines of installation that a page shows."""
    for block in FENCED.findall(page.read_text(encoding="utf-8")):
        if "kehoach" not in block:
            continue
        lines = [*shell_lines(as_edited(block.replace("<", "(").replace(">", ")")))]
        yield from (line for line in lines if "pip" in line)


def handed_out() -> dict[str, list[str]]:
    """Return the lines of every job, hook and page by where they stand."""
    made = {
        f"{forge} {name}": [*shell_lines(as_edited(text))]
        for forge in ("github", "gitlab", "forgejo")
        for name, text in starter("Kho", 2026, package_source(None), forge, "en").items()
        if name.endswith(".yml")
    }
    own = starter("Kho", 2026, package_source(None), "none", "vi")
    made["README.md"] = re.findall(r"`(pip install [^`]+)`", own["README.md"])
    made["pre-commit"] = [*shell_lines(as_edited(own[".pre-commit-config.yaml"]))]
    made["action.yml"] = [*shell_lines(ACTION)]
    made[".pre-commit-hooks.yaml"] = [*shell_lines(HOOKS)]
    for lang in ("en", "vi"):
        made[f"docs/{lang}/ci.md"] = [*snippets(ROOT / "docs" / lang / "ci.md")]
    return made


HANDED_OUT = handed_out()


@pytest.fixture(name="checkout", scope="module")
def _checkout(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of the sample repository whose ``main`` holds what is planted."""
    place = tmp_path_factory.mktemp("job") / "kho"
    git(place.parent, "clone", "--quiet", demo.as_uri(), str(place))
    for folder in (place, place / "data"):
        planted.plant(folder, place.parent / "told")
    (place / ".gitattributes").write_text(planted.ATTRIBUTES, encoding="utf-8")
    git(place, "add", "--all", "--force")
    git(place, "commit", "--quiet", "--message", "Báo cáo")
    _tools(place.parent)
    return place


def _tools(room: Path) -> None:
    """Put a Python, a pip and this program into a folder that goes before all others on the PATH."""
    tools = room / "tools"
    tools.mkdir()
    real = planted.command(room / "bin")
    planted.runnable(tools / "kehoach", f"#!/bin/sh\nexec '{real}' --version\n")
    for name in ("python", "python3"):
        planted.runnable(tools / name, PYTHON.format(room=room, python=sys.executable))
    # As pip is installed: a script, of whose folder Python looks for modules first.
    (tools / "pip.script").write_text("import sys, pip._internal\n", encoding="utf-8")
    planted.runnable(tools / "pip", f"#!/bin/sh\nexec '{sys.executable}' '{tools}/pip.script'\n")


def ran(checkout: Path, lines: list[str], shell: str = "bash") -> tuple[int, str]:
    """Run lines in a new copy of the checkout as a runner does; return the code and what was said."""
    room = checkout.parent
    work = room / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(checkout, work, symlinks=True)
    known = {
        "PATH": f"{room / 'tools'}:{os.environ['PATH']}", "HOME": str(room), "KEHOACH_CACHE": "off",
        "RUNNER_TEMP": str(room / "temp"), "GITHUB_PATH": str(room / "path"),
        "GITHUB_OUTPUT": str(room / "output"), "GITHUB_STEP_SUMMARY": str(room / "summary"),
        "GITHUB_ACTION_PATH": "/an/action", "GITHUB_BASE_REF": "main", "GITHUB_REF_NAME": "main",
        "GITHUB_REF": "refs/heads/main", "GITHUB_SERVER_URL": str(room), "GITHUB_REPOSITORY": "kho",
        "CI_DEFAULT_BRANCH": "main", "CI_PROJECT_URL": str(room / "kho"), "FAIL_ON": "never",
        "SINCE": "auto", "GIT_CONFIG_NOSYSTEM": "1",
    }  # fmt: skip
    script = "\n".join(line.replace("kehoach==", "") for line in lines)
    done = subprocess.run(  # noqa: S603 - the job's own words
        [shutil.which(shell) or shell, *(["--noprofile", "--norc"] * (shell == "bash")), "-c", script],
        cwd=work, env=known, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("where", HANDED_OUT)
def test_no_file_of_the_checkout_is_run(checkout: Path, where: str) -> None:
    """A pull request could bring a ``venv.py`` or a ``git`` of its own, and have the job's token."""
    assert HANDED_OUT[where]
    _, said = ran(checkout, HANDED_OUT[where])
    told = checkout.parent / "told"
    assert not told.exists(), (told.read_text(encoding="utf-8"), said)
    assert "not found" not in said


@pytest.mark.parametrize("words", ["python3 -m venv x", "python3 -m pip install x"])
def test_without_isolation_it_would_be(checkout: Path, words: str) -> None:
    """So that the test above can fail."""
    ran(checkout, [words])
    told = checkout.parent / "told"
    assert told.read_text(encoding="utf-8").startswith("kho/")
    told.unlink()
