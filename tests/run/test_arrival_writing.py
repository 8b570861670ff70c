"""How arrivals are written down: each commit once, nothing lost, and nobody else touched."""

import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest

from kehoach.reading.repositories import arrival_writing
from kehoach.reading.repositories.arrival_writing import SERVICE, Recording, record
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.repository import open_repository
from kehoach.verdicts.evidence.arrival_log import BRANCH
from run.arrival_repositories import AN, BINH, KH, OFFICE, SNV, STC, Hub
from run.repositories import Depot, filed


def test_recording_twice_changes_nothing(hub: Hub) -> None:
    hub.send(STC, "2022-11-30", "2022-11-30", AN)
    before = hub.log()
    assert hub.record("2022-12-09").text == ""
    assert hub.log() == before


def test_it_begins_with_what_it_covers(tmp_path: Path) -> None:
    """What the main line held before the first run is not covered, and the head says so."""
    hub = Hub(tmp_path)
    old = hub.send(STC, "2022-11-20", "", AN)
    began = hub.record("2022-12-05").began
    assert began
    assert began.commit == old
    assert hub.log() == (f"kehoach/arrivals@1 since {old} 2022-12-05 2022-12-05T03:00:00Z an\n")
    assert hub.came(STC) == "2022-11-20 git unverified"
    assert hub.told(*KH) == []


def test_nobody_else_is_touched(hub: Hub) -> None:
    """No branch, no index and no file of the clone changes; the log has no ancestor in it."""
    before = hub.depot.git("status", "--porcelain=v2", "--branch")
    hub.send(STC, "2022-11-30", "2022-11-30", AN)
    assert hub.depot.git("branch", "--format=%(refname:short)") == "main"
    assert hub.depot.git("status", "--porcelain=v2") == ""
    assert "main" in before
    assert hub.depot.try_git("merge-base", "main", f"origin/{BRANCH}").returncode == 1
    writers = hub.depot.git("log", "--format=%ae %ce", f"origin/{BRANCH}")
    assert set(writers.split()) == {SERVICE}


def test_a_missed_run_is_made_up_for(hub: Hub) -> None:
    first = hub.send(STC, "2022-11-28", "", AN)
    second = hub.send(SNV, "2022-11-29", "2022-12-03", BINH)
    assert [line.split()[0] for line in hub.log().splitlines()[1:]] == [first, second]
    assert hub.came(STC) == "2022-12-03 arrival"


def test_two_pushes_at_once(hub: Hub) -> None:
    """Two jobs, two processes, two clones: every commit is recorded once, none is lost."""
    hub.send(STC, "2022-11-28", "", AN)
    places = [hub.place / f"job{number}" for number in range(3)]
    for place in places:
        hub.depot.git("clone", "-q", str(hub.place / "hub"), str(place))
    hub.send(SNV, "2022-11-29", "", BINH)
    code = "import sys; from kehoach.cli.app import run; sys.exit(run(sys.argv[1:]))"
    jobs = [
        subprocess.Popen(  # noqa: S603 - the words are the test's own
            [sys.executable, "-c", code, "arrivals", "record", "--pusher", place.name], cwd=place
        )
        for place in places
    ]
    assert [job.wait() for job in jobs] == [0, 0, 0]
    hub.depot.git("fetch", "-q", "origin")
    lines = [line.split()[0] for line in hub.log().splitlines()[1:]]
    assert lines == hub.depot.git("rev-list", "--reverse", "-2", "main").split()


