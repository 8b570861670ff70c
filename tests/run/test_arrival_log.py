"""An arrival that the sender cannot date: what the log says, which log counts, and whose."""

import json
from pathlib import Path

import pytest

from kehoach.reading.repositories.arrival_writing import SERVICE
from kehoach.verdicts.evidence.arrival_log import BRANCH
from run.arrival_repositories import AN, BINH, FORGE, KH, OFFICE, SERVED, SNV, STC, Hub
from run.repositories import filed

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
