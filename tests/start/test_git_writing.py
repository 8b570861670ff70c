"""A repository that is being made: nobody writes into it any more once its making has ended."""

from pathlib import Path

import pytest

from kehoach.reading.repositories.git import GitProcess, failed
from kehoach.start.demo_history import history
from kehoach.start.git_writing import create


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), failed("no room")])
def test_a_stop_between_a_beginning_and_its_wait_leaves_no_git_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    begun: list[GitProcess] = []

    def stopped(process: GitProcess, _given: bytes | None = None) -> None:
        begun.append(process)
        raise stop

    monkeypatch.setattr(GitProcess, "ended", stopped)
    with pytest.raises(type(stop)):
        create(tmp_path / "demo", history())
    assert begun
    assert not GitProcess.at_work
