"""``kehoach arrivals record``, as the job runs it: what was done, and what the log does not cover."""

from pathlib import Path

import pytest

from kehoach.cli.app import run
from run.arrival_repositories import Hub

Capture = pytest.CaptureFixture[str]


def _recorded(capsys: Capture, folder: Path, *more: str) -> tuple[int, str]:
    code = run(["arrivals", "record", "--data", str(folder), "--lang", "en", *more])
    return code, " ".join(capsys.readouterr().err.split())


def test_the_log_is_begun_written_on_and_then_up_to_date(tmp_path: Path, capsys: Capture) -> None:
    hub = Hub(tmp_path)
    clone = hub.depot.root
    begun = f"the log begins at commit {hub.depot.git('rev-parse', 'HEAD')[:10]}"
    code, told = _recorded(capsys, clone, "--dry-run")
    assert (code, begun in told, "nothing was recorded" in told) == (0, True, True)
    assert begun in _recorded(capsys, clone)[1]
    assert "nothing to record" in _recorded(capsys, clone)[1]
    hub.depot.commit("2022-02-01", {"submissions/so-noi-vu/a.yaml": "x"})
    hub.push()
    assert "1 commit of main recorded in" in _recorded(capsys, clone)[1]


@pytest.mark.parametrize("remote", [None, "nowhere"])
def test_where_nothing_can_be_recorded_one_line_says_why(
    tmp_path: Path, capsys: Capture, remote: str | None
) -> None:
    folder = Hub(tmp_path / "a").depot.root if remote else tmp_path
    code, told = _recorded(capsys, folder, *(("--remote", remote) if remote else ()))
    assert (code, told.count("kehoach:")) == (2, 1)
    assert ("lies in no git repository" in told) is (remote is None)
