"""An arrival that the sender cannot date: the log, and each way to get round it."""

import json
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
from run.arrival_repositories import AN, BINH, FORGE, OFFICE, REQUIRED, SERVED, SNV, STC, Hub
from run.repositories import Depot, filed

KH = ("KH525", "KH526", "KH527", "KH528")


@pytest.fixture(name="hub")
def _hub(tmp_path: Path) -> Hub:
    hub = Hub(tmp_path)
    hub.record("2022-11-01")
    return hub


# What the log says


def test_back_dated_push_is_received_when_it_was_pushed(hub: Hub) -> None:
    """Committed "in November", pushed in December: the sender cannot date what the forge saw."""
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    assert hub.came(STC) == "2022-12-05 arrival"
    assert hub.told(*KH, "KH529") == []


def test_without_a_log_it_is_marked_as_the_senders_own_clock(tmp_path: Path) -> None:
    hub = Hub(tmp_path)
    commit = hub.send(STC, "2022-11-20", "", AN)
    assert hub.came(STC) == "2022-11-20 git unverified"
    (told,) = hub.told("KH529")
    assert STC in told
    assert commit[:10] in told


def test_an_honest_push_keeps_its_day(hub: Hub) -> None:
    hub.send(STC, "2022-11-30", "2022-11-30", AN)
    assert hub.came(STC) == "2022-11-30 arrival"


@pytest.mark.parametrize("committer", [AN, FORGE, OFFICE])
def test_back_dated_merge_is_received_when_it_was_pushed(hub: Hub, committer: str) -> None:
    """An address is typed as easily as a day: not even a forged one of the office's helps."""
    hub.depot.branch("stc")
    hub.depot.commit_as("2022-11-19", filed(STC, 2022), AN)
    hub.depot.switch("main")
    hub.depot.git("merge", "-q", "--no-commit", "--no-ff", "stc")
    hub.depot.commit_as("2022-11-20", {}, AN, committer)
    hub.push()
    hub.record("2022-12-05")
    assert hub.came(STC) == "2022-12-05 arrival"


def test_the_log_never_makes_earlier(hub: Hub) -> None:
    """Whose clock runs ahead is not received before the day that he himself names."""
    hub.send(STC, "2022-12-14", "2022-11-30", AN)
    hub.send(SNV, "2022-12-01", "2022-12-01", BINH)
    assert hub.came(STC) == "2022-12-14 git unverified"
    assert hub.came(SNV) == "2022-12-01 arrival"
    (told,) = hub.told("KH511")
    assert "the arrival log has it on an earlier day" in told


