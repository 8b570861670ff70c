"""Repositories that cannot be judged, and workers that come to an end: each is told in one line."""

import json
import os
from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from kehoach.cli.app import run
from kehoach.portfolio import judging, local_seats, small_results
from kehoach.portfolio.judging import judge
from kehoach.portfolio.local_seats import LocalSeat, judge_alone
from kehoach.portfolio.members import named_members
from kehoach.portfolio.outcome import Outcome, Task
from portfolio.provinces import DAY, Capture, province

cluster_seats = pytest.importorskip("kehoach.portfolio.cluster_seats")


def _task(place: Path) -> Task:
    return Task(str(place), None, date(2022, 6, 30), "en")


def _why(outcome: Outcome) -> str:
    assert outcome.why is not None
    return outcome.why.en


def test_why_a_repository_cannot_be_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = province(tmp_path, "an-giang", broken="plan_07.yaml")
    assert _why(judge(_task(place))).startswith("plan_07.yaml:")
    (place / "data" / "agencies.yaml").write_text("schema: [\n", encoding="utf-8")
    assert _why(judge(_task(place))).endswith(" more)")
    assert _why(judge(_task(tmp_path / "none"))) == "there is no data folder (with plan_*.yaml)"

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(judging, "find_data_folder", refuse)
    assert _why(judge(_task(place))) == "Permission denied"


def test_a_small_result_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(small_results, "_MOST", 3)
    (tmp_path / "a.json").write_text("{  }", encoding="utf-8")
    assert "large" in _why(small_results.read_result(tmp_path / "a.json"))


def test_what_a_repository_is_called(tmp_path: Path) -> None:
    place = province(tmp_path, "an-giang") / "data"
    sources = ("git@example.vn:kho/bac-ninh.git", "git@example.vn:ca-mau", str(place))
    found = [each.id for each in named_members(sources, None, tmp_path)]
    assert found == ["bac-ninh", "ca-mau", "an-giang"]


def test_invented_data_are_told_on_the_page(tmp_path: Path, capsys: Capture) -> None:
    place = province(tmp_path, "an-giang")
    for file in (place / "data" / "submissions").rglob("*.yaml"):
        file.write_text(f"sample: true\n{file.read_text('utf-8')}", encoding="utf-8")
    assert run(["portfolio", str(place), "--as-of", DAY, "--format", "markdown"]) == 0
    assert "⚠ Dữ liệu minh hoạ" in capsys.readouterr().out


class _Cluster:
    """A cluster whose only worker ends so, or that has none."""

    def __init__(self, end: object, threads: int = 1) -> None:
        self._end = end
        self._threads = threads

    def submit(self, *_: object, **__: object) -> "_Cluster":
        return self

    def result(self, _: float) -> object:
        if isinstance(self._end, Exception):
            raise self._end
        return self._end

    def nthreads(self) -> Mapping[str, int]:
        return dict.fromkeys(["tcp://a"][: self._threads], 1)


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (cluster_seats.KilledWorker("a", None, 3), "its worker ended before it was done"),
        (ValueError("odd"), "ValueError: odd"),
        (Outcome(cast("Any", {"tool": {"version": "0.0.1"}})), "the cluster runs kehoach 0.0.1"),
    ],
)
def test_what_becomes_of_a_worker_of_a_cluster_is_told(
    tmp_path: Path, end: object, told: str
) -> None:
    assert told in _why(cluster_seats.ClusterSeat(_Cluster(end), 1.0).judge(_task(tmp_path)))


def test_a_cluster_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = nullcontext(_Cluster(None, threads=0))
    empty.nthreads = dict  # type: ignore[attr-defined]
    monkeypatch.setattr(cluster_seats, "Client", lambda *_, **__: empty)
    seats: Any = cluster_seats.cluster_seats("tcp://a", 1.0)
    with pytest.raises(cluster_seats.NoCluster, match="the cluster tcp://a has no workers"), seats:
        pass


def test_a_seat_whose_process_cannot_be_made_ready_is_told_and_closed_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_seats, "begin", os.chdir)
    seat = LocalSeat(60, tmp_path / "none")
    outcome = seat.judge(_task(tmp_path))
    assert (_why(outcome).startswith("its worker ended"), outcome.again) == (True, True)
    seat.close()
    seat.close()
    assert seat.judge(_task(tmp_path)).again is False


def test_a_process_ends_with_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[object] = []

    class _Program:
        def join(self) -> None:
            ends.append("joined")

    monkeypatch.setattr(local_seats, "parent_process", _Program)
    monkeypatch.setattr(os, "_exit", ends.append)
    local_seats._end_with_parent()  # noqa: SLF001 - what its thread does
    assert ends == ["joined", 1]


def test_what_a_process_is_given_is_judged_as_anywhere(tmp_path: Path) -> None:
    task = _task(province(tmp_path, "an-giang"))
    told = judge_alone(task)
    assert told == judge(task)
    assert json.loads(json.dumps(told.result)) == told.result
