"""An output whose reader has gone, or that is full: told once, and alike for an answer that is kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import MakeFolder
from faults.stopping_runs import environment

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
FULL = "kehoach: cannot write the result: No space left on device\n"
LINES = {
    "--version": 0,
    "--help": 0,
    "check --as-of 2021-12-15 --format json": 1,
    "status --as-of 2021-12-15 --agency nobody": 2,
}


def _printed(line: str, here: Path, out: int) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "kehoach", *line.split()],
        cwd=here, env=environment(KEHOACH_CACHE=str(here.parent / "cache")), stdout=out,
        stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("line", LINES)
def test_a_reader_who_has_gone_is_no_mistake_and_a_full_disk_is_one(
    folder: MakeFolder, line: str, kept: bool
) -> None:
    here = folder({"submissions/so-tai-chinh/a.yaml": ""}, shipped=True).root.parent
    reader, gone = os.pipe()
    os.close(reader)
    full = os.open("/dev/full", os.O_WRONLY)
    code = LINES[line]
    if kept:
        assert _printed(line, here, subprocess.DEVNULL)[0] == code
    told = _printed(line, here, gone)
    assert told[0] == code
    assert (told[1] == "") is (code != 2)
    assert _printed(line, here, full) == ((2, FULL) if code != 2 else told)
    os.close(gone)
    os.close(full)


@pytest.mark.parametrize("line", LINES)
def test_where_nobody_reads_the_remarks_the_answer_is_the_same(
    folder: MakeFolder, line: str
) -> None:
    """It ended with 1 as soon as there was something to remark."""
    here = folder({"submissions/so-tai-chinh/a.yaml": ""}, shipped=True).root.parent
    reader, gone = os.pipe()
    os.close(reader)
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "kehoach", *line.split(), "--verbose"],
        cwd=here, env=environment(), stdout=subprocess.PIPE, stderr=gone, check=False,
    )  # fmt: skip
    os.close(gone)
    assert done.returncode == LINES[line]
    assert bool(done.stdout) is (done.returncode != 2)
