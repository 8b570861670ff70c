"""The steps of ``action.yml``, run by bash as a runner of GitHub runs them.

What an expression says is taken from the inputs; ``uses`` steps are passed over. Files of the runner
(``GITHUB_OUTPUT``, ``GITHUB_PATH``, ``GITHUB_STEP_SUMMARY``) lie in a folder whose name has a blank,
and what a step puts on the PATH is there for the next.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editor_yaml import as_edited

ROOT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = as_edited((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
BASH = shutil.which("bash") or "bash"
_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
# A Python that makes environments without a network, and writes down what it was asked for.
_PYTHON = """\
#!{bash}
printf '%s\\n' "$@" >> {log}
shift # -I: nothing of the folder it stands in
case "$2" in
  venv) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  pip) printf '#!{bash}\\nexec {python} -m kehoach "$@"\\n' > "${{0%/*}}/kehoach"
       chmod +x "${{0%/*}}/kehoach" ;;
esac
"""


@dataclass
class Job:
    """A job that runs the action in a checkout; ``room`` is the runner's own folder."""

    checkout: Path
    room: Path
    variables: dict[str, str] = field(default_factory=dict)
    log: str = ""

    def __post_init__(self) -> None:
        """Put a Python there that needs no network."""
        tools = self.room / "tools"
        tools.mkdir(parents=True)
        python = tools / "python"
        python.write_text(
            _PYTHON.format(bash=BASH, log=f"'{self.room}/asked'", python=sys.executable),
            encoding="utf-8",
        )
        python.chmod(0o755)

    def run(self, **given: str) -> int:
        """Run all steps with these inputs (``_`` for ``-``) and return the last one's exit code."""
        inputs = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
        inputs |= {name.replace("_", "-"): value for name, value in given.items()}
        code = 0
        for step in STEPS:
            if "run" in step and not code:
                code = self._step(step, inputs)
        return code

    def file(self, name: str) -> str:
        """Return what the steps wrote into a file of the runner."""
        path = self.room / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def _step(self, step: dict[str, Any], inputs: dict[str, str]) -> int:
        script = self.room / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        given = {
            name: _INPUT.sub(lambda found: inputs[found[1]], value)
            for name, value in step.get("env", {}).items()
        }
        assert not any("${{" in value for value in given.values())
        done = subprocess.run(  # noqa: S603 - the action's own words
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.checkout, env=self._environment() | given, capture_output=True, check=False,
        )  # fmt: skip
        self.log += (done.stdout + done.stderr).decode()
        return done.returncode

    def _environment(self) -> dict[str, str]:
        added = self.file("path").splitlines()
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GIT", "KEHOACH", "_KEHOACH"))
        }
        return kept | {
            "PATH": os.pathsep.join([*reversed(added), str(self.room / "tools"), os.environ["PATH"]]),
            "PYTHONPATH": str(ROOT / "src"),
            "HOME": str(self.room),
            "RUNNER_TEMP": str(self.room / "temp dir"),
            "GITHUB_ACTION_PATH": "/the action/of kehoach",
            "GITHUB_OUTPUT": str(self.room / "output"),
            "GITHUB_PATH": str(self.room / "path"),
            "GITHUB_STEP_SUMMARY": str(self.room / "summary.md"),
        } | self.variables  # fmt: skip
