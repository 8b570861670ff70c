"""What the user who runs it may not read: one line and exit 2, or told of and left out; never a traceback.

Root may read everything, so that it gives that right up for the run.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from faults.shell_runs import faulty, sample

_AS_ANYBODY = ("setpriv", "--inh-caps=-all", "--bounding-set=-all")


def _may_be_given_up() -> bool:
    """Say whether a run can be had that may not read everything."""
    if os.name == "nt" or os.geteuid():
        return os.name != "nt"
    known = shutil.which(_AS_ANYBODY[0]) is not None
    return known and subprocess.run([*_AS_ANYBODY, "true"], check=False).returncode == 0  # noqa: S603 - our words


pytestmark = pytest.mark.skipif(not _may_be_given_up(), reason="nobody here may not read it all")
_PREFIX = "" if os.name == "nt" or os.geteuid() else " ".join(_AS_ANYBODY)


@pytest.fixture(scope="module", name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("rights"))


def _closed(name: str) -> str:
    """Return what closes a file or folder to everybody for a run."""
    return f'chmod 0 {name}; {_PREFIX} "$@"; code=$?; chmod 700 {name}; exit $code'


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("data/agencies.yaml", "status", "the plan or the registry cannot be read"),
        ("data/plan_11.yaml", "summary", "the plan or the registry cannot be read"),
        ("data", "check", "data: Permission denied"),
        ("data/submissions", "status", "Permission denied"),
        (
            "data/receipts.yaml",
            "receive so-y-te II.1 --period 2023 --on 2023-12-01",
            "receipts.yaml",
        ),
        (".git", "status", "git cannot read that repository"),
        (".git/HEAD", "agency so-y-te", "git cannot read that repository"),
        (".git/objects", "check --since HEAD~1", "git cannot read that repository"),
        (".git/refs", "diff HEAD~1", "git cannot read that repository"),
        (".git/index", "site -o ../out", "Permission denied"),
        (".git/config", "arrivals record", "Permission denied"),
        (".git/objects/pack", "export -o ../out.xlsx", "leads to no commit that can be read"),
    ],
)
def test_it_is_told_in_one_line(
    place: Path, tmp_path: Path, name: str, line: str, said: str
) -> None:
    done = faulty(place, tmp_path / "run", _closed(name), f"--lang en {line}")
    assert done.code == 2
    assert said in done.err.splitlines()[-1]
    assert not list(tmp_path.glob("run/out*"))


@pytest.mark.parametrize(
    "name", ["data/submissions/so-y-te", "data/submissions/so-y-te/bao-cao-2022.yaml"]
)
def test_what_one_agency_filed_and_nobody_can_read_is_told_of(
    place: Path, tmp_path: Path, name: str
) -> None:
    line = "--lang en status --no-git --as-of 2022-12-31"
    done = faulty(place, tmp_path / "run", _closed(name), line)
    assert done.code == 0
    (told,) = (line for line in done.out.decode().splitlines() if "left out: " in line)
    assert name.removeprefix("data/") in told


def test_another_folder_of_data_farther_off_is_not_taken_for_it(
    place: Path, tmp_path: Path
) -> None:
    """What it says is of others, and nobody would notice."""
    fault = f"cp -r data ../data; {_closed('data')}"
    done = faulty(place, tmp_path / "run", fault, "--lang en status --as-of 2022-12-31")
    assert (done.code, done.out) == (2, b"")
    assert "repo/data: Permission denied" in done.err
