"""Processes of this machine: any number gives the same bytes, and none takes the others with it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kehoach.cli.app import run
from kehoach.portfolio.portfolio_formats import PORTFOLIO_FORMATS
from portfolio.provinces import DAY, Capture, hostile_git, province, provinces

TEXTS = [name for name in PORTFOLIO_FORMATS if name != "parquet"]


def merged(capsys: Capture, *args: str, code: int = 0) -> Any:
    """Return the answer in JSON."""
    assert run(["portfolio", *args, "--as-of", DAY, "--format", "json", "--lang", "en"]) == code
    return json.loads(capsys.readouterr().out)


def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path, capsys: Capture) -> None:
    named = provinces(tmp_path, "an-giang", "bac-ninh", "ca-mau")
    told = []
    for jobs in ("1", "3"):
        assert run(["portfolio", *named, "--as-of", DAY, "--jobs", jobs, "--format", "json"]) == 0
        told.append(capsys.readouterr())
    assert told[0] == told[1]
    assert told[0].err == ""


def test_small_results_of_the_provinces_own_making_come_to_the_same(
    tmp_path: Path, capsys: Capture
) -> None:
    named = provinces(tmp_path, "an-giang", "bac-ninh", "ca-mau")
    wanted = ["--as-of", DAY, "--format", "json", "--summary-only", "--lang", "en"]
    for place in named:
        assert run(["status", "--data", place, *wanted]) == 0
        Path(f"{place}.json").write_text(capsys.readouterr().out, encoding="utf-8")
    one, other = merged(capsys, *named), merged(capsys, *(f"{place}.json" for place in named))
    for each in (*one["repositories"], *other["repositories"]):
        del each["source"]
        each["left_out"] = len(each["left_out"])  # named as whoever asked could open them
    assert one == other


def test_one_that_dies_and_one_that_hangs_are_told_and_the_others_counted(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile_git(tmp_path, monkeypatch)
    named = provinces(tmp_path, "an-giang", "dies", "hangs", "falls-once", "ca-mau")
    broken = str(province(tmp_path, "broken", broken="plan_07.yaml"))
    output = merged(
        capsys, *named, broken, str(tmp_path / "nowhere"), "--jobs", "2", "--timeout", "8", code=1
    )
    found = {
        each["id"]: (each["counted"], each["tries"], each["reason"])
        for each in output["repositories"]
    }
    assert found["an-giang"] == found["ca-mau"] == (True, 1, None)
    assert found["falls-once"] == (True, 2, None)
    assert found["dies"] == (
        False,
        3,
        "its worker ended before it was done (killed, or out of memory)",
    )
    assert found["hangs"] == (False, 1, "not done after 8 seconds (--timeout)")
    assert found["broken"][2].startswith("plan_07.yaml:")
    assert found["nowhere"] == (False, 1, "there is no data folder (with plan_*.yaml)")
    assert (output["counted"], output["listed"]) == (3, 7)

    alone = merged(capsys, named[0], named[3], named[4])
    assert output["summary"] == alone["summary"]
    assert output["agencies"] == alone["agencies"]


@pytest.fixture
def _heard() -> Iterator[None]:
    """Let a child hear an interrupt: in the background of a shell it is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_heard")
def test_an_interrupt_ends_all_that_is_at_work_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keyboard's signal goes to every process of the terminal."""
    hostile_git(tmp_path, monkeypatch)
    named = provinces(tmp_path, "hangs", "an-giang")
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "kehoach", "portfolio", *named, "--as-of", DAY],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as program:
        while not (tmp_path / "fallen-asleep").exists():
            assert program.poll() is None
            time.sleep(0.05)
        os.killpg(program.pid, signal.SIGINT)
        assert program.communicate() == (b"", "kehoach: đã dừng giữa chừng\n".encode())
    assert program.returncode == 130


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_not_counted_is_told_in_every_format(
    tmp_path: Path, capsys: Capture, name: str
) -> None:
    named = provinces(tmp_path, "an-giang")
    assert (
        run(
            [
                "portfolio",
                *named,
                str(tmp_path / "nowhere"),
                "--as-of",
                DAY,
                "--format",
                name,
                "--lang",
                "en",
            ]
        )
        == 1
    )
    told = capsys.readouterr()
    assert "nowhere" in told.out
    assert "there is no data folder" in told.out
    assert told.err == ""
    if name != "json":
        assert "1 of 2 counted; not counted: 1 (nowhere)" in told.out
