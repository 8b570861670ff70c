"""On what an answer rests: what it looked at, all of it, and that this stood still meanwhile."""

import io
import sys
from pathlib import Path

import pytest

from kehoach.cli import app
from kehoach.cli.frame.kept_answers import answered
from kehoach.cli.frame.trace import Trace
from kehoach.reading.cache.shelf import Shelf
from run.histories import Office

Patch = pytest.MonkeyPatch


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("deadline 30/6/2026", 1),  # by no folder at all
        ("status --as-of 2021-12-15", 1),
        ("check --as-of 2021-12-15 data/plan_07.yaml", 2),  # a path may lead through anything
        ("check --as-of 2021-12-15 -", 2),  # what comes in is another each time
        ("deadline 30/6/2026 --no-cache", 2),
    ],
)
def test_an_answer_is_kept_where_all_that_it_rests_on_is_known(
    tmp_path: Path, monkeypatch: Patch, line: str, made: int
) -> None:
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(Office(tmp_path / "office").root)
    lines: list[list[str]] = []

    def run(args: list[str], *trace: Trace) -> int:
        lines.append(args)
        return app.run(args, *trace)

    told = []
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"agency: so-noi-vu\n")))
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out := io.BytesIO(), encoding="utf-8"))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        code = answered(line.split(), run)
        told.append((code, out.getvalue()))
    assert len(lines) == made
    assert told[0] == told[1]


def _trace(tmp_path: Path) -> Trace:
    trace = Trace(Shelf(tmp_path / "cache", "1"))
    trace.answers()
    return trace


def test_a_branch_that_moves_meanwhile_is_no_ground(tmp_path: Path) -> None:
    """It is not where the folder stands; only the revision that was asked for is another."""
    office = Office(tmp_path / "office")
    office.commit("2022-02-01")
    office.git("branch", "cu", "HEAD~1")
    for moves in (False, True):
        trace = _trace(tmp_path)
        trace.opens(office.data)
        trace.looks_up("cu")
        if moves:
            office.git("branch", "-f", "cu", "HEAD")
        assert (trace.grounds() is None) is moves


def test_a_branch_that_has_moved_and_come_back_is_no_ground(tmp_path: Path) -> None:
    """The folder stands as before; but what was looked up in between was another commit."""
    office = Office(tmp_path / "office")
    office.commit("2022-02-01")
    office.git("branch", "cu", "HEAD~1")
    trace = _trace(tmp_path)
    trace.opens(office.data)
    office.git("branch", "-f", "cu", "HEAD")
    trace.looks_up("cu")
    office.git("branch", "-f", "cu", "HEAD~1")
    assert trace.grounds() is None


def test_a_folder_that_is_not_there_is_no_ground(tmp_path: Path) -> None:
    trace = _trace(tmp_path)
    trace.opens(tmp_path / "none")
    trace.looks_up("main")
    assert trace.grounds() is None
