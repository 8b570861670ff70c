"""A real cluster of several worker processes, one of which is killed while it works."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kehoach.cli.app import run
from portfolio.provinces import DAY, Capture, hostile_git, province, provinces

distributed = pytest.importorskip("distributed", reason="comes with the extra 'test'")


@pytest.fixture(name="scheduler")
def _scheduler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a cluster whose workers meet the hostile git."""
    hostile_git(tmp_path, monkeypatch)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
        local_directory=str(tmp_path / "dask"), silence_logs=100,
    ) as cluster:  # fmt: skip
        yield cluster.scheduler_address


def merged(capsys: Capture, *args: str, code: int = 0) -> Any:
    """Return the answer in JSON."""
    assert run(["portfolio", *args, "--as-of", DAY, "--format", "json", "--lang", "en"]) == code
    said = capsys.readouterr()
    assert said.err == ""
    return json.loads(said.out)


def test_a_cluster_gives_the_same_bytes_also_when_a_worker_is_killed(
    tmp_path: Path, capsys: Capture, scheduler: str
) -> None:
    """One province kills its first worker, one is broken, one hangs: all else is as on one machine."""
    named = provinces(tmp_path, "an-giang", "falls-once", "ca-mau", "da-nang")
    named.append(str(province(tmp_path, "broken", broken="plan_07.yaml")))
    there = merged(capsys, *named, "--scheduler", scheduler, code=1)
    assert (tmp_path / "fallen").exists()
    here = merged(capsys, *named, "--jobs", "2", code=1)
    assert there == here
    assert there["counted"] == 4

    slow = merged(
        capsys, *provinces(tmp_path / "more", "hangs", "ha-noi"), "--scheduler", scheduler,
        "--timeout", "8", code=1,
    )  # fmt: skip
    told = {each["id"]: each["reason"] for each in slow["repositories"]}
    assert told == {"hangs": "not done after 8 seconds (--timeout)", "ha-noi": None}


def test_a_cluster_that_is_not_there_is_told_in_one_line(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kehoach.portfolio.cluster_seats._SECONDS", 1)
    named = provinces(tmp_path, "an-giang")
    assert run(["portfolio", *named, "--scheduler", "tcp://127.0.0.1:1", "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("kehoach: cannot reach the cluster tcp://127.0.0.1:1:")
    assert said.err.count("\n") == 1


def test_an_address_that_is_none_is_told_too(tmp_path: Path, capsys: Capture) -> None:
    named = provinces(tmp_path, "an-giang")
    assert run(["portfolio", *named, "--scheduler", "nowhere::", "--lang", "en"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_the_library_the_extra_is_named(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kehoach.cli.frame.delivery.find_spec", lambda _: None)
    named = provinces(tmp_path, "an-giang")
    assert run(["portfolio", *named, "--scheduler", "tcp://127.0.0.1:1", "--lang", "en"]) == 2
    assert capsys.readouterr().err == (
        "kehoach: --scheduler needs a further library: pip install distributed\n"
    )