def test_json_and_explain_say_so(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    words = ("--agency", STC, "--period", "2022", "--lang", "en")
    _, out, _ = hub.depot.command(capsys, "explain", "1", *words)
    told = " ".join(out.split())
    assert "received 2022-12-05 (arrival log, commit" in told
    assert "the commit itself says 2022-11-20" in told
    _, out, _ = hub.depot.command(capsys, "status", *words, "--all", "--format", "json")
    (only,) = [each for each in json.loads(out)["obligations"] if each["item"] == "1"]
    assert (only["received"], only["receipt_source"]) == ("2022-12-05", "arrival")
    assert only["receipt_verified"] is True
    assert only["status"] == "done_late"


def test_status_and_check_read_the_same_days(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where strangers wrote, which only a look into the log's history shows."""
    commit = hub.send(STC, "2022-11-20", "2022-12-05", AN)
    later = hub.send(SNV, "2022-11-21", "", BINH)
    hub.write_log(f"{hub.log()}{later} 2022-11-21 2022-11-21T03:00:00Z x\n", BINH)
    assert commit in hub.log()
    _, out, _ = hub.depot.command(capsys, "status", "--all", "--format", "json")
    days = {
        each["agency"]: (each["received"], each["receipt_verified"])
        for each in json.loads(out)["obligations"]
        if each["period"] == "2022" and each["received"]
    }
    assert days == {STC: ("2022-12-05", True), SNV: ("2022-12-05", False)}
    assert hub.came(SNV) == "2022-12-05 git unverified"


# How it is written


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


# Ways round it


def test_a_file_of_that_name_on_the_main_line_says_nothing(hub: Hub) -> None:
    """A log line forged in a pull request."""
    commit = hub.send(STC, "2022-11-20", "2022-12-05", AN)
    forged = f"{hub.log()}{commit} 2022-11-20 2022-11-20T03:00:00Z an\n"
    for name in ("../arrivals.txt", "arrivals.txt", "submissions/arrivals.txt"):
        hub.depot.commit_as("2022-12-06", {name: forged}, AN)
    hub.push()
    hub.record("2022-12-06")
    assert hub.came(STC) == "2022-12-05 arrival"
    assert not [told for told in hub.told(*KH) if "2022-11-20" in told]


def test_a_line_pushed_by_somebody_else_does_not_count(hub: Hub) -> None:
    """Not even written before the commit itself was pushed: the service records it all the same."""
    commit = hub.depot.commit_as("2022-11-20", filed(STC, 2022), AN)
    hub.write_log(f"{hub.log()}{commit} 2022-11-20 2022-11-20T03:00:00Z an\n", AN)
    hub.push()
    hub.record("2022-12-05")
    assert hub.came(STC) == "2022-12-05 arrival"
    (told,) = hub.told(*KH)
    assert told.startswith("KH525")
    assert AN in told


def test_lines_changed_or_dropped_are_seen_and_still_count(hub: Hub) -> None:
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    honest = hub.log()
    for text in (honest.replace("2022-12-05", "2022-11-20"), honest.splitlines()[0] + "\n", "\n"):
        hub.write_log(text, AN)
        assert hub.came(STC) == "2022-12-05 arrival"
        assert any("changed, dropped or inserted" in told for told in hub.told("KH525"))


@pytest.mark.parametrize("text", ["", "\n", "x", "khác\n"])
def test_what_somebody_did_to_the_file_keeps_nothing_from_being_recorded(
    hub: Hub, text: str
) -> None:
    """The service goes by what it wrote itself: the log's history has it."""
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    hub.write_log(text, AN)
    hub.send(SNV, "2022-11-21", "2022-12-06", BINH)
    assert hub.came(STC) == "2022-12-05 arrival"
    assert hub.came(SNV) == "2022-12-06 arrival"
    assert any(AN in told for told in hub.told("KH525"))
    assert hub.record("2022-12-07").text == ""


@pytest.mark.parametrize("setting", ["i18n.logOutputEncoding=UTF-16", "diff.interHunkContext=9"])
def test_how_a_clone_writes_patches_changes_nothing(hub: Hub, setting: str) -> None:
    """Two lines that a stranger wrote in two places are his, and the service's between them its own."""
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    hub.send(SNV, "2022-11-21", "2022-12-06", BINH)
    head, first, *rest = hub.log().splitlines(keepends=True)
    strange = f"{'1' * 40} 2022-11-20 2022-11-20T03:00:00Z x\n"
    hub.write_log("".join([head, strange, first, strange.replace("1" * 40, "2" * 40), *rest]), AN)
    told, came = hub.told("KH525", "KH526"), (hub.came(STC), hub.came(SNV))
    hub.depot.git("config", *setting.split("="))
    assert (hub.told("KH525", "KH526"), hub.came(STC), hub.came(SNV)) == (told, *came)
    assert came == ("2022-12-05 arrival", "2022-12-06 arrival")
    assert told


def test_a_line_slipped_in_between_is_seen(hub: Hub) -> None:
    """Also where the service itself did it: nothing is ever added but at the end."""
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    later = hub.send(SNV, "2022-11-21", "", BINH)
    head, *rest = hub.log().splitlines(keepends=True)
    hub.write_log("".join([head, f"{later} 2022-11-21 2022-11-21T03:00:00Z x\n", *rest]), SERVICE)
    told = hub.told("KH525", "KH526")
    assert "changed, dropped or inserted" in told[0]
    assert any("earlier than" in each for each in told[1:])


def test_a_log_cut_short_by_force_leaves_days_unverified(hub: Hub) -> None:
    """What was recorded is gone; the next run records it again, later than it was."""
    before = hub.depot.git("rev-parse", f"origin/{BRANCH}")
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    hub.push("--force", f"{before}:refs/heads/{BRANCH}")
    hub.depot.git("fetch", "-q", "origin")
    assert hub.came(STC) == "2022-11-20 git unverified"
    assert len(hub.told("KH529")) == 1
    hub.record("2022-12-09")
    assert hub.came(STC) == "2022-12-09 arrival"


def test_a_log_begun_anew_is_known_by_the_plan(tmp_path: Path) -> None:
    """The plan says since when there is a log: one that begins later is another."""
    hub = Hub(tmp_path, plan=REQUIRED)
    hub.record("2022-10-01")
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    assert hub.told(*KH) == []
    hub.push("--delete", BRANCH)
    hub.record("2022-12-06")
    (told,) = hub.told(*KH)
    assert told.startswith("KH528")
    assert "2022-12-06" in told


def test_a_branch_deleted_is_missed(tmp_path: Path) -> None:
    """Where the plan requires a log, nothing that git says is verified without it."""
    hub = Hub(tmp_path, plan=REQUIRED)
    hub.record("2022-10-01")
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    hub.send(SNV, "2022-11-30", "2022-11-30", BINH, FORGE)
    hub.push("--delete", BRANCH)
    hub.depot.git("fetch", "-q", "--prune", "origin")
    assert hub.came(STC) == "2022-11-20 git unverified"
    assert hub.came(SNV) == "2022-11-30 git unverified"
    (told,) = hub.told(*KH)
    assert told.startswith("KH528")
    assert len(hub.told("KH529")) == 2


def test_the_main_line_rewritten_is_seen(hub: Hub) -> None:
    """A commit replaced by an older-looking one arrives when it is pushed; the old line stays."""
    hub.send(STC, "2022-12-05", "2022-12-05", AN)
    hub.send(SNV, "2022-12-06", "2022-12-06", BINH)
    hub.depot.git("reset", "-q", "--hard", "HEAD~2")
    hub.depot.commit_as("2022-11-20", filed(STC, 2022), AN)
    hub.push("--force", "main")
    hub.record("2022-12-07")
    assert hub.came(STC) == "2022-12-07 arrival"
    assert ["no longer holds" in told for told in hub.told(*KH)] == [True, True]


def test_a_commit_that_was_put_aside_after_the_log_had_it_is_named(hub: Hub) -> None:
    """Pushed to the main line and recorded; then the line was begun anew below it, and it merged in."""
    aside = hub.send(STC, "2022-12-05", "2022-12-05", AN)
    hub.depot.branch("stc")
    hub.depot.switch("main")
    hub.depot.git("reset", "-q", "--hard", "HEAD~1")
    hub.depot.merge_as("2022-12-07", OFFICE, "stc")
    hub.push("--force", "main")
    hub.record("2022-12-07")
    assert hub.came(STC) == "2022-12-05 arrival"
    (told,) = hub.told("KH525", "KH526", "KH528")
    assert aside in told
    assert "not on the main line" in told


def test_merging_the_log_into_the_main_line_hides_nothing(hub: Hub) -> None:
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    words = ("merge", "-q", "--no-ff", "--allow-unrelated-histories", "-m", "x", f"origin/{BRANCH}")
    hub.depot.git(*words, at="2022-12-06")
    hub.push()
    hub.record("2022-12-06")
    assert hub.came(STC) == "2022-12-05 arrival"
    assert hub.told("KH525", "KH528") == []


def test_commits_that_the_service_passed_over_are_named(hub: Hub) -> None:
    """A line left out by the service itself: the log goes on below it."""
    left_out = hub.send(STC, "2022-11-20", "", AN)
    next_ = hub.send(SNV, "2022-12-05", "", BINH)
    hub.write_log(f"{hub.log()}{next_} 2022-12-05 2022-12-05T03:00:00Z x\n", SERVICE)
    (told,) = hub.told(*KH)
    assert told.startswith("KH527 arrival log: not in the log: 1 of the commits of the main line")
    assert left_out[:10] in told


def test_a_job_that_ran_late_is_told_to_the_office(hub: Hub) -> None:
    """The forge merged in time, the runner came days later: the book can say so."""
    merged = hub.send(STC, "2022-11-30", "2022-12-04", AN, FORGE)
    assert hub.came(STC) == "2022-12-04 arrival"
    (told,) = hub.told(*KH)
    assert told.startswith(
        f"KH527 arrival log: commit {merged[:10]} was made by the office or a forge on 2022-11-30"
    )


def test_what_is_not_recorded_yet_is_named_after_two_days(hub: Hub) -> None:
    waiting = hub.send(STC, "2022-11-30", "", AN, FORGE)
    (told,) = hub.told(*KH)
    assert waiting[:10] in told
    assert "not recorded yet" in told


def test_a_log_without_its_head_is_named(hub: Hub) -> None:
    """Nobody knows what it covers; the service itself wrote it so."""
    commit = hub.send(STC, "2022-11-20", "", AN)
    line = f"{commit} 2022-12-05 2022-12-05T03:00:00Z an\n"
    hub.write_log(line, SERVICE, upon=False, force=True)
    assert hub.came(STC) == "2022-12-05 arrival"
    assert [told for told in hub.told(*KH) if "has no head" in told]


@pytest.mark.parametrize("text", ["", "\0\n", "\x01abc\n", "@@ -0,0 +1 @@\n+x\n", "- \n", "x"])
def test_whatever_stands_in_the_log_stops_nothing(hub: Hub, text: str) -> None:
    """Odd bytes and lines that look like a patch are lines that say nothing."""
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    hub.write_log(hub.log() + text, SERVICE)
    hub.write_log(hub.log() + "y\n", AN)
    assert hub.came(STC) == "2022-12-05 arrival"
    hub.send(SNV, "2022-11-29", "2022-12-06", BINH)
    assert hub.came(SNV) == "2022-12-06 arrival"


# Which log, and whose


def test_the_fetched_log_goes_before_a_branch_of_ones_own(hub: Hub) -> None:
    """Nobody protects a local branch; where the two differ, check says so."""
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    hub.depot.git("branch", "-q", BRANCH, f"origin/{BRANCH}~1")
    assert hub.came(STC) == "2022-12-05 arrival"
    (told,) = hub.told(*KH)
    assert "refs/heads/kehoach-arrivals differs" in told
    hub.depot.git("update-ref", "-d", f"refs/remotes/origin/{BRANCH}")
    assert hub.came(STC) == "2022-11-20 git unverified"


def test_other_remotes_come_last_and_other_names_never(hub: Hub) -> None:
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    tip = hub.depot.git("rev-parse", f"origin/{BRANCH}")
    hub.depot.git("update-ref", "-d", f"refs/remotes/origin/{BRANCH}")
    hub.depot.git("update-ref", f"refs/remotes/origin/an/{BRANCH}", tip)
    assert hub.came(STC) == "2022-11-20 git unverified"
    hub.depot.git("update-ref", f"refs/remotes/khac/{BRANCH}", tip)
    assert hub.came(STC) == "2022-12-05 arrival"


def test_where_no_service_is_listed_check_says_so(tmp_path: Path) -> None:
    hub = Hub(tmp_path, registry=SERVED.replace(f"services: [{SERVICE}]\n", ""))
    hub.record("2022-11-01")
    hub.send(STC, "2022-11-20", "2022-12-05", AN)
    assert hub.came(STC) == "2022-12-05 arrival"
    (told,) = hub.told(*KH)
    assert "lists no service" in told