def test_somebody_was_faster(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """The push is refused; what the other wrote is kept, and the rest is added to it."""
    hub.send(STC, "2022-11-28", "", AN)
    other = hub.depot.clone("khac")
    other.git("remote", "set-url", "origin", str(hub.place / "hub"))
    pushed = arrival_writing.push_log
    tries: list[int] = []

    def late(*given: object) -> str:
        if not tries:
            tries.append(1)
            hub.record("2022-11-28", at=other)
            hub.send(SNV, "2022-11-29", "", BINH)
        return pushed(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(arrival_writing, "push_log", late)
    done = hub.record("2022-11-29")
    assert len(done.arrivals) == 1
    assert [line.split()[1] for line in hub.log().splitlines()[1:]] == ["2022-11-28", "2022-11-29"]


def test_a_push_that_the_remote_refuses_for_good_is_told_in_its_words(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody was faster: to try again is of no use."""
    hub.send(STC, "2022-11-28", "", AN)
    tries: list[str] = []

    def refused(*_given: object) -> str:
        tries.append("fatal: quota exceeded")
        return tries[-1]

    monkeypatch.setattr(arrival_writing, "push_log", refused)
    with pytest.raises(GitTrouble, match="quota exceeded"):
        hub.record("2022-11-28")
    assert len(tries) == 1


def test_where_others_are_faster_each_time_it_is_given_up_in_the_remote_s_words(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run records it; a job that tries for ever would hold its place."""
    hub.send(STC, "2022-11-28", "", AN)
    before, waited = hub.log(), list[float]()
    monkeypatch.setattr(arrival_writing, "time", SimpleNamespace(sleep=waited.append))
    told = "! [rejected] x -> kehoach-arrivals (fetch first)"
    monkeypatch.setattr(arrival_writing, "push_log", lambda *_given: told)
    with pytest.raises(GitTrouble, match="fetch first"):
        hub.record("2022-11-28")
    assert waited == sorted(set(waited))  # longer each time
    assert len(waited) > 1
    hub.depot.git("fetch", "-q", "origin")
    assert hub.log() == before


def test_a_branch_that_the_remote_lacks_is_told(hub: Hub) -> None:
    repository = open_repository(hub.depot.root)
    assert repository is not None
    now = datetime(2022, 11, 28, tzinfo=timezone.utc)
    with pytest.raises(GitTrouble, match="khong-co"):
        record(repository, Recording("origin", "khong-co", "an"), now)


def test_a_remote_without_a_main_branch_is_told(hub: Hub) -> None:
    """Its HEAD is a commit: which branch is the main one nobody can say but the user."""
    bare = hub.place / "hub"
    (bare / "HEAD").write_text(hub.depot.git("rev-parse", "main") + "\n", encoding="utf-8")
    with pytest.raises(GitTrouble, match="origin"):
        hub.record("2022-11-28")


def test_a_clock_at_which_git_makes_no_commit_records_nothing(hub: Hub) -> None:
    hub.send(STC, "2022-11-28", "", AN)
    before = hub.log()
    with pytest.raises(GitTrouble, match="date"):
        hub.record("1922-11-28")
    assert hub.log() == before


def test_a_crash_before_the_push_leaves_nothing_behind(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.send(STC, "2022-11-28", "", AN)
    before = hub.log()
    with monkeypatch.context() as patch:
        patch.setattr(arrival_writing, "push_log", lambda *_: (_ for _ in ()).throw(OSError))
        with pytest.raises(OSError):  # noqa: PT011 - whatever it is
            hub.record("2022-11-28")
    assert hub.log() == before
    assert len(hub.record("2022-11-29").arrivals) == 1


def test_a_shallow_clone_records_what_it_can_see_all_of(hub: Hub) -> None:
    hub.send(STC, "2022-11-28", "2022-11-28", AN)
    hub.send(SNV, "2022-11-29", "", BINH)
    shallow = _shallow(hub, 2)
    assert len(hub.record("2022-11-29", at=shallow).arrivals) == 1


def test_a_shallow_clone_that_reaches_too_short_records_nothing(hub: Hub) -> None:
    hub.send(STC, "2022-11-28", "", AN)
    hub.send(SNV, "2022-11-29", "", BINH)
    before = hub.log()
    with pytest.raises(GitTrouble, match="fetch-depth: 0"):
        hub.record("2022-11-29", at=_shallow(hub, 1))
    hub.depot.git("fetch", "-q", "origin")
    assert hub.log() == before


def _shallow(hub: Hub, depth: int) -> Depot:
    place = hub.place / "nong"
    hub.depot.git("clone", "-q", f"--depth={depth}", (hub.place / "hub").as_uri(), str(place))
    copy = Depot.__new__(Depot)
    copy.root, copy.data = place, place / "data"
    return copy


def test_a_branch_that_holds_no_log_is_not_written_over(hub: Hub) -> None:
    hub.write_log("khác\n", OFFICE, upon=False, force=True)
    hub.send(STC, "2022-11-28", "", AN)
    with pytest.raises(GitTrouble, match="no arrival log"):
        hub.record("2022-11-28")
    hub.depot.git("fetch", "-q", "origin")
    assert hub.log() == "khác\n"


def test_a_foxtrot_does_not_make_others_late(hub: Hub) -> None:
    """He pulled the main line into his own, with words of his own: the log knows which was which."""
    hub.depot.branch("stc")
    hub.depot.commit_as("2022-11-20", filed(STC, 2022), AN)
    hub.depot.switch("main")
    hub.send(SNV, "2022-11-25", "2022-11-25", BINH)
    hub.depot.switch("stc")
    hub.depot.git("merge", "-q", "--no-ff", "-m", "Cập nhật", "main", at="2022-12-05")
    hub.push("stc:main")
    hub.depot.git("switch", "-q", "main")
    hub.depot.git("merge", "-q", "--ff-only", "stc")
    hub.record("2022-12-05")
    assert hub.came(SNV) == "2022-11-25 arrival"
    assert hub.came(STC) == "2022-12-05 arrival"
