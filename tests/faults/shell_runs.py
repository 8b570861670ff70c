"""The program run by a shell in the sample repository, with a fault of the system around it."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from faults.stopping_runs import environment
from kehoach.cli.app import run

# In a fault "$@" is the command.
_BESIDE: Mapping[str, str] = {
    "annex.md": "| Nội dung | Cơ quan chủ trì | Thời hạn |\n|---|---|---|\n"
    "| Lập danh mục | Sở Tài chính | Trước ngày 30/11/2026 |\n",
    "list.csv": "Sở Tài chính\nSở Y tế\n",
    "form.yaml": 'schema: kehoach/submission@1\nplan: "11"\nagency: so-y-te\n'
    "document: {number: 5/BC-SYT, date: 2024-11-20}\nreports: [{item: II.1, period: 2024}]\n",
}
_AT_LENGTH = re.compile(r'Traceback|  File "|Exception ignored|unexpected error|Fatal Python')


class Done(NamedTuple):
    """How the program ended, and what it printed."""

    code: int
    out: bytes
    err: str


def sample(place: Path) -> Path:
    """Return a new sample repository, with some documents beside it."""
    assert run(["demo", str(place / "repo")]) == 0
    for name, text in _BESIDE.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def faulty(sample: Path, place: Path, fault: str, line: str) -> Done:
    """Run a command line in a copy of the sample, as a fault has it, and prove that its end is meant."""
    shutil.copytree(sample, place)
    with (place / "repo" / ".git" / "config").open("a", encoding="utf-8") as settings:
        settings.write(f'[remote "kho"]\n\turl = {place / "repo"}\n')
    done = subprocess.run(  # noqa: S603 - a shell of our own
        ["bash", "-c", fault, "bash", sys.executable, "-m", "kehoach", *shlex.split(line)],  # noqa: S607
        cwd=place / "repo",
        env=environment(HOME=str(place), GIT_CONFIG_GLOBAL=os.devnull),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    err = done.stderr.decode("utf-8")  # and nothing else is ever printed
    assert done.returncode in {0, 1, 2}, err
    assert not _AT_LENGTH.search(err), err
    if done.returncode == 2 and "2>" not in fault:
        assert err.splitlines()[-1].startswith("kehoach: "), err
    return Done(done.returncode, done.stdout, err)
