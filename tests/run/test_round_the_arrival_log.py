"""Each way to get round the log of arrivals, and what is seen of it."""

from pathlib import Path

import pytest

from kehoach.reading.repositories.arrival_writing import SERVICE
from kehoach.verdicts.evidence.arrival_log import BRANCH
from run.arrival_repositories import AN, BINH, FORGE, KH, OFFICE, REQUIRED, SNV, STC, Hub
from run.repositories import filed


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
